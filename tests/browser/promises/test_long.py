"""Long answers are never cut."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.workbook.records import stored

WORKBOOK = "workbooks/self-reflection/"
WORDS = "We asked the people who do the work what they would need, and then we did it. "
# Pastes as a person does, and gives the longest time, in milliseconds, for which the page
# answered to nothing until the answer was called saved.
PASTE = """async ([words, length]) => {
    const text = words.repeat(Math.ceil(length / words.length)).slice(0, length);
    const question = document.querySelector("workbook-question");
    const field = question.querySelector("textarea");
    field.focus();
    const gaps = [];
    let last = performance.now();
    let going = true;
    const beat = () => {
        gaps.push(performance.now() - last);
        last = performance.now();
        if (going) setTimeout(beat, 20);
    };
    const insert = performance.now();
    field.setRangeText(text, 0, 0, "end");
    const own = performance.now() - insert;
    last = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    beat();
    const status = question.querySelector("save-status");
    const states = new Set();
    while (performance.now() - insert < 50_000) {
        states.add(status.getAttribute("state"));
        if (status.getAttribute("state") === "saved") break;
        await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
    going = false;
    return { gap: Math.max(...gaps), own, states: [...states] };
}"""
LONGEST_GAP = {20_000: 300, 200_000: 1_000, 10_000_000: 5_000}  # milliseconds


@pytest.mark.parametrize("length", LONGEST_GAP)
def test_a_long_paste_is_saved_whole_and_the_page_stays_responsive(page: Page, length: int) -> None:
    page.goto(WORKBOOK)
    expect(page.locator("save-status").first).to_have_text("Not answered yet")
    page.set_default_timeout(120_000)
    pasted = page.evaluate(PASTE, [WORDS, length])
    assert pasted["states"][-1] == "saved"
    assert pasted["gap"] <= LONGEST_GAP[length]
    page.reload()
    expect(page.locator("save-status").first).to_have_text(re.compile("^Saved"))
    value = "() => document.querySelector('workbook-question textarea').value"
    text = (WORDS * (length // len(WORDS) + 1))[:length]
    assert page.evaluate(value) == text
    kept = [one for key, one in stored(page).items() if key.startswith("answer/")]
    assert [one["value"] for one in kept] == [text]
