"""Every file that a person takes away from a council's published copy opens, too."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.taken_files import PAGES, take_and_open


@pytest.fixture
def copy_url(brand_url: str) -> str:
    """The copy that these tests take from."""
    return brand_url


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any], brand_url: str) -> dict[str, Any]:
    """How contexts are opened: `page.goto("workbooks/")` is the copy's page."""
    return {**browser_context_args, "base_url": brand_url}


@pytest.mark.parametrize("where", PAGES)
def test_every_file_that_a_person_takes_from_a_council_s_release_opens(
    page: Page, where: str
) -> None:
    take_and_open(page, where)
