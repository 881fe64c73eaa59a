"""What the tests of the generators share: each builds the site once, and Zensical's is served."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import MILLISECONDS_TO_WAIT
from tests.generators.building import a_council_by_zensical, by_properdocs, by_zensical
from tests.support.build import built
from tests.support.guard import PageGuard
from tests.support.released import released_once
from tests.support.server import serving


@pytest.fixture(scope="session")
def properdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as ProperDocs builds it."""
    return built(tmp_path_factory, "properdocs", by_properdocs)


@pytest.fixture(scope="session")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as Zensical builds it."""
    return built(tmp_path_factory, "zensical", by_zensical)


@pytest.fixture(scope="session")
def zensical_url(zensical: Path) -> Iterator[str]:
    """Its address, served under a path and a strict policy."""
    with serving(zensical) as address:
        yield address


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example council's copy as Zensical builds it."""
    return built(tmp_path_factory, "council", a_council_by_zensical)


@pytest.fixture(scope="session")
def council_url(council: Path) -> Iterator[str]:
    """Its address."""
    with serving(council) as address:
        yield address


@pytest.fixture
def zensical_page(browser: Browser, zensical_url: str) -> Iterator[Page]:
    """A page of Zensical's site, watched."""
    with watched(browser, zensical_url) as page:
        yield page


@pytest.fixture
def council_page(browser: Browser, council_url: str) -> Iterator[Page]:
    """A page of the council's copy, watched."""
    with watched(browser, council_url) as page:
        yield page


@pytest.fixture
def zensical_released_page(
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
    zensical: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """A page of what a host serves of Zensical's site, watched for what the test does not allow."""
    marks = request.node.iter_markers("page_fault")
    allowed = tuple(pattern for mark in marks for pattern in mark.args)
    site = released_once(tmp_path_factory, "zensical", zensical).site
    with serving(site) as address, watched(browser, address, allowed) as page:
        yield page


@contextmanager
def watched(browser: Browser, site_url: str, allowed: tuple[str, ...] = ()) -> Iterator[Page]:
    """A page on which an error in the console or a request elsewhere fails the test."""
    guard = PageGuard(site_url, allowed)
    with browser.new_context(base_url=site_url) as context:
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        guard.watch(context)
        yield context.new_page()
        guard.finish()
    if guard.faults:
        pytest.fail("the page has faults:\n" + "\n".join(guard.faults), pytrace=False)
