"""Saving: when it happens, on a page; `tests/scripts/answers/saving.test.mjs` has its timing."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import stored


def purpose(page: Page) -> Locator:
    return page.get_by_label("What is your purpose?")


def status(page: Page) -> Locator:
    """The words about saving beside the first field."""
    return page.locator("save-status").first


def test_a_pause_saves_at_once_and_saves_nothing_twice(page: Page) -> None:
    page.clock.install(time="2026-11-23T10:00:00Z")
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_attribute("state", "empty")
    page.clock.pause_at("2026-11-23T11:00:00Z")
    purpose(page).press_sequentially("one burst")
    expect(status(page)).to_have_text("Saving…")
    page.clock.run_for(300)
    expect(status(page)).to_have_text("Saved")
    purpose(page).blur()
    page.reload()
    expect(status(page)).to_have_text("Saved")
    assert stored(page)["answer/purpose"]["rev"] == 1


def test_turning_to_another_question_saves_without_waiting(page: Page) -> None:
    page.clock.install()
    page.goto("harness/workbook.html")
    expect(status(page)).to_have_attribute("state", "empty")
    purpose(page).fill("no time has passed")
    purpose(page).blur()
    expect(status(page)).to_have_text("Saved")
