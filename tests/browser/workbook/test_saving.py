"""Saving: when it happens."""

from itertools import pairwise

from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import stored
from tests.support.clock import CLOCK

# A key every 100 ms, on a clock and over a store of its own: gives the times of saving.
TYPED_FOR_10_SECONDS = (
    f"async () => {{{CLOCK}"
    """
    const { Answers } = await siteModule("answers/answers.js");
    const saves = [];
    const store = {
        prepare: async () => {},
        list: async () => new Map(),
        read: async () => new Map(),
        update: async (_, decide) => { saves.push(now); return decide(new Map()).outcome; },
    };
    const answers = new Answers({ store, clock, tab: "t", notify: () => {} });
    const question = { id: "q", kind: "text", edition: "", words: "" };
    const field = { question, show: () => {}, focused: () => true };
    answers.join(field);
    for (let text = "k"; now < 10_000; text += "k") {
        answers.type(field, text);
        for (const end = now + 100; now < end; ) await reach(now + 10);
    }
    return saves;
}"""
)


# One key, then nothing; a minute later another: gives the times of saving.
TYPED_NOW_AND_THEN = (
    TYPED_FOR_10_SECONDS[: TYPED_FOR_10_SECONDS.index("    for (let text")]
    + """
    await reach(1_000);
    answers.type(field, "k");
    await reach(1_000);
    await reach(61_000);
    answers.type(field, "kk");
    await reach(61_000);
    await reach(62_000);
    return saves;
}"""
)


def purpose(page: Page) -> Locator:
    return page.get_by_label("What is your purpose?")


def status(page: Page) -> Locator:
    """The words about saving beside the first field."""
    return page.locator("save-status").first


def test_the_first_key_after_a_pause_is_saved_at_once(page: Page) -> None:
    page.goto("harness/blank.html")
    assert page.evaluate(TYPED_NOW_AND_THEN) == [1_000, 61_000]


def test_steady_typing_is_saved_at_least_once_a_second(page: Page) -> None:
    page.goto("harness/blank.html")
    saves = page.evaluate(TYPED_FOR_10_SECONDS)
    gaps = [after - before for before, after in pairwise([0, *saves])]
    assert len(saves) >= 10
    assert max(gaps) <= 1_000


def test_a_pause_saves_at_once_and_saves_nothing_twice(page: Page) -> None:
    page.clock.install(time="2026-11-23T10:00:00Z")
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_text("Not answered yet")
    page.clock.pause_at("2026-11-23T11:00:00Z")
    purpose(page).press_sequentially("one burst")
    expect(status(page)).to_have_text("Saving…")
    page.clock.run_for(300)
    expect(status(page)).to_have_text("Saved")
    purpose(page).blur()
    page.reload()
    expect(status(page)).to_have_text("Saved")
    assert stored(page)["answer/purpose"]["rev"] == 1


def test_turning_to_another_question_saves_without_waiting(page: Page) -> None:
    page.clock.install()
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_text("Not answered yet")
    purpose(page).fill("no time has passed")
    purpose(page).blur()
    expect(status(page)).to_have_text("Saved")
