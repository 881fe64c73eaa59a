"""A copy that is set up for shared computers keeps nothing until a person says otherwise."""

import pytest
from playwright.sync_api import Page, expect

KEPT = "async () => [await indexedDB.databases(), localStorage.length]"
OFF = "Save answers in this browser again"
ON = "Do not save in this browser"
MORE = "Restore a backup, or use a shared computer"


@pytest.fixture
def copy_url(spare_url: str) -> str:
    """The copy that these tests look at."""
    return spare_url


@pytest.fixture
def workbook(page: Page, copy_url: str) -> Page:
    """The workbook, just opened."""
    page.goto(f"{copy_url}workbooks/self-reflection/")
    return page


def test_nothing_is_kept_and_the_page_says_why(workbook: Page) -> None:
    expect(workbook.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    notice = workbook.get_by_role("status").filter(has_text="Nothing new is saved in this browser")
    expect(notice).to_contain_text(
        "Spareshire & District Trust has set this site up for shared computers"
    )
    workbook.get_by_role("main").get_by_role("textbox").first.fill("For my eyes")
    status = workbook.locator("save-status").first
    expect(status).to_have_text("Not saved: you will lose this when you leave the page")
    assert workbook.evaluate(KEPT) == [[], 0]
    assert workbook.evaluate("() => sessionStorage.length") == 0


def test_a_person_who_says_otherwise_has_answers_kept(workbook: Page) -> None:
    workbook.get_by_text(MORE).click()
    workbook.get_by_role("button", name=OFF).click()
    expect(workbook.get_by_text("Nothing new is saved in this browser")).to_be_hidden()
    field = workbook.get_by_role("main").get_by_role("textbox").first
    field.fill("To be kept")
    expect(workbook.get_by_text("Saved on this device").first).to_be_visible()
    workbook.reload()
    expect(field).to_have_value("To be kept")


def test_what_a_person_has_said_can_be_taken_back(workbook: Page) -> None:
    workbook.get_by_text(MORE).click()
    workbook.get_by_role("button", name=OFF).click()
    expect(workbook.get_by_text("Nothing new is saved in this browser")).to_be_hidden()
    workbook.get_by_text(MORE).click()
    workbook.get_by_role("button", name=ON).click()
    expect(workbook.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    assert workbook.evaluate("() => sessionStorage.length") == 0


def test_where_the_session_is_blocked_the_copy_s_own_setting_holds(
    page: Page, copy_url: str
) -> None:
    page.add_init_script(
        "Object.defineProperty(globalThis, 'sessionStorage', { get() { throw new Error('no') } })"
    )
    page.goto(f"{copy_url}workbooks/self-reflection/")
    expect(page.get_by_text("Nothing new is saved in this browser")).to_be_visible()


def test_after_erasing_everything_the_copy_s_own_setting_holds_and_all_is_gone(
    workbook: Page, copy_url: str
) -> None:
    workbook.goto(f"{copy_url}workbooks/my-workbooks/")
    workbook.get_by_role("button", name="Delete everything …").click()
    workbook.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(workbook.get_by_text("has been deleted.")).to_be_visible()
    assert workbook.evaluate("() => Object.keys(sessionStorage)") == []
    workbook.goto(f"{copy_url}workbooks/self-reflection/")
    expect(workbook.get_by_text("Nothing new is saved in this browser")).to_be_visible()
    workbook.get_by_role("main").get_by_role("textbox").first.fill("For my eyes")
    status = workbook.locator("save-status").first
    expect(status).to_have_text("Not saved: you will lose this when you leave the page")
    assert workbook.evaluate(KEPT) == [[], 0]
