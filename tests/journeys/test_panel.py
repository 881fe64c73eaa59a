"""2 members of a panel score a candidate, and the chair sees where they differ, in any engine."""

from pathlib import Path

from tests.journeys.conftest import Start
from tests.journeys.workbook import (
    SHOW_ALL,
    open_workbook,
    press_button,
    says,
    seen,
    settled,
    write,
)
from tests.support.engines.tab import Tab

SCORING = "workbooks/scoring/"
PANEL = "workbooks/panel/"
RECRUITING = "workbooks/recruiting/"
GIVE = """(value) => document.querySelector(
    `[question=score-decisions] [value="${value}"]`).click()"""
GIVEN = """() => /^Saved/.test(document.querySelector(
    "[question=score-decisions] save-status").textContent)"""
TICKED = "() => document.querySelectorAll('.tick-list input:checked').length === 1"
TICK_SAVED = """() => /^Saved/.test(document.querySelector(
    "workbook-question:has(.tick-list) save-status").textContent)"""
STORES = "async () => (await indexedDB.databases()).length + localStorage.length"
DAY = """() => {
    const field = document.querySelector("#panel-erase");
    field.value = "2027-06-01";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""


def scored(start: Start, site_url: str, folder: Path, score: int, why: str) -> Path:
    """The file of a member who has given one score."""
    with start(folder=folder) as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + SCORING)
        tab.until("() => document.querySelector('.shelf__new [data-do=new]')?.checkVisibility()")
        tab.until("() => Boolean(customElements.get('workbook-shelf'))")
        tab.click(".shelf__new [data-do='new']")
        tab.until("() => document.querySelector('dialog[data-dialog=name]')?.open")
        tab.click("dialog[data-dialog='name'] [type='submit']")
        seen(tab, "Sheet for Candidate 1")
        settled(tab)
        tab.run(SHOW_ALL)
        tab.run(GIVE, score)
        tab.until(GIVEN)
        write(tab, 1, why)
        says(tab, 1, "Saved")
        tab.click(".take-away__menu > summary")
        tab.click(".take-away [data-open-workbook-file]")
        tab.until("() => document.querySelector('workbook-file dialog')?.open")
        tab.click("#workbook-file-from")
        tab.keys(f"M{score}")
        return browser.downloaded(lambda: tab.click("workbook-file [type='submit']"))


def is_opened(tab: Tab, count: int) -> None:
    """So many members' files are open."""
    tab.until("(n) => document.querySelectorAll('.panel__member').length === n", count)


def test_the_chair_sees_where_2_members_differ_and_keeps_the_record(
    start: Start, site_url: str, tmp_path: Path
) -> None:
    files = [
        scored(start, site_url, tmp_path / "one", 2, "No example"),
        scored(start, site_url, tmp_path / "two", 5, "Owned it"),
    ]
    with start(folder=tmp_path / "chair") as browser:
        tab = browser.tab()
        tab.go(site_url + PANEL)
        seen(tab, "Files of scores")
        for number, file in enumerate(files, start=1):
            tab.choose_file("#panel-file", file)
            is_opened(tab, number)
        seen(tab, "Candidate 1: Decisions")
        seen(tab, "M2: 2")
        seen(tab, "No example")
        tab.click("#panel-reasons")
        tab.keys("Candidate 1")
        tab.run(DAY)
        record = browser.downloaded(lambda: press_button(tab, "Download the record as Word"))
        assert record.read_bytes().startswith(b"PK")
        assert tab.run(STORES) == 0


def test_what_is_ticked_for_an_advert_is_still_ticked(start: Start, site_url: str) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + RECRUITING)
        tab.click(".tick-list input[type='checkbox']")
        tab.until(TICK_SAVED)
        open_workbook(tab, site_url + RECRUITING)
        tab.until(TICKED)
