"""A leader works through a workbook again: what was written last time is there, and stays."""

from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_access import faults_of, scrolls_sideways

REFLECTION = "workbooks/self-reflection/"
RATINGS = "workbooks/developing/"
FORGET = """() => new Promise((done) => {
    localStorage.clear();
    const name = `five-attributes:${location.pathname.replace(/workbooks.*/, "")}`;
    indexedDB.deleteDatabase(name).onsuccess = () => done(null);
})"""
NOVEMBER, MAY = datetime(2026, 11, 23, 10), datetime(2027, 5, 20, 10)
ONE_LINE = 60
BEFORE = "I tell them in supervision that I back them."
NOW = "I tell them in supervision that I back them, and sit in on the risk panel."


def box(page: Page, number: int) -> Locator:
    """One of the fields for words."""
    return page.locator("workbook-question textarea").nth(number)


def saved(page: Page, number: int, text: str) -> None:
    """Write into a field, and wait until it is saved."""
    box(page, number).fill(text)
    question = page.locator("workbook-question:has(textarea)").nth(number)
    expect(question.locator("save-status")).to_contain_text("Saved")


def height_of_the_bar(page: Page) -> float:
    box_of_bar = page.locator(".workbook__bar").bounding_box()
    assert box_of_bar
    return box_of_bar["height"]


def begin_round(page: Page, name: str) -> None:
    """Begin a round by the list, and come to its page."""
    page.locator("details.shelf__all > summary").click()
    page.get_by_role("button", name=f"Start {name[0].lower()}{name[1:]}").click()
    expect(page.get_by_role("textbox", name="Name of the round")).to_have_value(name)
    page.get_by_role("button", name="Start the round").click()
    expect(page.locator(".shelf__opened")).to_contain_text(name)


@pytest.fixture
def second(page: Page) -> Page:
    """The self-reflection in its second round, half a year after the first one."""
    page.clock.set_fixed_time(NOVEMBER)
    page.goto(REFLECTION)
    saved(page, 0, BEFORE)
    saved(page, 1, "The same")
    page.clock.set_fixed_time(MAY)
    begin_round(page, "Round 2 (May 2027)")
    return page


def test_a_second_round_is_empty_and_has_what_was_written_last_time(second: Page) -> None:
    expect(box(second, 0)).to_have_value("")
    last = second.locator(".last-time")
    expect(last).to_have_count(2)
    expect(last.first).to_contain_text("Round 1, 23 November 2026")
    expect(last.first).to_contain_text(BEFORE)
    expect(second.locator(".workbook-progress__text")).to_have_text("0 of 22 answered")


def test_one_can_start_from_what_was_written_and_the_first_round_stays(second: Page) -> None:
    second.locator(".last-time button").first.click()
    expect(box(second, 0)).to_have_value(BEFORE)
    expect(box(second, 0)).to_be_focused()
    saved(second, 0, NOW)
    second.goto(REFLECTION)
    expect(box(second, 0)).to_have_value(BEFORE)
    expect(second.locator(".last-time")).to_have_count(0)


def test_the_first_round_leads_to_the_newest_one(second: Page) -> None:
    second.goto(REFLECTION)
    notice = second.locator("newest-round")
    expect(notice).to_have_text("This is Round 1. Your newest round is Round 2 (May 2027).")
    notice.get_by_role("link").click()
    expect(second.locator(".workbook__bar")).to_contain_text("Round 2 (May 2027)")
    expect(notice).to_be_hidden()


@pytest.mark.parametrize("width", [375, 768, 1024, 1280])
def test_the_bar_has_one_line(page: Page, width: int) -> None:
    page.clock.set_fixed_time(MAY)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(REFLECTION)
    saved(page, 0, BEFORE)
    expect(page.locator(".workbook__bar")).to_contain_text("Saved")
    assert height_of_the_bar(page) < ONE_LINE
    begin_round(page, "Round 2 (May 2027)")
    saved(page, 0, NOW)
    assert height_of_the_bar(page) < ONE_LINE


def test_starting_from_last_time_loses_nothing_that_was_typed(second: Page) -> None:
    saved(second, 0, "Typed in May")
    second.locator(".last-time button").first.click()
    expect(box(second, 0)).to_have_value(BEFORE)
    second.get_by_role("button", name="1 earlier version").click()
    expect(second.get_by_role("dialog")).to_contain_text("Typed in May")


def test_a_third_round_shows_the_second(second: Page) -> None:
    saved(second, 0, NOW)
    second.clock.set_fixed_time(datetime(2027, 11, 20, 10))
    begin_round(second, "Round 3 (November 2027)")
    expect(second.locator(".last-time").first).to_contain_text("Round 2 (May 2027), 20 May 2027")
    expect(second.locator(".last-time").first).to_contain_text(NOW)


def test_2_rounds_are_compared_with_what_is_new_marked(second: Page) -> None:
    saved(second, 0, NOW)
    saved(second, 1, "The same")
    saved(second, 2, "Only now")
    second.goto("workbooks/compare/")
    part = second.locator("[data-of='self-reflection']")
    expect(part.get_by_label("Only what changed")).to_be_checked()
    expect(part).to_contain_text("Only what changed (2 of 22)")
    rows = part.locator("[data-row]")
    expect(rows).to_have_count(2)
    left, right = (rows.first.locator(f"[data-side={side}]") for side in ("left", "right"))
    expect(left).to_contain_text("23 November 2026")
    expect(left).to_contain_text(BEFORE)
    expect(right).to_contain_text("20 May 2027")
    expect(right.locator("ins")).to_have_text("them, and sit in on the risk panel.")
    expect(rows.nth(1).locator("[data-side=left]")).to_contain_text("Not answered")
    part.get_by_label("Only what changed").uncheck()
    expect(rows).to_have_count(3)
    part.get_by_label("Compare").select_option(label="Round 2 (May 2027)")
    part.get_by_label("Only what changed").check()
    expect(part).to_contain_text("These 2 are the same.")
    expect(part.get_by_label("Compare")).to_be_visible()


def test_ratings_of_2_rounds_are_one_picture_and_the_profile_is_of_its_round(page: Page) -> None:
    page.clock.set_fixed_time(NOVEMBER)
    page.goto(RATINGS)
    question = page.locator("workbook-question[question='rate-values']")
    question.locator("input[value='2']").check(force=True)
    expect(question.locator("save-status")).to_contain_text("Saved")
    page.clock.set_fixed_time(MAY)
    begin_round(page, "Round 2 (May 2027)")
    question = page.locator("workbook-question[question='rate-values']")
    expect(question.locator("input:checked")).to_have_count(0)
    expect(question.locator(".last-time")).to_contain_text("2")
    question.locator("input[value='4']").check(force=True)
    expect(question.locator("save-status")).to_contain_text("Saved")
    page.goto(f"{page.url.partition('#')[0]}#your-profile")
    figures = page.locator("leadership-profile:not([example]) [data-row='values']").first
    expect(figures.locator("[data-put='now']")).to_have_text("4")
    page.goto("workbooks/compare/")
    part = page.locator("[data-of='developing']")
    expect(part.locator("[data-row='values']")).to_contain_text("2")
    expect(part.locator("[data-words]")).to_contain_text("Values: from 2 to 4, up 2.")
    expect(part.locator("svg.picture circle").first).to_be_attached()


def test_a_round_is_in_a_backup_and_comes_back_with_its_answers(second: Page) -> None:
    saved(second, 0, NOW)
    address = second.url
    second.get_by_role("button", name="Save a backup").first.click()
    with second.expect_download() as caught:
        second.locator("backup-dialog [data-part='save']").click()
    file = caught.value.path()
    second.evaluate(FORGET)
    second.goto("workbooks/my-workbooks/")
    second.locator("#backup-file").set_input_files(file)
    second.get_by_role("button", name="Restore", exact=True).click()
    expect(second.locator(".restore__status")).to_contain_text("has been restored")
    second.goto(address)
    expect(second.locator(".shelf__opened")).to_contain_text("Round 2 (May 2027)")
    expect(box(second, 0)).to_have_value(NOW)
    expect(second.locator(".last-time").first).to_contain_text(BEFORE)


def test_a_round_that_is_archived_can_be_deleted_and_the_others_stay(second: Page) -> None:
    saved(second, 0, NOW)
    second.locator("details.shelf__all > summary").click()
    second.get_by_role("button", name="Archive Round 2 (May 2027)").click()
    second.locator(".shelf__archive > summary").click()
    second.get_by_role("button", name="Delete … Round 2 (May 2027)").click()
    second.get_by_role("button", name="Delete this round").click()
    expect(second.locator("#workbook-erased")).to_be_visible()
    expect(box(second, 0)).to_have_value(BEFORE)


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_a_round_and_where_rounds_are_compared(
    second: Page, width: int
) -> None:
    second.set_viewport_size({"width": width, "height": 900})
    saved(second, 0, NOW)
    assert faults_of(second) == []
    second.goto("workbooks/compare/")
    expect(second.locator("[data-of=self-reflection] [data-row]").first).to_be_visible()
    assert faults_of(second) == []
    assert not scrolls_sideways(second)
