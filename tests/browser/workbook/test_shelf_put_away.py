"""A named workbook that was erased while its page was put away by the browser stays erased."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.workbook.records import DATABASE, stored
from tests.browser.workbook.shelves import (
    FIRST,
    ONE,
    answered,
    first_field,
    holding,
    named,
    shelved,
)

HELD = {
    f"shelf/recruiting/{ONE}": shelved(archived=True),
    f"answer/{FIRST}.{ONE}": answered("A candidate"),
    f"answer/{FIRST}": answered("Stays"),
}
NOT_HERE = "This workbook is not in this browser"
# As a browser has it: what another page does meanwhile is told to nobody; then the page is back.
COME_BACK = """async ([name, part]) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("records", "readwrite").objectStore("records");
    const keys = store.getAllKeys();
    keys.onsuccess = () => {
        for (const key of keys.result) if (part && key.includes(part)) store.delete(key);
    };
    await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
    opened.result.close();
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
}"""


@pytest.mark.parametrize("typed", ["", "More of the candidate"])
def test_what_was_erased_meanwhile_does_not_come_back_with_the_page(page: Page, typed: str) -> None:
    holding(page, HELD)
    page.goto(named())
    expect(first_field(page)).to_have_value("A candidate")
    if typed:
        first_field(page).fill(typed)
    page.evaluate(COME_BACK, [DATABASE, ONE])
    expect(page.get_by_role("alert").filter(has_text=NOT_HERE)).to_be_visible()
    expect(first_field(page)).to_be_hidden()
    expect(page.locator("save-status[state=saving]")).to_have_count(0)
    assert [key for key in stored(page) if ONE in key] == []
    assert stored(page)[f"answer/{FIRST}"]["value"] == "Stays"


def test_one_that_is_still_here_follows_what_was_written_meanwhile(page: Page) -> None:
    holding(page, HELD)
    page.goto(named())
    expect(first_field(page)).to_have_value("A candidate")
    holding_now = """async (name) => {
        const opened = indexedDB.open(name);
        await new Promise((resolve) => { opened.onsuccess = resolve; });
        const store = opened.result.transaction("records", "readwrite").objectStore("records");
        const key = "answer/%s";
        const found = store.get(key);
        found.onsuccess = () => store.put({ ...found.result, value: "Elsewhere", rev: 2 }, key);
        await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
        opened.result.close();
    }"""
    page.evaluate(holding_now % f"{FIRST}.{ONE}", DATABASE)
    page.evaluate(COME_BACK, [DATABASE, ""])
    expect(first_field(page)).to_have_value("Elsewhere")
    expect(page.get_by_text("This workbook is archived")).to_be_visible()
