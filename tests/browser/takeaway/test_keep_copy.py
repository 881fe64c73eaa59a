"""A copy that is kept in a file of the person's choice, and written anew after saves.

The file lies in the browser's own file system here, as no test can answer a picker.
"""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.takeaway.pages import ID, SHARED, WORKBOOK, button, field, menu, open_menu, write
from tests.browser.test_access import faults_of
from tests.browser.workbook.records import DATABASE, stored

PICKER = """globalThis.showSaveFilePicker = async () => {
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle("my-copy.json", { create: true });
}"""
CANCELLED = """globalThis.showSaveFilePicker = async () => {
    throw new DOMException("", "AbortError");
}"""
ASKS = """FileSystemHandle.prototype.queryPermission = async () => "prompt";
FileSystemHandle.prototype.requestPermission = async () => globalThis.permission ?? "granted";"""
# A file that is being written anew has no text for a moment.
READ = """async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("my-copy.json", { create: true });
    for (let left = 1000; ; left -= 1) {
        try {
            return await (await handle.getFile()).text();
        } catch (error) {
            if (error.name !== "NotReadableError" || !left) throw error;
        }
    }
}"""
# Resolves when what the page had told its other parts has come.
HEARD = """async (name) => {
    const [to, from] = [new BroadcastChannel(name), new BroadcastChannel(name)];
    const came = new Promise((resolve) => { from.onmessage = resolve; });
    to.postMessage({});
    await came;
    for (const channel of [to, from]) channel.close();
}"""
EMPTY = """async (name) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const tx = opened.result.transaction("records", "readwrite");
    tx.objectStore("records").clear();
    await new Promise((resolve) => { tx.oncomplete = resolve; });
    opened.result.close();
}"""
FAIL = """() => {
    globalThis.able = FileSystemFileHandle.prototype.createWritable;
    FileSystemFileHandle.prototype.createWritable = async () => {
        throw new DOMException("", "NotFoundError");
    };
}"""
MEND = "() => { FileSystemFileHandle.prototype.createWritable = able; }"
KEPT = "Backup file my-copy.json, last updated "
KEEP = "Keep a backup file up to date"
GO_ON = "Continue to update my-copy.json"
STOP = "Stop updating the file"
SECONDS = 1000
SAVED = re.compile("^(Saved|Not saved: you)")


def copy_of(page: Page) -> str | None:
    """The first answer, as the file has it."""
    text = page.evaluate(READ)
    records: list[dict[str, Any]] = json.loads(text)["records"] if text else []
    found = [one["record"]["value"] for one in records if one["key"] == f"answer/{ID}"]
    return found[0] if found else None


def save(page: Page, text: str) -> None:
    """Answer the first question and turn from it, which saves it; what follows saves has heard."""
    field(page).fill(text)
    field(page).blur()
    expect(page.locator("save-status").first).to_have_text(SAVED)
    page.evaluate(HEARD, DATABASE)


def keep(page: Page) -> None:
    """Choose a file, and wait until the copy is in it."""
    open_menu(page)
    button(page, KEEP).click()
    expect(page.get_by_text(KEPT)).to_be_visible()


@pytest.fixture
def workbook(page: Page) -> Page:
    """The workbook with an answer, its clock in the test's hands: it stands still."""
    page.add_init_script(PICKER)
    page.clock.install(time="2026-11-23T10:00:00Z")
    page.goto(WORKBOOK)
    write(page, "The first words")
    page.clock.pause_at("2026-11-23T11:00:00Z")
    return page


def test_the_copy_is_written_at_once_and_anew_after_saves(workbook: Page) -> None:
    keep(workbook)
    assert copy_of(workbook) == "The first words"
    save(workbook, "The words after")
    workbook.clock.fast_forward(5 * SECONDS)
    assert copy_of(workbook) == "The first words"  # not more often than every ten seconds
    workbook.clock.fast_forward(6 * SECONDS)
    workbook.wait_for_function(f"async () => (await ({READ})()).includes('The words after')")
    assert copy_of(workbook) == "The words after"


def test_the_next_visit_goes_on_after_one_press(workbook: Page) -> None:
    keep(workbook)
    workbook.add_init_script(ASKS)
    workbook.reload()
    expect(button(workbook, GO_ON)).to_be_visible()
    save(workbook, "The next visit")
    workbook.clock.fast_forward(20 * SECONDS)
    assert copy_of(workbook) == "The first words"
    workbook.evaluate("globalThis.permission = 'denied'")
    button(workbook, GO_ON).click()
    expect(button(workbook, GO_ON)).to_be_visible()
    workbook.evaluate("globalThis.permission = 'granted'")
    button(workbook, GO_ON).click()
    expect(workbook.get_by_text(KEPT)).to_be_visible()
    expect(button(workbook, GO_ON)).to_be_hidden()
    assert copy_of(workbook) == "The next visit"


def test_where_the_browser_still_allows_it_the_next_visit_goes_on_by_itself(workbook: Page) -> None:
    keep(workbook)
    workbook.reload()
    expect(workbook.get_by_text(KEPT)).to_be_visible()
    expect(button(workbook, GO_ON)).to_be_hidden()


def test_after_stop_nothing_more_is_written_and_nothing_is_remembered(workbook: Page) -> None:
    keep(workbook)
    button(workbook, STOP).click()
    expect(workbook.get_by_text(KEPT)).to_be_hidden()
    save(workbook, "Not for the file")
    workbook.clock.fast_forward(20 * SECONDS)
    assert copy_of(workbook) == "The first words"
    assert "handle/copy" not in stored(workbook)


def test_a_copy_that_fails_is_called_old_and_tried_again(workbook: Page) -> None:
    keep(workbook)
    workbook.evaluate(FAIL)
    save(workbook, "Not in the file")
    workbook.clock.fast_forward(11 * SECONDS)
    alert = workbook.get_by_role("alert").filter(has_text="could not update the backup file")
    expect(alert).to_be_visible()
    assert copy_of(workbook) == "The first words"
    workbook.evaluate(MEND)
    save(workbook, "In the file again")
    workbook.clock.fast_forward(11 * SECONDS)
    expect(workbook.get_by_text(KEPT)).to_be_visible()
    expect(alert).to_have_count(0)
    assert copy_of(workbook) == "In the file again"


def test_a_file_that_never_could_be_written_is_not_called_a_copy(workbook: Page) -> None:
    workbook.evaluate(FAIL)
    open_menu(workbook)
    button(workbook, KEEP).click()
    expect(workbook.get_by_text("We have not been able to update my-copy.json")).to_be_visible()


def test_a_store_that_has_been_emptied_is_not_written_over_a_good_copy(workbook: Page) -> None:
    keep(workbook)
    workbook.evaluate(EMPTY, DATABASE)
    save(workbook, "Typed after all was gone")
    workbook.clock.fast_forward(11 * SECONDS)
    expect(workbook.get_by_text("could not update the backup file")).to_be_visible()
    assert copy_of(workbook) == "The first words"


def test_choosing_no_file_changes_nothing(page: Page) -> None:
    page.add_init_script(CANCELLED)
    page.goto(WORKBOOK)
    open_menu(page)
    button(page, KEEP).click()
    expect(button(page, STOP)).to_have_count(0)
    assert stored(page) == {}


def test_on_a_shared_computer_the_copy_is_kept_and_the_file_not_remembered(page: Page) -> None:
    page.add_init_script(f"{SHARED}; {PICKER}")
    page.clock.install(time="2026-11-23T10:00:00Z")
    page.goto(WORKBOOK)
    write(page, "For this visit")
    page.clock.pause_at("2026-11-23T11:00:00Z")
    keep(page)
    save(page, "For this visit, and more")
    page.clock.fast_forward(11 * SECONDS)
    page.wait_for_function(f"async () => (await ({READ})()).includes('and more')")
    page.reload()
    expect(menu(page)).to_be_visible()
    expect(button(page, GO_ON)).to_have_count(0)
    assert stored(page) == {}


def test_where_the_browser_cannot_nothing_of_it_is_offered(page: Page) -> None:
    page.add_init_script("delete globalThis.showSaveFilePicker")
    page.goto(WORKBOOK)
    open_menu(page)
    expect(button(page, "Download as Markdown")).to_be_visible()
    expect(button(page, KEEP)).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_beside_a_kept_copy(workbook: Page, width: int) -> None:
    workbook.set_viewport_size({"width": width, "height": 900})
    keep(workbook)
    workbook.clock.resume()  # axe waits for it
    faults = faults_of(workbook)
    workbook.evaluate(FAIL)
    save(workbook, "Not in the file")
    workbook.clock.fast_forward(11 * SECONDS)
    expect(workbook.get_by_text("could not update the backup file")).to_be_visible()
    assert faults + faults_of(workbook) == []


@pytest.mark.parametrize("refusal", ["SecurityError", "NotAllowedError"])
def test_a_browser_that_allows_no_such_file_says_so_and_offers_a_backup(
    page: Page, refusal: str
) -> None:
    page.add_init_script(CANCELLED.replace("AbortError", refusal))
    page.goto(WORKBOOK)
    open_menu(page)
    button(page, "Keep a backup file up to date").click()
    said = page.get_by_role("alert").filter(has_text="write to a file that you choose")
    expect(said).to_be_visible()
    assert faults_of(page) == []
    said.get_by_role("button", name="Save a backup").click()
    expect(page.get_by_role("dialog", name="Save a backup")).to_be_visible()
