"""A leader's workbook goes to a coach, and the notes come back, each in a browser of its own."""

from pathlib import Path

from tests.journeys.conftest import Start
from tests.journeys.workbook import WORKBOOK, open_workbook, press_button, says, seen, shows, write
from tests.support.engines.tab import Tab

READ = "workbooks/read/"
PLAN = f"{WORKBOOK}#plan-after-self-reflection"
SET_DAY = """() => {
    const field = document.querySelector("[data-action] input[type=date]");
    field.value = "2027-05-01";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""
DAY_SAVED = """() => /^Saved/.test(document.querySelector(
    "workbook-question:has([type=date]) save-status").textContent)"""
NOTE = "compare-rounds [data-write] textarea"
STORES = "async () => (await indexedDB.databases()).length + localStorage.length"


def second_round(tab: Tab, address: str) -> None:
    """Begin a round of the self-reflection, and come to its page."""
    tab.go(address)
    tab.click("details.shelf__all > summary")
    tab.until("() => document.querySelector('.shelf__new [data-do=new]')?.checkVisibility()")
    tab.click(".shelf__new [data-do='new']")
    tab.until("() => document.querySelector('dialog[data-dialog=name]')?.open")
    tab.click("dialog[data-dialog='name'] [type='submit']")
    seen(tab, "You are in Round 2")


def saved_for_a_coach(start: Start, site_url: str) -> Path:
    """What a leader with 2 rounds and an action hands to a coach."""
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + PLAN)
        write(tab, 0, "What I did then")
        says(tab, 0, "Saved")
        tab.run(SET_DAY)
        tab.until(DAY_SAVED)
        second_round(tab, site_url + WORKBOOK)
        seen(tab, "Round 1,")
        seen(tab, "What I did then")
        write(tab, 0, "What I do now")
        says(tab, 0, "Saved")
        tab.click(".take-away__menu > summary")
        press_button(tab, "Save a file for someone to read")
        tab.until("() => document.querySelector('workbook-file dialog')?.open")
        tab.click("workbook-file [data-part='all'] input")
        return browser.downloaded(lambda: tab.click("workbook-file [type='submit']"))


def notes_on(file: Path, start: Start, site_url: str, folder: Path) -> Path:
    """The notes of a coach who has read the file, and keeps nothing of it."""
    with start(folder=folder) as browser:
        tab = browser.tab()
        tab.go(site_url + READ)
        seen(tab, "A file of a workbook")
        tab.choose_file("#read-file", file)
        seen(tab, "You are reading a file from someone")
        seen(tab, "What I did then")
        seen(tab, "1 May 2027")
        tab.click(NOTE)
        tab.keys("Why this panel?")
        notes = browser.downloaded(lambda: press_button(tab, "Save my notes as a file"))
        assert tab.run(STORES) == 0
        return notes


def test_a_coach_reads_2_rounds_and_the_leader_has_the_notes(
    start: Start, site_url: str, tmp_path: Path
) -> None:
    file = saved_for_a_coach(start, site_url)
    notes = notes_on(file, start, site_url, tmp_path / "coach")
    assert "What I do now" not in notes.read_text(encoding="utf-8")
    with start() as browser:
        tab = browser.tab()
        tab.go(site_url + READ)
        seen(tab, "A file of a workbook")
        tab.choose_file("#read-file", notes)
        seen(tab, "Why this panel?")
        open_workbook(tab, site_url + WORKBOOK)
        shows(tab, 0, "What I did then")
