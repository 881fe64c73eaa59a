"""Any two profiles are compared, and all of them stand in a timeline."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.profile.kept_profiles import FIRST, HERE, SECOND, history, kept, rated, told
from tests.browser.standing.seeds import answer, holding

FIVE = [4, 5, 3, 4, 4]
COMPARE = "Compare 2 profiles"
# The corners of each mark that is not round.
CORNERS = """(svg) => [...svg.querySelectorAll("polygon")].map((one) => {
    const points = one.getAttribute("points").trim().split(/\\s+/);
    return points.map((at) => at.split(",").map(Number));
})"""


def compared(page: Page) -> Locator:
    """The part of the page in which two profiles are compared."""
    return page.get_by_role("region", name=COMPARE)


def rows(page: Page) -> list[list[str]]:
    """The table of the comparison, without its head."""
    lines = compared(page).get_by_role("row").all()[1:]
    return [[cell.inner_text() for cell in line.locator("th, td").all()] for line in lines]


def test_there_is_nothing_to_compare_before_there_are_two(page: Page) -> None:
    holding(page, rated(FIVE))
    page.goto(HERE)
    expect(page.get_by_role("button", name="Save snapshot")).to_be_visible()
    expect(compared(page)).to_be_hidden()


def test_what_moved_since_the_last_kept_profile_is_in_the_table_and_in_words(page: Page) -> None:
    then = kept([3, 5, 4, None, 4], "2026-01-12T09:00:00.000Z", "January")
    holding(page, {FIRST: then, **rated([4, 5, 2, 4, None])})
    page.goto(HERE)
    expect(compared(page).get_by_role("combobox", name="Compare")).to_have_value(FIRST)
    expect(compared(page).get_by_role("combobox", name="with")).to_have_value("now")
    expect(told(page)).to_have_text(
        [
            "Practice and culture: from 4 to 2, down 2.",
            "Values: from 3 to 4, up 1.",
            "Decisions: 5 in both, no change.",
            "Partnerships: not rated in the earlier profile, 4 in the later.",
            "Buy-in: 4 in the earlier profile, not rated in the later.",
        ]
    )
    assert rows(page) == [
        ["Values", "3", "4", "up 1"],
        ["Decisions", "5", "5", "no change"],
        ["Practice and culture", "4", "2", "down 2"],
        ["Partnerships", "not rated", "4", "not rated in both"],
        ["Buy-in", "4", "not rated", "not rated in both"],
    ]
    caption = compared(page).get_by_role("caption")
    expect(caption).to_contain_text("Earlier: January, 12 January 2026. Later: Now.")
    expect(compared(page).get_by_role("img", name="Both profiles in one chart")).to_be_visible()


def test_any_two_can_be_chosen_and_the_earlier_is_named_first(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    expect(told(page).first).to_be_visible()
    first = compared(page).get_by_role("combobox", name="Compare")
    expect(first.get_by_role("option")).to_have_count(4)
    first.select_option(label="Now")
    compared(page).get_by_role("combobox", name="with").select_option(value=FIRST)
    expect(told(page).first).to_have_text("Decisions: from 3 to 5, up 2.")
    caption = compared(page).get_by_role("caption")
    expect(caption).to_contain_text("Earlier: My first week, 3 May 2025. Later: Now.")


def test_the_same_profile_twice_is_no_comparison(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    for name in ("Compare", "with"):
        compared(page).get_by_role("combobox", name=name).select_option(value=FIRST)
    expect(page.get_by_text("You have chosen the same profile twice.")).to_be_visible()
    expect(compared(page).get_by_role("table")).to_be_hidden()


def test_a_choice_stays_when_profiles_come_and_goes_with_its_profile(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    first = compared(page).get_by_role("combobox", name="Compare")
    first.select_option(value=FIRST)
    page.get_by_role("button", name="Save snapshot").click()
    expect(first.get_by_role("option")).to_have_count(5)
    expect(first).to_have_value(FIRST)
    page.get_by_role("button", name="Delete My first week").click()
    expect(first.get_by_role("option")).to_have_count(4)
    expect(first).not_to_have_value(FIRST)


def test_a_question_that_was_reworded_between_the_two_is_named(page: Page) -> None:
    then = kept(FIVE, "2026-01-12T09:00:00.000Z", edition="0000aaaa")
    later = kept(FIVE, "2026-02-12T09:00:00.000Z", edition="0000aaaa")
    later["ratings"]["values"] |= {"edition": "0000bbbb", "words": "How much, now?"}
    holding(page, {FIRST: then, SECOND: later})
    page.goto(HERE)
    reworded = told(page).filter(has_text="reworded")
    expect(reworded).to_have_count(1)
    expect(reworded).to_contain_text("Values: the question was reworded")
    expect(reworded).to_contain_text("“How much, then?”")
    expect(reworded).to_contain_text("“How much, now?”")


def test_a_target_that_moved_is_said(page: Page) -> None:
    then = kept(FIVE, "2026-01-12T09:00:00.000Z")
    later = kept(FIVE, "2026-02-12T09:00:00.000Z")
    then["ratings"]["buy-in"]["target"] = 4
    holding(page, {FIRST: then, SECOND: later})
    page.goto(HERE)
    expect(told(page).filter(has_text="target")).to_have_text(
        ["Buy-in: your target was 4, then 5."]
    )


def test_three_kept_profiles_make_a_timeline_of_each_attribute(page: Page) -> None:
    held = history()
    holding(page, held)
    page.goto(HERE)
    line = page.get_by_role("region", name="Each attribute over time")
    expect(line.get_by_role("img")).to_have_count(5)
    values = line.get_by_role("img", name="Practice and culture over time")
    expect(values).to_have_accessible_description(
        "3 May 2025: not rated; 12 January 2026: 2; 30 August 2026: 2; "
        + page.evaluate("""() => new Date().toLocaleDateString("en-GB",
            { day: "numeric", month: "long", year: "numeric" })""")
        + ": 3"
    )
    trends = ["From 3 to 4", "From 3 to 5", "From 2 to 3", "4 first and last", "From 2 to 4"]
    for item, words in zip(line.get_by_role("listitem").all(), trends, strict=True):
        expect(item).to_contain_text(words)
    page.get_by_role("button", name="Delete My first week").click()
    expect(line).to_be_hidden()


def test_a_time_without_a_rating_is_a_gap_in_the_line_and_never_a_zero(page: Page) -> None:
    held = history()
    held[SECOND]["ratings"]["values"]["now"] = None
    holding(page, held)
    page.goto(HERE)
    values = page.get_by_role("img", name="Values over time")
    expect(values.locator("circle")).to_have_count(3)
    expect(values.locator("polyline")).to_have_count(5 + 1)


def test_the_marks_of_the_two_are_told_apart_by_their_shape(page: Page) -> None:
    holding(page, {FIRST: kept([2, 2, 2, 2, 2], "2026-01-12T09:00:00.000Z"), **rated(FIVE)})
    page.goto(HERE)
    picture = compared(page).get_by_role("img", name="Both profiles in one chart")
    expect(picture.locator("circle")).to_have_count(5)
    diamonds = picture.evaluate(CORNERS)
    assert len(diamonds) == 5
    for (top_x, _), _, (bottom_x, _), _ in diamonds:
        assert top_x == bottom_x


def test_earlier_later_and_target_are_in_one_chart(page: Page) -> None:
    wanted = {f"answer/target-{name}": answer("5") for name in ("values", "buy-in")}
    then = kept([2, 2, 2, 2, 2], "2026-01-12T09:00:00.000Z")
    holding(page, {FIRST: then, **rated(FIVE), **wanted})
    page.goto(HERE)
    legend = compared(page).get_by_text("Squares: the target in the later one")
    expect(legend).to_have_text(re.compile(r"\(Values 5, Buy-in 5\)\.$"))
    picture = compared(page).get_by_role("img", name="Both profiles in one chart")
    expect(picture.locator("circle")).to_have_count(5)
    corners = picture.evaluate(CORNERS)
    assert sum(left == right for (left, _), _, (right, _), _ in corners) == 5  # diamonds
    assert len(corners) == 5 + 2


def test_where_there_is_no_target_nothing_is_said_of_one(page: Page) -> None:
    holding(page, {FIRST: kept([2, 2, 2, 2, 2], "2026-01-12T09:00:00.000Z"), **rated(FIVE)})
    page.goto(HERE)
    expect(compared(page).get_by_role("img", name="Both profiles in one chart")).to_be_visible()
    expect(compared(page).get_by_text("Squares: the target")).to_be_hidden()
