"""Saving: when it happens, and that the page never says what is not so."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import stored, values

WITHIN_2_SECONDS = 2_000
FAILING = """() => {
    globalThis.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
MENDED = "() => { IDBObjectStore.prototype.put = globalThis.put; }"
BLOCKED = {
    "is not there": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    "throws": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
    "fails": """IDBFactory.prototype.open = () => {
        const request = { error: new DOMException("no", "UnknownError") };
        setTimeout(() => request.onerror(new Event("error")));
        return request;
    }""",
    "cannot be listed": """IDBFactory.prototype.databases = () =>
        Promise.reject(new DOMException("The user denied permission", "UnknownError"))""",
}
# Keeps the database busy until released, as a slow disk would.
BUSY = """async () => {
    const opened = indexedDB.open("five-attributes:/guide/");
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("records", "readwrite").objectStore("records");
    const again = () => { if (!globalThis.released) store.get("").onsuccess = again; };
    again();
}"""

# A key every 100 ms, on a clock and over a store of its own: gives the times of saving.
TYPED_FOR_10_SECONDS = """async () => {
    const { Answers } = await import("../assets/js/lib/answers.js");
    let now = 0;
    let due = [];
    const clock = {
        now: () => now,
        date: () => "",
        after: (delay, call) => {
            const timer = { at: now + delay, call };
            due.push(timer);
            return () => { due = due.filter((other) => other !== timer); };
        },
    };
    const saves = [];
    const store = {
        prepare: async () => {},
        list: async () => new Map(),
        read: async () => new Map(),
        update: async (_, decide) => { saves.push(now); return decide(new Map()).outcome; },
    };
    const answers = new Answers({ store, clock, tab: "t", saved: () => {}, notify: () => {} });
    const question = { id: "q", kind: "text", edition: "", words: "" };
    const field = { question, show: () => {}, focused: () => true };
    answers.join(field);
    for (let text = "k"; now < 10_000; text += "k") {
        answers.type(field, text);
        for (const end = now + 100; now < end; now += 10) {
            for (const timer of due.filter(({ at }) => at <= now)) timer.call();
            due = due.filter(({ at }) => at > now);
            await new Promise((resolve) => { setTimeout(resolve); });
        }
    }
    return saves;
}"""


@pytest.fixture
def workbook(page: Page) -> Page:
    """The small workbook, its answers read."""
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_text("Not answered yet")
    return page


def purpose(page: Page) -> Locator:
    return page.get_by_label("What is your purpose?")


def status(page: Page) -> Locator:
    """The words about saving beside the first field."""
    return page.locator("save-status").first


def test_saved_is_said_only_after_the_database_has_said_complete(workbook: Page) -> None:
    watch = """(status) => {
        globalThis.seen = [];
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (...of) {
            const tx = transaction.apply(this, of);
            const complete = () => seen.push(`${tx.durability} and complete`);
            if (tx.mode === "readwrite") tx.addEventListener("complete", complete);
            return tx;
        };
        const said = new MutationObserver(() => seen.push(status.textContent));
        said.observe(status, { childList: true });
    }"""
    status(workbook).evaluate(watch)
    purpose(workbook).fill("seen")
    expect(status(workbook)).to_have_text("Saved")
    assert workbook.evaluate("seen") == ["Saving…", "strict and complete", "Saved"]


def test_steady_typing_is_saved_at_least_once_a_second(page: Page) -> None:
    page.goto("harness/blank.html")
    saves = page.evaluate(TYPED_FOR_10_SECONDS)
    gaps = [after - before for before, after in pairwise([0, *saves])]
    assert len(saves) >= 10
    assert max(gaps) <= 1_000


def test_a_pause_saves_at_once_and_saves_nothing_twice(workbook: Page) -> None:
    purpose(workbook).press_sequentially("one burst", delay=20)
    expect(status(workbook)).to_have_text("Saved")
    purpose(workbook).blur()
    workbook.reload()
    expect(status(workbook)).to_have_text("Saved")
    assert stored(workbook)["answer/purpose"]["rev"] == 1


def test_turning_to_another_question_saves_without_waiting(page: Page) -> None:
    page.clock.install()
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_text("Not answered yet")
    purpose(page).fill("no time has passed")
    purpose(page).blur()
    expect(status(page)).to_have_text("Saved")


def test_a_failed_save_is_said_keeps_the_text_and_is_made_good(workbook: Page) -> None:
    workbook.evaluate(FAILING)
    purpose(workbook).press_sequentially("precious")
    expect(workbook.get_by_role("alert").first).to_have_text("Not saved", timeout=WITHIN_2_SECONDS)
    purpose(workbook).press_sequentially(" words")
    expect(status(workbook)).to_have_text("Not saved")
    expect(purpose(workbook)).to_have_value("precious words")
    assert values(workbook, "answer/") == set()
    workbook.evaluate(MENDED)
    expect(status(workbook)).to_have_text("Saved")
    assert values(workbook, "answer/") == {"precious words"}


def test_a_save_that_takes_too_long_is_called_not_saved_until_it_is(
    workbook: Page,
) -> None:
    purpose(workbook).fill("saved")
    expect(status(workbook)).to_have_text("Saved")
    other = workbook.context.new_page()
    other.goto("harness/blank.html")
    other.evaluate(BUSY)
    purpose(workbook).fill("slow")
    expect(status(workbook)).to_have_text("Not saved", timeout=WITHIN_2_SECONDS)
    other.evaluate("() => { globalThis.released = true; }")
    expect(status(workbook)).to_have_text("Saved")
    assert values(workbook, "answer/") == {"slow"}


def test_a_database_cleared_away_under_the_page_is_made_again_with_the_text(workbook: Page) -> None:
    purpose(workbook).fill("before")
    expect(status(workbook)).to_have_text("Saved")
    session = workbook.context.new_cdp_session(workbook)
    origin = workbook.evaluate("location.origin")
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "indexeddb"})
    purpose(workbook).fill("after")
    expect(status(workbook)).to_have_text("Saved")
    assert values(workbook, "answer/") == {"after"}


@pytest.mark.parametrize("way", BLOCKED)
def test_where_storage_is_blocked_the_page_says_so_at_once_and_still_prints(
    page: Page, way: str
) -> None:
    page.add_init_script(BLOCKED[way])
    page.goto("harness/workbook.html")
    expect(page.get_by_text("Nothing is being saved in this browser")).to_be_visible()
    purpose(page).fill("only on this page")
    if way != "cannot be listed":
        expect(status(page)).to_have_text("Not saved", timeout=WITHIN_2_SECONDS)
    expect(page.get_by_text("1 of 3 answered")).to_be_visible()
    assert page.pdf()
    assert "only on this page" in page.locator(".workbook-question__print").all_text_contents()


def test_the_notice_goes_when_saving_works_after_all(page: Page) -> None:
    page.add_init_script(BLOCKED["cannot be listed"])
    page.goto("harness/workbook.html")
    notice = page.get_by_text("Nothing is being saved in this browser")
    expect(notice).to_be_visible()
    purpose(page).fill("saved after all")
    expect(status(page)).to_have_text("Saved")
    expect(notice).to_be_hidden()


def test_where_there_is_no_clock_to_trust_answers_still_follow_each_other(workbook: Page) -> None:
    purpose(workbook).fill("typed today")
    expect(status(workbook)).to_have_text("Saved")
    workbook.evaluate("() => { Date.prototype.toISOString = () => '1970-01-01T00:00:00.000Z'; }")
    purpose(workbook).fill("typed later, on a clock set back")
    expect(status(workbook)).to_have_text("Saved")
    workbook.reload()
    expect(purpose(workbook)).to_have_value(re.compile("clock set back"))
