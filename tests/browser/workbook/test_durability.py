"""What is called saved outlives the browser: here it is killed, on a real profile."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, Playwright, expect

from tests.browser.workbook.profile import started

RUNS = 20
QUESTIONS = 22
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


def still_there(page: Page, typed: list[str]) -> None:
    """Every text that was typed stands in its field, which is one of the 22 in turn."""
    expected = {number % QUESTIONS: text for number, text in enumerate(typed)}
    if typed:
        last = questions(page).nth((len(typed) - 1) % QUESTIONS)
        expect(last.get_by_role("textbox")).to_have_value(typed[-1])
    fields = page.locator("workbook-question textarea")
    values = fields.evaluate_all("(fields) => fields.map(({ value }) => value)")
    assert {number: values[number] for number in expected} == expected


def type_until_saved(page: Page, typed: list[str]) -> float:
    """Type the last text into its field; gives the time at which it was said to be saved."""
    question = questions(page).nth((len(typed) - 1) % QUESTIONS)
    question.get_by_role("textbox").fill("")
    question.get_by_role("textbox").press_sequentially(typed[-1])
    saved_at: float = question.locator("save-status").evaluate(SAVED)
    return saved_at


def test_an_answer_is_still_there_after_the_browser_is_killed(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    typed: list[str] = []
    in_time = 0
    while in_time < RUNS:
        assert len(typed) < 3 * RUNS, "this machine is too busy to kill a browser in time"
        with started(playwright, browser_path, tmp_path) as browser:
            browser.page.goto(site_url + WORKBOOK)
            still_there(browser.page, typed)
            typed.append(f"What I typed in run {len(typed)}, to the last word.")
            saved_at = type_until_saved(browser.page, typed)
            in_time += browser.kill() - saved_at < LONGEST
    with started(playwright, browser_path, tmp_path) as browser:
        browser.page.goto(site_url + WORKBOOK)
        still_there(browser.page, typed)


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
