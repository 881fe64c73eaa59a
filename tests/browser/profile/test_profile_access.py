"""The profile is sound for axe, by keyboard, in each scheme, on paper and without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.profile.kept_profiles import HERE
from tests.browser.profile.ratings import NOTE, RATINGS, SHORT, card, picture, profile, row
from tests.browser.test_paper import missing, printed
from tests.support.axe import faults_in_both_schemes

NOW = (4, 3, 2, None, 3)
TARGET = (5, 4, 4, 4, None)
DOWNLOADS = ("Download as Word", "Download picture (PNG)", "Download picture (SVG)")
LOW = """() => [...document.querySelectorAll(".profile :is(.button, summary)")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
    .map((one) => one.textContent)"""
STROKES = """(all) => all.map((one) => getComputedStyle(one).stroke)
    .filter((one) => one !== "none")"""
OUTSIDE = """() => [...document.querySelectorAll(".profile .picture text")]
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, { left, right }]) => left < 0 || right > innerWidth)
    .map(([text]) => text)"""
OVERLAPS = """() => {
    const seen = [...document.querySelectorAll(".profile .picture")].slice(0, 2)
        .flatMap((svg) => [...svg.querySelectorAll("text")])
        .map((one) => one.getBoundingClientRect());
    let overlaps = 0;
    seen.forEach((one, at) => seen.slice(at + 1).forEach((other) => {
        const x = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const y = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        overlaps += x > 2 && y > 4;
    }));
    return overlaps;
}"""


def faults(page: Page, state: str) -> Iterator[str]:
    """What is wrong with the page as it stands, seen from its top: nothing is covered there."""
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    yield from (f"{state}, {fault}" for fault in faults_in_both_schemes(page))
    yield from (f"{state}: {target} is too low" for target in page.evaluate(LOW))
    yield from (f"{state}: {text} is cut off" for text in page.evaluate(OUTSIDE))
    if page.evaluate(OVERLAPS):
        yield f"{state}: words stand on words"
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"{state}: scrolls sideways"


@pytest.mark.parametrize("width", [1280, 320])
def test_each_state_is_sound(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(HERE)
    expect(page.get_by_text("You have not rated yourself yet", exact=True)).to_be_visible()
    found = list(faults(page, "nothing rated"))
    profile(page, NOW, TARGET, NOTE)
    expect(page.get_by_text("Start here: Practice and culture.")).to_be_visible()
    card(page, "Values").locator("summary").click()
    found += faults(page, "incomplete")
    page.goto(f"{RATINGS}#your-profile")
    expect(row(page, "Values")).to_contain_text("1 to go")
    page.get_by_role(
        "heading", name="Your leadership profile", exact=True
    ).scroll_into_view_if_needed()
    expect(picture(page)).to_be_visible()
    assert found + [one for one in faults(page, "with the ratings") if "cut off" not in one] == []


def test_all_of_it_works_by_keyboard(page: Page) -> None:
    profile(page, NOW, TARGET)
    start = page.get_by_role("link", name="Practice and culture", exact=True)
    start.focus()
    for name in ("Show as radar", *DOWNLOADS, "Print"):
        button = page.get_by_role("button", name=name, exact=True)
        button.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(button).to_be_focused()
        assert button.evaluate("(one) => getComputedStyle(one).outlineStyle") != "none"
    summary = card(page, "Buy-in").locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(card(page, "Buy-in").get_by_role("link", name="Leaders invest in")).to_be_visible()


def test_it_prints_whole_on_two_sheets_at_most(page: Page) -> None:
    profile(page, (4, 3, 2, 4, 3), (5, 4, 4, 4, 3), NOTE)
    expect(row(page, "Values")).to_contain_text("1 to go")
    sheets = printed(page)
    assert len(sheets) <= 2
    wanted = [*SHORT, "Start here: Practice and culture", "2 to go", "I keep Fridays for visits."]
    assert missing(wanted, " ".join(sheets)) == []
    for control in ("Download", "Show as radar", "Read about", "An example of a profile"):
        assert control not in " ".join(sheets)


def test_pictures_keep_their_lines_where_colours_are_forced(new_context: NewContext) -> None:
    page = new_context(forced_colors="active").new_page()
    profile(page, (4, 3, 2, 4, 3), TARGET)
    expect(picture(page).locator("circle")).to_have_count(6)
    strokes = picture(page).locator("polygon").evaluate_all(STROKES)
    assert strokes
    assert "rgb(255, 255, 255)" not in strokes


def test_without_script_it_says_what_script_adds_and_shows_the_example(
    new_context: NewContext, site_url: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}{HERE}")
    adds = page.locator("noscript p").first
    expect(adds).to_have_text("Your profile needs JavaScript")
    expect(adds).to_be_visible()
    expect(page.get_by_role("region", name="Where you are now")).to_be_hidden()
    page.get_by_text("Show the example", exact=True).click()
    expect(page.get_by_role("table", name="Example")).to_contain_text(
        "Practice and culture242 to go"
    )
    expect(card(page, "Values").get_by_role("link", name="Read about Values")).to_be_visible()
