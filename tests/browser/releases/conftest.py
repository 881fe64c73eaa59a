"""What the tests of frozen releases share: a browser that holds what one of them kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.workbook.records import DATABASE, store
from tests.releases.frozen import Release
from tests.support.guard import PageGuard
from tests.support.released import released_once
from tests.support.server import serving

KEEP = """([name, local]) => {
    for (const [key, text] of Object.entries(local)) localStorage.setItem(name + key, text);
}"""


@pytest.fixture(scope="session")
def frozen_url(
    tmp_path_factory: pytest.TempPathFactory, frozen_site: Path, release: Release
) -> Iterator[str]:
    """The address of the copy of the release's folder, as this version publishes it."""
    made = released_once(tmp_path_factory, f"frozen-{release.version}", frozen_site)
    with serving(made.site) as address:
        yield address


@pytest.fixture
def page_guard(frozen_url: str) -> PageGuard:
    """The watch over this test's pages, which are those of the release's copy."""
    return PageGuard(frozen_url)


@pytest.fixture
def holding(page: Page, frozen_url: str, release: Release) -> Page:
    """A page in a browser that holds what the release left in one."""
    page.goto(f"{frozen_url}404.html")
    store(page, release.records)
    page.evaluate(KEEP, [DATABASE, release.local])
    return page
