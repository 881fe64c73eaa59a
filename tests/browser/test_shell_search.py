"""The search of the shell, used without a mouse."""

from playwright.sync_api import Page, expect

from tests.support.shell import (
    NARROW,
    WIDE,
    WIDTHS,
    Size,
    choose,
    open_at,
    open_search,
    search_field,
)


@WIDTHS
def test_search_is_used_and_left_by_keyboard_alone(page: Page, size: Size) -> None:
    open_at(page, "framework/values/", size)
    found = open_search(page, size, "values")
    expect(page.get_by_role("status").filter(has_text="result")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Clear")).to_be_focused()
    page.keyboard.press("Tab")
    expect(found.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(found.first).to_be_hidden()
    back = search_field(page) if size is WIDE else page.get_by_role("button", name="Search")
    expect(back).to_be_focused()


def test_after_escape_typing_on_searches_on(page: Page) -> None:
    open_at(page, "", WIDE)
    found = open_search(page, WIDE, "value")
    page.keyboard.press("Escape")
    expect(found.first).to_be_hidden()
    page.keyboard.type("s")
    expect(found.first).to_be_visible()


def test_tab_out_of_the_search_closes_it(page: Page) -> None:
    open_at(page, "", WIDE)
    found = open_search(page, WIDE, "values")
    search_field(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(found.first).to_be_hidden()


def test_on_a_narrow_screen_the_search_is_a_dialog_with_a_name(page: Page) -> None:
    open_at(page, "", NARROW)
    open_search(page, NARROW, "values")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.get_by_role("button", name="Close search").click()
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()


def test_words_that_are_pasted_are_searched_for(page: Page) -> None:
    open_at(page, "", WIDE)
    search_field(page).click()
    search_field(page).fill("values")
    expect(page.get_by_role("region", name="Search results")).to_contain_text("alues")


@WIDTHS
def test_there_is_one_first_heading_also_while_searching(page: Page, size: Size) -> None:
    open_at(page, "framework/values/", size)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    open_search(page, size, "values")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_with_storage_blocked_search_and_colours_work_all_the_same(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('blocked', 'SecurityError'); } })"
    )
    open_at(page, "framework/values/", WIDE)
    for choice, scheme in (("Dark", "slate"), ("Light", "default"), ("Dark", "slate")):
        choose(page, "Colours", choice)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    open_search(page, WIDE, "values")
