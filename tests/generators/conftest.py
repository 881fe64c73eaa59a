"""What the tests of the generators share: each builds the site once, and Zensical's is served."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from tests.conftest import MILLISECONDS_TO_WAIT
from tests.generators.building import a_council_by_zensical, by_properdocs, by_zensical
from tests.support.build import BuildFailedError, build_once
from tests.support.guard import PageGuard
from tests.support.server import serving

Once = Callable[[str, Callable[[Path], Path]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Builds a folder of a name once for all test processes of the run."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    def build(name: str, make: Callable[[Path], Path]) -> Path:
        try:
            with FileLock(folder / f"{name}.lock"):
                return build_once(folder, name, make)
        except BuildFailedError as fault:
            pytest.fail(f"{name} could not be built:\n{fault}", pytrace=False)

    return build


@pytest.fixture(scope="session")
def properdocs(once: Once) -> Path:
    """The folder of the site as ProperDocs builds it."""
    return once("properdocs", by_properdocs)


@pytest.fixture(scope="session")
def zensical(once: Once) -> Path:
    """The folder of the site as Zensical builds it."""
    return once("zensical", by_zensical)


@pytest.fixture(scope="session")
def zensical_url(zensical: Path) -> Iterator[str]:
    """Its address, served under a path and a strict policy."""
    with serving(zensical) as address:
        yield address


@pytest.fixture(scope="session")
def council(once: Once) -> Path:
    """The folder of the example council's copy as Zensical builds it."""
    return once("council", a_council_by_zensical)


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


@contextmanager
def watched(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page on which an error in the console or a request elsewhere fails the test."""
    guard = PageGuard(site_url)
    with browser.new_context(base_url=site_url) as context:
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        guard.watch(context)
        yield context.new_page()
        guard.finish()
    if guard.faults:
        pytest.fail("the page has faults:\n" + "\n".join(guard.faults), pytrace=False)
