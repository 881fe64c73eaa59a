"""What is called saved outlives the browser: here it is killed, on a real profile."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, Playwright, expect

from tests.browser.workbook.profile import started

RUNS = 20
LONGEST = 0.2
WORKBOOK = "workbooks/self-reflection/"
SAID = re.compile("^Saved")
# Resolves with the time, in seconds, at which "Saved" is said.
SAVED = """(status) => new Promise((resolve) => {
    const look = () => status.textContent.startsWith("Saved") && resolve(Date.now() / 1000);
    new MutationObserver(look).observe(status, { childList: true });
    look();
})"""


def questions(page: Page) -> Locator:
    """The questions of the workbook."""
    return page.locator("workbook-question")


def type_until_saved(page: Page, number: int) -> float:
    """Type into one question; gives the time at which it was said to be saved."""
    question = questions(page).nth(number)
    question.get_by_role("textbox").press_sequentially(answer(number))
    saved_at: float = question.locator("save-status").evaluate(SAVED)
    return saved_at


def answer(number: int) -> str:
    """The answer to question `number`."""
    return f"What I typed in run {number}, to the last word."


def test_an_answer_is_still_there_after_the_browser_is_killed(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    took: list[float] = []
    for number in range(RUNS + 1):
        with started(playwright, browser_path, tmp_path) as browser:
            browser.page.goto(site_url + WORKBOOK)
            if number > 0:
                before = questions(browser.page).nth(number - 1).get_by_role("textbox")
                expect(before).to_have_value(answer(number - 1))
            fields = browser.page.locator("workbook-question textarea")
            answers = fields.evaluate_all("(fields) => fields.map(({ value }) => value)")
            assert answers[:number] == [answer(earlier) for earlier in range(number)]
            if number < RUNS:
                saved_at = type_until_saved(browser.page, number)
                took.append(browser.kill() - saved_at)
    assert len(took) == RUNS
    assert max(took) < LONGEST


def test_going_back_finds_what_was_typed_last_here_and_on_the_page_between(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    with started(playwright, browser_path, tmp_path) as browser:
        page = browser.page
        page.goto(site_url + WORKBOOK)
        field = questions(page).first.get_by_role("textbox")
        status = page.locator("save-status").first
        expect(status).to_have_text("Not answered yet")
        field.press_sequentially("Typed")
        expect(status).to_have_text(SAID)
        for number in range(3):
            field.press("End")
            field.press_sequentially(f" {number}")
            page.goto(f"{site_url}framework/values/")
            expect(field).to_have_value(re.compile(f" {number}$"))
            field.press("End")
            field.press_sequentially(", and between")
            page.evaluate("() => { setTimeout(() => history.back()); }")
            expect(page).to_have_url(re.compile(f"{WORKBOOK}$"))
            expect(field).to_have_value(re.compile(f" {number}, and between$"))
            expect(status).to_have_text(SAID)
