"""The checklist for an advert: ticked for each post, kept as a text, and never lost."""

from pathlib import Path

from docx import Document
from playwright.sync_api import Page, Route, expect

from tests.browser.test_access import faults_of, scrolls_sideways
from tests.browser.workbook.records import store, stored

RECRUITING = "workbooks/recruiting/"
KEY = "answer/recruit-advert-checklist"
FAIR = "Leaders are passionate about social justice"
HONEST = "Leaders create an enabling environment"
BEFORE = "Leaders were worded otherwise once"


def question(page: Page, name: str = "") -> Page:
    """The page with its checklist read."""
    page.goto(f"{RECRUITING}{name}")
    expect(page.locator("workbook-question[ready] .tick-list")).to_be_visible()
    return page


def saved(page: Page) -> None:
    line = page.locator("workbook-question:has(.tick-list) save-status")
    expect(line).to_have_attribute("state", "saved")


def test_what_is_ticked_is_kept_a_line_each_in_the_report_s_order(page: Page) -> None:
    question(page).get_by_label(HONEST).check()
    page.get_by_label(FAIR).check()
    saved(page)
    assert stored(page)[KEY]["value"] == f"{FAIR}\n{HONEST}"
    assert stored(page)[KEY]["kind"] == "text"
    question(page)
    expect(page.get_by_label(FAIR)).to_be_checked()
    page.get_by_label(FAIR).uncheck()
    saved(page)
    assert stored(page)[KEY]["value"] == HONEST
    page.get_by_role("button", name="1 earlier version").click()
    page.get_by_role("button", name="Restore this version").click()
    expect(page.get_by_label(FAIR)).to_be_checked()


def test_what_was_reworded_stays_ticked_under_its_old_words(page: Page) -> None:
    page.goto(RECRUITING)
    store(
        page,
        {
            KEY: {
                "format": 1,
                "kind": "text",
                "value": f"{BEFORE}\n{FAIR}",
                "rev": 3,
                "edition": "00000000",
                "words": "Which of these?",
                "at": "2026-12-01T10:00:00.000Z",
            }
        },
    )
    question(page)
    expect(page.get_by_label(BEFORE)).to_be_checked()
    page.get_by_label(HONEST).check()
    saved(page)
    assert stored(page)[KEY]["value"].split("\n") == [FAIR, HONEST, BEFORE]
    page.get_by_label(BEFORE).uncheck()
    saved(page)
    assert stored(page)[KEY]["value"] == f"{FAIR}\n{HONEST}"


def test_2_tabs_show_the_same_boxes(page: Page) -> None:
    other = page.context.new_page()
    question(other)
    question(page).get_by_label(FAIR).check()
    saved(page)
    expect(other.get_by_label(FAIR)).to_be_checked()


def test_what_is_ticked_before_its_script_comes_is_kept(page: Page) -> None:
    held: list[Route] = []
    page.route("**/answers/tick-list.js", lambda route: held.append(route))
    page.goto(RECRUITING)
    box = page.get_by_label(FAIR)
    box.check()
    expect(page.locator("workbook-question[ready]").first).to_be_attached()
    held[0].continue_()
    saved(page)
    assert stored(page)[KEY]["value"] == FAIR


def test_each_post_has_a_checklist_of_its_own(page: Page) -> None:
    question(page).get_by_label(FAIR).check()
    saved(page)
    page.locator(".shelf__all > summary").click()
    page.get_by_role("button", name="Start a new workbook").click()
    page.get_by_label("Name of the workbook").fill("Assistant Director")
    page.get_by_role("button", name="Create workbook").click()
    page.wait_for_url("**workbook=**")
    expect(page.locator("workbook-question[ready] .tick-list")).to_be_visible()
    expect(page.get_by_label(FAIR)).not_to_be_checked()
    page.get_by_label(HONEST).check()
    saved(page)
    assert {record["value"] for key, record in stored(page).items() if key.startswith(KEY)} == {
        FAIR,
        HONEST,
    }


def test_it_is_a_list_in_word(page: Page, tmp_path: Path) -> None:
    question(page).get_by_label(FAIR).check()
    page.locator(".take-away__menu > summary").click()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download as Word").click()
    caught.value.save_as(tmp_path / "post.docx")
    assert FAIR in [one.text for one in Document(str(tmp_path / "post.docx")).paragraphs]


def test_it_is_ticked_by_keyboard_and_fits_320_px(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    box = question(page).get_by_label(FAIR)
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Leaders' values and experiences create purpose")).to_be_focused()
    saved(page)
    assert not scrolls_sideways(page)
    assert faults_of(page) == []
