"""Ratings and targets as a browser holds them, and the profile's page as a person meets it."""

from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.profile.kept_profiles import ATTRIBUTES, HERE, Values, rated
from tests.browser.standing.seeds import answer, holding

RATINGS = "workbooks/developing/"
SHORT = ("Values", "Decisions", "Practice and culture", "Partnerships", "Buy-in")
NOTE = "I keep Fridays for visits.\nIt shows."


def records(now: Values, target: Values = (None,) * 5, note: str = "") -> dict[str, Any]:
    """The answers that make a profile; `note` is that about values."""
    wanted = {
        f"answer/target-{name}": answer(str(value))
        for name, value in zip(ATTRIBUTES, target, strict=True)
        if value
    }
    noted = {"answer/why-values": {**answer("x" * 2), "value": note}} if note else {}
    return {**rated(now), **wanted, **noted}


def profile(
    page: Page, now: Values, target: Values = (None,) * 5, note: str = "", path: str = HERE
) -> None:
    """Open the profile of a person with these ratings and targets."""
    holding(page, records(now, target, note))
    page.goto(path)


def picture(page: Page, name: str = "Your ratings on a scale from 1 to 5") -> Locator:
    """A picture by its title."""
    return page.get_by_role("img", name=name)


def row(page: Page, attribute: str) -> Locator:
    """The row of an attribute in the person's own table."""
    table = page.get_by_role("table", name="Your ratings, from 1 (not yet) to 5 (fully)")
    return table.get_by_role("row").filter(has_text=attribute)


def card(page: Page, attribute: str) -> Locator:
    """What is said of an attribute: it has a link to read about it."""
    cards = page.get_by_role("region", name="Attribute by attribute").locator("ul > li.card")
    return cards.filter(has=page.get_by_role("link", name=f"Read about {attribute}", exact=True))
