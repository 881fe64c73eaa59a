"""What tests of councils' copies share: the copies, served, and the watch over their pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.guard import PageGuard
from tests.support.server import serving


@pytest.fixture(scope="session")
def brand_url(brand_site: Path) -> Iterator[str]:
    """The address of the example council's copy."""
    with serving(brand_site) as address:
        yield address


@pytest.fixture(scope="session")
def spare_url(spare_site: Path) -> Iterator[str]:
    """The address of a copy for shared computers."""
    with serving(spare_site) as address:
        yield address


@pytest.fixture
def page_guard(copy_url: str) -> PageGuard:
    """The watch over this test's pages, which are those of the module's copy."""
    return PageGuard(copy_url)
