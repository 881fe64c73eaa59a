"""The way back to the question that was answered last."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standing.seeds import HERE, RATING, WORKBOOK, note

PAGES = pytest.mark.parametrize("path", ["", "workbooks/"])
ROOMS = "answers|backup|device|export|named-workbooks|page|storage"
WORKBOOK_CODE = re.compile(rf"/assets-\w+/js/({ROOMS})/")
RESUME = "Continue where you left off"


def scripts(page: Page) -> list[str]:
    """The workbook's scripts that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


@PAGES
def test_it_leads_to_the_question_that_was_answered_last(page: Page, path: str) -> None:
    page.goto(path)
    note(page, answers=1, last=f"workbooks/developing/#{RATING}")
    asked = scripts(page)
    page.reload()
    link = page.get_by_role("link", name=f"{RESUME}: Developing leaders")
    expect(link).to_be_visible()
    page.wait_for_load_state("networkidle")
    names = [url.rpartition("/js/")[2] for url in asked if WORKBOOK_CODE.search(url)]
    ledger = ["page/this-page.js", "storage/ledger.js", "storage/page-ledger.js"]
    assert sorted(names) == ["answers/resume-link.js", *ledger]
    link.click()
    expect(page).to_have_url(re.compile(f"workbooks/developing/#{RATING}$"))


def test_it_is_there_once_something_was_answered(page: Page) -> None:
    page.goto(WORKBOOK)
    page.get_by_role("main").locator("form").get_by_role("textbox").first.fill("A beginning")
    page.wait_for_function("() => localStorage.length > 0")
    page.goto("")
    expect(page.get_by_role("link", name=f"{RESUME}: Your self-reflection")).to_be_visible()


@PAGES
def test_with_nothing_to_resume_nothing_is_shown_or_loaded(page: Page, path: str) -> None:
    asked = scripts(page)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(RESUME).first).to_be_hidden()
    assert [url for url in asked if WORKBOOK_CODE.search(url)] == []


@pytest.mark.parametrize(
    "last", ["javascript:alert(1)#x", "//else.where/#a", "evidence/#x", "#", None]
)
def test_an_odd_entry_is_passed_over(page: Page, last: str | None) -> None:
    page.goto("")
    note(page, last=last)
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(RESUME).first).to_be_hidden()


def test_a_tab_that_keeps_nothing_resumes_nothing(page: Page) -> None:
    page.goto(HERE)
    note(page, last=f"workbooks/developing/#{RATING}")
    page.get_by_role("button", name="Keep nothing in this browser").click()
    expect(page.get_by_role("button", name="Keep answers in this browser again")).to_be_visible()
    page.goto("")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(RESUME).first).to_be_hidden()
