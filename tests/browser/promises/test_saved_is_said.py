""" "Saved" is said only of what the database has called complete, on the disk."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import values

# What is in a strict transaction counts once that is complete; what is then called saved is noted.
SPY = """() => {
    globalThis.seen = [];
    globalThis.complete = {};
    const puts = new Map();
    const { transaction } = IDBDatabase.prototype;
    const { put } = IDBObjectStore.prototype;
    IDBDatabase.prototype.transaction = function (...of) {
        const tx = transaction.apply(this, of);
        if (tx.mode === "readwrite") tx.addEventListener("complete", () => {
            seen.push(`${tx.durability} and complete`);
            if (tx.durability === "strict") Object.assign(complete, puts.get(tx));
        });
        return tx;
    };
    IDBObjectStore.prototype.put = function (record, key) {
        const tx = this.transaction;
        puts.set(tx, { ...puts.get(tx), [key]: record.value });
        return put.call(this, record, key);
    };
    globalThis.claims = [];
    for (const status of document.querySelectorAll("save-status")) {
        new MutationObserver(() => {
            seen.push(status.textContent);
            if (status.textContent !== "Saved") return;
            const element = status.closest("workbook-question");
            const question = element.getAttribute("question");
            const chosen = element.querySelector("textarea, :checked").value;
            claims.push([question, chosen, complete[`answer/${question}`] ?? null]);
        }).observe(status, { childList: true });
    }
}"""
# Keeps the database busy until released, as a slow disk would.
BUSY = """async () => {
    const opened = indexedDB.open("five-attributes:/guide/");
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("records", "readwrite").objectStore("records");
    const again = () => { if (!globalThis.released) store.get("").onsuccess = again; };
    again();
}"""


@pytest.fixture
def workbook(page: Page) -> Page:
    """The small workbook, watched: what is called saved, and what has been completed."""
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_attribute("state", "empty")
    page.evaluate(SPY)
    return page


def purpose(page: Page) -> Locator:
    return page.get_by_label("What is your purpose?")


def status(page: Page, question: str = "purpose") -> Locator:
    """The words about saving beside the first field of `question`."""
    return page.locator(f'workbook-question[question="{question}"] save-status').first


def test_saved_is_said_only_after_a_strict_complete(workbook: Page) -> None:
    purpose(workbook).fill("seen")
    expect(status(workbook)).to_have_text("Saved")
    seen: list[str] = workbook.evaluate("seen")
    assert list(dict.fromkeys(seen)) == ["Saving…", "strict and complete", "Saved"]


def test_whatever_is_called_saved_is_what_stands_in_the_field(workbook: Page) -> None:
    for number in range(4):
        purpose(workbook).press_sequentially(f"word {number} ", delay=20 * number)
        workbook.get_by_label("How do you own risk?").press_sequentially("and another ")
        workbook.get_by_role("radio").nth(number % 5).check()
        expect(status(workbook, "living-values")).to_have_text("Saved")
    expect(status(workbook)).to_have_text("Saved")
    expect(status(workbook, "risk")).to_have_text("Saved")
    claims: list[list[Any]] = workbook.evaluate("claims")
    assert {question for question, _, _ in claims} == {"purpose", "living-values", "risk"}
    assert [claim for claim in claims if claim[1] != claim[2]] == []


def test_nothing_is_called_saved_while_the_disk_is_slow(workbook: Page) -> None:
    purpose(workbook).fill("saved")
    expect(status(workbook)).to_have_text("Saved")
    other = workbook.context.new_page()
    other.goto("harness/blank.html")
    other.evaluate(BUSY)
    workbook.evaluate("() => { seen.length = 0; }")
    purpose(workbook).fill("slow")
    expect(status(workbook)).to_have_text("Not saved")
    assert "Saved" not in workbook.evaluate("seen")
    other.evaluate("() => { globalThis.released = true; }")
    expect(status(workbook)).to_have_text("Saved")
    assert values(workbook, "answer/") == {"slow"}
