"""A leader makes requests, and finds them again."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.feedback.pages import LEADER, ask, asked_before_leaving, holding, opened, own
from tests.browser.feedback.sealing import reply
from tests.browser.takeaway.pages import SHARED
from tests.browser.workbook.records import store, stored

FULL = """IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
};"""
NO_CRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
SCRIPT = "<img src=x onerror=alert(1)> {day}"


def requests(page: Page) -> list[str]:
    return [key for key in stored(page) if key.startswith("request/")]


def test_a_request_is_kept_with_its_key_and_asks_for_a_backup(page: Page) -> None:
    ask(page, "My peers")
    expect(page.get_by_text("Then save a backup: the key that opens")).to_be_visible()
    [key] = requests(page)
    record = stored(page)[key]
    assert record["format"] == 1
    assert record["title"] == "My peers"
    assert set(record["privateKey"]) == {"kty", "crv", "x", "y", "d"}
    page.reload()
    expect(page.get_by_role("heading", name="My peers", level=3).first).to_be_visible()


def test_several_requests_have_each_a_link_of_its_own(page: Page) -> None:
    links = {ask(page, title) for title in ("One", "Two", "Three")}
    assert len(links) == 3
    shown = page.get_by_role("region", name="Your requests").get_by_role("heading", level=3)
    expect(shown).to_have_text(["Three", "Two", "One"])
    chooser = page.get_by_role("combobox", name="Request")
    expect(chooser.locator("option")).to_have_text(["Three", "Two", "One"])


def test_a_title_is_shown_as_the_text_it_is(page: Page) -> None:
    ask(page, SCRIPT)
    expect(page.get_by_role("heading", name=SCRIPT).first).to_be_visible()


def test_a_request_made_in_another_tab_is_shown_here(page: Page, context: BrowserContext) -> None:
    page.goto(LEADER)
    expect(page.get_by_role("button", name="Make a request")).to_be_visible()
    expect(page.get_by_role("heading", name="Your requests")).to_be_hidden()
    ask(context.new_page(), "Elsewhere")
    expect(page.get_by_role("heading", name="Elsewhere").first).to_be_visible()


def test_a_request_is_deleted_only_when_one_says_so_and_comes_back_whole(page: Page) -> None:
    holding(page, own(3), [reply(4) for _ in range(3)])
    before = stored(page)
    opened(page, "[data-requests]")
    page.get_by_role("button", name="Delete …").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Delete …")).to_be_focused()
    assert stored(page) == before
    page.get_by_role("button", name="Delete …").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="“My team” was deleted")).to_be_visible()
    expect(page.get_by_text("From 3 replies.")).to_be_hidden()
    assert set(stored(page)) == set(own(3))
    undo.click()
    expect(page.get_by_role("heading", name="Your requests")).to_be_focused()
    expect(page.get_by_text("From 3 replies.")).to_be_visible()
    assert stored(page) == before


def test_where_nothing_can_be_kept_no_request_is_made(page: Page) -> None:
    page.add_init_script(FULL)
    page.goto(LEADER)
    page.get_by_label("Name of the request").fill("Not kept")
    page.get_by_role("button", name="Make a request").click()
    expect(page.get_by_text("so it was not made")).to_be_visible()
    expect(page.get_by_label("Name of the request")).to_have_value("Not kept")
    expect(page.get_by_label("Link")).to_have_count(0)


def test_without_the_means_to_make_keys_the_page_says_so(page: Page) -> None:
    page.add_init_script(NO_CRYPTO)
    holding(page, {}, [reply(4) for _ in range(3)])
    expect(page.get_by_text("You cannot make a request here. It needs a key")).to_be_visible()
    expect(page.get_by_text("Replies that you have already added are shown above.")).to_be_visible()
    expect(page.get_by_text("From 3 replies.")).to_be_visible()


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"format": 2}, "newer version of this site saved a request"),
        ({"format": 1, "title": "<script>"}, "could not read a request"),
        ("a text", "could not read a request"),
    ],
)
def test_a_record_that_cannot_be_read_is_left_as_it_is(
    page: Page, record: object, words: str
) -> None:
    page.goto("404.html")
    store(page, {"request/aaaaaaaaaaaaaaaa": record})
    page.goto(LEADER)
    expect(page.get_by_text(words)).to_be_visible()
    assert stored(page) == {"request/aaaaaaaaaaaaaaaa": record}


def test_the_text_for_an_e_mail_and_the_link_are_copied(
    page: Page, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = ask(page)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == link
    page.get_by_role("button", name="Copy text for an email").click()
    expect(page.get_by_label("Text for an email")).to_be_visible()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert link in str(page.evaluate("() => navigator.clipboard.readText()"))


def test_a_request_that_is_on_the_page_alone_is_asked_about_before_the_page_goes(
    page: Page,
) -> None:
    page.goto(LEADER)
    page.evaluate(f"() => {SHARED}")
    page.reload()
    expect(page.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    assert asked_before_leaving(page) == []
    ask(page, "My peers")
    assert asked_before_leaving(page) == ["beforeunload"]
    ask(page, "My peers")
    page.get_by_role("button", name="Save a backup").first.click()
    with page.expect_download():
        page.get_by_role("button", name="Save backup").click()
    expect(page.get_by_text(re.compile(r"^five-attributes-backup\S* downloaded"))).to_be_visible()
    assert asked_before_leaving(page) == []
    ask(page, "My peers")
    page.get_by_role("button", name="Delete …").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert asked_before_leaving(page) == []


def test_a_request_that_a_restore_brought_is_deleted_from_what_the_restore_knows_too(
    page: Page,
) -> None:
    request = holding(page, {}, [reply(4, "In confidence")])
    mine = {key: one for key, one in stored(page).items() if request.id in key}
    entries = [{"key": key, "record": one} for key, one in mine.items()]
    other = {"key": "request/aaaaaaaaaaaaaaaa", "record": {"format": 2}}
    undo = {"format": 1, "at": "2026-11-20T10:00:00.000Z", "before": [], "after": entries}
    store(page, {"undo/restore": {**undo, "after": [*entries, other]}})
    page.get_by_role("button", name="Delete …").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert stored(page) == {"undo/restore": {**undo, "after": [other]}}
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="My team").first).to_be_visible()
    assert {key: one for key, one in stored(page).items() if request.id in key} == mine


def test_the_fields_of_each_request_and_the_undo_say_which_they_are_about(page: Page) -> None:
    ask(page, "My peers")
    ask(page, "My team")
    expect(page.get_by_label("Link of My peers", exact=True)).to_be_visible()
    expect(page.get_by_label("Link of My team", exact=True)).to_be_visible()
    page.get_by_role("button", name="Delete …").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(undo).to_have_accessible_description("“My team” was deleted, with its replies.")


def test_what_undoes_a_deletion_stays_where_older_results_come_first(page: Page) -> None:
    holding(page, own(3), [reply(4) for _ in range(3)])
    ask(page, "Newer")
    page.get_by_role("button", name="Delete …").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("From 3 replies.")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()


def test_replies_are_compared_with_the_newest_round_of_ratings(page: Page) -> None:
    round_id = "a1b2c3d4e5f6g7h8"
    at = "2026-11-20T10:00:00.000Z"
    shelf = {"format": 1, "title": "Round 2", "at": at, "edited": at, "archived": False, "round": 2}
    newest = {f"{key}.{round_id}": record for key, record in own(5).items()}
    records = {**own(2), **newest, f"shelf/developing/{round_id}": shelf}
    holding(page, records, [reply(4) for _ in range(3)])
    expect(page.get_by_text("1 lower than you rate yourself").first).to_be_visible()
