"""Answers that are gone are announced, never shown as a fresh form."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.standing.seeds import answer
from tests.browser.workbook.records import store, stored
from tests.browser.workbook.shelves import (
    AT,
    FIRST,
    ONE,
    POST,
    SECOND,
    all_of_them,
    item,
    shelved,
)

GONE = "Answers saved here are missing"
EMPTIED = {
    "deleted": """(name) => new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve;
    })""",
    "emptied": """async (name) => {
        const opened = indexedDB.open(name);
        await new Promise((resolve) => { opened.onsuccess = resolve; });
        const store = opened.result.transaction("records", "readwrite").objectStore("records");
        store.clear();
        await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
        opened.result.close();
    }""",
    "robbed of some": """async (name) => {
        const opened = indexedDB.open(name);
        await new Promise((resolve) => { opened.onsuccess = resolve; });
        const store = opened.result.transaction("records", "readwrite").objectStore("records");
        const keys = store.getAllKeys();
        keys.onsuccess = () => keys.result.slice(1).forEach((key) => store.delete(key));
        await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
        opened.result.close();
    }""",
}
NAME = "five-attributes:/guide/"
# Some answers go as they do when a person deletes them in another tab: noted beside the database.
DELETED = """async ([name, count]) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("records", "readwrite").objectStore("records");
    const keys = store.getAllKeys(IDBKeyRange.bound("answer/", "answer/\\uffff"));
    keys.onsuccess = () => keys.result.slice(0, count).forEach((key) => store.delete(key));
    await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
    opened.result.close();
    const { answers, records, ...ledger } = JSON.parse(localStorage.getItem(name));
    const left = { answers: answers - count, records: records - count };
    localStorage.setItem(name, JSON.stringify({ ...ledger, ...left }));
}"""


def noted(page: Page, answers: int) -> None:
    """Wait until it is noted beside the database how many answers there are."""
    page.wait_for_function(
        "([name, count]) => JSON.parse(localStorage.getItem(name))?.answers === count",
        arg=[NAME, answers],
    )


def counted(page: Page, further: int) -> None:
    """Wait until it is noted how many kept profiles there are."""
    page.wait_for_function(
        "([name, count]) => JSON.parse(localStorage.getItem(name))?.further === count",
        arg=[NAME, further],
    )


@pytest.fixture
def filled(page: Page) -> Page:
    """A page without questions, where three answers have been given before."""
    page.goto("workbooks/self-reflection/")
    for number in range(3):
        page.locator("workbook-question textarea").nth(number).fill(f"Answer {number}")
    noted(page, 3)
    page.goto("about/")
    return page


def test_what_is_deleted_in_the_moment_after_a_save_is_not_called_lost(page: Page) -> None:
    page.goto("workbooks/self-reflection/")
    for number in range(3):
        page.locator("workbook-question textarea").nth(number).fill(f"Answer {number}")
    noted(page, 3)
    page.locator("workbook-question textarea").nth(3).fill("One more")
    expect(page.locator("save-status").nth(3)).to_contain_text("Saved")
    page.evaluate(DELETED, [NAME, 2])
    noted(page, 2)
    expect(page.get_by_text(GONE)).to_be_hidden()


@pytest.mark.parametrize("how", EMPTIED)
def test_a_lost_database_is_announced_with_what_it_held(filled: Page, how: str) -> None:
    filled.evaluate(EMPTIED[how], NAME)
    filled.goto("workbooks/self-reflection/")
    notice = filled.get_by_role("alert").filter(has_text=GONE)
    expect(notice).to_contain_text("This browser had 3 answers saved, the last one on")
    expect(notice).to_contain_text(re.compile(r"the last one on \d+ \w+ 20\d\d"))
    restore = notice.get_by_role("link", name="Restore a backup")
    expect(restore).to_have_attribute("href", re.compile("my-workbooks/#restore$"))


def test_it_is_announced_on_every_page_with_questions_until_somebody_goes_on(
    filled: Page,
) -> None:
    filled.evaluate(EMPTIED["deleted"], NAME)
    for path in ("framework/values/", "workbooks/self-reflection/"):
        filled.goto(path)
        expect(filled.get_by_text(GONE)).to_be_visible()
    filled.get_by_role("button", name="Continue without them").click()
    expect(filled.get_by_text(GONE)).to_be_hidden()
    filled.reload()
    expect(filled.locator("save-status").first).to_have_attribute("state", "empty")
    expect(filled.get_by_text(GONE)).to_be_hidden()


def test_what_is_noted_beside_the_database_holds_no_words(filled: Page) -> None:
    note = filled.evaluate("(name) => localStorage.getItem(name)", NAME)
    assert "Answer" not in note
    assert filled.evaluate("Object.keys(localStorage).filter((key) => /five/.test(key))") == [NAME]


def test_nothing_is_announced_where_answers_were_only_cleared(page: Page) -> None:
    page.goto("workbooks/self-reflection/")
    first = page.locator("workbook-question textarea").first
    first.fill("Answer")
    noted(page, 1)
    first.fill("")
    noted(page, 0)
    page.reload()
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    expect(page.get_by_text(GONE)).to_be_hidden()
    assert [key for key in stored(page) if key.startswith("answer/")] != []


def test_answers_cleared_away_under_a_page_that_does_not_show_them_are_announced(
    filled: Page,
) -> None:
    filled.goto("framework/decisions/")
    field = filled.locator("workbook-question textarea").first
    expect(filled.locator("save-status").first).to_have_attribute("state", "empty")
    filled.evaluate(EMPTIED["robbed of some"], NAME)
    field.fill("typed after the others were lost")
    expect(filled.get_by_role("alert").filter(has_text=GONE)).to_contain_text("had 3 answers")
    filled.goto("workbooks/self-reflection/")
    expect(filled.get_by_text(GONE)).to_be_visible()


def profiles_gone(page: Page) -> None:
    """Keep two profiles, lose them, and be told."""
    page.goto("404.html")
    store(page, {"answer/rate-values": answer("4")})
    page.goto("workbooks/profile/")
    for title in ("First", "Second"):
        page.get_by_label("Title").fill(title)
        page.get_by_role("button", name="Save snapshot").click()
        expect(page.get_by_text(f"Snapshot saved: {title}")).to_be_visible()
    counted(page, 2)
    page.goto("about/")
    page.evaluate(EMPTIED["robbed of some"], NAME)
    page.goto("workbooks/profile/")
    expect(page.get_by_role("alert").filter(has_text=GONE)).to_be_visible()


def test_kept_profiles_that_are_gone_are_announced_where_no_answer_is_missing(page: Page) -> None:
    profiles_gone(page)
    notice = page.get_by_role("alert").filter(has_text=GONE)
    expect(notice).to_contain_text("It also had 2 snapshots, requests for feedback")
    expect(notice).to_contain_text("Now it has 0 of those.")
    page.get_by_role("button", name="Continue without them").click()
    expect(page.get_by_text(GONE)).to_be_hidden()
    page.reload()
    expect(page.get_by_text("You have rated 1 attribute so far.")).to_be_visible()
    expect(page.get_by_text(GONE)).to_be_hidden()


def test_a_profile_that_was_deleted_is_not_announced(page: Page) -> None:
    page.goto("404.html")
    store(page, {"answer/rate-values": answer("4")})
    page.goto("workbooks/profile/")
    page.get_by_role("button", name="Save snapshot").click()
    counted(page, 1)
    page.get_by_role("button", name="Delete").click()
    counted(page, 0)
    page.reload()
    expect(page.get_by_text("You have rated 1 attribute so far.")).to_be_visible()
    expect(page.get_by_text(GONE)).to_be_hidden()


def test_keeping_something_new_does_not_end_what_is_said_of_what_is_lost(
    page: Page, context: BrowserContext
) -> None:
    profiles_gone(page)
    other = context.new_page()
    other.goto("workbooks/self-reflection/")
    expect(other.get_by_role("alert").filter(has_text=GONE)).to_be_visible()
    page.get_by_label("Title").fill("Third")
    page.get_by_role("button", name="Save snapshot").click()
    expect(page.get_by_text("Snapshot saved: Third")).to_be_visible()
    page.reload()
    notice = page.get_by_role("alert").filter(has_text=GONE)
    expect(notice).to_contain_text("It also had 2 snapshots, requests for feedback")
    expect(notice).to_contain_text("Now it has 1 of those.")
    expect(other.get_by_role("alert").filter(has_text=GONE)).to_be_visible()


def erase_the_archived_workbook(page: Page) -> None:
    page.goto("workbooks/recruiting/")
    all_of_them(page).get_by_text("Archived (1)").click()
    item(page, POST).get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Delete this workbook").click()
    expect(page.get_by_role("status").filter(has_text="has been deleted")).to_be_focused()


def test_erasing_a_workbook_does_not_end_what_is_said_of_what_is_lost(filled: Page) -> None:
    filled.evaluate(EMPTIED["robbed of some"], NAME)
    store(filled, {f"shelf/recruiting/{ONE}": shelved(archived=True)})
    erase_the_archived_workbook(filled)
    filled.goto("workbooks/self-reflection/")
    notice = filled.get_by_role("alert").filter(has_text=GONE)
    expect(notice).to_contain_text("had 3 answers")


@pytest.mark.parametrize("known", [True, False], ids=["known of", "not known of"])
def test_what_was_erased_is_not_told_among_what_is_lost(filled: Page, known: bool) -> None:
    answers = {f"answer/{question}.{ONE}": answer("Theirs") for question in (FIRST, SECOND)}
    store(filled, {f"shelf/recruiting/{ONE}": shelved(archived=True), **answers})
    ledger = """([name, known]) => {
        const before = JSON.parse(localStorage.getItem(name));
        const held = { ...before, records: 5, answers: 5, further: 1 };
        if (known) localStorage.setItem(name, JSON.stringify(held));
        else localStorage.removeItem(name);
    }"""
    filled.evaluate(ledger, [NAME, known])
    erase_the_archived_workbook(filled)
    noted(filled, 3)
    filled.goto("about/")
    filled.evaluate(EMPTIED["deleted"], NAME)
    filled.goto("workbooks/self-reflection/")
    notice = filled.get_by_role("alert").filter(has_text=GONE)
    expect(notice).to_contain_text("had 3 answers")
    expect(notice.get_by_text("snapshots")).to_be_hidden()


def test_undoing_a_restore_does_not_end_what_is_said_of_what_is_lost(filled: Page) -> None:
    after = [{"key": "answer/purpose", "record": answer("From a backup")}]
    undo = {"format": 1, "at": AT, "before": [{"key": "answer/purpose"}], "after": after}
    store(filled, {"answer/purpose": answer("From a backup"), "undo/restore": undo})
    filled.evaluate(EMPTIED["robbed of some"], NAME)
    store(filled, {"answer/purpose": answer("From a backup"), "undo/restore": undo})
    filled.goto("workbooks/my-workbooks/")
    notice = filled.get_by_role("alert").filter(has_text=GONE)
    expect(notice).to_contain_text("had 3 answers")
    filled.get_by_role("button", name="Undo").click()
    expect(filled.get_by_text("has been undone")).to_be_visible()
    filled.goto("workbooks/self-reflection/")
    expect(notice).to_be_visible()


def test_what_a_page_shows_is_written_again_when_its_records_are_deleted_under_it(
    page: Page,
) -> None:
    page.goto("workbooks/self-reflection/")
    fields = page.locator("workbook-question textarea")
    for number in range(3):
        fields.nth(number).fill(f"Answer {number}")
    noted(page, 3)
    page.evaluate(EMPTIED["emptied"], NAME)
    fields.nth(3).fill("Answer 3")
    noted(page, 4)
    assert {one["value"] for key, one in stored(page).items() if key.startswith("answer/")} == {
        f"Answer {number}" for number in range(4)
    }
    expect(page.get_by_role("alert").filter(has_text=GONE)).to_be_hidden()
