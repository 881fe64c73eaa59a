"""What tests of the shell share: the ways in, and what they look at."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

Size = dict[str, int]
WIDE: Size = {"width": 1280, "height": 800}
NARROW: Size = {"width": 320, "height": 640}
WIDTHS = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
PAGES = ("", "framework/values/", "quotes/", "workbooks/self-reflection/", "404.html")

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


def resize(page: Page, size: Size) -> None:
    """Give the window this size."""
    page.set_viewport_size({"width": size["width"], "height": size["height"]})


def open_at(page: Page, path: str, size: Size, scheme: str = "light") -> None:
    """Open a page in a window of this size on a device set to this scheme."""
    resize(page, size)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path)
    expect(reading_button(page)).to_be_visible()


def reading_button(page: Page) -> Locator:
    """The button that opens the menu of reading settings."""
    return page.get_by_role("button", name="Reading settings", exact=True)


def choose(page: Page, setting: str, choice: str) -> Locator:
    """Choose something in the menu of reading settings, which stays open; gives its button."""
    if reading_button(page).get_attribute("aria-expanded") == "false":
        reading_button(page).click()
    radio = page.get_by_role("group", name=setting).get_by_role("radio", name=choice, exact=True)
    radio.check()
    return radio


def menu(page: Page) -> Locator:
    """The button that opens the menu of a narrow screen."""
    return page.get_by_role("button", name="Menu", exact=True)


def search_field(page: Page) -> Locator:
    """The field to search with, open or about to be."""
    return page.get_by_role("textbox", name="Search", exact=True)


def open_search(page: Page, size: Size, words: str) -> Locator:
    """Search for `words` by keyboard alone; gives the found links."""
    if size is NARROW:
        page.get_by_role("button", name="Search", exact=True).focus()
        page.keyboard.press("Enter")
    else:
        search_field(page).focus()
    expect(search_field(page)).to_be_focused()
    page.keyboard.type(words)
    found = page.get_by_role("region", name="Search results").get_by_role("link")
    expect(found.first).to_be_visible()
    return found


def tab_through(page: Page) -> Iterator[dict[str, Any]]:
    """Press Tab until the focus leaves the page; what has the focus at each step."""
    page.wait_for_load_state("networkidle")  # what comes later would move what has the focus
    for _ in range(400):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return
        yield focused
    pytest.fail("Tab does not get through the page")
