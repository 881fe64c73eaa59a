"""The check whether a browser keeps what was written, in browsers that are closed and opened."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.standing.seeds import HERE
from tests.browser.workbook.profile import started
from tests.browser.workbook.records import stored

CHECK = "workbooks/will-this-browser-keep-my-work/"
MARKED = re.compile(r"#check-\d{10}$")
BLOCKED = """IDBFactory.prototype.open = () => {
    throw new DOMException("no", "SecurityError");
};"""


def mark(page: Page) -> str:
    """Write the mark; gives the link to open later."""
    page.get_by_role("button", name="Start the check").click()
    expect(page.get_by_role("heading", name="Step 2")).to_be_focused()
    expect(page).to_have_url(MARKED)
    link = page.get_by_role("link", name="#check-")
    address = link.get_attribute("href")
    assert address == page.url
    return address


def found(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", name=heading)).to_be_focused()


def test_a_browser_that_kept_the_mark_says_so_after_it_was_closed(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    with started(playwright, browser_path, tmp_path) as browser:
        browser.page.goto(site_url + CHECK)
        link = mark(browser.page)
    with started(playwright, browser_path, tmp_path) as browser:
        page = browser.page
        page.goto(link)
        found(page, "This browser kept your work")
        written = page.get_by_text(re.compile(r"^You started the check on \d+ \w+ \d{4}, "))
        expect(written).to_be_visible()
        page.get_by_role("button", name="End the check").click()
        expect(page.get_by_text("The check has ended")).to_be_visible()
        expect(page).to_have_url(site_url + CHECK)
        assert stored(page) == {}


def test_a_browser_that_was_cleared_says_that_it_was_gone_and_what_to_do(page: Page) -> None:
    page.goto(f"{CHECK}#check-1763890000")
    found(page, "This browser did not keep your work")
    gone = page.get_by_text("You started the check on 23 November 2025")
    expect(gone).to_be_visible()
    expect(page.get_by_text("save a backup file before you close the browser")).to_be_visible()
    page.get_by_role("link", name="what to ask for").click()
    expect(page.get_by_text("ClearBrowsingDataOnExit", exact=True)).to_be_visible()
    assert page.evaluate("() => indexedDB.databases()") == []


def test_a_page_that_is_only_loaded_again_proves_nothing(page: Page) -> None:
    page.goto(CHECK)
    mark(page)
    page.reload()
    found(page, "You may not have closed the browser yet")


def test_nothing_is_written_before_the_button_is_pressed(page: Page) -> None:
    page.goto(CHECK)
    expect(page.get_by_role("button", name="Start the check")).to_be_visible()
    page.get_by_text("How much space this site uses", exact=True).click()
    expect(page.get_by_text("Nothing is saved at this site’s address yet.")).to_be_visible()
    left = "async () => [await indexedDB.databases(), localStorage.length, sessionStorage.length]"
    assert page.evaluate(left) == [[], 0, 0]


def test_the_mark_is_in_no_backup(page: Page) -> None:
    page.goto(CHECK)
    mark(page)
    page.goto(HERE)
    page.get_by_role("button", name="Save a backup", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save backup").click()
    assert "browser-check" not in Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [CHECK, f"{CHECK}#check-1763890000"])
def test_a_browser_that_keeps_nothing_is_told_from_one_that_forgets(page: Page, path: str) -> None:
    page.add_init_script(BLOCKED)
    page.goto(path)
    if path == CHECK:
        page.get_by_role("button", name="Start the check").click()
    found(page, "This browser does not save anything")


def test_in_a_tab_that_keeps_nothing_there_is_nothing_to_check(page: Page) -> None:
    page.goto(HERE)
    page.get_by_role("button", name="Do not save in this browser").click()
    expect(page.get_by_role("button", name="Save answers in this browser again")).to_be_visible()
    page.goto(CHECK)
    found(page, "Nothing is saved in this tab")
