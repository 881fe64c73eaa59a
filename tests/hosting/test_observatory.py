"""The headers score 100 or more by the Mozilla Observatory's published rules."""

from dataclasses import replace

import pytest

from tests.hosting.conftest import Way
from tests.hosting.observatory import Seen, modifiers, score
from tests.support.asking import ask

BEST = 130  # no more can be had without integrity attributes and the browsers' own list


@pytest.fixture(params=["on_nginx", "on_nginx_top", "on_apache", "on_apache_top"])
def seen(request: pytest.FixtureRequest) -> Seen:
    """What the Observatory sees of each server."""
    way = Way(request.getfixturevalue(request.param), True, "")
    http = ask(way.hosted.sending_on, way.hosted.base)
    return Seen(http, way.ask("workbooks/self-reflection/"), "127.0.0.1")


def test_the_score_is_the_best_that_can_be_had(seen: Seen) -> None:
    assert modifiers(seen) == {
        "content-security-policy": 10,
        "cookies": 0,
        "cross-origin-resource-policy": 10,
        "cross-origin-resource-sharing": 0,
        "redirection": 0,
        "referrer-policy": 5,
        "strict-transport-security": 0,
        "subresource-integrity": 0,
        "x-content-type-options": 0,
        "x-frame-options": 5,
    }
    assert score(seen) == BEST


@pytest.mark.parametrize(
    ("header", "value", "points"),
    [
        ("content-security-policy", "", 125),  # the page's own tag still stands, without frames
        ("content-security-policy", "script-src 'unsafe-inline'", 80),
        ("strict-transport-security", "", 80),
        ("strict-transport-security", "max-age=60", 120),
        ("referrer-policy", "unsafe-url", 120),
        ("cross-origin-resource-policy", "", 120),
        ("x-content-type-options", "", 125),
    ],
)
def test_what_is_missing_or_weak_costs_points(
    seen: Seen, header: str, value: str, points: int
) -> None:
    others = tuple(one for one in seen.page.headers if one[0] != header)
    changed = replace(seen.page, headers=(*others, (header, value)))
    assert score(replace(seen, page=changed)) == points


def test_a_site_that_does_not_send_on_to_https_loses_twenty(seen: Seen) -> None:
    assert score(replace(seen, http=seen.page)) == BEST - 30 - 20
