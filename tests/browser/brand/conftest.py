"""What tests of councils' copies share: the copies, served, and the watch over their pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.release import Release
from tests.support.guard import PageGuard
from tests.support.released import released_once
from tests.support.server import serving


@pytest.fixture(scope="session")
def brand_url(brand_released: Release) -> Iterator[str]:
    """The address of the example council's copy, as it is published."""
    with serving(brand_released.site) as address:
        yield address


@pytest.fixture(scope="session")
def spare_url(tmp_path_factory: pytest.TempPathFactory, spare_site: Path) -> Iterator[str]:
    """The address of a copy for shared computers, as it is published."""
    with serving(released_once(tmp_path_factory, "spare", spare_site).site) as address:
        yield address


@pytest.fixture
def page_guard(request: pytest.FixtureRequest, copy_url: str) -> PageGuard:
    """The watch over this test's pages, which are those of the module's copy."""
    marks = request.node.iter_markers("page_fault")
    return PageGuard(copy_url, tuple(pattern for mark in marks for pattern in mark.args))
