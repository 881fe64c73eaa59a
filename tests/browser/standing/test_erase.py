"""Erasing everything: asked first, done in every tab, looked after."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.standing.seeds import FIRST, HERE, WORKBOOK, answer, holding
from tests.browser.workbook.records import DATABASE, stored

HELD = {f"answer/{FIRST}": answer("Mine"), f"version/{FIRST}/000000001": answer("Before")}
LEFT = """async () => [
    await indexedDB.databases(), Object.keys(localStorage), Object.keys(sessionStorage),
]"""
LEFT_BY_A_PAGE = f"{DATABASE}:draft/{FIRST}/{'c' * 16}"
KINDS = ("profile/", "request/", f"reply/{'b' * 16}/", "shelf/recruiting/")
# A connection that nothing makes let go.
HOLD = """(name) => new Promise((resolve) => {
    const opened = indexedDB.open(name);
    opened.onsuccess = () => { globalThis.held = opened.result; resolve(); };
})"""
READING = """() => {
    localStorage.setItem("/guide/.__palette", JSON.stringify({
        index: 0, color: { media: "", scheme: "default", primary: "custom", accent: "custom" },
    }));
    localStorage.setItem("/guide/.__reading", JSON.stringify({ size: "large" }));
}"""


def asked(page: Page) -> Locator:
    """My workbooks, which asks whether everything is to be erased."""
    page.goto(HERE)
    expect(page.get_by_text("1 of 22 answered")).to_be_visible()
    page.get_by_role("button", name="Delete everything …").click()
    return page.get_by_role("dialog", name="Delete everything from this browser?")


def test_it_asks_first_says_what_goes_and_what_it_cannot_reach(page: Page) -> None:
    holding(page, HELD, records=1, answers=1)
    dialog = asked(page)
    expect(dialog.get_by_role("button", name="Save a backup first")).to_be_focused()
    expect(dialog).to_contain_text("This deletes 1 answer,")
    for words in ("files that you have saved", "printed", "backups of this device", "history"):
        expect(dialog).to_contain_text(words)
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Delete everything …")).to_be_focused()
    assert stored(page) == HELD


def test_a_backup_is_offered_before(page: Page) -> None:
    holding(page, HELD, records=1, answers=1)
    asked(page).get_by_role("button", name="Save a backup first").click()
    with page.expect_download():
        page.get_by_role("button", name="Save backup").click()
    page.get_by_role("dialog", name="Save a backup").get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()


def test_afterwards_nothing_of_the_site_is_in_the_browser(page: Page) -> None:
    holding(page, HELD, records=1, answers=1)
    page.evaluate(READING)
    page.evaluate("() => localStorage.setItem('five-attributes:/guide/v2/', 'another copy')")
    asked(page).get_by_role("button", name="Delete everything").click()
    done = page.get_by_text("Everything that this site saved in this browser has been deleted.")
    expect(done).to_be_visible()
    expect(page.get_by_text("There is nothing here yet.")).to_be_visible()
    expect(page).to_have_url(re.compile(f"{HERE}$"))
    assert page.evaluate(LEFT) == [[], ["five-attributes:/guide/v2/"], []]


def test_an_address_never_says_that_anything_was_erased(page: Page) -> None:
    page.goto(f"{HERE}#erased")
    expect(page.get_by_text("There is nothing here yet.")).to_be_visible()
    expect(page.get_by_text("has been deleted.")).to_be_hidden()
    holding(page, HELD)
    page.goto(f"{HERE}#erased")
    expect(page.get_by_text("1 of 22 answered")).to_be_visible()
    expect(page.get_by_text("could not be deleted.")).to_be_hidden()


def test_that_all_was_erased_is_said_once(page: Page) -> None:
    holding(page, HELD, records=1, answers=1)
    asked(page).get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("has been deleted.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("There is nothing here yet.")).to_be_visible()
    expect(page.get_by_text("has been deleted.")).to_be_hidden()


def test_other_tabs_let_go_of_what_they_show(page: Page, opened: Callable[[str], Page]) -> None:
    holding(page, HELD, records=1, answers=1)
    workbook = opened(WORKBOOK)
    field = workbook.get_by_role("main").locator("form").get_by_role("textbox").first
    expect(field).to_have_value("Mine")
    asked(page).get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("has been deleted.")).to_be_visible()
    expect(field).to_have_value("")
    expect(workbook.get_by_text("Answers saved here are missing")).to_be_hidden()
    assert stored(page) == {}


def test_what_could_not_be_removed_is_said(page: Page, opened: Callable[[str], Page]) -> None:
    holding(page, HELD, records=1, answers=1)
    tab = opened("404.html")
    tab.evaluate(HOLD, DATABASE)
    asked(page).get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Something could not be deleted.")).to_be_visible()
    tab.close()
    page.get_by_role("button", name="Delete everything …").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("has been deleted.")).to_be_visible()
    assert stored(page) == {}


def test_all_kinds_of_record_go_and_the_question_names_them(page: Page) -> None:
    further = {f"{kind}{'a' * 16}": {"format": 1} for kind in KINDS}
    holding(page, {**HELD, **further}, records=1, answers=1, further=len(further))
    dialog = asked(page)
    page.evaluate("(name) => localStorage.setItem(name, '{}')", LEFT_BY_A_PAGE)
    for words in ("snapshots", "requests for feedback and replies", "named workbooks"):
        expect(dialog).to_contain_text(words)
    dialog.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("has been deleted.")).to_be_visible()
    assert page.evaluate(LEFT) == [[], [], []]
    page.goto(WORKBOOK)
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    expect(page.get_by_text("Answers saved here are missing")).to_be_hidden()
