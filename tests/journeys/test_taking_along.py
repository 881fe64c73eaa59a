"""What was written goes along in files into another browser, and is read by later releases."""

from functools import partial
from pathlib import Path

from tests.journeys.conftest import Start
from tests.journeys.workbook import WORKBOOK, open_workbook, press_button, says, seen, shows, write
from tests.releases.frozen import Release
from tests.support.engines.tab import Running, Tab

MINE = "workbooks/my-workbooks/"
PROFILE = "workbooks/profile/"
RATED = "workbooks/developing/"
# Puts records into the database, as a browser has kept them since a release before.
KEEP = """(records) => new Promise((resolve, reject) => {
    const name = `five-attributes:/${location.pathname.split("/")[1]}/`;
    const opening = indexedDB.open(name, 1);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore("records");
    opening.onsuccess = () => {
        const store = opening.result.transaction("records", "readwrite").objectStore("records");
        for (const [key, record] of Object.entries(records)) store.put(record, key);
        store.transaction.oncomplete = () => { opening.result.close(); resolve(true); };
    };
})"""
RATE = """() => {
    const all = document.querySelectorAll("workbook-question [role=radiogroup]");
    for (const one of all) one.querySelector("input[value='4']").click();
    return all.length;
}"""
ALL_SAVED = """() => {
    const all = [...document.querySelectorAll("workbook-question:has([role=radiogroup])")];
    return all.every((one) => /^Saved/.test(one.querySelector("save-status").textContent));
}"""
SHOWN = """() => {
    const all = [...document.querySelectorAll("workbook-question:has(textarea)")];
    return Object.fromEntries(all.map((one) =>
        [`answer/${one.getAttribute("question")}`, one.querySelector("textarea").value]));
}"""


def backup(browser: Running, tab: Tab) -> Path:
    """Save a backup, as from My workbooks."""
    press_button(tab, "Save a backup")
    tab.until("() => document.querySelector('backup-dialog dialog')?.open")
    return browser.downloaded(lambda: tab.click("backup-dialog [data-part='save']"))


def test_a_backup_brings_answers_into_another_browser(
    start: Start, site_url: str, tmp_path: Path
) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        write(tab, 0, "To take along")
        says(tab, 0, "Saved")
        tab.go(site_url + MINE)
        file = backup(browser, tab)
        assert "To take along" in file.read_text(encoding="utf-8")
    with start(folder=tmp_path / "other") as browser:
        tab = browser.tab()
        tab.go(site_url + MINE)
        seen(tab, "Choose a backup file")
        tab.choose_file("#backup-file", file)
        tab.click("restore-backup [data-do='restore']")
        seen(tab, "The backup has been restored.")
        open_workbook(tab, site_url + WORKBOOK)
        shows(tab, 0, "To take along")
        says(tab, 0, "Saved")


def test_what_a_release_before_has_kept_is_shown(
    start: Start, site_url: str, release: Release
) -> None:
    answers = {key: one for key, one in release.records.items() if key.startswith("answer/")}
    with start() as browser:
        tab = browser.tab()
        tab.go(site_url + "about/glossary/")
        tab.run(KEEP, answers)
        open_workbook(tab, site_url + WORKBOOK)
        shown = tab.run(SHOWN)
        kept = {key: answers[key]["value"] for key in shown if key in answers}
        assert len(kept) > 5
        assert {key: shown[key] for key in kept} == kept


def test_the_profile_is_given_as_word_and_as_pictures(start: Start, site_url: str) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + RATED)
        assert tab.run(RATE) >= 5
        tab.until(ALL_SAVED)
        tab.go(site_url + PROFILE)
        for way, beginning in (("word", b"PK\x03\x04"), ("png", b"\x89PNG\r\n"), ("svg", b"<svg")):
            file = browser.downloaded(partial(tab.click, f"main [data-way='{way}']"))
            assert beginning in file.read_bytes()[:200], way
