"""Each page of the workbooks loads little script until somebody acts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bench.loading import OWN_SCRIPT
from bench.pages import MOST_SCRIPT
from bench.server import Served, serving
from publish.release import Release
from tests.browser.workbook.records import store
from tests.browser.workbook.shelves import ONE, shelved

NAMED = f"workbooks/recruiting/?workbook={ONE}"
PAGES = (
    "workbooks/developing/",
    "workbooks/feedback/",
    "workbooks/give-feedback/",
    "workbooks/my-workbooks/",
    "workbooks/profile/",
    "workbooks/recruiting/",
    NAMED,
    "workbooks/self-reflection/",
    "workbooks/will-this-browser-keep-my-work/",
)
WINDOWS = ((1280, 900), (412, 823))


@pytest.fixture(scope="module")
def served(released: Release) -> Iterator[Served]:
    """The site as a host serves it: scripts without comments, all compressed."""
    with serving(released.site) as served:
        yield served


def visited(page: Page, served: Served, path: str) -> dict[str, int]:
    """What a visit loads of our script, with nobody doing anything: bytes by file."""
    if path == NAMED:
        page.goto(f"{served.address}404.html")
        store(page, {f"shelf/recruiting/{ONE}": shelved()})
        page.wait_for_load_state("networkidle")
    served.log.clear()
    page.goto(served.address + path, wait_until="networkidle")
    return {one.path: one.size for one in served.log if one.path.startswith(OWN_SCRIPT)}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_no_more_than_32_kb_of_our_script_before_somebody_acts(
    path: str, browser: Browser, served: Served
) -> None:
    for width, height in WINDOWS:
        context = browser.new_context(viewport={"width": width, "height": height})
        loaded = visited(context.new_page(), served, path)
        context.close()
        assert "assets/js/main.js" in loaded
        assert sum(loaded.values()) <= MOST_SCRIPT, loaded


def test_the_parts_of_a_named_workbook_s_list_wait_until_it_is_opened(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context()
    loaded = visited(context.new_page(), served, NAMED)
    context.close()
    assert "assets/js/named-workbooks/opened-workbook.js" in loaded
    assert "assets/js/named-workbooks/workbook-shelf.js" not in loaded
    assert "assets/js/backup/restore-backup.js" not in loaded
