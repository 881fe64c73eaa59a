"""The pages of feedback are sound for axe in each state, wide and narrow, and work by keyboard."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewContext
from tests.browser.feedback.pages import GIVE, add, ask, comment_on, holding, own, question
from tests.browser.feedback.sealing import made, reply
from tests.support.axe import faults_in_both_schemes

LINK = f"{GIVE}{made().link}"
LOW = """() => [...document.querySelectorAll(
    "article :is(.button, .rating, input:not([type='radio']), select)")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
    .map((one) => `${one.tagName}.${one.className}`)"""
UNLINED = """() => [...document.querySelectorAll(
    "article :is(.give-feedback__question, .feedback-request__ask, .rating, textarea, input)")]
    .filter((one) => one.checkVisibility() && one.type !== "radio")
    .filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) < 1)
    .map((one) => one.className)"""


@pytest.fixture(params=[1280, 320])
def sized(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page in a window of each width."""
    page.set_viewport_size({"width": request.param, "height": 900})
    return page


def faults(page: Page, state: str) -> Iterator[str]:
    """What is wrong with the page as it stands, with nothing under the header."""
    page.evaluate("() => scrollTo(0, 0)")
    yield from (f"{state}, {fault}" for fault in faults_in_both_schemes(page))
    yield from (f"{state}: {target} is too low" for target in page.evaluate(LOW))
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"{state}: scrolls sideways"


def test_asking_is_sound_in_each_step(sized: Page) -> None:
    ask(sized, "My team")
    found = list(faults(sized, "made"))
    sized.get_by_role("button", name="Copy text for an email").click()
    sized.get_by_role("button", name="Delete …").click()
    add(sized, "nothing")
    expect(sized.get_by_text("Nothing was added.", exact=True)).to_be_visible()
    found += faults(sized, "refused")
    sized.get_by_role("button", name="Delete", exact=True).click()
    expect(sized.get_by_role("button", name="Undo")).to_be_visible()
    assert found + list(faults(sized, "deleted")) == []


def test_results_are_sound(sized: Page) -> None:
    replies = [reply(rating, "A word", "team") for rating in (2, 3, 5)]
    holding(sized, own(3), replies, "W" * 80)
    expect(sized.get_by_text("From 3 replies.")).to_be_visible()
    assert list(faults(sized, "results")) == []


def test_answering_is_sound_in_each_step(sized: Page) -> None:
    sized.goto(f"{GIVE}#ask=1.AAAA")
    expect(sized.get_by_text("This link is incomplete")).to_be_visible()
    found = list(faults(sized, "refused"))
    sized.goto("404.html")
    sized.goto(LINK)
    sized.get_by_role("button", name="Make my reply code").click()
    expect(sized.get_by_text("Your reply is empty.")).to_be_visible()
    found += faults(sized, "empty")
    question(sized).get_by_role("radio", name="4").check()
    comment_on(sized, 1).fill("x" * 5001)
    expect(sized.get_by_text("5,001 characters are too many: at most 5,000.")).to_be_visible()
    found += faults(sized, "too long")
    comment_on(sized, 1).fill("")
    sized.get_by_role("button", name="Make my reply code").click()
    expect(sized.get_by_role("heading", name="Your reply code is ready")).to_be_focused()
    assert found + list(faults(sized, "made")) == []


def test_lines_survive_forced_colours(new_context: NewContext) -> None:
    page = new_context(forced_colors="active").new_page()
    page.goto(LINK)
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    found = page.evaluate(UNLINED)
    ask(page)
    page.get_by_role("button", name="Delete …").click()
    assert found + page.evaluate(UNLINED) == []


def test_one_can_answer_by_keyboard_alone(page: Page) -> None:
    page.goto(LINK)
    question(page).get_by_role("radio", name="1").focus()
    page.keyboard.press("ArrowRight")
    expect(question(page).get_by_role("radio", name="2")).to_be_checked()
    for key in ("Tab", "Tab", "Enter", "Tab"):  # past the example, open the comment
        page.keyboard.press(key)
    expect(question(page).get_by_role("textbox")).to_be_focused()
    page.keyboard.type("By keyboard")
    make = page.get_by_role("button", name="Make my reply code")
    make.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Write an email with my reply")).to_be_focused()
    change = page.get_by_role("button", name="Change my answers")
    change.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How do you see them")).to_be_focused()
    expect(question(page).get_by_role("radio", name="2")).to_be_checked()


def test_one_can_ask_by_keyboard_alone(page: Page) -> None:
    page.goto("workbooks/feedback/")
    expect(page.get_by_label("Name of the request")).to_be_visible()
    page.get_by_label("Name of the request").focus()
    page.keyboard.type("Mine")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Now send the link", exact=True)).to_be_visible()
    expect(page.get_by_label("Link")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save a backup")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Write an email with the link")).to_be_focused()


def test_questions_share_sheets_of_paper(page: Page) -> None:
    page.goto(f"{GIVE}{made().link}")
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    comment_on(page).fill("Hears all sides.")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    words = "".join(sheet.extract_text() for sheet in sheets)
    assert "Hears all sides." in words
    assert "I prefer not to say" in words
    assert len(sheets) <= 5
