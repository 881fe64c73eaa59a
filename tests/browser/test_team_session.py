"""A session with a team: questions large, one at a time; cards and one attribute on paper."""

from io import BytesIO
from math import ceil

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from macros.content.load import load
from macros.guide.guide import Guide
from tests.browser.conftest import NewContext
from tests.browser.test_access import NARROW, WIDE, faults_of, resize, scrolls_sideways
from tests.browser.test_paper import folded, missing
from tests.browser.test_targets import low, small
from tests.support.build import ROOT

TEAM = "workbooks/team-session/"
NAME = "Print this attribute (2. Decisions)"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(load(ROOT / "content"))


@pytest.fixture(scope="module")
def questions(guide: Guide) -> list[str]:
    """Every question of the self-reflection workbook, in its order."""
    sections = guide.workbook["self-reflection"].sections
    return [one.text for section in sections for one in section.questions]


@pytest.fixture
def team(page: Page) -> Page:
    page.goto(TEAM)
    expect(opener(page)).to_be_visible()
    page.evaluate("window.print = () => {}")
    return page


def opener(page: Page) -> Locator:
    return page.get_by_role("button", name="Show the questions large")


def shown_large(page: Page) -> Locator:
    """The dialog, opened by key as by a person who has no mouse."""
    opener(page).press("Enter")
    dialog = page.get_by_role("dialog", name="Questions for the wall")
    expect(dialog).to_be_visible()
    return dialog


def paper(page: Page) -> list[str]:
    """The words of each sheet."""
    sheets = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    return [folded(one.extract_text()) for one in sheets]


def test_keys_go_through_the_questions_and_what_is_shown_is_said(
    team: Page, questions: list[str]
) -> None:
    dialog = shown_large(team)
    said = dialog.get_by_role("status")
    last = len(questions)
    expect(dialog.get_by_role("button", name="Next")).to_be_focused()
    ways = [
        *(("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), (" ", 5)),
        *(("ArrowLeft", 4), ("ArrowUp", 3), ("PageUp", 2), ("End", last), ("ArrowRight", last)),
        *(("Home", 1), ("PageUp", 1)),
    ]
    for key, number in ways:
        team.keyboard.press(key)
        expect(said).to_contain_text(f" {number} of {last}")
        expect(said).to_contain_text(questions[number - 1])
    dialog.get_by_role("button", name="Close").focus()
    team.keyboard.press("ArrowRight")
    expect(said).to_contain_text(f" 2 of {last}")


def test_space_is_for_the_button_that_has_the_focus(team: Page, questions: list[str]) -> None:
    dialog = shown_large(team)
    said = dialog.get_by_role("status")
    team.keyboard.press("End")
    dialog.get_by_role("button", name="Previous").press(" ")
    expect(said).to_contain_text(questions[-2])
    team.keyboard.press("Home")
    previous = dialog.get_by_role("button", name="Previous")
    expect(previous).to_have_attribute("aria-disabled", "true")
    expect(previous).to_be_focused()
    dialog.get_by_role("button", name="Close").press(" ")
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("leave", ["Escape", "Close"])
def test_closing_goes_back_to_the_button_and_to_the_same_question(
    team: Page, questions: list[str], leave: str
) -> None:
    dialog = shown_large(team)
    team.keyboard.press("ArrowRight")
    if leave == "Escape":
        team.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(opener(team)).to_be_focused()
    expect(shown_large(team).get_by_role("status")).to_contain_text(questions[1])


def test_one_attribute_is_chosen_in_the_page_or_in_the_dialog(team: Page, guide: Guide) -> None:
    choice = team.get_by_role("main").get_by_label("Questions on").first
    sections = {one.attribute: one for one in guide.workbook["self-reflection"].sections}
    values, buy_in = sections["values"].questions, sections["buy-in"].questions
    choice.select_option("5. Buy-in")
    dialog = shown_large(team)
    said = dialog.get_by_role("status")
    expect(said).to_contain_text(f"5. Buy-in 1 of {len(buy_in)}")
    expect(said).to_contain_text(buy_in[0].text)
    inner = dialog.get_by_label("Questions on")
    inner.select_option("1. Values")
    expect(said).to_contain_text(f"1. Values 1 of {len(values)}")
    inner.press("End")  # the list's own key
    expect(inner).to_have_value(sections["buy-in"].id)
    team.keyboard.press("Escape")
    expect(choice).to_have_value(sections["buy-in"].id)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_large_view_has_no_faults_and_fits_the_window(team: Page, width: int) -> None:
    resize(team, width)
    faults = faults_of(team)
    dialog = shown_large(team)
    team.keyboard.press("End")
    faults += faults_of(team) + small(team, "large", "dialog.slides") + low(team, "large")
    assert faults == []
    assert not scrolls_sideways(team)
    for wide, high in ((320, 256), (375, 667), (1024, 768), (1920, 1080)):
        team.set_viewport_size({"width": wide, "height": high})
        assert dialog.evaluate("one => one.scrollWidth <= one.clientWidth"), wide
        if high > 600:
            assert dialog.evaluate("one => one.scrollHeight <= one.clientHeight"), wide


def test_the_question_grows_with_the_window(team: Page) -> None:
    question = shown_large(team).locator(".slides__question")
    sizes = []
    for wide, high in ((320, 568), (768, 1024), (1280, 720), (1920, 1080)):
        team.set_viewport_size({"width": wide, "height": high})
        sizes.append(question.evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))
    assert sizes == sorted(sizes)
    assert sizes[0] >= 24
    assert sizes[-1] >= 80


def test_cards_are_4_to_a_sheet_and_nothing_else_is_printed(
    team: Page, questions: list[str]
) -> None:
    team.get_by_role("button", name="Print cards").click()
    sheets = paper(team)
    assert len(sheets) == ceil(len(questions) / 4)
    for number, sheet in enumerate(sheets):
        assert missing(questions[number * 4 : number * 4 + 4], sheet) == []
    text = " ".join(sheets)
    assert [one for one in ("A plan for", "Accessibility", "Print") if one in text] == []


def test_cards_are_of_the_attribute_that_is_chosen(team: Page, guide: Guide) -> None:
    team.get_by_role("main").get_by_label("Questions on").first.select_option("2. Decisions")
    team.get_by_role("button", name="Print cards").click()
    sheets = paper(team)
    text = " ".join(sheets)
    own = guide.questions_of(guide.attribute["decisions"], "self-reflection")
    assert len(sheets) == ceil(len(own) / 4)
    assert missing([one.text for one in own], text) == []
    assert text.count("2. Decisions") == len(own)
    assert "1. Values" not in text


def test_one_attribute_is_printed_alone(team: Page, guide: Guide, questions: list[str]) -> None:
    team.get_by_role("button", name=NAME).click()
    attribute = guide.attribute["decisions"]
    sheets = paper(team)
    text = " ".join(sheets)
    own = [one.text for one in guide.questions_of(attribute, "self-reflection")]
    behaviours = [one.title for one in attribute.behaviours]
    quote = guide.quotes_of(attribute)[0].quote.text
    assert missing([attribute.title, *behaviours, quote, *own], text) == []
    others = [one for one in questions if one not in own]
    assert len(missing(others, text)) == len(others)
    assert "A plan for" not in text
    assert len(sheets) <= 2


def test_after_that_the_page_is_printed_with_its_plan_and_all_questions(
    team: Page, questions: list[str]
) -> None:
    root = team.locator("html")
    team.get_by_role("button", name="Print cards").click()
    expect(root).to_have_attribute("data-team-paper", "cards")
    team.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(root).not_to_have_attribute("data-team-paper", "cards")
    text = " ".join(paper(team))
    assert missing(["A plan for 60 minutes", *questions], text) == []
    assert "Print" not in text.replace("Print it for each person", "")


def test_without_script_all_questions_are_there_and_no_button_that_does_nothing(
    new_context: NewContext, site_url: str, questions: list[str]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}{TEAM}")
    main = page.get_by_role("main")
    assert missing(questions, folded(main.inner_text())) == []
    expect(main.get_by_role("heading", name="A plan for 60 minutes")).to_be_visible()
    expect(main.get_by_role("button")).to_have_count(0)
    expect(main.get_by_role("combobox")).to_have_count(0)


def test_nothing_is_stored(team: Page) -> None:
    team.get_by_role("main").get_by_label("Questions on").first.select_option("2. Decisions")
    shown_large(team)
    team.keyboard.press("ArrowRight")
    team.keyboard.press("Escape")
    team.get_by_role("button", name="Print cards").click()
    team.get_by_role("button", name=NAME).click()
    assert team.evaluate("indexedDB.databases()") == []
    assert team.evaluate("localStorage.length + sessionStorage.length") == 0
