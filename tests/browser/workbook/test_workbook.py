"""A workbook in the page: what is typed is kept, shown and counted."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.workbook.records import store, stored, values

ANSWER = {
    "format": 1,
    "kind": "text",
    "value": "an earlier answer",
    "rev": 4,
    "edition": "aaaa1111",
    "words": "What is your purpose?",
    "at": "2026-11-23T10:00:00.000Z",
}


@pytest.fixture
def workbook(page: Page) -> Page:
    """The small workbook, its answers read."""
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_attribute("state", "empty")
    return page


def purpose(page: Page) -> Locator:
    return page.get_by_label("What is your purpose?")


def status(page: Page, question: str = "purpose") -> Locator:
    """The words about saving beside the first field of `question`."""
    return page.locator(f'workbook-question[question="{question}"] save-status').first


def test_an_answer_is_still_there_after_a_reload(workbook: Page) -> None:
    purpose(workbook).fill("To change how we work with families")
    expect(status(workbook)).to_have_text("Saved")
    workbook.reload()
    expect(purpose(workbook)).to_have_value("To change how we work with families")
    expect(status(workbook)).to_have_text("Saved")


def test_a_visit_without_typing_leaves_nothing_in_the_browser(workbook: Page) -> None:
    purpose(workbook).click()
    workbook.get_by_label("How do you own risk?").click()
    workbook.get_by_label("3 In part").focus()
    left = """async () => [
        await indexedDB.databases(), Object.keys(localStorage), Object.keys(sessionStorage),
        document.cookie, (await navigator.storage.estimate()).usage,
    ]"""
    assert workbook.evaluate(left) == [[], [], [], "", 0]


def test_text_typed_before_the_script_came_is_added_to_the_answer(workbook: Page) -> None:
    store(workbook, {"answer/purpose": ANSWER})
    held: list[Route] = []
    workbook.route("**/main.js", lambda route: held.append(route))
    workbook.goto("harness/workbook.html", wait_until="commit")
    purpose(workbook).press_sequentially("typed early")
    held[0].continue_()
    expect(purpose(workbook)).to_have_value("an earlier answer\n\ntyped early")
    purpose(workbook).press_sequentially("!")
    expect(purpose(workbook)).to_have_value("an earlier answer\n\ntyped early!")
    expect(status(workbook)).to_have_text("Saved")
    assert values(workbook, "answer/") == {"an earlier answer\n\ntyped early!"}


def test_two_fields_of_one_question_on_a_page_show_one_answer(workbook: Page) -> None:
    again = workbook.get_by_label("Your purpose, again")
    purpose(workbook).fill("one")
    expect(again).to_have_value("one")
    again.fill("two")
    expect(purpose(workbook)).to_have_value("two")
    expect(status(workbook)).to_have_text("Saved")
    assert values(workbook, "answer/") == {"two"}


def test_a_rating_is_kept_and_can_be_cleared(workbook: Page) -> None:
    clear = workbook.get_by_role("button", name="Clear my rating")
    expect(clear).to_be_hidden()
    workbook.get_by_label("3 In part").check()
    expect(status(workbook, "living-values")).to_have_text("Saved")
    workbook.reload()
    expect(workbook.get_by_label("3 In part")).to_be_checked()
    clear.click()
    expect(workbook.get_by_label("3 In part")).not_to_be_checked()
    expect(clear).to_be_hidden()
    expect(workbook.get_by_label("1 Not yet")).to_be_focused()
    expect(status(workbook, "living-values")).to_have_attribute("state", "empty")
    workbook.reload()
    expect(status(workbook, "living-values")).to_have_attribute("state", "empty")
    expect(workbook.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_cleared_answer_is_empty_after_a_reload_and_its_record_stays(workbook: Page) -> None:
    purpose(workbook).fill("not for long")
    expect(status(workbook)).to_have_text("Saved")
    purpose(workbook).fill("")
    expect(status(workbook)).to_have_attribute("state", "empty")
    workbook.reload()
    expect(status(workbook)).to_have_attribute("state", "empty")
    expect(purpose(workbook)).to_have_value("")
    record = stored(workbook)["answer/purpose"]
    assert (record["value"], record["rev"]) == ("", 2)


def test_an_answer_is_kept_with_the_words_and_edition_of_its_question(workbook: Page) -> None:
    purpose(workbook).fill("mine")
    expect(status(workbook)).to_have_text("Saved")
    record = stored(workbook)["answer/purpose"]
    assert (record["words"], record["edition"]) == ("What is your purpose?", "aaaa1111")


def test_progress_counts_each_question_once_in_all_and_by_section(workbook: Page) -> None:
    expect(workbook.get_by_text("0 of 3 answered")).to_be_visible()
    expect(workbook.get_by_text("Values (0 of 2), Decisions (0 of 1)")).to_be_visible()
    purpose(workbook).fill("answered")
    workbook.get_by_label("How do you own risk?").fill("   \n ")
    expect(workbook.get_by_text("1 of 3 answered")).to_be_visible()
    workbook.get_by_label("3 In part").check()
    expect(workbook.get_by_text("Values (2 of 2), Decisions (0 of 1)")).to_be_visible()
    bar = workbook.get_by_role("progressbar", name="Questions answered")
    assert bar.evaluate("(bar) => [bar.value, bar.max]") == [2, 3]
    expect(status(workbook, "living-values")).to_have_text("Saved")
    workbook.reload()
    expect(workbook.get_by_text("2 of 3 answered")).to_be_visible()


def test_the_words_of_an_answer_are_counted(workbook: Page) -> None:
    purpose(workbook).fill("one")
    expect(workbook.get_by_text("1 word", exact=True)).to_be_visible()
    purpose(workbook).fill("one two\n\nthree — four")
    expect(workbook.get_by_text("5 words", exact=True)).to_be_visible()
    purpose(workbook).fill("")
    expect(workbook.get_by_text(re.compile(r"\d words?"))).to_have_count(0)


def test_paper_gets_the_whole_answer_and_the_rating_chosen(workbook: Page) -> None:
    long = "\n".join(f"Line {number} of a long answer" for number in range(200))
    purpose(workbook).fill(long)
    workbook.get_by_label("3 In part").check()
    workbook.pdf()
    printed = workbook.locator(".workbook-question__print").all_text_contents()
    assert printed == [long, "3 In part", "", long]
    purpose(workbook).fill("short")
    workbook.emulate_media(media="print")
    expect(workbook.locator(".workbook-question__print").first).to_have_text("short")


def test_saved_is_announced_once_typing_rests_and_not_at_each_key(workbook: Page) -> None:
    announcer = workbook.get_by_role("status")
    said = """(announcer) => {
        globalThis.said = [];
        new MutationObserver(() => said.push(announcer.textContent)).observe(
            announcer, { childList: true },
        );
    }"""
    announcer.evaluate(said)
    purpose(workbook).press_sequentially("a burst of typing with pauses", delay=40)
    expect(announcer).to_have_text("Saved")
    assert workbook.evaluate("said") == ["Saved"]


def test_a_record_of_a_newer_build_is_shown_as_such_and_left_as_it_is(workbook: Page) -> None:
    newer = {**ANSWER, "format": 2, "value": ["of", "another", "shape"]}
    good = {**ANSWER, "value": "readable"}
    store(workbook, {"answer/purpose": newer, "answer/risk": good})
    workbook.reload()
    expect(status(workbook)).to_have_text("Kept as it is")
    expect(purpose(workbook)).not_to_be_editable()
    expect(workbook.get_by_label("How do you own risk?")).to_have_value("readable")
    purpose(workbook).click()
    workbook.keyboard.type("never")
    workbook.goto("harness/blank.html")
    assert stored(workbook) == {"answer/purpose": newer, "answer/risk": good}
