"""The way back to the question that was answered last."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standing.seeds import HERE, RATING, WORKBOOK, note

PAGES = pytest.mark.parametrize("path", ["", "workbooks/"])
ROOMS = "answers|backup|device|export|named-workbooks|storage|bundles/(?!frame|page)"
WORKBOOK_CODE = re.compile(rf"/assets-\w+/js/({ROOMS})")
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
    link = page.get_by_role("link", name=f"{RESUME} in Developing leaders")
    expect(link).to_be_visible()
    page.wait_for_load_state("networkidle")
    names = [url.rpartition("/js/")[2] for url in asked if WORKBOOK_CODE.search(url)]
    assert names == ["answers/resume-link.js"]
    link.click()
    expect(page).to_have_url(re.compile(f"workbooks/developing/#{RATING}$"))


def test_it_is_there_once_something_was_answered(page: Page) -> None:
    page.goto(WORKBOOK)
    page.get_by_role("main").locator("form").get_by_role("textbox").first.fill("A beginning")
    page.wait_for_function("() => localStorage.length > 0")
    page.goto("")
    expect(page.get_by_role("link", name=f"{RESUME} in Self-reflection")).to_be_visible()


def test_it_says_how_far_one_is_and_that_there_is_no_backup(page: Page) -> None:
    page.goto(WORKBOOK)
    fields = page.get_by_role("main").locator("form").get_by_role("textbox")
    for number in range(2):
        fields.nth(number).fill("A beginning")
    page.wait_for_function(
        "() => Object.values(localStorage).some((text) => text.includes('\"progress\":[2,22]'))"
    )
    page.goto("")
    card = page.locator("resume-link")
    expect(card).to_contain_text("2 of 22 answered")
    expect(card.get_by_role("link", name="Save a backup")).to_have_count(1)
    expect(card.get_by_text("No backup yet.").locator("visible=true")).to_be_visible()


@pytest.mark.parametrize(
    ("backup", "since", "said"),
    [
        ("2026-11-21T12:00:00.000Z", None, False),
        ("2020-01-01T12:00:00.000Z", "2020-01-02T12:00:00.000Z", True),
    ],
)
def test_a_backup_is_asked_for_only_when_it_is_due(
    page: Page, backup: str, since: str | None, said: bool
) -> None:
    page.goto("")
    note(page, answers=1, last=f"workbooks/developing/#{RATING}", backup=backup, since=since)
    page.reload()
    expect(page.get_by_text("Welcome back").locator("visible=true")).to_be_visible()
    expect(page.get_by_text("more than a week old").locator("visible=true")).to_have_count(
        int(said)
    )
    expect(page.get_by_text("No backup yet.").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("progress", ["3 of 5", [3], [9, 2], [-1, 2], [0, 0], ["a", "b"], None])
def test_a_progress_that_cannot_be_is_not_shown(page: Page, progress: object) -> None:
    page.goto("")
    note(page, answers=1, last=f"workbooks/developing/#{RATING}", progress=progress)
    page.reload()
    expect(page.get_by_text("Welcome back").locator("visible=true")).to_be_visible()
    expect(page.locator(".resume__progress").locator("visible=true")).to_have_count(0)


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
    page.get_by_role("button", name="Do not save in this browser").click()
    expect(page.get_by_role("button", name="Save answers in this browser again")).to_be_visible()
    page.goto("")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(RESUME).first).to_be_hidden()


def test_one_who_leaves_as_soon_as_it_is_saved_is_led_back(page: Page) -> None:
    page.goto(WORKBOOK)
    field = page.locator("workbook-question textarea").first
    field.press_sequentially("Short")
    expect(page.locator("workbook-question save-status").first).to_contain_text("Saved")
    page.goto("")
    link = page.get_by_role("link", name="Continue where you left off")
    expect(link).to_be_visible()


def test_it_leads_to_the_question_itself(page: Page) -> None:
    page.goto(WORKBOOK)
    page.get_by_role("link", name="Partnerships").click()
    field = page.locator("workbook-question textarea").nth(17)
    field.fill("Here I was")
    expect(page.locator("workbook-question save-status").nth(17)).to_contain_text("Saved")
    page.wait_for_function("() => localStorage.length > 0")
    page.goto("")
    page.get_by_role("link", name="Continue where you left off").click()
    expect(page.locator("workbook-question textarea").nth(17)).to_be_in_viewport()


def test_a_workbook_that_nobody_wrote_in_is_not_called_saved(page: Page) -> None:
    page.goto("404.html")
    note(page, answers=3, last=None)
    page.goto(WORKBOOK)
    expect(page.locator(".take-away__backup")).to_have_text("No backup yet")
    expect(page.locator(".take-away__saved")).to_have_text("")


def test_answers_without_a_place_lead_to_my_workbooks(page: Page) -> None:
    page.goto("404.html")
    note(page, answers=3, last=None)
    page.goto("")
    expect(page.get_by_role("link", name="See how far you are")).to_be_visible()
