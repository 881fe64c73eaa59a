"""What stands around the text, by the site's own few lines: no page loads Material's bundle."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.shell import NARROW, WIDE, menu, open_at, resize, search_field

HERE = ".shell-toc [aria-current=location]"
IN_VIEW = """(link) => {
    const [one, all] = [link, link.closest(".md-sidebar__scrollwrap")].map((element) =>
        element.getBoundingClientRect());
    return one.top >= all.top && one.bottom <= all.bottom && all.bottom <= innerHeight;
}"""


@pytest.mark.parametrize("path", ["", "framework/values/", "workbooks/self-reflection/"])
def test_neither_the_search_nor_its_index_comes_before_its_box_is_touched(
    page: Page, path: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_at(page, path, WIDE)
    page.wait_for_load_state("networkidle")
    late = ("/bundle.", "search_index", "/search/worker")
    assert [url for url in asked if any(part in url for part in late)] == []
    search_field(page).focus()
    page.keyboard.type("crusade")
    found = page.get_by_role("region", name="Search results").get_by_role("link")
    expect(found.first).to_be_visible()
    assert any("search_index" in url for url in asked)


def test_the_contents_list_follows_the_reading(page: Page) -> None:
    open_at(page, "framework/values/", {"width": 1280, "height": 500})
    expect(page.locator(HERE)).to_have_count(0)
    headings = page.locator("article :is(h2, h3)[id]")
    for heading in (headings.last, headings.nth(2), headings.first):
        text = heading.get_attribute("id") or ""
        if page.locator(f'.shell-toc a[href="#{text}"]').count() == 0:
            continue
        heading.evaluate("(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 90)")
        here = page.locator(HERE)
        expect(here).to_have_attribute("href", f"#{text}")
        assert here.evaluate(IN_VIEW)
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(HERE)).to_have_count(0)


def test_the_columns_beside_the_text_are_no_longer_than_the_window(page: Page) -> None:
    open_at(page, "hosting/nginx/", {"width": 1280, "height": 500})
    column = page.locator(".md-sidebar--primary")
    page.evaluate("scrollTo(0, 600)")
    box = column.bounding_box()
    header = page.get_by_role("banner").bounding_box()
    assert box is not None
    assert header is not None
    assert header["height"] <= box["y"] + 1
    assert box["y"] + box["height"] <= 500
    last = column.get_by_role("link").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


def test_an_address_opens_what_is_folded(page: Page) -> None:
    open_at(page, "framework/values/", WIDE)
    fold = page.locator("article details:not([open])").first
    fold.evaluate("(one) => { one.querySelector(':scope > :not(summary)').id = 'in-the-fold'; }")
    page.evaluate("location.hash = 'in-the-fold'")
    expect(page.locator("#in-the-fold")).to_be_in_viewport()
    page.evaluate("location.hash = '%ff'")  # leads nowhere, and breaks nothing


def test_paper_shows_what_is_folded_and_the_page_folds_it_again(page: Page) -> None:
    open_at(page, "framework/values/", WIDE)
    folded = page.locator("article details:not([open])")
    before = folded.count()
    assert before > 0
    page.emulate_media(media="print")
    expect(folded).to_have_count(0)
    page.emulate_media(media="screen")
    expect(folded).to_have_count(before)


def test_a_wide_table_scrolls_in_a_box_of_its_own_that_has_a_name(page: Page) -> None:
    open_at(page, "about/backup-format/", WIDE)
    table = page.locator("article table").first
    name = table.evaluate("""(one) => {
        one.style.minInlineSize = "60rem";
        return document.getElementById(one.getAttribute("aria-labelledby")).textContent;
    }""")
    resize(page, NARROW)
    box = page.locator(".md-typeset__scrollwrap[tabindex='0']").first
    expect(box).to_have_role("group")
    expect(box).to_have_accessible_name(name)
    box.press("ArrowRight")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_menu_closes_when_it_has_led_to_a_part_of_the_page(page: Page) -> None:
    open_at(page, "framework/values/", NARROW)
    menu(page).press("Enter")
    page.get_by_label("Navigation").locator("a[href^='#']").first.press("Enter")
    expect(page.locator("[data-md-toggle=drawer]")).not_to_be_checked()
    expect(menu(page)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("path", ["", "quotes/", "questions/", "search/?q=risk", "404.html"])
def test_a_page_without_columns_begins_where_the_tabs_do(page: Page, path: str) -> None:
    open_at(page, path, WIDE)
    tab = page.locator(".md-tabs a").first.bounding_box()
    title = page.get_by_role("heading", level=1).bounding_box()
    assert tab is not None
    assert title is not None
    assert title["x"] == pytest.approx(tab["x"], abs=1)
