"""What the tests of standing share: other tabs, and a workbook with its further parts open."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.standing.seeds import WORKBOOK

FURTHER = "Restore a backup, or use a shared computer"


@pytest.fixture
def opened(context: BrowserContext) -> Callable[[str], Page]:
    """Opens another tab of the same browser."""

    def open_tab(path: str) -> Page:
        tab = context.new_page()
        tab.goto(path)
        return tab

    return open_tab


@pytest.fixture
def workbook(page: Page) -> Page:
    """A workbook with its further parts open."""
    page.goto(WORKBOOK)
    open_further(page)
    return page


def open_further(page: Page) -> None:
    """Open the further parts of the workbook that has just been loaded."""
    expect(page.get_by_text("of 22 answered")).to_be_visible()
    page.wait_for_load_state("networkidle")  # what comes later would move what is pressed
    page.get_by_text(FURTHER).click()
