"""The shell goes by what the person and the device have set, and leaves no trace."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.test_adapting import PAGES as ADAPTING
from tests.browser.test_targets import low, small
from tests.support.shell import (
    FOCUSED,
    NARROW,
    PAGES,
    SCHEMES,
    WIDE,
    WIDTHS,
    Size,
    choose,
    open_at,
    open_search,
    reading_button,
    search_field,
)

SCHEME = "data-md-color-scheme"
COLOURS = {"Light": "default", "Dark": "slate", "Cream": "cream", "High contrast": "contrast"}
# The settings that hold in each frame in which a page has its first words.
FRAMES = """{
    const seen = globalThis.seen = [];
    const look = () => {
        const { documentElement: root, body } = document;
        if (body?.querySelector("main h1")) seen.push([body.dataset.mdColorScheme,
            root.dataset.readingSize, root.dataset.readingSpacing,
            root.dataset.readingQuotes].join(" "));
        if (seen.length < 9) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
LETTERS = "getComputedStyle(document.querySelector('main p')).fontFamily"
LOOK = """(quote) => {
    const style = getComputedStyle(quote);
    const size = parseFloat(style.fontSize);
    return { size, letters: style.fontFamily, apart: parseFloat(style.lineHeight) / size,
        line: parseFloat(getComputedStyle(quote.parentElement).borderInlineStartWidth) };
}"""


@SCHEMES
def test_the_first_visit_goes_by_the_device_and_follows_it(page: Page, scheme: str) -> None:
    open_at(page, "", WIDE, scheme)
    shown = {"light": "default", "dark": "slate"}
    expect(page.locator("body")).to_have_attribute(SCHEME, shown.pop(scheme))
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    expect(page.locator("body")).to_have_attribute(SCHEME, *shown.values())


@SCHEMES
def test_chosen_colours_hold_against_the_device_s_until_the_device_s_are_chosen(
    page: Page, scheme: str
) -> None:
    open_at(page, "", WIDE, scheme)
    for choice, chosen in COLOURS.items():
        choose(page, "Colours", choice)
        expect(page.locator("body")).to_have_attribute(SCHEME, chosen)
        page.reload()
        expect(page.locator("body")).to_have_attribute(SCHEME, chosen)
    assert page.evaluate("Object.keys(localStorage)") == ["/guide/.__palette"]
    choose(page, "Colours", "As on this device")
    own = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute(SCHEME, own)
    assert page.evaluate("localStorage.length") == 0


@WIDTHS
def test_reading_settings_are_there_before_the_first_text_of_every_page(
    page: Page, size: Size
) -> None:
    open_at(page, "", size)
    for setting, choice in (
        ("Colours", "Cream"),
        ("Text size", "Large"),
        ("Spacing", "Wide"),
        ("Quotes", "Plain"),
    ):
        choose(page, setting, choice)
    page.add_init_script(FRAMES)
    for path in PAGES:
        page.goto(path)
        page.wait_for_function("seen.length > 0")
        assert page.evaluate("[...new Set(seen)]") == ["cream large wide plain"]
        reading_button(page).press("Enter")
        expect(page.get_by_role("radio", name="Cream")).to_be_checked()
    assert page.evaluate("Object.keys(localStorage).sort()") == [
        "/guide/.__palette",
        "/guide/.__reading",
    ]
    page.get_by_role("button", name="Use the standard settings").click()
    for name in ("Colours", "Text size", "Spacing", "Quotes"):
        expect(page.get_by_role("group", name=name).get_by_role("radio").first).to_be_checked()
    assert page.evaluate("localStorage.length") == 0


def test_each_reading_setting_does_what_it_says(page: Page) -> None:
    open_at(page, "framework/values/", WIDE)
    quote = page.get_by_role("blockquote").first
    before = quote.evaluate(LOOK)
    choose(page, "Text size", "Very large")
    larger = quote.evaluate(LOOK)
    assert larger["size"] == 1.5 * before["size"]
    choose(page, "Quotes", "Plain")
    plain = quote.evaluate(LOOK)
    assert (plain["line"], plain["letters"]) == (0, page.evaluate(LETTERS))
    assert plain["letters"] != before["letters"]
    choose(page, "Spacing", "Wide")
    assert quote.evaluate(LOOK)["apart"] >= 2
    assert before["apart"] <= 1.6


@WIDTHS
def test_the_reading_menu_works_by_keyboard_and_gets_out_of_the_way(page: Page, size: Size) -> None:
    open_at(page, "framework/values/", size)
    button = reading_button(page)
    panel = page.locator("#reading-menu")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="As on this device")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Light")).to_be_focused()
    expect(page.get_by_role("radio", name="Light")).to_be_checked()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    button.click()
    expect(panel).to_be_hidden()
    button.click()
    page.mouse.click(4, size["height"] - 4)
    expect(panel).to_be_hidden()
    button.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(panel).to_be_hidden()


def test_the_largest_and_widest_text_makes_no_page_wider_than_a_small_window(page: Page) -> None:
    open_at(page, "", NARROW)
    choose(page, "Text size", "Very large")
    choose(page, "Spacing", "Wide")
    wide = []
    for path in (*ADAPTING, "404.html"):
        page.goto(path)
        reading_button(page).click()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
        assert small(page, path, ".reading-menu") == []
        assert low(page, path, ".reading-menu :is(label, button)") == []
    assert wide == []


@WIDTHS
def test_nothing_is_stored_before_a_person_acts(
    page: Page, context: BrowserContext, size: Size
) -> None:
    for path in PAGES:
        open_at(page, path, size)
    open_search(page, size, "values")
    page.keyboard.press("Escape")
    page.reload()
    expect(reading_button(page)).to_be_visible()
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
        choose(page, "Colours", "Dark")
        open_search(page, size, "values")
        assert page.evaluate("breaches") == []


def test_without_script_the_menu_stands_below_the_page(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False, viewport=NARROW).new_page()
    page.goto("framework/values/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
    expect(reading_button(page)).to_have_count(0)
    expect(page.get_by_role("radio", name="Cream")).to_have_count(0)
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
