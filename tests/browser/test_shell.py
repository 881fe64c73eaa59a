"""The shell of every page works for everyone: by keyboard, narrow, in the dark, without a trace."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import NewContext

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}
WIDTHS = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
PAGES = ("", "framework/values/", "quotes/", "workbooks/self-reflection/", "404.html")
RULES = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
]

# What has the focus: its name, its outline, whether it is in the closed menu, and whether
# it can be seen, that is, nothing stands on its middle and it is not out of the window.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const { left, right, top, bottom } = element.getClientRects()[0] ?? new DOMRect();
  const [x, y] = [(left + right) / 2, (top + Math.min(bottom, innerHeight)) / 2];
  const there = document.elementFromPoint(x, y);
  return {
    name: element.outerHTML.slice(0, 120),
    key: `${element.tagName} ${element.id} ${element.textContent.trim()} ${left} ${top + scrollY}`,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    inMenu: element.closest(".md-sidebar--primary") !== null,
    seen: there !== null && (element.contains(there) || there.contains(element)),
  };
}"""


def open_at(page: Page, path: str, size: dict[str, int], scheme: str = "light") -> None:
    """Open a page in a window of this size on a device set to this scheme."""
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path)
    expect(page.get_by_role("button", name="Dark colours")).to_be_visible()


def menu(page: Page) -> Locator:
    """The button that opens the menu of a narrow screen."""
    return page.get_by_role("button", name="Menu", exact=True)


def search_field(page: Page) -> Locator:
    """The field to search with, open or about to be."""
    return page.get_by_role("textbox", name="Search", exact=True)


def open_search(page: Page, size: dict[str, int], words: str) -> Locator:
    """Search for `words` by keyboard alone; gives the found links."""
    if size is NARROW:
        page.get_by_role("button", name="Search", exact=True).focus()
        page.keyboard.press("Enter")
    else:
        search_field(page).focus()
    expect(search_field(page)).to_be_focused()
    page.keyboard.type(words)
    found = page.get_by_role("list", name="Search results").get_by_role("link")
    expect(found.first).to_be_visible()
    return found


def tab_through(page: Page) -> Iterator[dict[str, Any]]:
    """Press Tab until the focus leaves the page; what has the focus at each step."""
    for _ in range(400):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return
        yield focused
    pytest.fail("Tab does not get through the page")


@WIDTHS
@pytest.mark.parametrize("path", ["", "framework/values/"])
def test_whatever_has_the_focus_is_seen_and_outlined(
    page: Page, path: str, size: dict[str, int]
) -> None:
    open_at(page, path, size)
    steps = list(tab_through(page))
    assert len(steps) > 5
    assert [step["name"] for step in steps if not step["seen"]] == []
    assert [step["name"] for step in steps if step["outline"] < 2] == []
    assert len({step["key"] for step in steps}) == len(steps)


def test_the_focus_stays_in_sight_on_the_way_back_up_under_the_header(page: Page) -> None:
    open_at(page, "framework/values/", NARROW)
    steps = len(list(tab_through(page)))
    hidden = []
    for _ in range(steps - 1):
        page.keyboard.press("Shift+Tab")
        focused = page.evaluate(FOCUSED)
        if focused and not focused["seen"]:
            hidden.append(focused["name"])
    assert hidden == []


def test_no_link_of_the_closed_menu_takes_the_focus(page: Page) -> None:
    open_at(page, "framework/values/", NARROW)
    assert [step["name"] for step in tab_through(page) if step["inMenu"]] == []


@WIDTHS
@pytest.mark.parametrize("path", ["", "quotes/", "framework/values/"])
def test_the_skip_link_comes_first_and_leads_past_the_header(
    page: Page, path: str, size: dict[str, int]
) -> None:
    open_at(page, path, size)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus, footer :focus")).to_have_count(1)
    assert not page.evaluate("document.activeElement.closest('.md-sidebar') !== null")


def test_the_menu_opens_holds_the_focus_and_gives_it_back(page: Page) -> None:
    open_at(page, "framework/values/", NARROW)
    menu(page).focus()
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    expect(page.get_by_label("Navigation").get_by_role("link", name="Decisions")).to_be_visible()
    expect(page.locator("header[inert], .md-content[inert], footer[inert]")).to_have_count(3)
    assert all(step["inMenu"] and step["seen"] for step in tab_through(page))
    page.keyboard.press("Escape")
    expect(menu(page)).to_be_focused()
    expect(menu(page)).to_have_attribute("aria-expanded", "false")


def test_a_section_of_the_menu_opens_by_keyboard(page: Page) -> None:
    open_at(page, "", NARROW)
    menu(page).press("Enter")
    navigation = page.get_by_label("Navigation")
    expect(navigation.get_by_role("link", name="Decisions")).to_be_hidden()
    navigation.locator("summary", has_text="The framework").press("Enter")
    navigation.get_by_role("link", name="Decisions").press("Enter")
    expect(page).to_have_url(re.compile("/framework/decisions/$"))


def test_a_wider_window_lets_go_of_the_page_behind_the_menu(page: Page) -> None:
    open_at(page, "framework/values/", NARROW)
    menu(page).press("Enter")
    page.set_viewport_size({"width": WIDE["width"], "height": WIDE["height"]})
    expect(search_field(page)).to_be_enabled()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("[inert]").count() == 0


@WIDTHS
def test_search_is_used_and_left_by_keyboard_alone(page: Page, size: dict[str, int]) -> None:
    open_at(page, "framework/values/", size)
    found = open_search(page, size, "values")
    expect(page.get_by_role("status").filter(has_text="match")).to_be_visible()
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
    expect(page.locator("header .shell-title[inert], .md-container[inert]")).to_have_count(2)
    page.get_by_role("button", name="Close search").click()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    assert page.locator("[inert]").count() == 0


def test_words_that_are_pasted_are_searched_for(page: Page) -> None:
    open_at(page, "", WIDE)
    search_field(page).click()
    search_field(page).fill("values")
    expect(page.get_by_role("list", name="Search results")).to_contain_text("alues")


@WIDTHS
def test_there_is_one_first_heading_also_while_searching(page: Page, size: dict[str, int]) -> None:
    open_at(page, "framework/values/", size)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    open_search(page, size, "values")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_a_single_letter_does_nothing(page: Page) -> None:
    open_at(page, "framework/values/", WIDE)
    address = page.url
    page.get_by_role("link", name="Partnerships").first.focus()
    for letter in ("s", "f", "/", "n", "p", ".", ","):
        page.keyboard.press(letter)
        expect(search_field(page)).not_to_be_focused()
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    assert page.url == address


@WIDTHS
def test_nothing_is_stored_before_a_person_acts(
    page: Page, context: BrowserContext, size: dict[str, int]
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
    page: Page, scheme: str, size: dict[str, int]
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


def test_with_storage_blocked_search_and_colours_work_all_the_same(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('blocked', 'SecurityError'); } })"
    )
    open_at(page, "framework/values/", WIDE)
    button = page.get_by_role("button", name="Dark colours")
    for pressed in ("true", "false", "true"):
        button.click()
        expect(button).to_have_attribute("aria-pressed", pressed)
    open_search(page, WIDE, "values")


@WIDTHS
def test_the_strict_policy_has_nothing_to_forbid(page: Page, size: dict[str, int]) -> None:
    page.add_init_script(
        "window.breaches = [];"
        "addEventListener('securitypolicyviolation', (e) => breaches.push(e.violatedDirective));"
    )
    for path in PAGES:
        open_at(page, path, size)
        page.get_by_role("button", name="Dark colours").click()
        open_search(page, size, "values")
        assert page.evaluate("breaches") == []


def test_at_320_pixels_nothing_runs_out_at_the_side(page: Page) -> None:
    widest = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
    for path in PAGES:
        open_at(page, path, NARROW)
        assert page.evaluate(widest) <= NARROW["width"], path


@WIDTHS
def test_controls_are_large_enough_to_hit(page: Page, size: dict[str, int]) -> None:
    open_at(page, "framework/values/", size)
    header = page.locator("header").locator("a:visible, button:visible")
    for control in header.all()[1:]:
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, control.evaluate("e => e.outerHTML")
    for link in page.locator(".md-tabs, .shell-nav, .shell-toc").locator("a:visible").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 24, link.inner_text()


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
    other = page.get_by_label("Sections").get_by_role("link", name="Quotes")
    colour = "e => getComputedStyle(e).borderBlockEndColor"
    assert here.evaluate(colour) != other.evaluate(colour)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["outline"] >= 2


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule and places."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{fault['id']}: {[node['html'] for node in fault['nodes']]}" for fault in found]


@SCHEMES
@WIDTHS
def test_axe_finds_nothing(page: Page, size: dict[str, int], scheme: str) -> None:
    found = {}
    for path in PAGES:
        open_at(page, path, size, scheme)
        found[path] = faults(page)
    assert found == {path: [] for path in PAGES}


@SCHEMES
@WIDTHS
def test_axe_finds_nothing_while_searching(page: Page, size: dict[str, int], scheme: str) -> None:
    open_at(page, "framework/values/", size, scheme)
    open_search(page, size, "values")
    assert faults(page) == []


@SCHEMES
def test_axe_finds_nothing_in_the_menu(page: Page, scheme: str) -> None:
    open_at(page, "framework/values/", NARROW, scheme)
    menu(page).press("Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    assert faults(page) == []
