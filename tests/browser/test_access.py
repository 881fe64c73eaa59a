"""axe-core finds nothing on any page, in either scheme, wide or narrow."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import axe_faults
from tests.support.build import ROOT
from tests.support.shell import menu

WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")


def addresses() -> list[str]:
    """Every page, by its file in docs/: what is not built cannot be asked."""
    pages = sorted(path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md"))
    return [_address(page) for page in pages] + ["404.html"]


def _address(page: Path) -> str:
    address = page.with_suffix("").as_posix()
    return "" if address == "index" else address.removesuffix("index").rstrip("/") + "/"


def is_narrow(page: Page) -> bool:
    return page.viewport_size is not None and page.viewport_size["width"] < 800


@pytest.fixture(params=[(width, scheme) for width in WIDTHS for scheme in SCHEMES])
def browser_context_args(
    browser_context_args: dict[str, Any], request: pytest.FixtureRequest
) -> dict[str, Any]:
    width, scheme = request.param
    return {
        **browser_context_args,
        "viewport": {"width": width, "height": 900},
        "color_scheme": scheme,
        "reduced_motion": "reduce",
    }


@pytest.mark.parametrize("address", addresses())
def test_axe_finds_nothing_on_the_page(page: Page, site_url: str, address: str) -> None:
    page.goto(f"{site_url}{address}")
    assert axe_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


def test_axe_finds_nothing_with_the_search_open(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}framework/values/")
    if is_narrow(page):
        page.get_by_role("button", name="Search").first.click()
    page.locator(".md-search__input").fill("councillors")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert axe_faults(page) == []


def test_axe_finds_nothing_with_the_menu_open(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}framework/values/")
    if is_narrow(page):
        menu(page).press("Enter")
        expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    assert axe_faults(page) == []


def test_axe_finds_nothing_with_answers_filled_and_help_open(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}workbooks/self-reflection/")
    page.get_by_text("What leaders told the review").first.click()
    page.get_by_role("textbox").nth(1).fill("We wrote the vision together.")
    expect(page.get_by_text("Saved on this device").first).to_be_visible()
    assert axe_faults(page) == []


def test_axe_finds_nothing_with_a_rating_chosen(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}workbooks/developing/")
    page.get_by_role("radio").nth(3).check(force=True)
    expect(page.get_by_role("button", name="Clear my rating").first).to_be_visible()
    assert axe_faults(page) == []


@pytest.mark.page_fault("storage")
def test_axe_finds_nothing_while_nothing_can_be_saved(page: Page, site_url: str) -> None:
    page.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
    page.goto(f"{site_url}workbooks/self-reflection/")
    expect(page.get_by_text("Nothing is being saved in this browser")).to_be_visible()
    page.get_by_role("textbox").nth(1).fill("This stays on the page.")
    assert axe_faults(page) == []
