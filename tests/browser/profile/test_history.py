"""Profiles are kept, listed, deleted and put back."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.profile.kept_profiles import (
    FIRST,
    HERE,
    SECOND,
    come_to,
    history,
    kept,
    listed,
    rated,
)
from tests.browser.standing.seeds import answer, backup, holding
from tests.browser.takeaway.pages import SHARED
from tests.browser.workbook.records import stored

KEEP = "Save snapshot"
REFUSE = """() => {
    IDBObjectStore.prototype.put = () => {
        throw new DOMException("No room", "QuotaExceededError");
    };
}"""


def profiles(page: Page) -> dict[str, Any]:
    """The records of kept profiles."""
    return {key: one for key, one in stored(page).items() if key.startswith("profile/")}


def test_before_the_first_rating_there_is_nothing_to_keep_and_the_browser_holds_nothing(
    page: Page,
) -> None:
    page.goto(HERE)
    come_to(page, "Over time")
    expect(page.get_by_text("There is nothing to save yet.")).to_be_visible()
    expect(page.get_by_role("button", name=KEEP)).to_be_hidden()
    assert page.evaluate("() => indexedDB.databases()") == []


def test_a_profile_is_kept_with_its_date_title_note_and_all_that_was_rated(page: Page) -> None:
    asked = answer("4") | {"edition": "1a2b3c4d", "words": "How much?"}
    target = {"answer/target-values": answer("5"), "answer/why-values": answer("Because it is so")}
    holding(page, {"answer/rate-values": asked, **target})
    page.goto(HERE)
    page.get_by_label("Title").fill("  My first\tweek ")
    page.get_by_label("Note to yourself").fill("Everything is new.\nI am learning.")
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_role("status").filter(has_text="Snapshot saved")).to_be_visible()
    item = listed(page)
    expect(item).to_have_count(1)
    expect(item.get_by_role("heading", name="My first week")).to_be_visible()
    expect(item).to_contain_text("Everything is new.\nI am learning.", use_inner_text=True)
    expect(item.get_by_role("definition").first).to_have_text("4")
    expect(item.get_by_role("definition").nth(1)).to_have_text("not rated")
    expect(page.get_by_label("Title")).to_have_value("")
    [(key, record)] = profiles(page).items()
    assert re.fullmatch(r"profile/[a-z0-9]{16}", key)
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT[\d:.]+Z", record.pop("at"))
    ratings = record.pop("ratings")
    assert record == {
        "format": 1,
        "title": "My first week",
        "note": "Everything is new.\nI am learning.",
    }
    assert ratings["values"] == {
        "now": 4,
        "target": 5,
        "note": "Because it is so",
        "edition": "1a2b3c4d",
        "words": "How much?",
    }
    assert [one["now"] for one in ratings.values()] == [4, None, None, None, None]


def test_a_double_click_keeps_one_profile(page: Page) -> None:
    holding(page, rated([4, 5, 3, 4, 4]))
    page.goto(HERE)
    page.get_by_role("button", name=KEEP).dblclick()
    expect(listed(page)).to_have_count(1)
    assert len(profiles(page)) == 1


def test_a_kept_profile_stays_as_it_was_when_the_ratings_change(page: Page) -> None:
    holding(page, rated([4, 5, 3, 4, 4]))
    page.goto(HERE)
    page.get_by_role("button", name=KEEP).click()
    expect(listed(page)).to_have_count(1)
    before = profiles(page)
    page.goto("workbooks/developing/")
    page.get_by_role("radio", name="2").first.check()
    expect(page.get_by_text("Saved on this device").first).to_be_visible()
    page.goto(HERE)
    expect(listed(page).get_by_role("definition").first).to_have_text("4")
    assert profiles(page) == before


def test_the_latest_stands_first_and_titles_are_shown_as_text(page: Page) -> None:
    held = history()
    held[FIRST]["title"] = "<img src=x onerror=alert(1)>"
    holding(page, held)
    page.goto(HERE)
    headings = listed(page).get_by_role("heading")
    expect(headings).to_have_text(
        ["After the summer", "12 January 2026", "<img src=x onerror=alert(1)>"]
    )
    expect(listed(page).nth(0)).to_contain_text("Saved on 30 August 2026")


def test_a_profile_is_deleted_and_undo_puts_it_back_as_it_was(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    before = stored(page)
    page.get_by_role("button", name="Delete My first week, 3 May 2025").click()
    expect(listed(page)).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="My first week")).to_contain_text("deleted")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(undo).to_have_accessible_description("Snapshot deleted: My first week, 3 May 2025.")
    assert FIRST not in stored(page)
    undo.press("Enter")
    expect(listed(page)).to_have_count(3)
    expect(listed(page).get_by_role("heading", name="My first week")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="is back")).to_be_visible()
    expect(undo).to_be_hidden()
    assert stored(page) == before


def test_each_that_was_deleted_can_be_put_back_the_last_one_first(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    before = stored(page)
    for name in ("Delete After the summer", "Delete 12 January 2026", "Delete My first week"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(listed(page)).to_have_count(0)
    for name in ("My first week", "12 January 2026", "After the summer"):
        page.get_by_role("button", name="Undo").click()
        expect(listed(page).get_by_role("heading", name=name)).to_be_visible()
    assert stored(page) == before


@pytest.mark.page_fault("No room")
def test_a_profile_that_cannot_be_kept_is_said_and_what_was_typed_stays(page: Page) -> None:
    holding(page, rated([4, 5, 3, 4, 4]))
    page.goto(HERE)
    page.get_by_label("Title").fill("Before the storm")
    page.evaluate(REFUSE)
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_role("alert").filter(has_text="That did not work")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("Before the storm")
    expect(page.get_by_text("Snapshot saved")).to_have_count(0)
    assert profiles(page) == {}


def test_what_this_build_cannot_read_is_said_and_left_as_it_is(page: Page) -> None:
    damaged = kept([9, 3, 3, 3, 3], "2026-01-01T00:00:00.000Z")
    held = {FIRST: {"format": 2, "x": 1}, SECOND: damaged, **rated([4, 5, 3, 4, 4])}
    holding(page, held)
    page.goto(HERE)
    expect(
        page.get_by_text("1 snapshot was saved by a newer version of this site.")
    ).to_be_visible()
    expect(page.get_by_text("1 snapshot cannot be read.")).to_be_visible()
    expect(listed(page)).to_have_count(0)
    assert stored(page) == held


def test_what_another_tab_keeps_and_deletes_is_followed(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    other = page.context.new_page()
    other.goto(HERE)
    expect(listed(page)).to_have_count(3)
    other.get_by_role("button", name="Delete My first week").click()
    expect(listed(page)).to_have_count(2)
    other.get_by_role("button", name=KEEP).click()
    expect(listed(page)).to_have_count(3)


def test_kept_profiles_are_in_the_backup_and_come_back_from_it(
    page: Page, new_context: NewContext
) -> None:
    holding(page, history())
    saved = backup(page, history())
    other = new_context().new_page()
    other.goto("workbooks/my-workbooks/")
    expect(other.get_by_text("No snapshots yet")).to_be_visible()
    other.get_by_label("Backup file").set_input_files(saved)
    other.get_by_role("button", name="Restore", exact=True).click()
    expect(other.get_by_text("3 snapshots", exact=True)).to_be_visible()
    assert profiles(other) == profiles(page)
    other.goto(HERE)
    expect(listed(other)).to_have_count(3)


def test_my_workbooks_counts_snapshots_requests_and_replies(page: Page) -> None:
    request = "request/" + "d" * 16
    replies = {f"reply/{'d' * 16}/{letter * 16}": {"format": 1} for letter in "ef"}
    one = kept([1, 1, 1, 1, 1], "2026-01-01T00:00:00.000Z")
    holding(page, {FIRST: one, request: {"format": 1}, **replies})
    page.goto("workbooks/my-workbooks/")
    part = page.get_by_role("region", name="Snapshots and feedback")
    for words in ("1 snapshot", "1 request", "2 replies"):
        expect(part.get_by_text(words, exact=True)).to_be_visible()
    expect(page.get_by_text("There is nothing here yet.")).to_be_hidden()


def test_without_script_the_page_says_what_script_adds(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    adds = page.locator("noscript p").filter(has_text="Saving snapshots, comparing 2")
    expect(adds).to_be_visible()
    expect(page.get_by_role("button", name=KEEP)).to_have_count(0)
    expect(page.get_by_role("button", name="Remind me in 3 months")).to_have_count(0)


def test_a_profile_that_a_restore_brought_is_deleted_from_what_the_restore_knows_too(
    page: Page,
) -> None:
    held = history()
    undo = {"format": 1, "at": "2026-11-20T10:00:00.000Z", "before": [{"key": FIRST}]}
    after = [{"key": FIRST, "record": held[FIRST]}, {"key": SECOND, "record": held[SECOND]}]
    holding(page, {**held, "undo/restore": {**undo, "after": after}})
    page.goto(HERE)
    page.get_by_role("button", name="Delete My first week, 3 May 2025").click()
    expect(listed(page)).to_have_count(2)
    assert stored(page)["undo/restore"] == {**undo, "before": [], "after": after[1:]}
    page.get_by_role("button", name="Undo").click()
    expect(listed(page)).to_have_count(3)
    assert profiles(page) == {key: one for key, one in held.items() if key.startswith("profile/")}


def test_in_a_tab_that_keeps_nothing_nobody_is_told_to_rate_and_come_back(page: Page) -> None:
    page.goto(HERE)
    page.evaluate(f"() => {SHARED}")
    page.reload()
    come_to(page, "Over time")
    expect(page.get_by_text("There is nothing to save here.")).to_be_visible()
    expect(page.get_by_text("Rate yourself first, then come back")).to_be_hidden()
