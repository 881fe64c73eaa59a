"""Saving a backup from the page, and a file when nothing else can be saved."""

import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.takeaway.pages import (
    BLOCKED,
    FULL,
    ID,
    SHARED,
    WORKBOOK,
    answer,
    button,
    field,
    ledger,
    menu,
    open_menu,
    write,
)
from tests.browser.test_access import faults_of
from tests.browser.workbook.records import DATABASE, store

NAME = re.compile(r"five-attributes-backup-\d{4}-\d\d-\d\d-\d{4}\.json")
UNSEAL = """async ([text, passphrase]) => {
    const { unseal } = await siteModule("backup/encrypt.js");
    const bytes = await unseal(new TextEncoder().encode(text), passphrase);
    return new TextDecoder().decode(bytes);
}"""
LOSE_A_RECORD = """const parse = JSON.parse;
JSON.parse = (text, ...more) => {
    const value = parse(text, ...more);
    if (value?.kind === "backup") value.records.pop();
    return value;
}"""


def opened(page: Page) -> None:
    """Open the dialog."""
    if button(page, "Save a backup").is_hidden():
        open_menu(page)
    button(page, "Save a backup").click()
    expect(page.get_by_role("dialog", name="Save a backup")).to_be_visible()


def saved(page: Page) -> Download:
    """What the open dialog hands over."""
    with page.expect_download() as download:
        button(page, "Save backup").click()
    assert NAME.fullmatch(download.value.suggested_filename)
    return download.value


def text_of(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


def records(text: str) -> dict[str, Any]:
    """The records of a backup that is whole."""
    head, check = re.fullmatch(r'(.*),\n"check": "crc32:(\w{8})"\n}\n', text, re.DOTALL).groups()  # type: ignore[union-attr]
    assert int(check, 16) == zlib.crc32(head.encode())
    return {entry["key"]: entry["record"] for entry in json.loads(text)["records"]}


def test_a_backup_has_everything_of_all_workbooks(page: Page, site_url: str) -> None:
    page.goto(WORKBOOK)
    others = {
        "answer/of-another-workbook": answer("Elsewhere"),
        f"version/{ID}/000000001": answer("An earlier one"),
    }
    store(page, others)
    page.reload()
    write(page, "The present one")
    opened(page)
    download = saved(page)
    text = text_of(download)
    kept = records(text)
    assert {key: kept[key] for key in others} == others
    assert kept[f"answer/{ID}"]["value"] == "The present one"
    assert json.loads(text)["site"] == "Five attributes of effective leadership"
    assert json.loads(text)["address"] == site_url
    expect(page.get_by_text(f"{download.suggested_filename} downloaded.")).to_be_visible()
    expect(button(page, "Close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(button(page, "Save a backup")).to_be_focused()


def test_a_backup_is_noted_beside_the_work(page: Page) -> None:
    page.goto(WORKBOOK)
    with page.expect_event("console") as heard:
        page.evaluate("document.addEventListener('ledger', () => console.log('noted'))")
        write(page, "Some work")
    assert heard.value.text == "noted"
    assert (ledger(page) or {})["since"]
    opened(page)
    saved(page)
    expect(page.get_by_text("Last backup: ")).to_have_count(1)
    noted = ledger(page) or {}
    assert noted["backup"]
    assert noted["since"] is None
    assert noted["answers"] == 1


def test_under_a_passphrase_only_the_passphrase_opens_it(page: Page) -> None:
    page.goto(WORKBOOK)
    write(page, "A secret thought")
    opened(page)
    expect(page.get_by_text("We cannot reset it")).to_be_visible()
    page.locator("#backup-passphrase").fill("eight wise owls")
    text = text_of(saved(page))
    expect(page.get_by_text("You need the passphrase to open it.")).to_be_visible()
    assert "A secret thought" not in text
    assert json.loads(text)["kind"] == "sealed-backup"
    plain = page.evaluate(UNSEAL, [text, "eight wise owls"])
    assert records(plain)[f"answer/{ID}"]["value"] == "A secret thought"


def test_the_passphrase_can_be_shown_and_does_not_stay_in_the_page(page: Page) -> None:
    page.goto(WORKBOOK)
    opened(page)
    passphrase = page.locator("#backup-passphrase")
    passphrase.fill("eight wise owls")
    expect(passphrase).to_have_attribute("type", "password")
    page.get_by_label("Show the passphrase").check()
    expect(passphrase).to_have_attribute("type", "text")
    page.keyboard.press("Escape")
    opened(page)
    expect(passphrase).to_have_value("")
    expect(passphrase).to_have_attribute("type", "password")


def test_by_keyboard_alone_a_sealed_backup_is_saved(page: Page) -> None:
    page.goto(WORKBOOK)
    button(page, "Save a backup").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#backup-passphrase")).to_be_focused()
    page.keyboard.type("eight wise owls")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert json.loads(text_of(download.value))["kind"] == "sealed-backup"


def test_where_the_browser_cannot_seal_the_dialog_says_why(page: Page) -> None:
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page.goto(WORKBOOK)
    opened(page)
    expect(page.get_by_text("is not on a secure address (https)")).to_be_visible()
    expect(page.locator("#backup-passphrase")).to_be_hidden()
    assert records(text_of(saved(page))) == {}


@pytest.mark.parametrize("passphrase", ["", "eight wise owls"])
def test_a_backup_that_does_not_compare_is_not_given_out(page: Page, passphrase: str) -> None:
    page.add_init_script(LOSE_A_RECORD)
    page.goto(WORKBOOK)
    write(page, "Still here")
    downloads: list[Download] = []
    page.on("download", lambda download: downloads.append(download))
    opened(page)
    page.locator("#backup-passphrase").fill(passphrase)
    button(page, "Save backup").click()
    expect(
        page.get_by_text("We could not make the backup. Your answers have not changed")
    ).to_be_visible()
    button(page, "Cancel").click()
    expect(field(page)).to_have_value("Still here")
    expect(page.get_by_text("No backup yet")).to_be_visible()
    assert downloads == []
    assert not (ledger(page) or {}).get("backup")


def test_where_the_store_cannot_be_read_the_page_is_saved_and_no_backup_noted(page: Page) -> None:
    page.add_init_script(BLOCKED)
    page.goto(WORKBOOK)
    field(page).fill("Only on this page")
    opened(page)
    kept = records(text_of(saved(page)))
    assert kept[f"answer/{ID}"]["value"] == "Only on this page"
    expect(page.get_by_text("this backup is incomplete")).to_be_visible()
    assert not (ledger(page) or {}).get("backup")


def test_on_a_shared_computer_a_backup_leaves_no_trace(page: Page) -> None:
    page.add_init_script(SHARED)
    page.goto(WORKBOOK)
    write(page, "For this visit only")
    opened(page)
    assert records(text_of(saved(page)))[f"answer/{ID}"]["value"] == "For this visit only"
    assert page.evaluate("localStorage.length") == 0


def test_whoever_asks_for_a_backup_hears_whether_there_is_one(page: Page) -> None:
    page.goto(WORKBOOK)
    expect(menu(page)).to_be_visible()
    page.evaluate("siteModule('backup/backup-dialog.js')")
    ask = "() => { asked = document.querySelector('backup-dialog').ask() }"
    page.evaluate(f"globalThis.asked = null; ({ask})()")
    button(page, "Cancel").click()
    assert page.evaluate("asked") is False
    page.evaluate(f"({ask})()")
    saved(page)
    button(page, "Close").click()
    assert page.evaluate("asked") is True


def rescued(page: Page) -> Download:
    with page.expect_download() as download:
        button(page, "Save my answers as a file").click()
    return download.value


def test_what_cannot_be_saved_can_be_taken_as_a_file_without_the_network(page: Page) -> None:
    page.add_init_script(FULL)
    page.goto(WORKBOOK)
    page.wait_for_function("() => Boolean(customElements.get('rescue-file'))")
    with page.expect_response("**/backup/json-value.js"):
        field(page).fill("The disk")
    page.evaluate("siteModule('backup/make-backup.js')")  # it has come, with all it needs
    page.context.set_offline(True)
    field(page).fill("The disk is full")
    download = rescued(page)
    assert NAME.fullmatch(download.suggested_filename)
    assert records(text_of(download))[f"answer/{ID}"]["value"] == "The disk is full"


def test_where_nothing_can_be_kept_the_page_can_be_taken_as_a_file(page: Page) -> None:
    page.add_init_script(BLOCKED)
    page.goto(WORKBOOK)
    field(page).fill("In a private window")
    button(page, "Save my answers as a file").first.wait_for()
    with page.expect_download() as download:
        button(page, "Save my answers as a file").first.click()
    kept = records(text_of(download.value))
    assert kept[f"answer/{ID}"]["value"] == "In a private window"


@pytest.mark.page_fault("Failed to load resource")
def test_without_the_means_for_a_backup_the_file_is_plain_text(page: Page) -> None:
    page.add_init_script(FULL)
    page.route("**/backup/make-backup.js", lambda route: route.abort())
    page.goto(WORKBOOK)
    field(page).fill("Words before all")
    download = rescued(page)
    assert download.suggested_filename.endswith(".txt")
    assert "Words before all" in text_of(download)


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_dialog(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(WORKBOOK)
    opened(page)
    faults = faults_of(page)
    saved(page)
    assert faults + faults_of(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


MANY = """async ([name, count, record]) => {
    const opened = indexedDB.open(name, 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("records");
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("records", "readwrite").objectStore("records");
    for (let number = 0; number < count; number += 1) store.put(record, `answer/q-${number}`);
    await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
    opened.result.close();
}"""
WATCHED = """() => {
    globalThis.progress = [];
    const place = document.querySelector('[data-part="progress"]');
    const note = () => progress.push(place.textContent);
    new MutationObserver(note).observe(place, { childList: true });
}"""


def test_a_backup_of_very_many_records_is_whole_and_shows_how_far_it_has_come(page: Page) -> None:
    page.goto(WORKBOOK)
    many = 3_000
    page.evaluate(MANY, [DATABASE, many, answer("one of many")])
    page.reload()
    opened(page)
    page.evaluate(WATCHED)
    kept = json.loads(text_of(saved(page)))["records"]
    assert len(kept) == many
    said = page.evaluate("progress")
    assert said[0] == "500 items read so far"
    assert said[-1] == "3,000 items read so far"
    expect(page.locator("[data-part='progress']")).to_be_hidden()
