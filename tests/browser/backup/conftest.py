"""What the tests of backup and restore share: a page without anything of the guide's."""

import pytest
from playwright.sync_api import Page

from tests.support.server import HEADERS

BLANK = (
    "<!doctype html><html lang='en'><title>Nothing</title><link rel='icon' href='data:,'></html>"
)


@pytest.fixture
def blank(page: Page, site_url: str) -> Page:
    """A page of the site without any script, under the site's own policy."""
    page.route(
        f"{site_url}harness/blank.html",
        lambda route: route.fulfill(
            body=BLANK, headers=HEADERS, content_type="text/html; charset=utf-8"
        ),
    )
    page.goto("harness/blank.html")
    return page
