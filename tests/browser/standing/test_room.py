"""Whether the browser may delete what is saved, and that it asks only what a page explains."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.takeaway.pages import WORKBOOK, button, write
from tests.browser.test_access import faults_of

MY_WORKBOOKS = "workbooks/my-workbooks/"
CHECK = "workbooks/will-this-browser-keep-my-work/"
# The browser asks the person before it promises, as Firefox does; `answer` is what they say.
ASKS = """globalThis.mozInnerScreenX = 0; globalThis.asked = 0;
let promised = false;
navigator.storage.persisted = async () => promised;
navigator.storage.persist = async () => {
    asked += 1;
    promised = ANSWER;
    return promised;
};"""
NOTHING_BUT_A_LOOK = "navigator.storage.estimate = async () => ({ usage: 16384, quota: 1e9 });"


def promise(page: Page) -> Locator:
    """What the page says of the browser's promise."""
    return page.locator("[data-promise]")


@pytest.mark.parametrize("path", [CHECK, MY_WORKBOOKS])
def test_what_firefox_counts_before_anything_is_written_is_called_nothing(
    page: Page, path: str
) -> None:
    page.add_init_script(NOTHING_BUT_A_LOOK)
    page.goto(path)
    expect(page.locator("[data-room]")).to_have_text(re.compile("^Nothing is saved"))


def test_a_browser_that_asks_people_is_asked_for_no_promise_while_they_write(page: Page) -> None:
    page.add_init_script(ASKS.replace("ANSWER", "true"))
    page.goto(WORKBOOK)
    write(page, "We agreed the vision.")
    assert page.evaluate("() => asked") == 0


@pytest.mark.parametrize("path", [CHECK, MY_WORKBOOKS])
@pytest.mark.parametrize(
    ("answer", "said"), [("true", "has agreed not to delete"), ("false", "did not agree")]
)
def test_it_is_asked_by_a_button_that_says_why(
    page: Page, path: str, answer: str, said: str
) -> None:
    page.add_init_script(ASKS.replace("ANSWER", answer))
    page.goto(path)
    expect(promise(page)).to_contain_text("may delete saved work")
    expect(page.get_by_text("then ask you whether this site may store data")).to_be_visible()
    assert faults_of(page) == []
    button(page, "Ask the browser to keep my work").click()
    expect(promise(page)).to_contain_text(said)
    expect(promise(page)).to_be_focused()
    assert page.evaluate("() => asked") == 1


def test_a_browser_that_asks_nobody_is_asked_at_the_first_save(page: Page) -> None:
    page.add_init_script(
        ASKS.replace("globalThis.mozInnerScreenX = 0; ", "").replace("ANSWER", "1")
    )
    page.goto(WORKBOOK)
    write(page, "We agreed the vision.")
    page.wait_for_function("() => asked === 1")


@pytest.mark.parametrize("path", [WORKBOOK, "workbooks/recruiting/", "framework/values/", CHECK])
def test_a_private_window_is_named_before_anybody_writes(page: Page, path: str) -> None:
    page.goto(path)
    named = page.get_by_text(
        re.compile("^(In a|Do the check in a normal window. A) private window")
    )
    if path != CHECK:
        page.get_by_role("main").locator("form").get_by_role("textbox").first.focus()
    expect(named.locator("visible=true")).to_be_visible()
