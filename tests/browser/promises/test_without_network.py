"""A page that has saved an answer needs no network for anything that keeps answers safe; where a
part is lacking all the same, the page says so."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.browser.feedback.pages import GIVE, question
from tests.browser.feedback.sealing import made
from tests.browser.takeaway import documents
from tests.browser.takeaway.pages import (
    QUESTION,
    WORKBOOK,
    answer,
    button,
    field,
    got,
    open_menu,
    write,
)
from tests.browser.test_access import faults_of
from tests.browser.workbook.records import store
from tests.browser.workbook.shelves import ONE, shelved
from tests.support.status import READY

FIRST = "We wrote the vision together, with the people who do the work."
SECOND = "Nobody asked the partners what they made of our new arrangements."
OFFERED = "You have 2 versions of this answer"
LACKING = "Part of this page does not work"
PICKER = "globalThis.showSaveFilePicker ??= () => Promise.reject(new Error('none'));"
# Another tab's save is not heard of.
DEAF = "BroadcastChannel.prototype.postMessage = () => {}"
# All that these have in common is that nothing else is asked for once they have come.
NEEDED = [
    "backup/make-backup",
    "answers/versions-dialog",
    "answers/maintenance",
    "backup/restore-steps",
    "export/docx/docx",
    "export/clipboard",
]
HAVE_COME = """(names) => names.every((name) => performance.getEntriesByType("resource")
    .some((one) => one.name.endsWith(`/js/${name}.js`) && one.responseEnd > 0))"""
SETTLED = "() => siteModule('export/save-files.js').then(({ ready }) => ready())"


def offline(context: BrowserContext) -> None:
    context.set_offline(True)


def replaced(context: BrowserContext) -> None:
    """A release has taken the place of the one the page is of, without its files."""
    context.route("**/assets-*/**", lambda route: route.fulfill(status=404, body="Not found"))
    context.route("**/data/*", lambda route: route.fulfill(status=404, body="Not found"))


CUTS = pytest.mark.parametrize("cut", [offline, replaced])
NOT_FOUND = pytest.mark.page_fault("Failed to load resource|Failed to fetch dynamically")


def opened(page: Page) -> Page:
    page.goto(WORKBOOK)
    expect(page.locator("save-status").first).to_have_attribute("state", READY)
    return page


def written(page: Page) -> Page:
    """The workbook with two texts written one after the other, and all there that may be needed."""
    opened(page)
    write(page, FIRST)
    write(page, SECOND)
    page.wait_for_function(HAVE_COME, arg=NEEDED)
    page.evaluate(SETTLED)
    return page


def versions(page: Page) -> None:
    page.get_by_role("button", name=re.compile(r"earlier versions?$")).first.click()


@CUTS
def test_without_a_network_earlier_versions_are_read_compared_and_brought_back(
    page: Page, cut: Callable[[BrowserContext], None]
) -> None:
    cut(written(page).context)
    versions(page)
    dialog = page.get_by_role("dialog", name="Earlier versions")
    expect(dialog).to_contain_text(FIRST)
    dialog.get_by_role("button", name="Compare with current answer").click()
    assert "vision" in "".join(dialog.locator("del").all_text_contents())
    dialog.get_by_role("button", name="Restore this version").click()
    expect(field(page)).to_have_value(FIRST)
    expect(page.locator("save-status").first).to_have_text(re.compile("^Saved"))


@NOT_FOUND
@CUTS
def test_without_a_network_a_text_that_lost_to_another_tab_is_offered_and_chosen(
    page: Page, cut: Callable[[BrowserContext], None]
) -> None:
    page.context.add_init_script(DEAF)
    two, one = written(page), opened(page.context.new_page())
    cut(page.context)
    write(one, "the first tab's text")
    write(two, "the second tab's text")
    expect(two.get_by_text(OFFERED)).to_be_visible()
    button(two, "Use both, one after the other").click()
    expect(field(two)).to_have_value("the second tab's text\n\nthe first tab's text")


@CUTS
def test_without_a_network_a_backup_is_saved_and_restored(
    page: Page, cut: Callable[[BrowserContext], None]
) -> None:
    cut(written(page).context)
    button(page, "Save a backup").click()
    with page.expect_download() as download:
        button(page, "Save backup").click()
    backup = download.value.path().read_bytes()
    button(page, "Close").click()
    page.get_by_text("Restore a backup, or use a shared computer").click()
    file: FilePayload = {"name": "b.json", "mimeType": "application/json", "buffer": backup}
    page.get_by_label("Backup file").set_input_files(file)
    expect(page.get_by_text("Everything in this backup is here already.")).to_be_visible()


@CUTS
def test_without_a_network_a_workbook_is_handed_over_as_word_text_and_markdown(
    page: Page, cut: Callable[[BrowserContext], None]
) -> None:
    cut(written(page).context)
    _, data = got(page, "Download as Word")
    assert documents.answer(documents.opened(data), QUESTION) == SECOND
    for name in ("Download as Markdown", "Download as plain text"):
        assert SECOND in got(page, name)[1].decode()


@NOT_FOUND
@CUTS
def test_earlier_versions_that_cannot_be_opened_say_so(
    page: Page, cut: Callable[[BrowserContext], None]
) -> None:
    store(written(page), {})
    page.reload()
    expect(field(page)).to_have_value(SECOND)
    cut(page.context)
    versions(page)
    said = page.get_by_role("dialog", name="That did not work")
    expect(said).to_contain_text("We could not load part of this page")
    assert faults_of(page) == []


@NOT_FOUND
def test_another_text_that_cannot_be_offered_is_said_and_offered_once_the_network_is_back(
    page: Page,
) -> None:
    page.context.add_init_script(DEAF)
    one, two = opened(page), opened(page.context.new_page())
    page.context.set_offline(True)
    write(one, "the first tab's text")
    write(two, "the second tab's text")
    notice = two.get_by_role("alert").filter(has_text=LACKING)
    expect(notice).to_be_visible()
    assert faults_of(two) == []
    page.context.set_offline(False)
    write(two, "the second tab's text, longer")
    expect(two.get_by_text(OFFERED)).to_be_visible()


@NOT_FOUND
def test_a_copy_that_cannot_be_kept_is_said(page: Page) -> None:
    page.add_init_script(PICKER)
    opened(page)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    open_menu(page)
    expect(page.locator(".take-away__status")).to_contain_text("could not load")
    assert faults_of(page) == []


@NOT_FOUND
def test_named_workbooks_that_cannot_be_listed_are_said(page: Page) -> None:
    page.goto("404.html")
    store(page, {f"shelf/recruiting/{ONE}": shelved()})
    page.route("**/js/named-workbooks/list-view.js", lambda route: route.abort())
    page.goto("workbooks/my-workbooks/")
    expect(page.get_by_role("alert").filter(has_text=LACKING)).to_be_visible()


@NOT_FOUND
def test_earlier_questions_that_cannot_be_listed_are_said(page: Page) -> None:
    page.goto("404.html")
    store(page, {"answer/a-question-of-long-ago": answer("an old text")})
    page.route("**/js/answers/earlier-questions-list.js", lambda route: route.abort())
    page.goto("workbooks/my-workbooks/")
    expect(page.get_by_role("alert").filter(has_text=LACKING)).to_be_visible()


@CUTS
def test_a_reply_is_made_of_what_was_written_when_the_network_has_gone(
    page: Page, cut: Callable[[BrowserContext], None]
) -> None:
    page.goto(GIVE + made().link)
    question(page).get_by_role("radio", name="4").check()
    page.wait_for_function(HAVE_COME, arg=["feedback/code", "feedback/encrypt-reply"])
    cut(page.context)
    button(page, "Make my reply code").click()
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_focused()
