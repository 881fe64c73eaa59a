"""Two tabs of the site: what is typed in both is kept, and they follow each other."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import values

# The other tab hears of nothing, as when both save at the same moment.
DEAF = "globalThis.BroadcastChannel = undefined"


def opened(page: Page) -> Page:
    page.goto("harness/workbook.html")
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    return page


@pytest.fixture
def tabs(page: Page) -> tuple[Page, Page]:
    """The small workbook in two tabs of one browser."""
    return opened(page), opened(page.context.new_page())


def purpose(page: Page) -> Locator:
    return page.get_by_label("What is your purpose?")


def risk(page: Page) -> Locator:
    return page.get_by_label("How do you own risk?")


def saved(page: Page, question: str) -> None:
    """Wait for "Saved" beside `question`."""
    status = page.locator(f'workbook-question[question="{question}"] save-status').first
    expect(status).to_have_text("Saved")


def test_different_questions_typed_in_two_tabs_are_both_kept_and_followed(
    tabs: tuple[Page, Page],
) -> None:
    one, two = tabs
    purpose(one).fill("typed in the first tab")
    risk(two).fill("typed in the second tab")
    expect(purpose(two)).to_have_value("typed in the first tab")
    expect(risk(one)).to_have_value("typed in the second tab")
    expect(one.get_by_text("2 of 3 answered")).to_be_visible()
    assert values(one, "answer/") == {"typed in the first tab", "typed in the second tab"}


def test_the_same_question_typed_in_two_tabs_keeps_both_texts(page: Page) -> None:
    page.context.add_init_script(DEAF)
    one, two = opened(page), opened(page.context.new_page())
    purpose(one).fill("the first tab's text")
    saved(one, "purpose")
    purpose(two).fill("the second tab's text")
    saved(two, "purpose")
    assert values(two, "answer/") == {"the second tab's text"}
    assert values(two, "other/") == {"the first tab's text"}
    purpose(one).fill("the first tab's text, continued")
    saved(one, "purpose")
    everything = values(one, "answer/") | values(one, "other/")
    assert everything == {
        "the first tab's text",
        "the second tab's text",
        "the first tab's text, continued",
    }


def test_the_field_with_the_focus_is_not_changed_until_it_is_left(
    tabs: tuple[Page, Page],
) -> None:
    one, two = tabs
    purpose(one).click()
    purpose(two).fill("from the other tab")
    saved(two, "purpose")
    risk(two).fill("a later change, which the first tab has followed")
    expect(risk(one)).to_have_value("a later change, which the first tab has followed")
    expect(purpose(one)).to_have_value("")
    purpose(one).blur()
    expect(purpose(one)).to_have_value("from the other tab")


def test_typing_over_an_unseen_change_keeps_both_texts(tabs: tuple[Page, Page]) -> None:
    one, two = tabs
    purpose(one).click()
    purpose(two).fill("from the other tab")
    saved(two, "purpose")
    purpose(one).press_sequentially("typed here")
    saved(one, "purpose")
    assert values(one, "answer/") == {"typed here"}
    assert values(one, "other/") == {"from the other tab"}
    purpose(two).blur()
    expect(purpose(two)).to_have_value("typed here")


def test_an_answer_cleared_in_one_tab_is_cleared_in_the_other(tabs: tuple[Page, Page]) -> None:
    one, two = tabs
    one.get_by_label("3 In part").check()
    one.get_by_label("3 In part").blur()
    expect(two.get_by_label("3 In part")).to_be_checked()
    two.get_by_role("button", name="Clear my rating").click()
    expect(one.get_by_label("3 In part")).not_to_be_checked()
