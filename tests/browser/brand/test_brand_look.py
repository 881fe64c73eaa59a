"""The example council's logo and colours as a browser shows them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.unit.test_brand_contrast import CSS, SCHEMES, colours, contrast

NAME = "Exampleshire Council (fictional)"
COLOUR = "(name) => getComputedStyle(document.body).getPropertyValue(name).trim()"


@pytest.fixture
def copy_url(brand_url: str) -> str:
    """The copy that these tests look at."""
    return brand_url


@pytest.mark.parametrize("width", [320, 600, 1280])
def test_the_logo_and_the_name_of_the_site_stand_in_the_header(
    page: Page, copy_url: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(copy_url)
    header = page.get_by_role("banner")
    logo = header.get_by_role("img", name=NAME)
    expect(logo).to_be_in_viewport(ratio=1)
    expect(header.get_by_text("Leading change in Exampleshire")).to_be_in_viewport(ratio=1)
    box = logo.bounding_box()
    assert box
    assert box["height"] >= 20


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_council_s_colours_show(new_context: NewContext, copy_url: str, scheme: str) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto(copy_url)
    assert page.evaluate(COLOUR, "--brand-header") == "#7a2a86"
    assert page.evaluate(COLOUR, "--brand-link") != colours(scheme)["link"]
    assert page.evaluate(COLOUR, "--brand-values") == colours(scheme)["values"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_who_asks_for_more_contrast_gets_it_in_a_copy_too(
    new_context: NewContext, copy_url: str, scheme: str
) -> None:
    css = (CSS / "brand.css").read_text(encoding="utf-8").split("(prefers-contrast: more)")[1]
    block = css.split(f"{SCHEMES[scheme]} {{", 1)[1].split("}", 1)[0]
    wanted = dict(re.findall(r"(--brand-[\w-]+):\s*([^;]+);", block))
    page = new_context(color_scheme=scheme, contrast="more").new_page()
    page.goto(f"{copy_url}workbooks/self-reflection/")  # where all of them are used
    assert {name: page.evaluate(COLOUR, name) for name in wanted} == wanted


def test_paper_is_black_on_white_in_a_copy_too(page: Page, copy_url: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(copy_url)
    assert page.evaluate(COLOUR, "--brand-link") == "#000000"
    assert page.evaluate(COLOUR, "--brand-surface") == "#ffffff"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_rating_in_a_section_without_an_attribute_can_be_read_when_it_is_chosen(
    new_context: NewContext, copy_url: str, scheme: str
) -> None:
    page = new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(f"{copy_url}workbooks/developing/")
    section = page.locator(".workbook-section").filter(has=page.get_by_role("radio")).first
    section.evaluate("(one) => { one.className = 'workbook-section attribute attribute--none'; }")
    section.get_by_role("radio", name="3").first.check()
    chosen = section.locator(".rating:has(:checked)").first
    ink, ground = (
        hexadecimal(chosen.evaluate("(one, name) => getComputedStyle(one)[name]", name))
        for name in ("color", "backgroundColor")
    )
    assert contrast(ink, ground) >= 4.5


def hexadecimal(colour: str) -> str:
    """`rgb(1, 2, 3)` as `#010203`."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])
