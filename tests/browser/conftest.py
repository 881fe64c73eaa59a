"""What browser tests share: every page they open is watched.

A test fails on an error in the console, an uncaught error or a request to
another address, unless `@pytest.mark.page_fault("pattern")` says that the test
brings it about.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from publish.release import Release
from tests.conftest import MILLISECONDS_TO_WAIT
from tests.support.guard import PageGuard
from tests.support.released import assets

NewContext = Callable[..., BrowserContext]

# Imports one of the site's own modules, by its path in docs/assets/js/, as the page's scripts do.
SITE_MODULE = """globalThis.siteModule = (path) =>
    import(`/${location.pathname.split("/")[1]}/ASSETS/js/${path}`);"""


@pytest.fixture(scope="session")
def base_url(site_url: str) -> str:
    """Where `page.goto("quotes/")` starts from."""
    return site_url


@pytest.fixture
def page_guard(request: pytest.FixtureRequest, site_url: str) -> PageGuard:
    """The watch over this test's pages."""
    marks = request.node.iter_markers("page_fault")
    return PageGuard(site_url, tuple(pattern for mark in marks for pattern in mark.args))


@pytest.fixture
def new_context(
    new_context: NewContext, page_guard: PageGuard, released: Release
) -> Iterator[NewContext]:
    """Opens a browser context, as pytest-playwright does, and has its pages watched; on them is
    `siteModule(path)`, which imports one of the modules that are published."""

    def open_watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        context.add_init_script(SITE_MODULE.replace("ASSETS", assets(released)))
        page_guard.watch(context)
        return context

    yield open_watched
    page_guard.finish()
    if page_guard.faults:
        pytest.fail("the page has faults:\n" + "\n".join(page_guard.faults), pytrace=False)
