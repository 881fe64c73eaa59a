"""What a person hears when the script that saves backups does not come."""

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.takeaway.pages import WORKBOOK, button
from tests.browser.test_access import faults_of

MY_WORKBOOKS = "workbooks/my-workbooks/"
NO_BACKUP: FilePayload = {"name": "backup.json", "mimeType": "application/json", "buffer": b"{"}


def offline(page: Page, path: str) -> None:
    """Have the network gone before anything was typed or pressed on the page."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)


def said(page: Page) -> Locator:
    """What the page says of it."""
    return page.get_by_role("dialog", name="A part of this page did not load")


@pytest.mark.page_fault("Failed to load resource")
@pytest.mark.parametrize("path", [WORKBOOK, MY_WORKBOOKS])
def test_offline_the_page_says_that_it_lacks_something_and_works_again_online(
    page: Page, path: str
) -> None:
    offline(page, path)
    button(page, "Save a backup").click()
    expect(said(page)).to_contain_text("Check that you are online")
    assert faults_of(page) == []
    button(page, "Close").click()
    expect(said(page)).to_be_hidden()
    expect(button(page, "Save a backup")).to_be_focused()
    page.context.set_offline(False)
    button(page, "Save a backup").click()
    expect(page.get_by_role("dialog", name="Save a backup")).to_be_visible()


@pytest.mark.page_fault("Failed to load resource")
def test_it_is_said_over_the_question_whether_to_erase_everything(page: Page) -> None:
    offline(page, MY_WORKBOOKS)
    button(page, "Delete everything …").click()
    button(page, "Save a backup first").click()
    expect(said(page)).to_be_visible()
    button(page, "Close").click()
    expect(button(page, "Cancel")).to_be_visible()
    expect(button(page, "Save a backup first")).to_be_focused()


@pytest.mark.page_fault("Failed to load resource|Failed to fetch dynamically")
def test_a_backup_cannot_be_restored_offline_and_that_is_said(page: Page) -> None:
    offline(page, MY_WORKBOOKS)
    chooser = page.get_by_label("Backup file")
    chooser.set_input_files(NO_BACKUP)
    refusal = page.get_by_role("alert").filter(has_text="Nothing was restored")
    expect(refusal).to_contain_text("We could not load part of this page.")
    assert faults_of(page) == []
    page.context.set_offline(False)
    chooser.set_input_files(NO_BACKUP)
    expect(refusal).to_contain_text("This is not a backup file.")
    expect(refusal).not_to_contain_text("A part of this page", use_inner_text=True)
