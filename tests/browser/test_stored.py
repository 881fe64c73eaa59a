"""What the browser holds after all that a person can do is in the table of what is kept."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.feedback.pages import add, ask
from tests.browser.feedback.pages import answer as reply_to
from tests.browser.standing.seeds import answer as other_answer
from tests.browser.standing.seeds import backup
from tests.browser.takeaway.pages import WORKBOOK, write
from tests.browser.takeaway.test_keep_copy import PICKER, keep
from tests.browser.workbook.shelves import PAGE, all_of_them, ask_name
from tests.support.shell import choose

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


def keep_a_profile(page: Page) -> None:
    """Rate oneself, and keep the profile."""
    page.goto("workbooks/developing/")
    page.get_by_role("main").get_by_role("radio", name="4").first.check()
    expect(page.locator("save-status").first).to_have_text(re.compile("^Saved"))
    page.goto("workbooks/profile/")
    page.get_by_role("button", name="Save snapshot").click()
    expect(page.get_by_role("status").filter(has_text="Snapshot saved")).to_be_visible()


def ask_and_add(page: Page, other: Page) -> None:
    """Ask for feedback, and add the reply that somebody gives."""
    code = reply_to(other, ask(page, "My team"))
    add(page, code)
    expect(page.get_by_text("1 reply was added.")).to_be_visible()


def name_a_workbook(page: Page) -> None:
    """Begin a workbook for a post."""
    page.goto(PAGE)
    all_of_them(page).get_by_role("button", name="Start a new workbook").click()
    ask_name(page, "Assistant Director", "Start a new workbook", "Create workbook")
    expect(page.locator(".shelf__name")).to_have_text("Assistant Director")


def restore(page: Page) -> None:
    """Restore a backup with another text of the same answer."""
    page.goto("workbooks/my-workbooks/")
    expect(page.get_by_label("Backup file")).to_be_visible()
    there = {"answer/live-out-your-values": other_answer("Another text.", 15)}
    page.get_by_label("Backup file").set_input_files(backup(page, there))
    page.get_by_role("group", name="What this backup").get_by_role("button", name="Restore").click()
    expect(page.get_by_text("The backup has been restored.")).to_be_visible()


def check_the_browser(page: Page) -> None:
    """Begin the check whether the browser keeps what is written."""
    page.goto(CHECK)
    page.get_by_role("button", name="Start the check").click()
    expect(page.get_by_role("heading", name=re.compile("Step 2"))).to_be_visible()


def test_whatever_is_held_is_in_the_table(page: Page, context: BrowserContext) -> None:
    page.add_init_script(PICKER)
    page.goto(WORKBOOK)
    write(page, "We wrote the vision together.")
    keep(page)
    choose(page, "Colours", "Dark")
    choose(page, "Text size", "Large")
    keep_a_profile(page)
    ask_and_add(page, context.new_page())
    name_a_workbook(page)
    restore(page)
    check_the_browser(page)
    held = page.evaluate(HELD)
    names, records = table(page)
    assert {one.replace("/guide/", "PATH") for one in held["names"]} <= names
    made = {"answer", "handle", "ledger", "other", "profile", "reply", "request", "shelf", "undo"}
    assert made <= set(held["records"]) <= records
    assert held["caches"] == []
    assert context.cookies() == []
