"""Every file that a person takes away from what is published opens."""

import pytest
from playwright.sync_api import Page

from tests.browser.taken_files import PAGES, take_and_open


@pytest.mark.parametrize("where", PAGES)
def test_every_file_that_a_person_takes_from_a_release_opens(page: Page, where: str) -> None:
    take_and_open(page, where)
