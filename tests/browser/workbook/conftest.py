"""What the tests of the workbook's scripts share: small pages to try them on.

The pages in `harness/` stand under the site's own address and policy and load
its own scripts, so that a test needs none of the guide's words.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route

from publish.fingerprint import FOLDER
from publish.release import Release
from tests.support.released import assets
from tests.support.server import HEADERS

HARNESS = Path(__file__).with_name("harness")
NewContext = Callable[..., BrowserContext]


def answer(route: Route, name: str) -> None:
    """Give the harness page that was asked for, with `name` for the folder of its scripts."""
    page = route.request.url.partition("?")[0].rsplit("/", 1)[-1]
    text = (HARNESS / page).read_text(encoding="utf-8").replace(FOLDER, name)
    route.fulfill(body=text, headers=HEADERS, content_type="text/html; charset=utf-8")


@pytest.fixture
def new_context(new_context: NewContext, site_url: str, released: Release) -> NewContext:
    """Opens browser contexts in which `harness/NAME.html` is there."""

    def with_harness(**options: object) -> BrowserContext:
        context = new_context(**options)
        name = assets(released)
        context.route(f"{site_url}harness/*.html*", lambda route: answer(route, name))
        return context

    return with_harness
