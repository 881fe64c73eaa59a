"""axe-core finds nothing on any page, wide or narrow.

The frame, the same around all pages, is looked at around a few; dark, on the page of all components
and these few: that the colours stand out in dark as in light is calculated in
`tests/unit/test_brand_contrast.py`. A page is opened once for all widths.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.axe import axe_faults, faults_in_both_schemes
from tests.support.build import ROOT
from tests.support.sheet import lay_out
from tests.support.shell import menu

WIDE, TABLET, NARROW = 1280, 768, 320
WIDTHS = (WIDE, NARROW)
# All components; and of each kind of page one, with the frame around it.
WHOLE = (
    "styleguide/",
    "",
    "framework/values/",
    "about/glossary/",
    "workbooks/self-reflection/",
    "workbooks/my-workbooks/",
)
PARTS = 8
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


def faults_on(page: Page, address: str, whole: bool) -> list[str]:
    """What is wrong with a page, narrow and wide: with all of it in both schemes, or with what is
    in its frame in light."""
    resize(page, NARROW)
    page.goto(address)
    faults = []
    for width in (NARROW, WIDE):
        resize(page, width)
        found = faults_of(page) if whole else faults_within(page)
        faults += [f"{address or 'home'} {width}, {fault}" for fault in found]
    for width in (NARROW, TABLET, WIDE):
        resize(page, width)
        if scrolls_sideways(page):
            faults.append(f"{address or 'home'} {width}: scrolls sideways")
    return faults


def faults_within(page: Page) -> list[str]:
    """What is wrong with the page without its frame."""
    lay_out(page)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return axe_faults(page, within="main")


@pytest.mark.parametrize("address", WHOLE)
def test_axe_finds_nothing_on_the_components_and_pages_of_each_kind(
    page: Page, address: str
) -> None:
    assert faults_on(page, address, whole=True) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(page: Page, part: int) -> None:
    others = [address for address in addresses() if address not in WHOLE]
    faults = [fault for one in others[part::PARTS] for fault in faults_on(page, one, whole=False)]
    assert faults == []


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
    sized.get_by_text("What leaders said").first.click()
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
