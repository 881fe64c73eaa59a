"""Quotes are filtered where one reads, in the address, and copied with their citation."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import NewContext


@pytest.fixture
def quotes(page: Page) -> Page:
    """The page of all quotes, ready to be filtered."""
    page.goto("quotes/")
    expect(attribute(page)).to_be_visible()
    return page


def attribute(page: Page) -> Locator:
    return page.get_by_role("group", name="Attribute")


def theme(page: Page) -> Locator:
    return page.get_by_role("group", name="Theme")


def chip(group: Locator, value: str) -> Locator:
    """The choice of this value."""
    return group.locator(f"input[value='{value}']")


def words(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Words in a quote")


def shown(page: Page) -> Locator:
    """The quotes that are shown."""
    return page.get_by_role("blockquote")


def said(page: Page, number: int) -> None:
    """Wait until `number` quotes are shown and the page says so, aloud too."""
    text = f"{number} of 39 quotes shown"
    expect(page.get_by_role("status").filter(has_text=text)).to_be_visible()
    expect(shown(page)).to_have_count(number)


def test_quotes_are_filtered_by_attribute_and_theme_without_a_reload(quotes: Page) -> None:
    quotes.evaluate("() => { globalThis.same = true; }")
    chip(attribute(quotes), "partnerships").check()
    by_attribute = shown(quotes).count()
    quotes.get_by_text("Choose a theme").click()
    theme(quotes).get_by_role("radio").nth(1).check()
    by_both = shown(quotes).count()
    assert 39 > by_attribute >= by_both
    said(quotes, by_both)
    quotes.get_by_role("button", name="Show all quotes").click()
    said(quotes, 39)
    assert quotes.evaluate("globalThis.same") is True


def test_a_choice_that_no_quote_fits_says_so_and_how_to_go_on(page: Page) -> None:
    page.goto("quotes/?attribute=buy-in&theme=purpose")
    expect(shown(page)).to_have_count(0)
    said = "No quote fits. Show all quotes to see all 39."
    expect(page.locator(".quote-filter__status")).to_have_text(said)
    expect(page.get_by_role("status").filter(has_text=said)).to_have_count(1)


def test_only_pairs_that_some_quote_has_are_offered_with_how_many_have_them(quotes: Page) -> None:
    quotes.get_by_text("Choose a theme").click()
    for value in ("values", "buy-in"):
        chip(attribute(quotes), value).check()
        offered = 0
        for one in theme(quotes).locator("input[value]:not([value=''])").all():
            themes = f"[data-attribute={value}][data-themes~={one.get_attribute('value')}]"
            having = quotes.locator(f".quotes__item{themes}").count()
            assert one.is_visible() == (having > 0)
            if having:
                expect(one).to_have_accessible_name(re.compile(rf" {having}$"))
                offered += 1
        assert 1 <= offered < 15
    chip(theme(quotes), "political-ownership").check()
    expect(chip(attribute(quotes), "values")).to_be_hidden()
    expect(chip(attribute(quotes), "buy-in")).to_be_checked()


def test_quotes_are_found_by_their_words_as_one_types(quotes: Page) -> None:
    words(quotes).press_sequentially("Personal CRUSADE")
    said(quotes, 1)
    expect(shown(quotes)).to_contain_text("personal crusade")
    expect(chip(attribute(quotes), "buy-in")).to_be_hidden()
    words(quotes).fill("we've")
    number = shown(quotes).count()
    words(quotes).fill("we’ve")
    said(quotes, number)
    assert "crusade" not in quotes.url.lower()
    quotes.get_by_role("button", name="Show all quotes").click()
    expect(words(quotes)).to_have_value("")
    said(quotes, 39)


def test_the_page_is_quiet(quotes: Page) -> None:
    """A menu and a link for each quote, and the filter."""
    pressed = quotes.locator(".quotes").locator("a, button, summary")
    seen = [one for one in pressed.all() if one.is_visible()]
    assert len(seen) == 2 * 39


def test_a_filtered_view_has_an_address_that_brings_it_back(quotes: Page) -> None:
    chip(attribute(quotes), "values").check()
    quotes.get_by_text("Choose a theme").click()
    chip(theme(quotes), "purpose").check()
    number = shown(quotes).count()
    expect(quotes).to_have_url(re.compile(r"/quotes/\?attribute=values&theme=purpose$"))
    other = quotes.context.new_page()
    other.goto(quotes.url)
    said(other, number)
    expect(chip(attribute(other), "values")).to_be_checked()
    expect(chip(theme(other), "purpose")).to_be_checked()


def test_back_and_forward_go_through_the_views(quotes: Page) -> None:
    chip(attribute(quotes), "values").check()
    number = shown(quotes).count()
    chip(attribute(quotes), "").check()
    said(quotes, 39)
    quotes.go_back()
    said(quotes, number)
    expect(chip(attribute(quotes), "values")).to_be_checked()
    quotes.go_back()
    said(quotes, 39)
    quotes.go_forward()
    said(quotes, number)


def test_an_address_that_names_no_filter_of_ours_shows_all(page: Page) -> None:
    page.goto("quotes/?attribute=%3Cscript%3E&theme=nonsense&length=1")
    said(page, 39)
    expect(chip(attribute(page), "")).to_be_checked()


def test_a_quote_that_the_address_names_is_shown_whatever_the_filter(quotes: Page) -> None:
    name = quotes.get_by_role("heading", level=2).last.get_attribute("id")
    heading = quotes.locator(f'[id="{name}"]')
    chip(attribute(quotes), "values").check()
    expect(heading).to_be_hidden()
    others = shown(quotes).count()
    quotes.goto(f"quotes/?attribute=values#{name}")
    quotes.reload()
    said(quotes, others + 1)
    expect(quotes.get_by_role("listitem").filter(has=heading)).to_be_in_viewport()


def test_without_script_all_quotes_are_there_and_no_dead_form(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("quotes/")
    expect(shown(page)).to_have_count(39)
    expect(attribute(page)).to_be_hidden()
    actions(page).first.click()
    expect(page.get_by_role("button", name=re.compile("Copy"))).to_have_count(0)
    page.get_by_role("link", name="Link to this quote").click()
    expect(page).to_have_url(re.compile(r"/quotes/#[a-z-]+$"))


def test_a_quote_is_copied_with_its_citation_and_the_page_says_so(
    quotes: Page, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy_first(quotes)
    copied(quotes, quotes.evaluate("() => navigator.clipboard.readText()"))


def test_a_quote_is_copied_where_the_browser_has_no_clipboard_for_pages(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto("quotes/")
    page.evaluate(
        """() => document.addEventListener("copy", () => {
            globalThis.taken = document.activeElement.value;
        })"""
    )
    copy_first(page)
    copied(page, page.evaluate("globalThis.taken"))
    expect(page.get_by_role("button", name="Copy quote with citation")).to_be_focused()


@pytest.mark.parametrize("path", ["quotes/", "framework/values/", ""])
def test_a_quote_s_link_is_copied_and_shared_from_its_menu_on_every_page(
    page: Page, context: BrowserContext, path: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("navigator.share = async (what) => { globalThis.shared = what; }")
    page.goto(path)
    actions(page).first.press("Enter")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert re.search(r"/quotes/#[a-z-]+$", link)
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("globalThis.shared")
    assert shared == {"text": shown(page).first.inner_text().strip(), "url": link}


def test_one_menu_is_open_at_a_time_and_escape_goes_back_to_its_button(quotes: Page) -> None:
    first, second = actions(quotes).nth(0), actions(quotes).nth(1)
    first.click()
    copy = quotes.get_by_role("button", name="Copy quote with citation")
    expect(copy).to_have_count(1)
    second.click()
    expect(copy).to_have_count(1)
    quotes.keyboard.press("Tab")
    quotes.keyboard.press("Escape")
    expect(copy).to_have_count(0)
    expect(second).to_be_focused()


def test_sharing_is_not_offered_where_the_browser_cannot(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined })")
    page.goto("quotes/")
    actions(page).first.click()
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    expect(page.get_by_role("button", name="Share")).to_have_count(0)


def actions(page: Page) -> Locator:
    """What opens the menu of each quote, by its name."""
    return page.locator("summary").filter(has_text=re.compile("^Actions for this quote: "))


def copy_first(page: Page) -> None:
    """Copy the first quote, and wait until the page says that it did."""
    actions(page).first.click()
    page.get_by_role("button", name="Copy quote with citation").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()


def copied(page: Page, text: str) -> None:
    """Hold what was copied to what the page shows: the quote, and where it stands."""
    assert (shown(page).first.inner_text()).strip() in text
    assert re.search(r"/quotes/#[a-z-]+$", text)
