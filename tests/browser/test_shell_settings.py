"""The shell goes by what the person and the device have set, and leaves no trace."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import NewContext
from tests.support.shell import (
    FOCUSED,
    NARROW,
    PAGES,
    SCHEMES,
    WIDE,
    WIDTHS,
    Size,
    open_at,
    open_search,
    search_field,
)


@SCHEMES
def test_the_first_visit_goes_by_the_device_and_follows_it(page: Page, scheme: str) -> None:
    open_at(page, "", WIDE, scheme)
    button = page.get_by_role("button", name="Dark colours")
    expect(button).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    expect(button).to_have_attribute("aria-pressed", str(scheme == "light").lower())


@SCHEMES
@WIDTHS
def test_chosen_colours_are_there_after_a_reload_and_on_other_pages(
    page: Page, scheme: str, size: Size
) -> None:
    open_at(page, "", size, scheme)
    button = page.get_by_role("button", name="Dark colours")
    button.press("Enter")
    chosen = str(scheme == "light").lower()
    expect(button).to_have_attribute("aria-pressed", chosen)
    expect(button).to_be_focused()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", chosen)
    page.goto("framework/values/")
    expect(button).to_have_attribute("aria-pressed", chosen)
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
    assert page.evaluate("Object.keys(localStorage)") == ["/guide/.__palette"]


@WIDTHS
def test_nothing_is_stored_before_a_person_acts(
    page: Page, context: BrowserContext, size: Size
) -> None:
    for path in PAGES:
        open_at(page, path, size)
    open_search(page, size, "values")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("button", name="Dark colours")).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("indexedDB.databases()") == []
    assert context.cookies() == []


@WIDTHS
def test_the_strict_policy_has_nothing_to_forbid(page: Page, size: Size) -> None:
    page.add_init_script(
        "window.breaches = [];"
        "addEventListener('securitypolicyviolation', (e) => breaches.push(e.violatedDirective));"
    )
    for path in PAGES:
        open_at(page, path, size)
        page.get_by_role("button", name="Dark colours").click()
        open_search(page, size, "values")
        assert page.evaluate("breaches") == []


def test_without_script_the_menu_stands_below_the_page(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False, viewport=NARROW).new_page()
    page.goto("framework/values/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
    expect(search_field(page)).to_have_count(0)
    page.get_by_role("link", name="Navigation").click()
    navigation = page.get_by_label("Navigation")
    expect(navigation.get_by_role("link", name="Home")).to_be_in_viewport()
    navigation.get_by_role("link", name="Decisions").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/framework/decisions/$"))


def test_paper_has_the_text_and_none_of_the_shell(page: Page) -> None:
    open_at(page, "framework/values/", WIDE, "dark")
    page.emulate_media(media="print", color_scheme="dark")
    for shell in (page.get_by_role("banner"), page.get_by_role("navigation")):
        expect(shell).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_forced_colours_leave_the_focus_and_the_place_in_sight(page: Page) -> None:
    open_at(page, "framework/values/", WIDE)
    page.emulate_media(forced_colors="active")
    here = page.get_by_label("Sections").get_by_role("link", name="The framework")
    other = page.get_by_label("Sections").get_by_role("link", name="Quotes and questions")
    colour = "e => getComputedStyle(e).borderBlockEndColor"
    assert here.evaluate(colour) != other.evaluate(colour)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["outline"] >= 2
