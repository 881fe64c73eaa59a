"""axe-core finds nothing on any page, in either scheme, wide or narrow.

A page is opened once for each width and looked at in both schemes.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.axe import faults_in_both_schemes
from tests.support.build import ROOT
from tests.support.sheet import lay_out
from tests.support.shell import menu

WIDE, TABLET, NARROW = 1280, 768, 320
WIDTHS = (WIDE, NARROW)
PARTS = 4
FULL = """IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
};"""


def addresses() -> list[str]:
    """Every page, by its file in docs/: what is not built cannot be asked."""
    pages = sorted(path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md"))
    return [_address(page) for page in pages] + ["404.html"]


def _address(page: Path) -> str:
    address = page.with_suffix("").as_posix()
    return "" if address == "index" else address.removesuffix("index").rstrip("/") + "/"


def faults_of(page: Page) -> list[str]:
    """What is wrong with the page as it stands, in light and in dark."""
    lay_out(page)
    return list(faults_in_both_schemes(page))


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def is_narrow(page: Page) -> bool:
    return page.viewport_size is not None and page.viewport_size["width"] < 800


def answers(page: Page) -> Locator:
    """The fields for answers, without that of the search."""
    return page.get_by_role("main").get_by_role("textbox")


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})


@pytest.fixture(params=WIDTHS)
def sized(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page in a window of each width."""
    resize(page, request.param)
    return page


def faults_on(page: Page, pages: list[str], width: int) -> list[str]:
    """What is wrong with pages in a window of this width; of a wide one, on a tablet too."""
    resize(page, width)
    faults = []
    for address in pages:
        page.goto(address)
        faults += [f"{address or 'home'}, {fault}" for fault in faults_of(page)]
        if scrolls_sideways(page):
            faults.append(f"{address or 'home'}: scrolls sideways")
        if is_narrow(page):
            continue
        resize(page, TABLET)
        if scrolls_sideways(page):
            faults.append(f"{address or 'home'}: scrolls sideways on a tablet")
        resize(page, width)
    return faults


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_a_narrow_window(page: Page, part: int) -> None:
    assert faults_on(page, addresses()[part::PARTS], NARROW) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_a_wide_window(page: Page, part: int) -> None:
    assert faults_on(page, addresses()[part::PARTS], WIDE) == []


def test_axe_finds_nothing_with_the_search_open(sized: Page, site_url: str) -> None:
    sized.goto(f"{site_url}framework/values/")
    if is_narrow(sized):
        sized.get_by_role("button", name="Search").first.click()
    sized.get_by_role("textbox", name="Search").fill("councillors")
    found = sized.get_by_role("region", name="Search results").get_by_role("link")
    expect(found.first).to_be_visible()
    assert faults_of(sized) == []


def test_axe_finds_nothing_with_the_menu_open(sized: Page, site_url: str) -> None:
    sized.goto(f"{site_url}framework/values/")
    if is_narrow(sized):
        menu(sized).press("Enter")
        expect(sized.get_by_role("button", name="Close menu")).to_be_focused()
    assert faults_of(sized) == []


def test_axe_finds_nothing_with_answers_filled_and_help_open(sized: Page, site_url: str) -> None:
    sized.goto(f"{site_url}workbooks/self-reflection/")
    sized.get_by_text("What leaders told the review").first.click()
    answers(sized).first.fill("We wrote the vision together.")
    expect(sized.get_by_text("Saved on this device").first).to_be_visible()
    assert faults_of(sized) == []


def test_axe_finds_nothing_with_a_rating_chosen(sized: Page, site_url: str) -> None:
    sized.goto(f"{site_url}workbooks/developing/")
    sized.get_by_role("radio").nth(3).check()
    expect(sized.get_by_role("button", name="Clear my rating").first).to_be_visible()
    assert faults_of(sized) == []


def test_axe_finds_nothing_with_fields_in_error(sized: Page, site_url: str) -> None:
    sized.add_init_script(FULL)
    sized.goto(f"{site_url}workbooks/developing/")
    sized.get_by_role("radio").nth(3).check()
    expect(sized.get_by_role("main").get_by_text("Not saved").first).to_be_visible()
    faults = [f"a rating, {fault}" for fault in faults_of(sized)]
    sized.goto(f"{site_url}workbooks/self-reflection/")
    for answer in answers(sized).all()[:2]:
        answer.fill("This is not kept.")
    expect(sized.get_by_role("main").get_by_text("Not saved").nth(1)).to_be_visible()
    assert faults + [f"two texts, {fault}" for fault in faults_of(sized)] == []


@pytest.mark.page_fault("storage")
def test_axe_finds_nothing_while_nothing_can_be_saved(sized: Page, site_url: str) -> None:
    sized.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
    sized.goto(f"{site_url}workbooks/self-reflection/")
    expect(sized.get_by_text("Nothing is being saved in this browser")).to_be_visible()
    answers(sized).first.fill("This stays on the page.")
    assert faults_of(sized) == []
