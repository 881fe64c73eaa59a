"""axe finds no fault in what opens over the page: WCAG 2.0 to 2.2, A and AA, best practice."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.support.shell import NARROW, SCHEMES, WIDTHS, Size, menu, open_at, open_search

RULES = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
]


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule and places."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{fault['id']}: {[node['html'] for node in fault['nodes']]}" for fault in found]


@SCHEMES
@WIDTHS
def test_axe_finds_nothing_while_searching(page: Page, size: Size, scheme: str) -> None:
    open_at(page, "framework/values/", size, scheme)
    open_search(page, size, "values")
    assert faults(page) == []


@SCHEMES
def test_axe_finds_nothing_in_the_menu(page: Page, scheme: str) -> None:
    open_at(page, "framework/values/", NARROW, scheme)
    menu(page).press("Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    assert faults(page) == []
