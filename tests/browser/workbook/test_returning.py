"""Pages that come back, texts left behind by those that went, and a store that answers late."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.browser.workbook.profile import started
from tests.browser.workbook.records import store, values

WORKBOOK = "workbooks/self-reflection/"
SAID = re.compile("^Saved")
# A page with a channel may not be put away whole: without one, going back finds the very page.
DEAF = "delete globalThis.BroadcastChannel"
FULL = """if (!location.search) {
    globalThis.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
MENDED = "() => { IDBObjectStore.prototype.put = globalThis.put; }"
HANGING = """globalThis.open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => ({});"""
ANSWERING = "() => { IDBFactory.prototype.open = globalThis.open; }"
# Two fields over a store that fails until another tab is followed: what they and the notice show.
FOLLOWED = """async () => {
    const { Answers } = await siteModule("answers/answers.js");
    const [told, shown] = [[], {}];
    let fails = true;
    const read = async (keys) => {
        if (fails) throw new Error("blocked");
        return new Map(keys.map((key) => [key, {
            format: 1, kind: "text", value: `of ${key}`, rev: 1, edition: "", words: "", at: "",
        }]));
    };
    const store = { prepare: async () => {}, keys: async () => [], read };
    const clock = { now: () => 0, date: () => "", after: () => () => {} };
    const notify = (name, yes) => { if (name === "blocked") told.push(yes); };
    const answers = new Answers({ store, clock, tab: "t", notify });
    for (const id of ["a", "b"]) {
        const question = { id, kind: "text", edition: "", words: "" };
        const show = (...what) => { shown[id] = what; };
        answers.join({ question, show, focused: () => false });
    }
    const rest = () => new Promise((resolve) => { setTimeout(resolve); });
    await rest();
    fails = false;
    answers.follow("a");
    await rest();
    return [told, shown];
}"""

# Words left on a page that goes, taken up and typed over on the next one, which the first finds.
UNSAVED = """async () => {
    const { Answers } = await siteModule("answers/answers.js");
    const { Store } = await siteModule("storage/store.js");
    const question = { id: "q", kind: "text", edition: "", words: "" };
    const shown = {};
    const opened = (tab) => {
        const clock = { now: () => 0, date: () => "", after: () => () => {} };
        const store = new Store("five-attributes:/guide/");
        const answers = new Answers({ store, clock, tab, notify: () => {} });
        const show = (...what) => { shown[tab] = what; };
        const field = { question, show, focused: () => true };
        answers.join(field);
        return { answers, field };
    };
    const until = async (tab, value, state) => {
        for (let tries = 0; tries < 1000; tries += 1) {
            if (shown[tab]?.[0] === value && shown[tab][1] === state) return;
            await new Promise((resolve) => { setTimeout(resolve); });
        }
    };
    const first = opened("first");
    await until("first", "", "empty");
    first.answers.type(first.field, "left");
    first.answers.leave();
    const next = opened("next");
    await until("next", "left", "saved");
    next.answers.type(next.field, "since");
    next.answers.flush();
    await until("next", "since", "saved");
    await first.answers.refresh(true);
    first.answers.flush();
    await until("first", "since", "saved");
    return [shown.first, shown.next];
}"""


def record(question: str, value: str, rev: int) -> dict[str, Any]:
    """The record of an answer."""
    words = {"edition": "", "words": question, "at": "2026-11-23T10:00:00.000Z"}
    return {"format": 1, "kind": "text", "value": value, "rev": rev, **words}


def draft(question: str, value: str, base: int) -> dict[str, Any]:
    """The record of a text that a page left behind."""
    about = {"id": question, "kind": "text", "edition": "", "words": question}
    at = "2026-11-23T10:00:00.000Z"
    return {"format": 1, "question": about, "value": value, "base": base, "at": at}


@pytest.fixture
def left(page: Page) -> Page:
    """A page of a site that holds two answers, and a text left behind for one of them."""
    page.goto("harness/blank.html")
    records = {
        "answer/purpose": record("purpose", "our purpose", 4),
        "answer/risk": record("risk", "our risk", 1),
        "draft/purpose/gone": draft("purpose", "our purpose, and more", 4),
    }
    store(page, records)
    return page


def purpose(page: Page) -> Locator:
    return page.get_by_label("What is your purpose?")


def risk(page: Page) -> Locator:
    return page.get_by_label("How do you own risk?")


def test_where_nothing_can_be_written_answers_are_shown_and_a_left_text_is_kept(
    left: Page,
) -> None:
    left.add_init_script(FULL)
    left.goto("harness/workbook.html")
    expect(purpose(left)).to_have_value("our purpose")
    expect(risk(left)).to_have_value("our risk")
    expect(left.get_by_text("Nothing is being saved in this browser")).to_be_hidden()
    assert values(left, "draft/") == {"our purpose, and more"}
    left.evaluate(MENDED)
    risk(left).fill("room again")
    expect(purpose(left)).to_have_value("our purpose, and more")
    assert values(left, "draft/") == set()


def test_a_left_text_does_not_take_the_place_of_what_was_saved_since(left: Page) -> None:
    store(left, {"answer/purpose": record("purpose", "saved since", 6)})
    left.goto("harness/workbook.html")
    expect(purpose(left)).to_have_value("saved since")
    assert values(left, "other/") == {"our purpose, and more"}
    assert values(left, "draft/") == set()


def test_a_store_that_never_answers_is_said_and_tried_again(left: Page) -> None:
    left.add_init_script(HANGING)
    left.clock.install()
    left.goto("harness/workbook.html")
    expect(left.locator("workbook-question[ready]").first).to_be_attached()
    left.clock.run_for(3_000)
    notice = left.get_by_text("Another page of this site is using your answers")
    expect(notice).to_be_visible()
    left.evaluate(ANSWERING)
    left.clock.fast_forward(10_000)
    expect(purpose(left)).to_have_value("our purpose, and more")
    expect(risk(left)).to_have_value("our risk")
    expect(notice).to_be_hidden()


def test_the_notice_goes_only_when_every_answer_is_there(page: Page) -> None:
    page.goto("harness/blank.html")
    told, shown = page.evaluate(FOLLOWED)
    assert told == [True, False]
    assert shown == {"a": ["of answer/a", "saved"], "b": ["of answer/b", "saved"]}


def test_a_page_that_comes_back_whole_shows_what_was_typed_since(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    with started(playwright, browser_path, tmp_path) as browser:
        page = browser.page
        page.add_init_script(DEAF)
        page.goto(site_url + WORKBOOK)
        field = page.locator("workbook-question textarea").first
        status = page.locator("save-status").first
        field.press_sequentially("Typed")
        expect(status).to_have_text(SAID)
        page.evaluate("() => { globalThis.whole = true; }")
        page.goto(f"{site_url}framework/values/")
        expect(field).to_have_value("Typed")
        field.press("End")
        field.press_sequentially(", and since")
        expect(status).to_have_text(SAID)
        page.evaluate("() => { setTimeout(() => history.back()); }")
        expect(page).to_have_url(re.compile(f"{WORKBOOK}$"))
        expect(field).to_have_value("Typed, and since")
        assert page.evaluate("globalThis.whole") is True


def test_a_page_that_comes_back_with_unsaved_words_puts_newer_ones_before_them(page: Page) -> None:
    page.goto("harness/blank.html")
    assert page.evaluate(UNSAVED) == [["since", "saved"], ["since", "saved"]]
    assert values(page, "answer/") == {"since"}
    assert values(page, "draft/") == set()
