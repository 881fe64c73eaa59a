"""What people do on the site, where Zensical has built it: under the same strict policy."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.earlier_policy import under_an_earlier_policy
from tests.support.shell import choose

WORKBOOK = "workbooks/recruiting/"


def test_an_answer_is_saved_and_is_there_after_a_reload(zensical_page: Page) -> None:
    zensical_page.goto(WORKBOOK)
    question = zensical_page.locator("workbook-question").first
    question.get_by_role("textbox").fill("What we looked for last time")
    expect(question.locator("save-status")).to_have_text(re.compile("^Saved"))
    zensical_page.reload()
    expect(question.get_by_role("textbox")).to_have_value("What we looked for last time")
    zensical_page.goto("workbooks/my-workbooks/")
    expect(zensical_page.get_by_role("main")).to_contain_text("1 of 31 answered")


def test_the_colours_are_the_brand_s(zensical_page: Page) -> None:
    zensical_page.goto("")
    header = zensical_page.get_by_role("banner")
    brand = header.evaluate(
        """(header) => {
            const probe = document.createElement("div");
            probe.className = "md-header";
            document.body.append(probe);
            const named = getComputedStyle(probe).getPropertyValue("--brand-header").trim();
            probe.remove();
            return named;
        }"""
    )
    red, green, blue = (int(brand[at : at + 2], 16) for at in (1, 3, 5))
    expect(header).to_have_css("background-color", f"rgb({red}, {green}, {blue})")


def test_reading_settings_can_be_chosen_and_are_remembered(zensical_page: Page) -> None:
    zensical_page.goto("")
    choose(zensical_page, "Colours", "Dark")
    choose(zensical_page, "Text size", "Large")
    zensical_page.goto("quotes/")
    expect(zensical_page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(zensical_page.locator("html")).to_have_attribute("data-reading-size", "large")


def test_the_search_finds_a_quote_and_goes_there(zensical_page: Page) -> None:
    zensical_page.goto("framework/values/")
    zensical_page.get_by_role("textbox", name="Search").fill("personal crusade")
    found = zensical_page.get_by_role("region", name="Search results").get_by_role("link")
    found.filter(has_text="it became a bit of a personal crusade").first.click()
    expect(zensical_page).to_have_url(re.compile(r"/quotes/#personal-crusade$"))


@pytest.mark.parametrize(
    ("query", "title"),
    [("councillor training", "learning for politicians"), ("safegarding", "Family Safeguarding")],
)
def test_the_search_knows_other_words_and_mends_misspellings(
    zensical_page: Page, query: str, title: str
) -> None:
    zensical_page.goto("")
    zensical_page.get_by_role("textbox", name="Search").fill(query)
    found = zensical_page.get_by_role("region", name="Search results").get_by_role("link")
    expect(found.filter(has_text=title).first).to_be_visible()


def test_the_results_have_a_page(zensical_page: Page) -> None:
    zensical_page.goto("search/#q=shadowing")
    main = zensical_page.get_by_role("main")
    expect(main.get_by_text("learning for politicians").first).to_be_visible()


def test_a_narrow_screen_has_the_menu_and_the_search(zensical_page: Page) -> None:
    zensical_page.set_viewport_size({"width": 360, "height": 740})
    zensical_page.goto("quotes/")
    zensical_page.get_by_role("button", name="Menu", exact=True).click()
    menu = zensical_page.get_by_role("navigation", name="Navigation")
    expect(menu.get_by_role("link", name="Questions", exact=True)).to_be_visible()
    zensical_page.keyboard.press("Escape")
    zensical_page.get_by_role("button", name="Search").click()
    expect(zensical_page.get_by_role("dialog", name="Search")).to_be_visible()


def test_single_letters_open_nothing(zensical_page: Page) -> None:
    zensical_page.goto("quotes/")
    zensical_page.keyboard.press("f")
    zensical_page.keyboard.press("s")
    expect(zensical_page.get_by_role("region", name="Search results")).to_be_hidden()


def test_no_page_has_a_fault(zensical_page: Page, zensical: Path) -> None:
    for page in sorted(zensical.rglob("index.html")):
        zensical_page.goto(page.parent.relative_to(zensical).as_posix() + "/")
        expect(zensical_page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.page_fault("status of 404")
def test_the_page_for_wrong_addresses_has_what_others_have(zensical_released_page: Page) -> None:
    page = zensical_released_page
    page.goto("nothing/here/")
    expect(page.locator("html")).to_have_class(re.compile(r"^js\b"))
    choose(page, "Colours", "Dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.page_fault("violates the following Content Security Policy directive")
def test_a_page_works_under_the_policy_of_an_earlier_release(zensical_released_page: Page) -> None:
    page = zensical_released_page
    under_an_earlier_policy(page)
    page.goto(WORKBOOK)
    assert page.evaluate("document.querySelector('style').sheet") is None
    expect(page.locator("html")).to_have_class(re.compile(r"^js\b"))
    question = page.locator("workbook-question").first
    question.get_by_role("textbox").fill("Saved all the same")
    expect(question.locator("save-status")).to_have_text(re.compile("^Saved"))
