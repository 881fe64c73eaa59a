"""Whichever way a page goes, right after the last key, what was typed is there on coming back."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Dialog, Error, Locator, Page, expect

from tests.browser.promises import keys
from tests.browser.promises.conftest import Start
from tests.browser.takeaway.pages import ID
from tests.browser.workbook.records import stored, values

pytestmark = pytest.mark.alone

Way = Callable[[Page], None]

WORKBOOK = "workbooks/self-reflection/"
KEYS = 7  # after what is kept, and before the page ends
ELSEWHERE = "about/glossary/"
SAID = re.compile("^Saved")
LAST = ", to the last key"
# Types the last letters as a person would and goes within 50 ms, timed by the page itself.
GOES = """([letters, way]) => {
    for (const letter of letters) document.execCommand("insertText", false, letter);
    setTimeout(() => {
        if (way === "navigate") location.assign("../../about/glossary/");
        if (way === "reload") location.reload();
        if (way === "go back") history.back();
    }, 10);
}"""


def field(page: Page) -> Locator:
    return page.locator("workbook-question textarea").first


def status(page: Page) -> Locator:
    return page.locator("save-status").first


def typed(page: Page, text: str = "Typed before") -> None:
    """Type into the first field until it is said to be saved."""
    field(page).press_sequentially(text)
    expect(status(page)).to_have_text(SAID)


@pytest.mark.parametrize("way", ["navigate", "reload", "go back"])
def test_going_right_after_the_last_key_loses_none_of_it(page: Page, way: str) -> None:
    page.goto(ELSEWHERE)
    page.goto(WORKBOOK)
    typed(page)
    page.evaluate("() => { globalThis.same = true; }")
    page.evaluate(GOES, [LAST, way])
    page.wait_for_function("() => !globalThis.same")
    page.goto(WORKBOOK)
    expect(field(page)).to_have_value(f"Typed before{LAST}")
    expect(status(page)).to_have_text(SAID)
    assert f"Typed before{LAST}" in values(page, "answer/")
    assert [key for key in stored(page) if key.startswith("draft/")] == []


# Holds back every opening of a database until the page is told to let it be.
SLOW_DISK = """() => {
    const open = IDBFactory.prototype.open;
    globalThis.mend = () => { IDBFactory.prototype.open = open; };
    IDBFactory.prototype.open = () => new EventTarget();
}"""


def test_words_that_cannot_be_put_anywhere_yet_are_not_left_without_a_question(page: Page) -> None:
    page.goto(WORKBOOK)
    expect(status(page)).to_have_attribute("state", "empty")
    page.evaluate(SLOW_DISK)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    field(page).press_sequentially("The first words")
    with page.expect_event("dialog"):
        page.evaluate("() => { setTimeout(() => location.assign('../../about/glossary/')); }")
    page.evaluate("() => globalThis.mend()")
    expect(status(page)).to_have_text(SAID)
    page.goto(ELSEWHERE)
    assert asked == ["beforeunload"], "what is saved is left without a question"
    page.goto(WORKBOOK)
    expect(field(page)).to_have_value("The first words")


def test_going_back_finds_what_was_typed_last_here_and_on_the_page_between(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        page = browser.page
        page.goto(site_url + WORKBOOK)
        typed(page, "Typed")
        for number in range(3):
            field(page).press("Control+End")
            field(page).press_sequentially(f" {number}")
            page.goto(f"{site_url}framework/values/")
            expect(field(page)).to_have_value(re.compile(f" {number}$"))
            field(page).press("Control+End")
            field(page).press_sequentially(", and between")
            page.evaluate("() => { setTimeout(() => history.back()); }")
            expect(page).to_have_url(re.compile(f"{WORKBOOK}$"))
            expect(field(page)).to_have_value(re.compile(f" {number}, and between$"))
            expect(status(page)).to_have_text(SAID)


def test_text_is_there_although_the_page_was_left_while_it_was_being_saved(page: Page) -> None:
    page.add_init_script("addEventListener('pagehide', () => globalThis.answers?.flush())")
    page.goto("harness/workbook.html")
    typed(page)
    page.evaluate(
        """async () => {
            globalThis.answers = (await siteModule("answers/page-answers.js")).answers;
        }"""
    )
    field(page).press_sequentially(LAST)
    page.goto("harness/blank.html")
    page.goto("harness/workbook.html")
    expect(field(page)).to_have_value(f"Typed before{LAST}")


def crash(page: Page) -> None:
    """End the page's process as a fault in it would."""
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")


@pytest.mark.parametrize("way", [Page.close, crash], ids=["closing", "crashing"])
def test_a_tab_that_ends_while_keys_are_being_sent_loses_only_the_last_moment(
    page: Page, way: Way
) -> None:
    page.goto(WORKBOOK)
    field(page).click()
    text = keys.type_on(page, ID, KEYS)
    context = page.context
    way(page)
    again = context.new_page()
    again.goto(WORKBOOK)
    expect(field(again)).to_have_value(re.compile("^" + text.kept))
    assert text.fits(field(again).input_value())


def test_a_browser_closed_while_keys_are_being_sent_loses_only_the_last_moment(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        browser.page.goto(site_url + WORKBOOK)
        field(browser.page).click()
        text = keys.type_on(browser.page, ID, KEYS)
        browser.close()
    with start() as browser:
        browser.page.goto(site_url + WORKBOOK)
        expect(field(browser.page)).to_have_value(re.compile("^" + text.kept))
        assert text.fits(field(browser.page).input_value())
