"""A workbook's page begins with its first question and shows one part at a time, or all of them."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import NewContext
from tests.browser.takeaway.pages import SHARED, WORKBOOK, field, show_all, write
from tests.browser.test_paper import missing, printed
from tests.support.shell import WIDTHS, Size, resize

WORKBOOKS = (WORKBOOK, "workbooks/developing/", "workbooks/recruiting/")
PLACE = "(one) => Math.round(one.getBoundingClientRect().top + scrollY)"
KNOW = "Do not name children, families or colleagues."


def shown(page: Page) -> list[str]:
    """The parts with questions that are seen."""
    parts = page.locator(".workbook-section")
    return [one.get_attribute("data-section") or "" for one in parts.all() if one.is_visible()]


def first(page: Page) -> Locator:
    """What a person writes in, or presses, first."""
    form = page.get_by_role("main").locator("form")
    return form.locator("textarea, .rating").locator("visible=true").first


@pytest.mark.parametrize("address", WORKBOOKS)
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (375, 812)])
def test_the_first_question_can_be_answered_in_the_first_screen(
    page: Page, address: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    expect(page.get_by_role("button", name="Show all questions")).to_be_visible()
    box = first(page).bounding_box()
    assert box
    assert box["y"] + 24 <= height
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_one_part_is_shown_and_the_next_is_one_press_away(page: Page) -> None:
    page.goto(WORKBOOK)
    expect(page.get_by_role("button", name="Show all questions")).to_be_visible()
    assert shown(page) == ["reflect-on-values"]
    page.get_by_role("link", name="Next: Decisions").click()
    heading = page.locator("#reflect-on-decisions")
    expect(heading).to_be_focused()
    assert shown(page) == ["reflect-on-decisions"]
    expect(heading).to_be_in_viewport()
    current = page.get_by_role("navigation", name="In this workbook").locator("[aria-current]")
    expect(current).to_contain_text("Decisions")
    page.go_back()
    expect(page.locator("#reflect-on-values")).to_be_visible()


def test_an_address_leads_into_its_part(page: Page) -> None:
    page.goto(f"{WORKBOOK}#reflect-on-buy-in")
    expect(page.locator("#reflect-on-buy-in")).to_be_in_viewport()
    expect(page.locator("#reflect-on-buy-in")).to_be_focused()
    assert shown(page) == ["reflect-on-buy-in"]


def test_a_link_to_elsewhere_on_the_page_leaves_the_part_as_it_is(page: Page) -> None:
    page.goto(f"{WORKBOOK}#reflect-on-buy-in")
    expect(page.get_by_role("button", name="Show all questions")).to_be_visible()
    page.evaluate("location.hash = 'main-content'")
    expect(page.locator("#reflect-on-buy-in")).to_be_visible()
    assert shown(page) == ["reflect-on-buy-in"]


def test_all_questions_are_shown_when_asked_for_and_one_part_again(page: Page) -> None:
    page.goto(WORKBOOK)
    show_all(page)
    assert len(shown(page)) == 5
    expect(page.get_by_role("link", name=re.compile("^Next: "))).to_have_count(0)
    page.get_by_role("button", name="Show one part at a time").nth(2).click()
    expect(page.get_by_role("link", name=re.compile("^Next: "))).to_have_count(1)
    assert len(shown(page)) == 1


def test_paper_has_every_part(page: Page) -> None:
    page.goto(WORKBOOK)
    write(page, "On the first sheet.")
    text = " ".join(printed(page))
    titles = page.locator(".workbook-section__title").all_text_contents()
    assert missing(["On the first sheet.", *titles], text) == []
    assert "Next: Decisions" not in text
    assert "Show all" not in text


def test_without_script_every_part_is_there(new_context: NewContext, site_url: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}{WORKBOOK}")
    assert len(shown(page)) == 5


def test_what_to_know_is_said_under_the_field_that_is_written_in_first(page: Page) -> None:
    page.goto(WORKBOOK)
    expect(page.get_by_text(KNOW)).to_be_hidden()
    before = field(page).evaluate(PLACE)
    field(page).click()
    expect(page.locator("workbook-question").first.get_by_text(KNOW)).to_be_visible()
    assert field(page).evaluate(PLACE) == before
    page.locator("textarea").nth(1).click()
    expect(page.get_by_text(KNOW).locator("visible=true")).to_have_count(1)


def test_it_is_not_said_again_where_there_are_answers(page: Page) -> None:
    page.goto(WORKBOOK)
    write(page, "An answer.")
    page.reload()
    expect(field(page)).to_have_value("An answer.")
    field(page).click()
    expect(page.get_by_text(KNOW)).to_be_hidden()


def test_the_line_that_stays_says_when_it_was_saved(page: Page) -> None:
    page.goto(WORKBOOK)
    write(page, "An answer.")
    bar = page.locator(".workbook__bar")
    expect(bar.get_by_text(re.compile(r"^Saved \d\d:\d\d$"))).to_be_visible()
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    expect(bar).to_be_in_viewport()


def test_on_a_shared_computer_the_line_says_nothing_of_saving(page: Page) -> None:
    page.add_init_script(SHARED)
    page.goto(WORKBOOK)
    write(page, "An answer.")
    expect(page.locator(".take-away__saved")).to_have_text("")


@pytest.mark.parametrize("width", [1280, 375])
def test_the_line_covers_nothing_that_has_the_focus(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(WORKBOOK)
    show_all(page)
    page.locator("textarea:visible").last.focus()
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        box = page.evaluate(
            """() => {
                const bar = document.querySelector('.workbook__bar').getBoundingClientRect();
                const here = document.activeElement;
                const box = here.getBoundingClientRect();
                return here.closest('.workbook__bar, header') ? 1 : box.top - bar.bottom;
            }"""
        )
        assert box >= -1


@WIDTHS
def test_the_menu_of_a_quote_beside_a_box_is_whole(page: Page, size: Size) -> None:
    resize(page, size)
    page.goto(WORKBOOK)
    page.locator("workbook-question .quote-actions > summary").first.click()
    last = page.get_by_role("button", name="Copy link")
    last.scroll_into_view_if_needed()
    on_top = """(one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height - 2) === one;
    }"""
    assert last.evaluate(on_top)


def test_the_count_is_there_though_its_script_comes_after_the_answers(page: Page) -> None:
    held: list[Route] = []
    page.route("**/bundles/workbook.js", lambda route: held.append(route))
    page.goto(WORKBOOK)
    read = page.locator("save-status[state=empty]").first
    read.wait_for(state="attached")
    assert len(held) == 1
    held[0].continue_()
    expect(page.get_by_text("0 of 22 answered")).to_be_visible()


@WIDTHS
def test_nothing_moves_when_the_button_for_all_questions_comes(page: Page, size: Size) -> None:
    resize(page, size)
    held: list[Route] = []
    page.route("**/bundles/workbook.js", lambda route: held.append(route))
    page.goto(WORKBOOK)
    page.locator("save-status[state=empty]").first.wait_for(state="attached")
    question = page.locator("workbook-question").first
    before = question.evaluate(PLACE)
    held[0].continue_()
    expect(page.get_by_role("button", name="Show all questions")).to_be_visible()
    assert question.evaluate(PLACE) == before


def test_a_box_grows_with_its_text_until_it_is_full(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("workbooks/self-reflection/")
    field = page.get_by_role("textbox").and_(page.locator(".workbook-question__answer")).first
    expect(page.locator("workbook-question").first).to_have_attribute("ready", "")
    heights = []
    for letters in (0, 600, 4000, 600):
        field.fill("word " * (letters // 5))
        heights.append(field.evaluate("(one) => one.getBoundingClientRect().height"))
    empty, half, full, half_again = heights
    assert empty < half < full
    assert abs(full - 0.7 * 800) < 1
    assert half_again == half
