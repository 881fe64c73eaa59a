"""A save that fails is never silent: the page says so, keeps the text, offers the file, goes on."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.promises.faults import (
    AT_WORK,
    BLOCKED,
    BLOCKED_AT_FIRST,
    FULL,
    MENDED,
    NTH_PUT,
    TRIED_FOR_3_MINUTES,
    UNANSWERED,
    UNLISTED,
    script,
)
from tests.browser.workbook.records import store, values

WORKBOOK = "workbooks/self-reflection/"
SAID = re.compile("^Saved")
NOT_SAVED = re.compile("^Not saved")
UNSAVED = "Some of what you wrote is not saved"
BLOCKED_NOTICE = "Nothing is being saved in this browser"
DELETED = """(name) => new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
})"""
NAME = "five-attributes:/guide/"
MARK = "mark/of-this-test"


@pytest.fixture
def workbook(page: Page) -> Page:
    """The guide's own workbook, with one answer saved."""
    page.goto(WORKBOOK)
    field(page).fill("before")
    expect(status(page)).to_have_text(SAID)
    return page


def field(page: Page, number: int = 0) -> Locator:
    return page.locator("workbook-question textarea").nth(number)


def status(page: Page, number: int = 0) -> Locator:
    """The words about saving beside a field."""
    return page.locator("save-status").nth(number)


def notice(page: Page, title: str = UNSAVED) -> Locator:
    return page.locator(".notice").filter(has_text=title)


def not_saved(page: Page, text: str) -> None:
    """The page says that the first field is not saved; it keeps the text."""
    said_beside(page, text)
    expect(notice(page)).to_be_visible()


def said_beside(page: Page, text: str) -> None:
    """It says so beside the field."""
    expect(status(page)).to_have_text(NOT_SAVED)
    expect(page.get_by_role("alert").filter(has_text=NOT_SAVED).first).to_be_visible()
    expect(field(page)).to_have_value(text)


def file_of(page: Page, title: str, folder: Path) -> str:
    """The file that the page's notice gives."""
    with page.expect_download() as given:
        notice(page, title).get_by_role("button", name="Save my answers as a file").click()
    file = folder / given.value.suggested_filename
    given.value.save_as(file)
    return file.read_text(encoding="utf-8")


def recovered(page: Page, text: str) -> None:
    """The page says that the first field is saved, aloud too; the notice goes, and it is so."""
    expect(status(page)).to_have_text(SAID)
    expect(notice(page)).to_be_hidden()
    expect(page.locator("[data-announcer]")).to_have_text(SAID)
    expect(page.locator("[data-announcer]")).to_have_attribute("role", "status")
    assert text in values(page, "answer/")
    page.reload()
    expect(field(page)).to_have_value(text)


@pytest.mark.parametrize("fault", AT_WORK)
def test_a_failed_save_is_never_silent(workbook: Page, fault: str, tmp_path: Path) -> None:
    workbook.evaluate(script(AT_WORK[fault]))
    field(workbook).press_sequentially(", precious")
    not_saved(workbook, "before, precious")
    assert "before, precious" in file_of(workbook, UNSAVED, tmp_path)
    field(workbook).press_sequentially(" words")
    expect(status(workbook)).to_have_text(NOT_SAVED)
    workbook.evaluate(MENDED)
    recovered(workbook, "before, precious words")


def test_a_disk_that_is_full_is_never_silent(page: Page, site_url: str, tmp_path: Path) -> None:
    session = page.context.new_cdp_session(page)
    origin = site_url.removesuffix("/guide/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    page.goto(WORKBOOK)
    field(page).fill("more than there is room for")
    not_saved(page, "more than there is room for")
    assert "more than there is room for" in file_of(page, UNSAVED, tmp_path)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    recovered(page, "more than there is room for")


def deleted(page: Page) -> None:
    other = page.context.new_page()
    other.goto("harness/blank.html")
    other.evaluate(DELETED, NAME)
    other.close()


def cleared(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "indexeddb"})


def comes_to_hold(page: Page, wanted: set[str]) -> None:
    """Wait until the answers are these, in a database without what marks the one that went."""
    for _ in range(300):
        if values(page, "answer/") == wanted and not values(page, MARK):
            return
        page.wait_for_timeout(100)
    assert (values(page, "answer/"), values(page, MARK)) == (wanted, set())


@pytest.mark.parametrize("way", [deleted, cleared])
def test_a_database_removed_under_the_page_is_made_again_with_all_that_it_shows(
    workbook: Page, way: Callable[[Page], None]
) -> None:
    field(workbook, 1).fill("a second answer")
    expect(status(workbook, 1)).to_have_text(SAID)
    field(workbook, 1).press("Home")
    store(workbook, {MARK: {"value": "of the one that went"}})
    way(workbook)
    field(workbook, 2).fill("after")
    expect(status(workbook, 2)).to_have_text(SAID)
    everything = {"before", "a second answer", "after"}
    comes_to_hold(workbook, everything)


def test_a_database_removed_under_a_page_that_rests_is_made_again(workbook: Page) -> None:
    store(workbook, {MARK: {"value": "of the one that went"}})
    cleared(workbook)
    expect(field(workbook)).to_be_focused()
    comes_to_hold(workbook, {"before"})
    expect(status(workbook)).to_have_text(SAID)


def test_whichever_put_throws_it_is_said_and_made_good(workbook: Page) -> None:
    texts = [
        "First, a text of some length.",
        "Second, quite another text.",
        "Third one, different.",
    ]
    watch = """(status) => {
        globalThis.said = [];
        const note = () => said.push(status.textContent.split(" ")[0]);
        new MutationObserver(note).observe(status, { childList: true });
    }"""
    status(workbook).evaluate(watch)
    for nth in range(1, 7):
        workbook.evaluate("() => { said.length = 0; }")
        workbook.evaluate(NTH_PUT, nth)
        for text in texts:
            field(workbook).fill(f"{text} {nth}")
            field(workbook).blur()
            expect(status(workbook)).to_have_text(SAID)
            assert f"{text} {nth}" in values(workbook, "answer/")
        assert workbook.evaluate("said").count("Not") == 1, f"put {nth} failed in silence"
        expect(notice(workbook)).to_be_hidden()


def test_a_save_that_fails_is_tried_again_ever_less_often_and_recovery_is_said(page: Page) -> None:
    page.goto("harness/blank.html")
    tries, states, notices = page.evaluate(TRIED_FOR_3_MINUTES)
    gaps = [after - before for before, after in pairwise(tries)]
    assert gaps[:6] == sorted(set(gaps[:6])), f"the gaps do not grow: {gaps}"
    assert gaps[0] <= 1_000
    assert 20_000 <= max(gaps) <= 60_000
    assert len(tries) >= 10
    assert states == ["loading", "empty", "saving", "failed", "saved"]
    assert notices == [True, False]


def test_a_save_of_which_nothing_is_heard_is_called_not_saved_within_2_seconds(page: Page) -> None:
    page.goto("harness/blank.html")
    assert 0 < page.evaluate(UNANSWERED) <= 2_000


def test_a_text_taken_back_to_what_is_saved_is_not_called_unsaved(workbook: Page) -> None:
    workbook.evaluate(script(FULL))
    field(workbook).fill("before, and more")
    not_saved(workbook, "before, and more")
    field(workbook).fill("before")
    expect(status(workbook)).to_have_text(SAID)
    expect(notice(workbook)).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "way"), [*((WORKBOOK, way) for way in BLOCKED), ("framework/values/", "throws")]
)
def test_where_storage_is_blocked_the_page_says_so_at_once_offers_the_file_and_prints(
    page: Page, path: str, way: str, tmp_path: Path
) -> None:
    page.add_init_script(BLOCKED[way])
    page.goto(path)
    expect(page.get_by_role("alert").filter(has_text=BLOCKED_NOTICE)).to_be_visible()
    field(page).fill("only on this page")
    said_beside(page, "only on this page")
    expect(notice(page)).to_be_hidden()  # the other one says it already, with the same button
    assert "only on this page" in file_of(page, BLOCKED_NOTICE, tmp_path)
    assert page.pdf()
    expect(page.locator(".workbook-question__print").first).to_have_text("only on this page")


def test_the_notice_goes_when_saving_works_after_all(page: Page) -> None:
    page.add_init_script(BLOCKED_AT_FIRST)
    page.goto("harness/workbook.html")
    expect(page.get_by_text(BLOCKED_NOTICE)).to_be_visible()
    page.evaluate("() => { globalThis.allowed = true; }")
    field(page).fill("saved after all")
    expect(status(page)).to_have_text("Saved")
    expect(page.get_by_text(BLOCKED_NOTICE)).to_be_hidden()


def test_where_databases_cannot_be_listed_the_page_opens_and_looks(page: Page) -> None:
    page.goto(WORKBOOK)
    field(page).fill("kept before")
    expect(status(page)).to_have_text(SAID)
    page.add_init_script(UNLISTED)
    page.reload()
    expect(field(page)).to_have_value("kept before")
    expect(page.get_by_text(BLOCKED_NOTICE)).to_be_hidden()


def test_where_databases_cannot_be_listed_reading_leaves_no_trace(page: Page) -> None:
    page.add_init_script(f"globalThis.list = indexedDB.databases.bind(indexedDB); {UNLISTED}")
    page.goto(WORKBOOK)
    expect(status(page)).to_have_attribute("state", "empty")
    assert page.evaluate("() => list()") == []


def test_where_databases_cannot_be_listed_erasing_says_so_only_if_all_has_gone(page: Page) -> None:
    page.add_init_script(UNLISTED)
    page.goto(WORKBOOK)
    field(page).fill("kept")
    expect(status(page)).to_have_text(SAID)
    page.goto("workbooks/my-workbooks/")
    page.evaluate(
        """(name) => new Promise((resolve) => {
            indexedDB.deleteDatabase = () => ({});
            indexedDB.open(name).onsuccess = resolve;
        })""",
        NAME,
    )
    page.get_by_role("button", name="Delete everything …").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Something could not be deleted")).to_be_visible(timeout=30_000)
