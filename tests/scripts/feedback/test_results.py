"""What replies come to."""

from statistics import median
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.feedback.sealing import Json, reply
from tests.scripts.feedback.scripts import run
from tests.support.scripts import Scripts

SCRIPT = "return resultsOf(value, ['values', 'buy-in'])"


def rated(*ratings: int | None, group: str = "") -> list[Json]:
    """Replies that rate both attributes so."""
    return [reply(rating, f"Comment {at}", group) for at, rating in enumerate(ratings)]


def results(scripts: Scripts, replies: list[Json]) -> Any:
    return run(scripts, SCRIPT, replies)


def test_nothing_is_shown_of_fewer_than_three_replies(scripts: Scripts) -> None:
    assert results(scripts, []) is None
    assert results(scripts, rated(3, 4)) is None
    assert results(scripts, rated(3, 4, 5)) is not None


def test_nothing_is_shown_of_an_attribute_that_fewer_than_three_have_rated(
    scripts: Scripts,
) -> None:
    found = results(scripts, rated(1, 2, None, None))
    assert found["rated"][0] == {"count": 2, "median": None, "range": None}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ratings=st.lists(st.integers(1, 5), min_size=3, max_size=12))
def test_median_and_range_are_what_they_are_elsewhere(scripts: Scripts, ratings: list[int]) -> None:
    found = results(scripts, rated(*ratings))["rated"][1]
    expected = {"count": len(ratings), "median": median(ratings)}
    between = [min(ratings), max(ratings)] if len(ratings) > 3 else None
    assert found == {**expected, "range": between}


def test_a_group_is_shown_apart_from_4_of_it_on(scripts: Scripts) -> None:
    replies = [
        *rated(1, 1, 2, 2, group="team"),
        *rated(5, 5, 5, group="peer"),
        *rated(4, group="manager"),
        *rated(3, 3, 3),
    ]
    found = results(scripts, replies)
    assert [(one["group"], one["count"]) for one in found["groups"]] == [("team", 4)]
    assert found["groups"][0]["rated"][0]["median"] == 1.5
    assert found["rated"][0]["count"] == 11


def test_comments_are_mixed_and_stay_as_they_are_mixed(scripts: Scripts) -> None:
    replies = rated(*[3] * 20)
    for one in replies:
        one["answers"]["buy-in"]["comment"] = one["answers"]["values"]["comment"]
    first, second = results(scripts, replies)["comments"]
    assert sorted(first) == sorted(second) == sorted(f"Comment {at}" for at in range(20))
    assert first != second
    assert [f"Comment {at}" for at in range(20)] not in (first, second)
    assert results(scripts, replies[::-1])["comments"] == [first, second]


def test_an_attribute_without_a_comment_has_none(scripts: Scripts) -> None:
    assert results(scripts, rated(3, 3, 3))["comments"][1] == []


def test_an_attribute_that_a_reply_does_not_know_is_no_rating(scripts: Scripts) -> None:
    replies = rated(3, 3, 3)
    for one in replies:
        del one["answers"]["buy-in"]
    assert results(scripts, replies)["rated"][1] == {"count": 0, "median": None, "range": None}
