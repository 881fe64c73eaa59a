"""Every page in three widths: nothing to scroll to sideways, and nothing in the console."""

import pytest

from publish.release import Release
from tests.journeys.conftest import Start

WIDTHS = (320, 768, 1280)  # the narrowest first, in which the page is loaded
PARTS = 3  # of all pages, so that no journey takes long
SECONDS = 3  # in which a page takes its place in a window that has just become wider
FITS = """(width) => innerWidth === width
    && document.documentElement.scrollWidth <= document.documentElement.clientWidth"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def pages(released: Release, part: int) -> list[str]:
    """The addresses of so many of the pages."""
    found = sorted(released.site.rglob("*.html"))
    return [
        page.relative_to(released.site).as_posix().removesuffix("index.html")
        for page in found[part::PARTS]
    ]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_scrolls_sideways_or_complains(
    start: Start, site_url: str, released: Release, part: int
) -> None:
    wider = {}
    with start() as browser:
        tab = browser.tab()
        for address in pages(released, part):
            tab.resize(WIDTHS[0], 900)
            tab.go(site_url + address)
            for width in WIDTHS:
                tab.resize(width, 900)
                try:
                    tab.until(FITS, width, SECONDS)
                except AssertionError:
                    wider[f"{address} {width}"] = tab.run(WIDER)
    assert wider == {}
