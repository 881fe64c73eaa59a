"""Restoring a backup: seen before, done as a whole, undone as a whole, refused in plain words."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.standing.seeds import (
    FIRST,
    HERE,
    LEDGER,
    SECOND,
    THIRD,
    WORKBOOK,
    answer,
    backup,
    file,
    holding,
    on_disk,
)
from tests.browser.workbook.records import stored

HELD = {
    f"answer/{FIRST}": answer("Mine, older", 10),
    f"answer/{SECOND}": answer("The same in both", 10),
}
BROUGHT = {
    f"answer/{FIRST}": answer("Theirs, newer", 15, 3, "How do you live them out?"),
    f"answer/{SECOND}": answer("The same in both", 10),
    f"answer/{THIRD}": answer("Only in the backup", 15, 1, "Which choices?"),
}
DROP = """(element, text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "backup.json", { type: "application/json" }));
    const options = { bubbles: true, cancelable: true, dataTransfer: data };
    element.dispatchEvent(new DragEvent("drop", options));
}"""
FULL = """() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
UNREAD = "() => { Blob.prototype.arrayBuffer = () => { throw new Error('it was read'); }; }"
NOTHING = "Nothing was restored"


def choose(page: Page, chosen: FilePayload | Path) -> None:
    expect(page.get_by_label("Backup file")).to_be_visible()
    page.get_by_label("Backup file").set_input_files(chosen)


def preview(page: Page) -> Any:
    return page.get_by_role("group", name="What this backup would change")


def restored(page: Page) -> None:
    """Press the button, and wait until it is said to be done."""
    preview(page).get_by_role("button", name="Restore").click()
    expect(page.get_by_text("The backup has been restored.")).to_be_visible()


@pytest.fixture
def here(page: Page) -> Page:
    """My workbooks, in a browser that holds two answers."""
    holding(page, HELD, records=2, answers=2)
    page.goto(HERE)
    expect(page.get_by_text("2 of 22 answered")).to_be_visible()
    return page


def test_a_backup_shows_what_it_would_change_before_anything_changes(here: Page) -> None:
    choose(here, backup(here, BROUGHT))
    expect(here.get_by_role("heading", name="What this backup would change")).to_be_focused()
    expect(preview(here)).to_contain_text("“Five attributes”, saved on 20 November 2026, 09:05")
    added = preview(here).get_by_text("1 answer will be added")
    expect(added).to_be_visible()
    added.click()
    expect(preview(here).get_by_text("Which choices?")).to_be_visible()
    expect(preview(here).get_by_text("1 answer is newer in the backup")).to_be_visible()
    expect(preview(here).get_by_text("1 answer is the same")).to_be_visible()
    expect(preview(here).get_by_text("kept separately")).to_be_hidden()
    assert stored(here) == HELD


def test_a_restore_brings_both_together_and_loses_no_text(here: Page) -> None:
    choose(here, backup(here, BROUGHT))
    restored(here)
    expect(here.get_by_text("3 of 22 answered")).to_be_visible()
    ledger = here.evaluate("(name) => JSON.parse(localStorage.getItem(name))", LEDGER)
    assert (ledger["records"], ledger["answers"]) == (3, 3)
    assert ledger["backup"] == "2026-11-20T09:05:00.000Z"
    expect(here.get_by_text("These answers now have 2 versions.")).to_be_visible()
    link = here.locator("[data-choose]").get_by_role("link")
    expect(link).to_have_count(1)
    link.click()
    expect(here).to_have_url(re.compile(f"{WORKBOOK}#"))
    expect(here.get_by_role("group", name="2 versions of this answer")).to_be_visible()
    here.goto(WORKBOOK)
    fields = here.get_by_role("main").locator("form").get_by_role("textbox")
    expect(fields.nth(0)).to_have_value("Theirs, newer")
    expect(fields.nth(2)).to_have_value("Only in the backup")
    expect(here.get_by_text("Mine, older")).to_be_visible()


def test_too_many_records_of_unknown_kinds_are_said_before_and_left_out(here: Page) -> None:
    many = {f"plan/n{number}": {"format": 1} for number in range(5001)}
    choose(here, backup(here, {**BROUGHT, **many}))
    expect(preview(here).get_by_text("5,001 items of kinds")).to_be_visible()
    expect(preview(here).get_by_text("1 answer will be added")).to_be_visible()
    restored(here)
    assert not [key for key in stored(here) if key.startswith("plan/")]


def test_a_restore_is_undone_as_a_whole_also_later(here: Page) -> None:
    choose(here, backup(here, BROUGHT))
    restored(here)
    here.reload()
    expect(here.get_by_text("You restored a backup on")).to_be_visible()
    here.get_by_role("button", name="Undo this restore").click()
    expect(here.get_by_text("The restore has been undone.")).to_be_visible()
    expect(here.get_by_role("button", name="Undo this restore")).to_be_hidden()
    expect(here.get_by_text("2 of 22 answered")).to_be_visible()
    assert stored(here) == HELD
    here.reload()
    expect(here.get_by_text("2 of 22 answered")).to_be_visible()
    expect(here.get_by_text("Answers saved here are missing")).to_be_hidden()


def test_cancel_leaves_everything_as_it_was(here: Page) -> None:
    choose(here, backup(here, BROUGHT))
    preview(here).get_by_role("button", name="Cancel").click()
    expect(here.get_by_text("Nothing was restored. Nothing has changed.")).to_be_visible()
    expect(here.get_by_label("Backup file")).to_be_focused()
    expect(preview(here)).to_be_hidden()
    assert stored(here) == HELD


def test_the_same_file_can_be_chosen_again_and_has_nothing_more_to_give(here: Page) -> None:
    chosen = backup(here, BROUGHT)
    choose(here, chosen)
    restored(here)
    assert here.get_by_label("Backup file").input_value() == ""
    choose(here, chosen)
    expect(here.get_by_text("Everything in this backup is here already.")).to_be_visible()
    expect(preview(here).get_by_role("button", name="Restore")).to_be_hidden()


def test_a_file_can_be_dropped(here: Page) -> None:
    text = backup(here, BROUGHT)["buffer"].decode()
    here.get_by_text("You can also drop the file here.").evaluate(DROP, text)
    expect(preview(here)).to_be_visible()


def test_a_backup_under_a_passphrase_opens_with_it_alone(here: Page) -> None:
    choose(here, backup(here, BROUGHT, "open sesame"))
    passphrase = here.get_by_label("Passphrase", exact=True)
    expect(passphrase).to_be_focused()
    here.keyboard.type("open barley")
    here.keyboard.press("Enter")
    expect(here.get_by_role("alert").filter(has_text="That is not the passphrase")).to_be_visible()
    expect(passphrase).to_have_attribute("aria-invalid", "true")
    assert stored(here) == HELD
    here.keyboard.type("open sesame")
    here.get_by_role("button", name="Open the backup").click()
    restored(here)
    expect(here.get_by_text("3 of 22 answered")).to_be_visible()
    assert passphrase.input_value() == ""


def damaged(page: Page) -> FilePayload:
    whole = backup(page, BROUGHT)["buffer"].decode()
    return file(whole.replace("Theirs, newer", "Theirs, never"))


REFUSED: dict[str, tuple[Callable[[Page], FilePayload], str]] = {
    "an empty file": (lambda _: file(""), "The file is empty."),
    "other text": (lambda _: file("Dear all,"), "This is not a backup file."),
    "other JSON": (lambda _: file('{"name": "x"}'), "not a backup of this guide"),
    "another product's": (lambda _: file('{"product": "other"}'), "does not come from this guide"),
    "a changed one": (damaged, "The file is damaged"),
    "a cut one": (
        lambda page: file(backup(page, BROUGHT)["buffer"].decode()[:-40]),
        "The file is damaged",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_whole_backup_is_refused_in_plain_words(here: Page, kind: str) -> None:
    make, words = REFUSED[kind]
    choose(here, make(here))
    refusal = here.get_by_role("alert").filter(has_text=NOTHING)
    expect(refusal).to_contain_text(words)
    expect(refusal).to_contain_text("Nothing in this browser has changed.")
    expect(here.get_by_label("Backup file")).to_be_visible()
    assert stored(here) == HELD


def test_a_file_with_a_letter_changed_is_shown_with_a_warning_and_can_be_restored(
    here: Page,
) -> None:
    choose(here, damaged(here))
    warning = here.get_by_role("alert").filter(has_text=NOTHING)
    expect(warning).to_contain_text("its checksum is not right")
    expect(preview(here)).to_be_visible()
    preview(here).get_by_role("button", name="Restore").click()
    expect(here.get_by_text("The backup has been restored.")).to_be_visible()
    expect(warning).to_be_hidden()
    assert "Theirs, never" in {one.get("value") for one in stored(here).values()}


def test_a_file_whose_lines_end_in_crlf_and_whose_name_in_txt_is_restored(here: Page) -> None:
    whole = backup(here, BROUGHT)["buffer"].decode()
    choose(here, file(whole.replace("\n", "\r\n"), "backup.txt"))
    expect(preview(here)).to_be_visible()
    expect(here.get_by_role("alert").filter(has_text=NOTHING)).to_be_hidden()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(here: Page, tmp_path: Path) -> None:
    here.evaluate(UNREAD)
    large = tmp_path / "large.json"
    with large.open("wb") as sparse:
        sparse.truncate(160_000_001)
    choose(here, large)
    expect(here.get_by_role("alert").filter(has_text=NOTHING)).to_contain_text("larger than any")


def test_where_nothing_can_be_written_it_is_said_and_nothing_has_changed(here: Page) -> None:
    choose(here, backup(here, BROUGHT))
    expect(preview(here)).to_be_visible()
    here.evaluate(FULL)
    preview(here).get_by_role("button", name="Restore").click()
    refusal = here.get_by_role("alert").filter(has_text=NOTHING)
    expect(refusal).to_contain_text("has no space left")
    assert stored(here) == HELD


def test_another_tab_shows_at_once_what_was_restored(
    here: Page, opened: Callable[[str], Page], tmp_path: Path
) -> None:
    workbook = opened(WORKBOOK)
    third = workbook.get_by_role("main").locator("form").get_by_role("textbox").nth(2)
    expect(third).to_have_value("")
    choose(here, on_disk(tmp_path, backup(here, BROUGHT)))
    restored(here)
    expect(third).to_have_value("Only in the backup")


def test_a_workbook_s_own_page_restores_into_its_fields(workbook: Page) -> None:
    choose(workbook, backup(workbook, BROUGHT))
    restored(workbook)
    fields = workbook.get_by_role("main").locator("form").get_by_role("textbox")
    expect(fields.nth(2)).to_have_value("Only in the backup")


def test_an_answer_of_a_newer_version_is_told_of_before_and_locks_its_question_alone(
    workbook: Page,
) -> None:
    newer = {"format": 2, "pages": ["written by the next version"]}
    choose(workbook, backup(workbook, {f"answer/{THIRD}": newer}))
    warned = preview(workbook).get_by_text("1 answer comes from a newer version of this site")
    expect(warned).to_be_visible()
    expect(preview(workbook).get_by_text("other record will be added")).to_be_hidden()
    restored(workbook)
    fields = workbook.get_by_role("main").locator("form").get_by_role("textbox")
    expect(fields.nth(2)).not_to_be_editable()
    fields.nth(3).fill("The others can be answered.")
    said = workbook.locator("save-status")
    expect(said.nth(3)).to_have_text(re.compile("^Saved"))
    expect(said.nth(2)).to_contain_text("This version of the site cannot show")
    expect(workbook.get_by_text("updated in another tab")).to_be_hidden()
    workbook.get_by_role("button", name="Undo this restore").click()
    expect(workbook.get_by_text("The restore has been undone.")).to_be_visible()
    fields.nth(2).fill("And so can this one again.")
    expect(said.nth(2)).to_have_text(re.compile("^Saved"))
