"""Two tabs lose no text: they follow each other, and where both typed, both texts are kept."""

import random
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import stored, values

INTERLEAVINGS = 200
# The other tab hears of nothing, as when both save at the same moment.
DEAF = "BroadcastChannel.prototype.postMessage = () => {}"
OFFERED = "You have 2 versions of this answer"
# Two tabs' answers over one database: each step is a tab's typing, saving or hearing of the other.
INTERLEAVED = """async ([steps, number]) => {
    const { Answers } = await siteModule("answers/answers.js");
    const { Store } = await siteModule("storage/store.js");
    const store = () => new Store(`tried-${number}`);
    const question = { id: "q", kind: "text", edition: "", words: "" };
    const [shown, pending] = [[], []];
    const tabs = [0, 1].map((tab) => {
        const clock = { now: () => 0, date: () => "", after: () => () => {} };
        const answers = new Answers({ store: store(), clock, tab: `t${tab}`, notify: () => {} });
        let text = "";
        const show = (value, state) => {
            text = value;
            if (state === "saved") shown.push(value);
        };
        const mine = { answers, focused: true, text: () => text };
        mine.field = { question, show, focused: () => mine.focused };
        mine.put = (value) => answers.type(mine.field, (text = value));
        answers.join(mine.field);
        return mine;
    });
    for (const [tab, step, letter] of steps) {
        const { answers, put, text } = tabs[tab];
        const word = `${letter} `.repeat(6); // long enough to be missed, and like no other
        if (step === "type") put(text() + word);
        else if (step === "replace") put(word);
        else if (step === "clear") put("");
        else if (step === "turn") tabs[tab].focused = !tabs[tab].focused;
        else if (step === "save") answers.rest("q");
        else if (step === "hear") answers.follow("q");
        else await new Promise((resolve) => { setTimeout(resolve, 1); });
    }
    for (let round = 0; round < 6; round += 1) {
        for (const { answers } of tabs) answers.flush();
        for (const { answers } of tabs) await answers.records(); // read once the writes are done
    }
    const kept = [...(await store().read([""])).values()].map(({ value }) => value);
    return [[...new Set(shown)], kept];
}"""
STEPS = [*["type"] * 3, "replace", "clear", "turn", *["save"] * 3, *["hear"] * 2, "wait"]


def opened(page: Page) -> Page:
    page.goto("workbooks/self-reflection/")
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    return page


def field(page: Page, number: int) -> Locator:
    return page.locator("workbook-question").nth(number).get_by_role("textbox").first


def saved(page: Page, number: int) -> None:
    expect(page.locator("save-status").nth(number)).to_have_text(re.compile("^Saved"))


def test_different_questions_typed_in_two_tabs_are_both_kept_and_followed_live(page: Page) -> None:
    one, two = opened(page), opened(page.context.new_page())
    field(one, 0).fill("typed in the first tab")
    field(two, 1).fill("typed in the second tab")
    expect(field(two, 0)).to_have_value("typed in the first tab")
    expect(field(one, 1)).to_have_value("typed in the second tab")


def test_the_focused_field_is_never_overwritten(page: Page) -> None:
    one, two = opened(page), opened(page.context.new_page())
    field(one, 0).click()
    field(two, 0).fill("from the other tab")
    saved(two, 0)
    field(two, 1).fill("later, and followed")
    expect(field(one, 1)).to_have_value("later, and followed")
    expect(field(one, 0)).to_have_value("")
    field(one, 0).blur()
    expect(field(one, 0)).to_have_value("from the other tab")


@pytest.fixture
def conflict(page: Page) -> Page:
    """A page whose first question was typed in two tabs at once; this one typed last."""
    page.context.add_init_script(DEAF)
    one, two = opened(page), opened(page.context.new_page())
    field(one, 0).fill("the first tab's text")
    saved(one, 0)
    field(two, 0).fill("the second tab's text")
    saved(two, 0)
    one.close()
    expect(two.get_by_text(OFFERED)).to_be_visible()
    return two


CHOICES = {
    "Use the answer in the box": "the second tab's text",
    "Use the other version": "the first tab's text",
    "Use both, one after the other": "the second tab's text\n\nthe first tab's text",
}


@pytest.mark.parametrize(("button", "answer"), CHOICES.items())
def test_the_same_question_typed_in_both_keeps_both_texts_and_offers_the_choice(
    conflict: Page, button: str, answer: str
) -> None:
    offered = conflict.get_by_role("group", name="2 versions of this answer")
    expect(offered.get_by_text("the first tab's text")).to_be_visible()
    offered.get_by_role("button", name=button).click()
    expect(conflict.get_by_text(OFFERED)).to_be_hidden()
    expect(field(conflict, 0)).to_have_value(answer)
    expect(field(conflict, 0)).to_be_focused()
    saved(conflict, 0)
    conflict.reload()
    expect(field(conflict, 0)).to_have_value(answer)
    expect(conflict.get_by_text(OFFERED)).to_be_hidden()
    everything = "".join(values(conflict, "answer/") | values(conflict, "version/"))
    assert "the first tab's text" in everything
    assert "the second tab's text" in everything


def test_the_choice_waits_until_it_is_made(conflict: Page) -> None:
    conflict.reload()
    expect(conflict.get_by_text(OFFERED)).to_be_visible()
    field(conflict, 0).fill("a third text")
    saved(conflict, 0)
    conflict.reload()
    expect(conflict.get_by_text("the first tab's text")).to_be_visible()
    assert any(key.startswith("other/") for key in stored(conflict))


def test_no_interleaving_loses_a_text_that_was_shown_as_saved(page: Page) -> None:
    page.goto("harness/blank.html")
    seed = random.randrange(1_000_000)  # noqa: S311
    chance = random.Random(seed)  # noqa: S311 (it keeps nothing secret)
    for number in range(INTERLEAVINGS):
        steps = [
            [chance.randrange(2), chance.choice(STEPS), f"word {step}"]
            for step in range(chance.randrange(6, 24))
        ]
        shown, kept = page.evaluate(INTERLEAVED, [steps, number])
        lost = [text for text in shown if text and not any(text in one for one in kept)]
        assert lost == [], f"seed {seed}, interleaving {number}: {steps}: kept {kept}"
