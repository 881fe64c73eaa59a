"""What holds of every kept profile, whatever was rated and written."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.profile.kept_profiles import ATTRIBUTES, kept
from tests.scripts.backup.scripts import run
from tests.support.scripts import Scripts

MANY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
AT = "2026-11-23T10:00:00.000Z"
AXES = [
    {
        "id": name,
        "short": name,
        "title": name,
        "rating": f"rate-{name}",
        "target": f"target-{name}",
        "note": f"why-{name}",
        "edition": "",
    }
    for name in ATTRIBUTES
]
MODULES = """
    const profile = await siteModule("profile/snapshots.js");
    const { freshId } = await siteModule("page/random-id.js");
    const axes = value.axes;
"""

TEXTS = st.text(max_size=30)
RATINGS = st.sampled_from(["", "1", "2", "3", "4", "5"])


def answers() -> st.SearchStrategy[dict[str, Any]]:
    """What may be kept of the ratings, their targets and their notes."""
    about = {"format": 1, "rev": 1, "edition": "e", "words": "How?", "at": AT}

    def record(kind: str, value: str) -> dict[str, Any]:
        return {**about, "kind": kind, "value": value}

    rating = RATINGS.map(lambda value: record("rating", value))
    note = TEXTS.map(lambda value: record("text", value))
    fields = {
        f"answer/{of}-{name}": note if of == "why" else rating
        for name in ATTRIBUTES
        for of in ("rate", "target", "why")
    }
    return st.fixed_dictionaries({}, optional=fields)


@MANY
@given(
    held=answers(), title=TEXTS, note=TEXTS, round_=TEXTS, seed=st.binary(min_size=64, max_size=64)
)
def test_a_kept_profile_is_read_as_it_was_written_and_comes_back_from_a_backup(
    scripts: Scripts,
    held: dict[str, Any],
    title: str,
    note: str,
    round_: str,
    seed: bytes,
) -> None:
    script = f"""{MODULES}
        let at = 0;
        const id = freshId((bytes) => bytes.map(() => value.seed[at++ % 64] % 252));
        const about = {{ at: value.at, title: value.title, note: value.note, round: value.round }};
        const record = profile.kept(profile.ratingsOf(mapOf(value.held), axes), about);
        const here = new Map([[`profile/${{id}}`, record]]);
        const {{ records }} = readBackup(encode(backupText(here, facts)));
        const {{ puts }} = plan(new Map(), records);
        const [[key, back]] = puts;
        return {{
            id,
            parsed: profile.keptProfile(record) === record,
            same: JSON.stringify(back) === JSON.stringify(record) && here.has(key),
            again: plan(puts, records).puts.size,
            moved: profile.difference(record.ratings, back.ratings, axes)
                .some(({{ change, target, reworded }}) => change || target || reworded),
        }};
    """
    values = {"axes": AXES, "held": held, "title": title, "note": note, "at": AT}
    found = run(scripts, script, {**values, "seed": list(seed)})
    assert len(found.pop("id")) == 16
    assert found == {"parsed": True, "same": True, "again": 0, "moved": False}


@MANY
@given(data=st.data())
def test_a_difference_is_that_of_the_figures_and_turned_around_its_opposite(
    scripts: Scripts,
    data: st.DataObject,
) -> None:
    values = st.lists(st.none() | st.integers(1, 5), min_size=5, max_size=5)
    one, other = data.draw(values), data.draw(values)
    script = f"""{MODULES}
        const [one, other] = value.ratings;
        const changes = (...pair) =>
            profile.difference(...pair, axes).map(({{ change }}) => change);
        return [changes(one, other), changes(other, one)];
    """
    ratings = [kept(numbers, AT)["ratings"] for numbers in (one, other)]
    forth, back = run(scripts, script, {"axes": AXES, "ratings": ratings})
    expected = [None if a is None or b is None else b - a for a, b in zip(one, other, strict=True)]
    assert forth == expected
    assert back == [None if change is None else -change for change in expected]


def altered(**fields: Any) -> dict[str, Any]:
    """A kept profile with something else in its fields."""
    return kept([3, 3, 3, 3, 3], AT) | fields


def rating(**fields: Any) -> dict[str, Any]:
    """A kept profile with something else in one of its ratings."""
    record = kept([3, 3, 3, 3, 3], AT)
    record["ratings"]["values"] |= fields
    return record


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        "profile",
        {},
        altered(format=2),
        altered(format="1"),
        altered(at="yesterday"),
        altered(at=20261123),
        altered(title=None),
        altered(note=["a"]),
        altered(ratings=[]),
        altered(ratings={"values": 3}),
        rating(now=0),
        rating(now=6),
        rating(now=2.5),
        rating(now="3"),
        rating(target=True),
        rating(note=None),
        rating(edition=1),
    ],
)
def test_what_is_no_kept_profile_is_not_read_as_one(scripts: Scripts, record: Any) -> None:
    script = f"{MODULES} return profile.keptProfile(value.record);"
    assert run(scripts, script, {"axes": AXES, "record": record}) is None


def test_the_name_of_something_every_object_has_is_no_rating(scripts: Scripts) -> None:
    script = f"""{MODULES}
        return ["constructor", "__proto__", "toString"].map((id) => profile.ratingOf({{}}, id).now);
    """
    assert run(scripts, script, {"axes": AXES}) == [None, None, None]


def test_ids_have_sixteen_letters_and_digits_each_as_likely_as_the_next(
    scripts: Scripts,
) -> None:
    script = f"""{MODULES}
        let at = 0;
        const every = Array.from({{ length: 16 }}, () =>
            freshId((bytes) => bytes.map(() => at++ % 256))).join("");
        const signs = [...every].sort().join("");
        return [every.length, new Set(signs).size, /^[a-z0-9]+$/.test(every)];
    """
    assert run(scripts, script, {"axes": AXES}) == [256, 36, True]
