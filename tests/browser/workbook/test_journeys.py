"""What a leader does with the workbook of the guide itself."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewContext
from tests.browser.standing.test_resume import WORKBOOK_CODE
from tests.browser.takeaway.pages import show_all

WORKBOOK = "workbooks/self-reflection/"
ATTRIBUTE = "framework/values/"
SAVED = re.compile("^Saved")
PAGES = pytest.mark.parametrize("path", [WORKBOOK, ATTRIBUTE])


def fields(page: Page) -> Locator:
    """The fields for answers in the page itself."""
    return page.locator("main form workbook-question:not([optional])").get_by_role("textbox")


def saved(page: Page, number: int) -> None:
    """Wait until `number` answers are said to be saved."""
    expect(page.locator("save-status").filter(has_text=SAVED)).to_have_count(number)


def test_answers_are_there_after_a_reload_and_counted(page: Page) -> None:
    page.goto(WORKBOOK)
    show_all(page)
    expect(fields(page)).to_have_count(22)
    for number in (0, 7, 21):
        fields(page).nth(number).fill(f"Answer number {number}")
    saved(page, 3)
    page.reload()
    show_all(page)
    for number in (0, 7, 21):
        expect(fields(page).nth(number)).to_have_value(f"Answer number {number}")
    expect(page.get_by_text("3 of 22 answered")).to_be_visible()


def test_what_is_typed_on_an_attributes_page_is_there_in_the_workbook(page: Page) -> None:
    page.goto(ATTRIBUTE)
    name = fields(page).first.evaluate("(field) => field.labels[0].textContent.trim()")
    fields(page).first.fill("Typed while reading about values")
    saved(page, 1)
    page.goto(WORKBOOK)
    field = page.get_by_label(name, exact=True)
    expect(field).to_have_value("Typed while reading about values")
    field.fill("And mended in the workbook")
    saved(page, 1)
    page.goto(ATTRIBUTE)
    expect(page.get_by_label(name, exact=True)).to_have_value("And mended in the workbook")


def test_a_rating_is_there_after_a_reload(page: Page) -> None:
    page.goto("workbooks/developing/")
    page.get_by_role("radio", name="4").first.check()
    saved(page, 1)
    page.reload()
    expect(page.get_by_role("radio", name="4").first).to_be_checked()
    expect(page.get_by_text("1 of 5 answered")).to_be_visible()


@PAGES
def test_without_script_every_question_is_there_and_the_page_says_what_script_adds(
    new_context: NewContext, path: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(path)
    adds = page.locator("noscript p").first
    expect(adds).to_have_text("This page saves your answers if JavaScript is on")
    expect(adds).to_be_visible()
    expect(page.get_by_text("Nothing is being saved in this browser")).to_be_hidden()
    expect(fields(page)).to_have_count(22 if path == WORKBOOK else 4)
    expect(fields(page).first).to_be_editable()
    expect(page.get_by_role("button", name="Print")).to_have_count(0)


def test_without_script_what_is_typed_is_printed(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(ATTRIBUTE)
    words = [f"word{number}" for number in range(300)]
    fields(page).first.fill(" ".join(words))
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    assert [word for word in words if not re.search(rf"\b{word}\b", text)] == []


@PAGES
def test_reading_a_page_with_questions_leaves_nothing_in_the_browser(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    left = page.evaluate("async () => [await indexedDB.databases(), document.cookie]")
    assert left == [[], ""]


@pytest.mark.parametrize("path", ["", "evidence/methodology/", "about/glossary/"])
def test_a_page_without_questions_loads_nothing_of_the_workbook(page: Page, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert any(url.endswith("/js/main.js") for url in asked)
    assert [url for url in asked if WORKBOOK_CODE.search(url)] == []
