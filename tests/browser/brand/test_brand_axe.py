"""axe-core finds nothing on any page of the example council's copy, in either scheme.

A page is opened once; the browser's setting and the width are changed in between.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.test_access import faults_of, scrolls_sideways

PARTS = 4
WIDE: ViewportSize = {"width": 1280, "height": 720}
NARROW: ViewportSize = {"width": 320, "height": 900}


@pytest.fixture
def copy_url(brand_url: str) -> str:
    """The copy that these tests look at."""
    return brand_url


def addresses(site: Path) -> list[str]:
    found = site.rglob("*.html")
    return sorted(page.relative_to(site).as_posix().removesuffix("index.html") for page in found)


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_of_a_copy(
    page: Page, copy_url: str, brand_site: Path, part: int
) -> None:
    faults = []
    for address in addresses(brand_site)[part::PARTS]:
        page.goto(f"{copy_url}{address}")
        faults += [f"{address or 'home'}, {fault}" for fault in faults_of(page)]
        page.set_viewport_size(NARROW)
        if scrolls_sideways(page):
            faults.append(f"{address or 'home'}: scrolls sideways on a narrow screen")
        page.set_viewport_size(WIDE)
    assert faults == []
