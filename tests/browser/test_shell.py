"""The shell of every page by keyboard: nothing out of sight, nothing out of reach."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.shell import (
    FOCUSED,
    NARROW,
    WIDE,
    WIDTHS,
    Size,
    menu,
    open_at,
    resize,
    search_field,
    tab_through,
)


@WIDTHS
@pytest.mark.parametrize("path", ["", "quotes/", "framework/values/"])
def test_the_skip_link_comes_first_and_leads_past_the_header(
    page: Page, path: str, size: Size
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


@WIDTHS
@pytest.mark.parametrize("path", ["", "framework/values/"])
def test_whatever_has_the_focus_is_seen_and_outlined(page: Page, path: str, size: Size) -> None:
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
    resize(page, WIDE)
    expect(search_field(page)).to_be_enabled()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("[inert]").count() == 0


@WIDTHS
def test_controls_are_large_enough_to_hit(page: Page, size: Size) -> None:
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


def test_a_single_letter_does_nothing(page: Page) -> None:
    open_at(page, "framework/values/", WIDE)
    address = page.url
    page.get_by_role("link", name="Partnerships").first.focus()
    for letter in ("s", "f", "/", "n", "p", ".", ","):
        page.keyboard.press(letter)
        expect(search_field(page)).not_to_be_focused()
    expect(page.get_by_role("region", name="Search results")).to_be_hidden()
    assert page.url == address


def test_on_a_small_telephone_the_header_leaves_its_place_to_the_text(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto("framework/values/")
    header = page.get_by_role("banner")
    expect(header).to_be_in_viewport()
    page.mouse.wheel(0, 2000)
    expect(header).not_to_be_in_viewport()
    page.set_viewport_size({"width": 320, "height": 900})
    expect(header).to_be_in_viewport()
