"""A tab of an older build cannot damage what a newer one has written."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import store, stored
from tests.support.status import READY

NAME = "five-attributes:/guide/"
UPDATED = "This site has been updated in another tab"
LOCKED = "This version of the site cannot show the answer saved here."
# What a page of the next build says to the other tabs when it opens.
NEWER = """(name) => new BroadcastChannel(name).postMessage({ format: 2 })"""
ASKED = """(name) => new Promise((resolve) => {
    const channel = new BroadcastChannel(name);
    channel.addEventListener("message", ({ data }) => resolve(data));
    channel.postMessage({ format: 0 });
})"""
RECORD: dict[str, Any] = {"format": 2, "pages": [{"value": "written by the next build"}], "rev": 9}


def opened(page: Page) -> Page:
    page.goto("workbooks/self-reflection/")
    expect(page.locator("save-status").first).to_have_attribute("state", READY)
    return page


def field(page: Page, number: int) -> Locator:
    return page.locator("workbook-question").nth(number).get_by_role("textbox").first


def question(page: Page, number: int) -> str:
    return str(page.locator("workbook-question").nth(number).get_attribute("question"))


def test_an_older_tab_saves_its_own_field_becomes_read_only_and_asks_for_a_reload(
    page: Page,
) -> None:
    old, new = opened(page), page.context.new_page()
    new.goto("about/")
    field(old, 0).fill("typed a moment ago in the old tab")
    new.evaluate(NEWER, NAME)
    notice = old.get_by_role("alert").filter(has_text=UPDATED)
    expect(notice).to_be_visible()
    expect(field(old, 0)).not_to_be_editable()
    expect(field(old, 3)).not_to_be_editable()
    answer = stored(old)[f"answer/{question(old, 0)}"]
    assert answer["value"] == "typed a moment ago in the old tab"
    notice.get_by_role("button", name="Reload the page").click()
    expect(field(old, 0)).to_be_editable()
    expect(field(old, 0)).to_have_value("typed a moment ago in the old tab")


def test_an_older_tab_writes_nothing_to_records_of_a_newer_build(page: Page) -> None:
    opened(page)
    ids = [question(page, number) for number in range(3)]
    records = {
        f"answer/{ids[0]}": RECORD,
        f"version/{ids[1]}/000000004": RECORD,
        f"other/{ids[1]}/000000005": RECORD,
        f"draft/{ids[2]}/next-build": RECORD,
        "snapshot/2027": RECORD,
    }
    store(page, records)
    page.reload()
    expect(page.locator("save-status").first).to_contain_text(LOCKED)
    expect(field(page, 0)).not_to_be_editable()
    page.goto("framework/values/")
    page.goto("workbooks/self-reflection/")
    expect(page.locator("save-status").first).to_contain_text(LOCKED)
    assert stored(page) == records


def test_a_record_of_a_newer_build_locks_its_own_question_alone(page: Page) -> None:
    opened(page)
    store(page, {f"answer/{question(page, 0)}": RECORD})
    page.reload()
    expect(page.locator("save-status").first).to_contain_text(LOCKED)
    expect(page.get_by_role("alert").filter(has_text=UPDATED)).to_be_hidden()
    field(page, 1).fill("This one can be answered.")
    expect(page.locator("save-status").nth(1)).to_have_text(re.compile("^Saved"))
    page.goto("workbooks/my-workbooks/")
    expect(page.locator("my-workbooks").get_by_text("1 of 22 answered")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text=UPDATED)).to_be_hidden()


def test_a_tab_tells_an_older_one_that_it_is_newer(page: Page) -> None:
    opened(page)
    other = page.context.new_page()
    other.goto("about/")
    assert other.evaluate(ASKED, NAME) == {"format": 1}


def test_a_save_in_an_open_tab_never_overwrites_a_newer_record(page: Page) -> None:
    opened(page)
    key = f"answer/{question(page, 0)}"
    store(page, {key: RECORD})
    field(page, 0).fill("typed over it")
    expect(page.locator("save-status").first).to_have_text(re.compile("^Not saved"))
    expect(field(page, 0)).to_have_value("typed over it")
    assert stored(page)[key] == RECORD
