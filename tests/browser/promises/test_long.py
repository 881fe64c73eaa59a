"""Long answers are never cut."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.workbook.records import stored

WORKBOOK = "workbooks/self-reflection/"
WORDS = "We asked the people who do the work what they would need, and then we did it. "
LONG = 300_000  # letters, beyond which a text is laid out plainly and its words are not counted
# Pastes as a person does, and gives the states of saving that the field was in.
PASTE = """async ([words, length]) => {
    const text = words.repeat(Math.ceil(length / words.length)).slice(0, length);
    const question = document.querySelector("workbook-question");
    const field = question.querySelector("textarea");
    field.focus();
    field.setRangeText(text, 0, 0, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    const status = question.querySelector("save-status");
    const states = [status.getAttribute("state")];
    const saved = new Promise((resolve) => {
        new MutationObserver(() => {
            states.push(status.getAttribute("state"));
            if (states.at(-1) === "saved") resolve();
        }).observe(status, { attributes: true });
    });
    await saved;
    return states;
}"""


@pytest.mark.parametrize("length", [20_000, 200_000, 10_000_000])
def test_a_long_paste_is_saved_whole_and_a_very_long_one_laid_out_plainly(
    page: Page, length: int
) -> None:
    page.goto(WORKBOOK)
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    page.set_default_timeout(120_000)
    assert page.evaluate(PASTE, [WORDS, length])[-1] == "saved"
    assert (page.locator("textarea[data-long]").count() == 1) == (length > LONG)
    counted = page.locator(".workbook-question__words").first
    expect(counted).to_have_text("" if length > LONG else re.compile(r"\d words$"))
    page.reload()
    expect(page.locator("save-status").first).to_have_text(re.compile("^Saved"))
    value = "() => document.querySelector('workbook-question textarea').value"
    text = (WORDS * (length // len(WORDS) + 1))[:length]
    assert page.evaluate(value) == text
    kept = [one for key, one in stored(page).items() if key.startswith("answer/")]
    assert [one["value"] for one in kept] == [text]
