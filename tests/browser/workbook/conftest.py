"""What the tests of the workbook's scripts share: small pages to try them on.

The pages in `harness/` stand under the site's own address and policy and load
its own scripts, so that a test needs none of the guide's words.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.support.server import HEADERS

HARNESS = Path(__file__).with_name("harness")
NewContext = Callable[..., BrowserContext]


def answer(route: Route) -> None:
    """Give the harness page that was asked for."""
    name = route.request.url.partition("?")[0].rsplit("/", 1)[-1]
    route.fulfill(path=HARNESS / name, headers=HEADERS, content_type="text/html; charset=utf-8")


@pytest.fixture
def new_context(new_context: NewContext, site_url: str) -> NewContext:
    """Opens browser contexts in which `harness/NAME.html` is there."""

    def with_harness(**options: object) -> BrowserContext:
        context = new_context(**options)
        context.route(f"{site_url}harness/*.html*", answer)
        return context

    return with_harness
