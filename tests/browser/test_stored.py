"""What the browser holds after all that a person can do is in the table of what is kept."""

import re

from playwright.sync_api import BrowserContext, Page, expect

WORKBOOK = "workbooks/self-reflection/"
CHECK = "workbooks/will-this-browser-keep-my-work/"
HELD = """async () => {
    const names = (await indexedDB.databases()).map((one) => one.name);
    const keys = (name) => new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = reject;
        opening.onsuccess = () => {
            const asked = opening.result.transaction("records").objectStore("records").getAllKeys();
            asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
        };
    });
    return {
        names: [...names, ...Object.keys(localStorage), ...Object.keys(sessionStorage)],
        records: (await Promise.all(names.map(keys))).flat().map((key) => key.split("/")[0]),
        caches: globalThis.caches ? await caches.keys() : [],
    };
}"""


def table(page: Page) -> tuple[set[str], set[str]]:
    """The names in the tables, with the site's path in its place, and the beginnings of records."""
    page.goto("about/storage/")
    cells = page.locator("td:first-child").all_text_contents()
    names = {cell for cell in cells if "PATH" in cell} | {"five-attributes:PATH"}
    return names, {cell.split("/")[0] for cell in cells if "PATH" not in cell}


def test_whatever_is_held_is_in_the_table(page: Page, context: BrowserContext) -> None:
    page.goto(WORKBOOK)
    page.get_by_role("main").get_by_role("textbox").first.fill("We wrote the vision together.")
    expect(page.get_by_text("Saved on this device").first).to_be_visible()
    page.get_by_role("button", name="Dark colours").click()
    page.goto(CHECK)
    page.get_by_role("button", name="Write the mark").click()
    expect(page.get_by_role("heading", name=re.compile("Step 2"))).to_be_visible()
    page.goto("workbooks/my-workbooks/")
    expect(page.get_by_text("1 of", exact=False).first).to_be_visible()
    held = page.evaluate(HELD)
    names, records = table(page)
    assert {one.replace("/guide/", "PATH") for one in held["names"]} <= names
    assert {"answer", "ledger"} <= set(held["records"]) <= records
    assert held["caches"] == []
    assert context.cookies() == []
