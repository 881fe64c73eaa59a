"""What is done with a named workbook is said where it can be heard, and done whole or not."""

import re

from playwright.sync_api import Page, expect

from tests.browser.workbook.records import stored
from tests.browser.workbook.shelves import (
    FIRST,
    ONE,
    PAGE,
    POST,
    SECOND,
    all_of_them,
    answered,
    ask_name,
    first_field,
    holding,
    item,
    named,
    shelved,
)
from tests.support.axe import axe_faults

# Notes, at each change of the line that says what was done, whether a dialog was over it.
WATCH = """() => {
    globalThis.covered = [];
    const line = document.querySelector(".shelf__status");
    new MutationObserver(() => covered.push(document.querySelector("dialog[open]") !== null))
        .observe(line, { childList: true, characterData: true, subtree: true });
}"""


def test_a_new_name_is_said_when_no_dialog_is_in_the_way(page: Page) -> None:
    holding(page, {f"shelf/recruiting/{ONE}": shelved()})
    page.goto(PAGE)
    item(page, POST).get_by_role("button", name="Rename").click()
    page.evaluate(WATCH)
    ask_name(page, "Director", f"Rename {POST}", "Save")
    expect(page.get_by_role("status").filter(has_text="is now called “Director”")).to_be_visible()
    assert page.evaluate("() => covered") == [False]


def test_that_one_was_erased_is_said_when_no_dialog_is_in_the_way(page: Page) -> None:
    holding(page, {f"shelf/recruiting/{ONE}": shelved(archived=True)})
    page.goto(PAGE)
    all_of_them(page).get_by_text("Archived (1)").click()
    item(page, POST).get_by_role("button", name="Delete").click()
    page.evaluate("""() => {
        const line = document.querySelector(".shelf__status");
        const { set } = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
        globalThis.covered = [];
        Object.defineProperty(line, "textContent", { set(text) {
            covered.push(document.querySelector("dialog[open]") !== null);
            set.call(line, text);
        } });
    }""")
    page.get_by_role("button", name="Delete this workbook").click()
    expect(page.get_by_role("status").filter(has_text="has been deleted")).to_be_focused()
    assert page.evaluate("() => covered") == [False]


def test_whoever_erases_the_open_workbook_is_told_where_one_is_then(page: Page) -> None:
    holding(page, {f"shelf/recruiting/{ONE}": shelved(archived=True)})
    page.goto(named())
    all_of_them(page).get_by_text("Archived (1)").click()
    item(page, POST).get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Delete this workbook").click()
    told = page.get_by_text("The workbook that was open here has been deleted")
    expect(told).to_be_visible()
    expect(told).to_be_focused()
    assert axe_faults(page) == []
    expect(page).to_have_url(re.compile(f"{PAGE}$"))
    page.reload()
    expect(first_field(page)).to_be_visible()
    expect(told).to_be_hidden()


def test_a_copy_is_not_made_where_an_answer_cannot_be_read(page: Page) -> None:
    newer = {**answered("From a newer version"), "format": 2}
    held = {f"answer/{FIRST}": answered("Mine"), f"answer/{SECOND}": newer}
    holding(page, held)
    page.goto(PAGE)
    item(page, "Unnamed workbook").get_by_role("button", name="Copy").click()
    ask_name(page, POST, "Copy the unnamed workbook", "Create copy")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("Nothing has changed.")
    assert stored(page) == held
