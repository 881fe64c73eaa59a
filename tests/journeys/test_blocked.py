"""Where the browser blocks what sites keep, pages say so, and give what was written as a file."""

from tests.journeys.conftest import Start
from tests.journeys.workbook import FIELD, WORKBOOK, put, says, seen

CHECK = "workbooks/will-this-browser-keep-my-work/"
OTHERS = (
    *("", "quotes/", "framework/values/", "workbooks/", "workbooks/my-workbooks/"),
    *("workbooks/profile/", "workbooks/feedback/", "workbooks/give-feedback/"),
)


def test_a_workbook_says_that_nothing_is_saved_and_gives_a_file(
    start: Start, site_url: str
) -> None:
    with start(cookies_blocked=True) as browser:
        tab = browser.tab()
        tab.go(site_url + WORKBOOK)
        seen(tab, "Nothing is being saved in this browser")
        put(tab, 0, "'Words that are nowhere else'")
        says(tab, 0, "Not saved")
        assert tab.run(FIELD, [0])[0] == "Words that are nowhere else"
        file = browser.downloaded(lambda: tab.click("[data-notice='blocked'] rescue-file button"))
        assert "Words that are nowhere else" in file.read_text(encoding="utf-8")


def test_the_check_of_the_browser_says_that_it_keeps_nothing(start: Start, site_url: str) -> None:
    with start(cookies_blocked=True) as browser:
        tab = browser.tab()
        tab.go(site_url + CHECK)
        tab.click("[data-do='write'], [data-do='again']")
        seen(tab, "This browser does not save anything")


def test_no_page_fails_where_nothing_can_be_kept(start: Start, site_url: str) -> None:
    with start(cookies_blocked=True) as browser:
        tab = browser.tab()
        for address in OTHERS:
            tab.go(site_url + address)
            tab.until("() => document.readyState === 'complete'")
