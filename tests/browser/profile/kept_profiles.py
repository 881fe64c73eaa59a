"""Profiles as a browser holds them when a test begins, and as a person meets them."""

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.standing.seeds import answer

HERE = "workbooks/profile/"
ATTRIBUTES = ("values", "decisions", "practice-and-culture", "partnerships", "buy-in")
FIRST, SECOND, THIRD = (f"profile/{letter * 16}" for letter in "abc")

Values = Sequence[int | None]


def rated(values: Values) -> dict[str, Any]:
    """The answers to the five ratings, given in November 2026; none where a value is None."""
    pairs = zip(ATTRIBUTES, values, strict=True)
    return {f"answer/rate-{name}": answer(str(value)) for name, value in pairs if value}


def kept(values: Values, at: str, title: str = "", **more: Any) -> dict[str, Any]:
    """The record of a profile kept at an ISO time; `more` are its further fields."""
    edition = more.pop("edition", "")
    pairs = zip(ATTRIBUTES, values, strict=True)
    ratings = {
        name: {
            "now": value,
            "target": 5,
            "note": "",
            "edition": edition,
            "words": "How much, then?",
        }
        for name, value in pairs
    }
    return {"format": 1, "at": at, "title": title, "note": "", "ratings": ratings, **more}


def history() -> dict[str, Any]:
    """Three kept profiles, and ratings as they stand."""
    return {
        FIRST: kept([3, 3, None, 4, 2], "2025-05-03T09:00:00.000Z", "My first week"),
        SECOND: kept([3, 4, 2, 4, 3], "2026-01-12T09:00:00.000Z"),
        THIRD: kept([4, 4, 2, 3, 3], "2026-08-30T09:00:00.000Z", "After the summer"),
        **rated([4, 5, 3, 4, 4]),
    }


def come_to(page: Page, heading: str) -> None:
    """Scroll to where the heading is seen: what is far away is not loaded."""
    page.get_by_role("heading", name=heading, exact=True).scroll_into_view_if_needed()


def listed(page: Page) -> Locator:
    """The list of kept profiles, each an item of it."""
    return page.get_by_role("region", name="Snapshots").locator("ul > li")


def told(page: Page) -> Locator:
    """What moved between two profiles, in words."""
    return page.get_by_role("region", name="Compare 2 profiles").locator("ul > li")
