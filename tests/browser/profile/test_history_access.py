"""Keeping and comparing profiles is sound for axe, by keyboard, and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.profile.kept_profiles import (
    FIRST,
    HERE,
    come_to,
    history,
    kept,
    listed,
    rated,
    told,
)
from tests.browser.standing.seeds import holding
from tests.browser.test_paper import missing, printed
from tests.support.axe import faults_in_both_schemes

LOW = """() => [...document.querySelectorAll(
    ".over-time :is(.button, select, input, textarea)")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
    .map((one) => `${one.tagName}.${one.className}`)"""
SIDEWAYS = """() => [...document.querySelectorAll(".over-time *")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.tagName)"""


def faults(page: Page, state: str) -> Iterator[str]:
    """What is wrong with the page as it stands."""
    yield from (f"{state}, {fault}" for fault in faults_in_both_schemes(page))
    yield from (f"{state}: {target} is too low" for target in page.evaluate(LOW))
    yield from (f"{state}: {part} is cut off" for part in page.evaluate(SIDEWAYS))


@pytest.mark.parametrize("width", [1280, 320])
def test_each_state_is_sound(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(HERE)
    come_to(page, "Over time")
    expect(page.get_by_text("There is nothing to save yet.")).to_be_visible()
    found = list(faults(page, "nothing rated"))
    held = history()
    held[FIRST]["title"] = "Averyveryverylongwordthatnobodywouldwrite" * 2
    holding(page, held)
    page.goto(HERE)
    expect(page.get_by_role("region", name="Each attribute over time")).to_be_visible()
    come_to(page, "Set a reminder")
    expect(page.get_by_role("button", name="Remind me in 12 months")).to_be_visible()
    page.get_by_role("combobox", name="Compare", exact=True).select_option(value=FIRST)
    found += faults(page, "three kept")
    page.get_by_role("button", name="Delete After the summer").click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert found + list(faults(page, "deleted")) == []


def test_all_of_it_works_by_keyboard(page: Page) -> None:
    then = kept([3, 3, 3, 3, 3], "2026-01-12T09:00:00.000Z", "January")
    holding(page, {FIRST: then, **rated([4, 5, 3, 4, 4])})
    page.goto(HERE)
    expect(listed(page)).to_have_count(1)
    page.get_by_label("Title").focus()
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    expect(listed(page)).to_have_count(2)
    page.get_by_label("Note to yourself").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save snapshot")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Delete By keyboard")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Delete January")).to_be_focused()
    page.keyboard.press("Tab")
    chooser = page.get_by_role("combobox", name="Compare", exact=True)
    expect(chooser).to_be_focused()
    assert chooser.evaluate("(one) => getComputedStyle(one).outlineStyle") != "none"


def test_a_reader_in_the_list_keeps_the_focus_when_something_is_added(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    button = page.get_by_role("button", name="Delete 12 January 2026")
    button.focus()
    other = page.context.new_page()
    other.goto(HERE)
    other.get_by_role("button", name="Save snapshot").click()
    expect(listed(page)).to_have_count(4)
    expect(button).to_be_focused()


def test_paper_has_the_profiles_the_comparison_and_the_timeline_and_no_fields(page: Page) -> None:
    held = history()
    held[FIRST]["note"] = "Everything was new to me then."
    holding(page, held)
    page.goto(HERE)
    expect(told(page).first).to_be_visible()
    expect(page.get_by_role("region", name="Each attribute over time")).to_be_visible()
    wanted = [
        "My first week",
        "Everything was new to me then.",
        *told(page).all_inner_texts(),
        "Each attribute over time",
        "From 2 to 3",
    ]
    text = " ".join(printed(page))
    assert missing(wanted, text) == []
    for control in ("Save snapshot", "Delete", "Set a reminder", "Note to yourself"):
        assert control not in text


def test_paper_says_nothing_of_a_history_that_is_not_there(page: Page) -> None:
    holding(page, rated([4, 5, 3, 4, 4]))
    page.goto(HERE)
    expect(page.get_by_role("button", name="Save snapshot")).to_be_visible()
    assert "Over time" not in " ".join(printed(page))
