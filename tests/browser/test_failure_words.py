"""Each failure has words of its own: its cause, and what to do next."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standing.seeds import FIRST, answer, holding
from tests.browser.takeaway.pages import WORKBOOK, button, choose, write
from tests.browser.workbook.records import DATABASE, WRITE

# Scripts are kept from coming on purpose, in each of these tests.
pytestmark = pytest.mark.page_fault(
    "Failed to load resource|Failed to fetch|SyntaxError|Unexpected|RangeError"
)
OFFLINE = "Your browser is offline"
GONE = "though your browser is connected to a network"
BROKEN = "Something on this page has stopped working"
STATUS = ".take-away__status"


def without(page: Page, script: str, body: str | None = None) -> None:
    """Have the script not come, or come as `body`."""
    pattern = re.compile(rf"/assets[^/]*/js/{re.escape(script)}$")
    if body is None:
        page.route(pattern, lambda route: route.fulfill(status=404, body=""))
    else:
        page.route(pattern, lambda route: route.fulfill(body=body, content_type="text/javascript"))


@pytest.fixture
def workbook(page: Page) -> Page:
    """A workbook with an answer, all of it loaded but what is only for when the network goes."""
    without(page, "answers/preload.js")
    page.goto(WORKBOOK)
    write(page, "We wrote the vision together.")
    page.wait_for_load_state("networkidle")
    return page


def test_offline_a_document_fails_with_offline_as_the_cause(workbook: Page) -> None:
    workbook.context.set_offline(True)
    choose(workbook, "Download as Word")
    expect(workbook.locator(STATUS)).to_contain_text(OFFLINE)
    workbook.context.set_offline(False)
    with workbook.expect_download():
        choose(workbook, "Download as Word")


@pytest.mark.parametrize(
    ("body", "said"), [(None, GONE), ("{ broken", BROKEN), ("throw new RangeError('x')", BROKEN)]
)
def test_online_a_script_that_is_missing_is_told_from_one_that_is_broken(
    workbook: Page, body: str | None, said: str
) -> None:
    without(workbook, "export/docx/docx.js", body)
    choose(workbook, "Download as Word")
    expect(workbook.locator(STATUS)).to_contain_text(said)
    expect(workbook.locator(STATUS)).not_to_contain_text("online,")


def test_the_guide_s_data_that_does_not_come_is_no_broken_script(workbook: Page) -> None:
    workbook.route("**/data/report.json", lambda route: route.fulfill(status=404, body=""))
    choose(workbook, "Download as Word")
    expect(workbook.locator(STATUS)).to_contain_text(GONE)


def test_a_clipboard_that_is_refused_is_called_that(workbook: Page) -> None:
    workbook.evaluate(
        """() => {
            const no = () => Promise.reject(new DOMException("no", "NotAllowedError"));
            navigator.clipboard.write = no;
            document.execCommand = () => false;
        }"""
    )
    choose(workbook, "Copy answers")
    status = workbook.locator(STATUS)
    expect(status).to_contain_text("did not let the page use the clipboard")
    expect(status).to_contain_text("Select the words and copy them")


def test_a_download_that_did_not_arrive_can_be_said_and_counts_as_no_backup(
    workbook: Page,
) -> None:
    workbook.wait_for_function("() => localStorage.length > 0")
    before = json.loads(workbook.evaluate("(name) => localStorage.getItem(name)", DATABASE))
    button(workbook, "Save a backup").click()
    with workbook.expect_download():
        workbook.get_by_role("button", name="Save backup").click()
    dialog = workbook.get_by_role("dialog", name="Save a backup")
    dialog.get_by_role("button", name="I cannot find the file").click()
    expect(dialog).to_contain_text("may not allow downloads")
    expect(dialog.get_by_role("button", name="Save backup")).to_be_focused()
    dialog.get_by_role("button", name="Cancel").click()
    expect(workbook.locator(".take-away__backup")).to_have_text("No backup yet")
    after = json.loads(workbook.evaluate("(name) => localStorage.getItem(name)", DATABASE))
    assert (after["backup"], after["since"]) == (None, before["since"])


def test_a_page_whose_questions_cannot_save_says_so(page: Page) -> None:
    without(page, "bundles/answers.js")
    page.goto(WORKBOOK)
    notice = page.get_by_role("alert").filter(has_text="Part of this page does not work")
    expect(notice).to_contain_text(GONE)


def test_earlier_versions_that_cannot_be_shown_are_not_silent(page: Page) -> None:
    versions = {f"version/{FIRST}/000000001": answer("Before")}
    holding(page, {f"answer/{FIRST}": answer("Now", rev=2), **versions}, records=1, answers=1)
    without(page, "answers/versions-dialog.js")
    page.goto(WORKBOOK)
    page.get_by_role("button", name="1 earlier version").click()
    dialog = page.get_by_role("dialog", name="That did not work")
    expect(dialog).to_contain_text(GONE)
    dialog.get_by_role("button", name="Close").click()
    page.unroute_all()
    page.get_by_role("button", name="1 earlier version").click()
    expect(page.get_by_role("dialog")).to_contain_text("Before")


def test_another_text_that_waits_is_not_passed_over_in_silence(page: Page) -> None:
    held = {f"answer/{FIRST}": answer("Mine"), f"other/{FIRST}/000000001": answer("Theirs")}
    holding(page, held, records=1, answers=1)
    without(page, "answers/versions-dialog.js")
    page.goto(WORKBOOK)
    expect(page.get_by_role("alert").filter(has_text="does not work")).to_contain_text(GONE)


def test_words_that_cannot_be_taken_up_yet_are_said_to_be_there(page: Page) -> None:
    asked = {"id": FIRST, "kind": "text", "edition": "", "words": "?"}
    at = "2026-11-21T12:00:00.000Z"
    draft = {"format": 1, "question": asked, "value": "Typed last", "base": None, "at": at}
    holding(page, {f"draft/{FIRST}/t": draft})
    without(page, "answers/maintenance.js")
    page.goto(WORKBOOK)
    expect(page.get_by_text("Some of what you wrote is not shown yet")).to_be_visible()
    page.unroute_all()
    page.get_by_role("button", name="Reload the page").first.click()
    expect(page.locator("workbook-question textarea").first).to_have_value("Typed last")


def test_answers_under_another_spelling_that_cannot_be_moved_are_said_to_be_there(
    page: Page,
) -> None:
    page.goto("404.html")
    page.evaluate(WRITE, ["five-attributes:/guide//", {f"answer/{FIRST}": answer("Mine")}])
    without(page, "storage/address-spellings.js")
    page.goto(WORKBOOK)
    expect(page.get_by_text("Some of your answers are not shown yet")).to_be_visible()


@pytest.mark.parametrize("network", ["gone", "there"])
def test_a_backup_says_why_it_could_not_be_made(page: Page, network: str) -> None:
    page.goto(WORKBOOK)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Shift")  # somebody is there
    page.wait_for_load_state("networkidle")
    if network == "gone":
        page.context.set_offline(True)
    else:
        without(page, "backup/backup-dialog.js")
    button(page, "Save a backup").click()
    dialog = page.get_by_role("dialog", name="A part of this page did not load")
    expect(dialog).to_contain_text(OFFLINE if network == "gone" else GONE)
