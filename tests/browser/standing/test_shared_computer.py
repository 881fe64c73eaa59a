"""On a computer that others use, answers are on the page alone."""

import re

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser.standing.conftest import FURTHER, open_further
from tests.browser.standing.seeds import FIRST, HERE, THIRD, WORKBOOK, answer, backup, holding
from tests.browser.workbook.records import stored

ON = "Do not save in this browser"
OFF = "Save answers in this browser again"


@pytest.fixture
def shared(workbook: Page) -> Page:
    """A workbook in a tab that keeps nothing."""
    workbook.get_by_role("button", name=ON).click()
    expect(workbook.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    open_further(workbook)
    expect(workbook.get_by_role("button", name=OFF)).to_be_visible()
    return workbook


def field(page: Page, number: int = 0) -> Locator:
    return page.get_by_role("main").locator("form").get_by_role("textbox").nth(number)


def asked(page: Page) -> list[str]:
    """What the page asks before it goes, from now on; each question is answered with yes."""
    questions: list[str] = []

    def answer_yes(dialog: Dialog) -> None:
        questions.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer_yes)
    return questions


def test_answers_are_on_the_page_alone(shared: Page) -> None:
    expect(shared.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    field(shared).fill("For my eyes")
    expect(shared.get_by_text("1 of 22 answered")).to_be_visible()
    status = shared.locator("save-status").first
    expect(status).to_have_text("Not saved: you will lose this when you leave the page")
    expect(shared.locator("save-status", has_text=re.compile("^Saved"))).to_have_count(0)
    left = shared.evaluate("async () => [await indexedDB.databases(), localStorage.length]")
    assert left == [[], 0]
    assert "For my eyes" not in shared.evaluate("() => JSON.stringify(sessionStorage)")


def test_a_page_with_words_in_no_file_asks_before_it_goes(shared: Page) -> None:
    questions = asked(shared)
    shared.reload()
    assert questions == []
    field(shared).press_sequentially("In no file")
    expect(shared.locator("save-status").first).to_have_text(
        "Not saved: you will lose this when you leave the page"
    )
    shared.reload()
    assert questions == ["beforeunload"]
    expect(field(shared)).to_have_value("")


def test_a_page_that_stays_after_all_stays_as_it_was(shared: Page) -> None:
    field(shared).press_sequentially("In no file")
    shared.on("dialog", lambda dialog: dialog.dismiss())
    shared.get_by_role("button", name=OFF).click()
    field(shared).press_sequentially(", and more")
    expect(shared.locator("save-status").first).to_have_text(
        "Not saved: you will lose this when you leave the page"
    )
    left = shared.evaluate("async () => [await indexedDB.databases(), localStorage.length]")
    assert left == [[], 0]


def test_once_they_are_in_a_file_it_asks_no_more(shared: Page) -> None:
    questions = asked(shared)
    field(shared).press_sequentially("In a file")
    shared.get_by_role("button", name="Save a backup").first.click()
    with shared.expect_download():
        shared.get_by_role("button", name="Save backup").click()
    expect(shared.get_by_text(re.compile(r"^five-attributes-backup\S* downloaded"))).to_be_visible()
    shared.reload()
    assert questions == []


def test_a_backup_is_restored_into_the_fields_and_into_nothing_else(shared: Page) -> None:
    payload = backup(shared, {f"answer/{THIRD}": answer("From my file")})
    expect(shared.get_by_label("Backup file")).to_be_visible()
    shared.get_by_label("Backup file").set_input_files(payload)
    shared.get_by_role("button", name="Restore", exact=True).click()
    expect(field(shared, 2)).to_have_value("From my file")
    left = shared.evaluate("async () => [await indexedDB.databases(), localStorage.length]")
    assert left == [[], 0]


def test_a_page_without_fields_leads_to_the_workbooks_to_restore(shared: Page) -> None:
    shared.goto(HERE)
    expect(shared.get_by_label("Backup file")).to_be_hidden()
    lead = shared.get_by_text("Restore it on the page of the workbook")
    expect(lead).to_be_visible()
    expect(shared.get_by_text("There is nothing here yet.")).to_be_hidden()


def test_what_the_browser_holds_is_not_shown_and_comes_back_afterwards(shared: Page) -> None:
    holding(shared, {f"answer/{FIRST}": answer("Kept before")})
    shared.goto(WORKBOOK)
    expect(shared.locator("save-status").first).to_have_attribute("state", "empty")
    expect(field(shared)).to_have_value("")
    shared.get_by_text(FURTHER).click()
    shared.get_by_role("button", name=OFF).click()
    expect(field(shared)).to_have_value("Kept before")
    assert set(stored(shared)) == {f"answer/{FIRST}"}


def test_what_the_browser_holds_can_be_erased_from_such_a_tab(shared: Page) -> None:
    holding(shared, {f"answer/{FIRST}": answer("Kept before")}, records=1)
    shared.goto(HERE)
    shared.get_by_role("button", name="Delete everything …").click()
    shared.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(shared.get_by_text("has been deleted.")).to_be_visible()
    expect(shared.get_by_role("button", name=ON)).to_be_visible()
    assert stored(shared) == {}


NOTHING = """async () => [
    await indexedDB.databases(), Object.keys(localStorage), JSON.stringify(sessionStorage),
]"""
NO_LOCKS = "Object.defineProperty(navigator, 'locks', { value: undefined })"


def keeps_nothing(page: Page) -> None:
    """The tab's page says that it keeps nothing, and keeps nothing of what is typed."""
    expect(page.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    field(page).fill("For my eyes")
    expect(page.locator("save-status").first).to_have_text(
        "Not saved: you will lose this when you leave the page"
    )
    databases, names, session = page.evaluate(NOTHING)
    assert (databases, names) == ([], [])
    assert "For my eyes" not in session


@pytest.mark.parametrize("how", ["Control", "middle"])
def test_a_link_opened_in_a_new_tab_keeps_nothing_either(shared: Page, how: str) -> None:
    shared.goto("workbooks/")
    link = shared.get_by_role("main").get_by_role("link", name="Self-reflection").first
    with shared.context.expect_page() as opened:
        if how == "Control":
            link.click(modifiers=["Control"])
        else:
            link.click(button="middle")
    keeps_nothing(opened.value)


def test_a_link_from_a_page_for_reading_and_a_bookmark_keep_nothing_either(shared: Page) -> None:
    shared.goto("")
    shared.wait_for_load_state("networkidle")
    bookmark = shared.context.new_page()
    bookmark.goto(WORKBOOK)
    keeps_nothing(bookmark)
    shared.close()
    third = bookmark.context.new_page()
    third.goto(WORKBOOK)
    keeps_nothing(third)


def test_without_locks_as_on_plain_http_new_tabs_ask(shared: Page) -> None:
    shared.context.add_init_script(NO_LOCKS)
    shared.reload()
    other = shared.context.new_page()
    other.goto(WORKBOOK)
    keeps_nothing(other)


def test_a_page_that_was_open_before_keeps_nothing_more(workbook: Page) -> None:
    other = workbook.context.new_page()
    other.goto(WORKBOOK)
    expect(other.locator("save-status").first).to_have_attribute("state", "empty")
    workbook.get_by_role("button", name=ON).click()
    expect(workbook.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    keeps_nothing(other)


def test_what_was_typed_before_in_another_tab_is_there_afterwards(workbook: Page) -> None:
    other = workbook.context.new_page()
    other.goto(WORKBOOK)
    field(other).press_sequentially("Typed before")
    workbook.get_by_role("button", name=ON).click()
    expect(other.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    expect(field(other)).to_have_value("")
    open_further(workbook)
    workbook.get_by_role("button", name=OFF).click()
    expect(field(workbook)).to_have_value("Typed before")


def test_ending_it_in_one_tab_ends_it_for_all_and_takes_no_words_from_another(
    shared: Page,
) -> None:
    other = shared.context.new_page()
    other.goto(WORKBOOK)
    expect(other.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    field(other).fill("Only here")
    shared.get_by_role("button", name=OFF).click()
    expect(shared.get_by_text("Nothing new is saved in this browser")).to_be_hidden()
    expect(field(other)).to_have_value("Only here")
    third = shared.context.new_page()
    third.goto(WORKBOOK)
    expect(third.locator("save-status").first).to_have_attribute("state", "empty")
    expect(third.get_by_text("Nothing new is saved in this browser")).to_be_hidden()


def test_it_ends_with_the_last_tab(shared: Page) -> None:
    context = shared.context
    shared.close()
    page = context.new_page()
    page.goto(WORKBOOK)
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    expect(page.get_by_text("Nothing new is saved in this browser")).to_be_hidden()
