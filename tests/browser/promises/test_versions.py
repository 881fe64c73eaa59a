"""Earlier versions of an answer can be read, compared and brought back."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import store, stored
from tests.support.status import READY

FIRST = "We wrote the vision together, with the people who do the work."
SECOND = "Nobody asked the partners what they made of our new arrangements."


def opened(page: Page) -> Page:
    page.goto("workbooks/self-reflection/")
    expect(page.locator("save-status").first).to_have_attribute("state", READY)
    return page


def field(page: Page) -> Locator:
    return page.locator("workbook-question textarea").first


def typed(page: Page, text: str) -> None:
    field(page).fill(text)
    key = "answer/" + str(page.locator("workbook-question").first.get_attribute("question"))
    status = page.locator("save-status").first
    expect(status).to_have_attribute("state", "saved" if text else "empty")
    assert stored(page)[key]["value"] == text


def versions(page: Page) -> Locator:
    page.get_by_role("button", name=re.compile(r"earlier versions?$")).first.click()
    return page.get_by_role("dialog", name="Earlier versions")


def test_earlier_versions_are_read_compared_and_brought_back(page: Page) -> None:
    opened(page)
    typed(page, FIRST)
    typed(page, SECOND)
    dialog = versions(page)
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    expect(dialog).to_contain_text(FIRST)
    dialog.get_by_role("button", name="Compare with current answer").click()
    assert "vision" in "".join(dialog.locator("del").all_text_contents())
    assert "partners" in "".join(dialog.locator("ins").all_text_contents())
    dialog.get_by_role("button", name="Restore this version").click()
    expect(field(page)).to_have_value(FIRST)
    expect(page.get_by_role("button", name="2 earlier versions")).to_be_visible()
    page.reload()
    expect(field(page)).to_have_value(FIRST)
    expect(versions(page)).to_contain_text(SECOND)


def test_a_cleared_field_is_brought_back_as_easily(page: Page) -> None:
    opened(page)
    typed(page, FIRST)
    typed(page, "")
    page.reload()
    expect(field(page)).to_have_value("")
    versions(page).get_by_role("button", name="Restore this version").click()
    expect(field(page)).to_have_value(FIRST)


def test_a_text_deleted_letter_by_letter_is_an_earlier_version(page: Page) -> None:
    opened(page)
    typed(page, FIRST)
    field(page).press("End")
    for _ in FIRST:
        field(page).press("Backspace", delay=10)
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    expect(versions(page)).to_contain_text(FIRST)


def test_the_text_a_visit_begins_with_is_an_earlier_version_however_small_the_change(
    page: Page,
) -> None:
    page.clock.install()
    opened(page)
    typed(page, FIRST)
    page.clock.fast_forward("01:00:00")
    page.reload()
    expect(field(page)).to_have_value(FIRST)
    typed(page, FIRST + " Again.")
    expect(versions(page)).to_contain_text(FIRST)


def test_what_is_typed_in_one_sitting_makes_no_version_also_where_the_page_is_loaded_anew(
    page: Page,
) -> None:
    opened(page)
    text = "We"
    for word in FIRST.split()[1:]:
        typed(page, text)
        text = f"{text} {word}"
    page.reload()
    expect(field(page)).not_to_have_value("")
    typed(page, text)
    assert [key for key in stored(page) if key.startswith("version/")] == []
    expect(page.get_by_role("button", name=re.compile(r"earlier versions?$"))).to_have_count(0)


def test_the_last_twenty_versions_are_kept(page: Page) -> None:
    opened(page)
    typed(page, "0 " * 40)
    question = page.locator("workbook-question").first.get_attribute("question")
    record = stored(page)[f"answer/{question}"]
    versions_before = {
        f"version/{question}/{rev:09}": {**record, "value": f"{rev} " * 40, "rev": rev}
        for rev in range(1, 20)
    }
    store(page, {**versions_before, f"answer/{question}": {**record, "rev": 20}})
    page.reload()
    expect(field(page)).to_have_value("0 " * 40)
    for number in range(20, 23):
        typed(page, f"{number} " * 40)
    expect(page.get_by_role("button", name="20 earlier versions")).to_be_visible()
    kept = sorted(key for key in stored(page) if key.startswith("version/"))
    texts = [stored(page)[key]["value"].split()[0] for key in kept]
    assert texts == [*(str(number) for number in range(3, 20)), "0", "20", "21"]


def test_a_cleared_rating_is_brought_back(page: Page) -> None:
    page.goto("workbooks/developing/")
    question = page.locator("workbook-question").first
    question.get_by_role("radio", name="4").check()
    expect(question.locator("save-status")).to_have_text(re.compile("^Saved"))
    question.get_by_role("button", name="Clear my rating").click()
    expect(question.get_by_role("button", name="1 earlier version")).to_be_visible()
    versions(page).get_by_role("button", name="Restore this version").click()
    expect(question.get_by_role("radio", name="4")).to_be_checked()


def test_the_list_is_worked_by_keyboard(page: Page) -> None:
    opened(page)
    typed(page, FIRST)
    typed(page, SECOND)
    page.get_by_role("button", name="1 earlier version").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Earlier versions")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="1 earlier version")).to_be_focused()


def test_a_text_of_another_tab_that_is_cleared_here_is_an_earlier_version(page: Page) -> None:
    opened(page)
    typed(page, "Short.")
    field(page).blur()
    other = opened(page.context.new_page())
    typed(other, SECOND)
    other.close()
    expect(field(page)).to_have_value(SECOND)
    typed(page, "")
    expect(versions(page)).to_contain_text(SECOND)
