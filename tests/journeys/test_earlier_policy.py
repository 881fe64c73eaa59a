"""Where a server still sends the policy of an earlier release, pages do all that they do."""

from collections.abc import Iterator

import pytest

from publish.release import Release
from tests.journeys.conftest import Start
from tests.journeys.workbook import WORKBOOK, open_workbook, put, says, shows
from tests.support.server import EarlierHandler, serving

STYLED = """() => getComputedStyle(document.querySelector(".md-header")).position === "sticky"
    && document.querySelector("style").sheet === null
    && document.documentElement.classList.contains("js")"""


@pytest.fixture
def earlier_url(released: Release) -> Iterator[str]:
    """The address of the release on such a server."""
    with serving(released.site, EarlierHandler) as address:
        yield address


@pytest.mark.page_fault("Content.Security.Policy|settings blocked|Refused to")
def test_a_page_has_its_style_and_saves_an_answer(start: Start, earlier_url: str) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, earlier_url + WORKBOOK)
        tab.until(STYLED)
        put(tab, 0, "'Saved all the same'")
        says(tab, 0, "Saved")
        open_workbook(tab, earlier_url + WORKBOOK)
        shows(tab, 0, "Saved all the same")
