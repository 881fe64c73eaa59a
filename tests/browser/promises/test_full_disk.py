"""What was saved outlives a full disk: a real small one, and a browser that is started again."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.browser.promises.conftest import Start
from tests.browser.workbook.profile import Running, started
from tests.browser.workbook.records import stored
from tests.support.small_disk import Disk, small_disk
from tests.support.status import READY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a small disk is made with Linux")

WORKBOOK = "workbooks/self-reflection/"
ATTRIBUTE = "framework/values/"
SAID = re.compile("^Saved")
NOT_SAVED = re.compile("^Not saved")
BEFORE, AFTER = "before it was full", "after it was full"
WHILE = "while it was full " * 400  # more than what is left of the last block
A_WHILE = 40_000  # milliseconds: a save that failed is tried again later and later


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk that is nearly empty."""
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture
def start(playwright: Playwright, browser_path: Path, disk: Disk, tmp_path: Path) -> Start:
    """Starts a browser with its profile on the disk, as often as is wanted."""
    program = disk.browser(browser_path, tmp_path / "start")
    return lambda: started(playwright, program, disk.folder / "profile")


def field(page: Page, number: int) -> Locator:
    return page.locator("workbook-question textarea").nth(number)


def write(page: Page, number: int, text: str, says: re.Pattern[str]) -> None:
    field(page, number).fill(text)
    status = page.locator("workbook-question save-status").nth(number)
    expect(status).to_have_text(says, timeout=A_WHILE)


def values(browser: Running, address: str) -> list[str]:
    """The first three answers of the workbook, in a browser that has just been started."""
    page = browser.page
    page.goto(address)
    expect(page.locator("save-status").last).to_have_attribute("state", READY)
    shown: list[str] = page.locator("workbook-question textarea").evaluate_all(
        "(fields) => fields.slice(0, 3).map(({ value }) => value)"
    )
    return shown


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_what_is_saved_after_the_disk_was_full_is_there_when_the_browser_starts_again(
    start: Start, site_url: str, disk: Disk, end: str
) -> None:
    with start() as browser:
        page = browser.page
        page.goto(site_url + WORKBOOK)
        write(page, 0, BEFORE, SAID)
        disk.fill()
        write(page, 1, WHILE, NOT_SAVED)
        disk.make_room()
        write(page, 2, AFTER, SAID)
        expect(page.locator("workbook-question save-status").nth(1)).to_have_text(
            SAID, timeout=A_WHILE
        )
        if end == "closed":
            browser.close()
        else:
            browser.kill()
    with start() as browser:
        assert values(browser, site_url + WORKBOOK) == [BEFORE, WHILE, AFTER]
        assert not [key for key in stored(browser.page) if "ballast" in key]


def test_another_tab_trusts_the_disk_no_more_than_the_one_whose_save_failed(
    start: Start, site_url: str, disk: Disk
) -> None:
    with start() as browser:
        page = browser.page
        page.goto(site_url + WORKBOOK)
        write(page, 0, BEFORE, SAID)
        other = page.context.new_page()
        other.goto(site_url + WORKBOOK)
        expect(field(other, 0)).to_have_value(BEFORE)
        disk.fill()
        write(page, 1, WHILE, NOT_SAVED)
        page.on("dialog", lambda dialog: dialog.accept())
        page.close()
        disk.make_room()
        write(other, 2, AFTER, SAID)
        browser.kill()
    with start() as browser:
        first, _, third = values(browser, site_url + WORKBOOK)
        assert [first, third] == [BEFORE, AFTER]
