"""The leadership profile as a person meets it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.profile.kept_profiles import HERE
from tests.browser.profile.ratings import NOTE, RATINGS, SHORT, card, picture, profile, row
from tests.browser.standing.seeds import answer, holding
from tests.browser.takeaway.pages import SHARED, show_all
from tests.browser.workbook.records import DATABASE

NOW = (4, 3, 2, 4, 3)
TARGET = (5, 4, 4, 4, None)
RATED = "How much are you living out and honouring your values through your work?"


def test_without_a_rating_it_invites_and_draws_nothing(page: Page) -> None:
    page.goto(HERE)
    expect(page.get_by_text("You have not rated yourself yet", exact=True)).to_be_visible()
    expect(page.get_by_text("You can also download an empty profile")).to_be_visible()
    expect(picture(page)).to_have_count(0)
    expect(row(page, "Values")).to_have_count(0)
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_hidden()
    page.get_by_role("link", name="Rate yourself on the five attributes").first.click()
    expect(page.get_by_role("radiogroup", name=RATED, exact=True)).to_be_in_viewport()


def test_ratings_and_targets_show_once_as_a_chart_and_as_figures(page: Page) -> None:
    profile(page, NOW, TARGET, NOTE)
    expect(picture(page).locator("circle")).to_have_count(6)
    described = "Practice and culture: now 2, target 4. Partnerships: now 4, target 4. Buy-in"
    expect(picture(page)).to_have_accessible_name(re.compile(described))
    for name, cells in zip(
        SHORT,
        ("451 to go", "341 to go", "242 to go", "44at your target", "3none setno target"),
        strict=True,
    ):
        expect(row(page, name)).to_have_text(f"{name}{cells}")
    for name in SHORT:
        expect(card(page, name)).not_to_contain_text("You rated yourself")
    note = card(page, "Values").get_by_text("I keep Fridays for visits.")
    assert note.inner_text() == NOTE


def test_a_radar_is_shown_to_those_who_want_one(page: Page) -> None:
    profile(page, NOW, TARGET)
    radar = picture(page, "Your ratings as a radar")
    expect(picture(page)).to_be_visible()
    expect(radar).to_have_count(0)
    page.get_by_role("button", name="Show as radar").click()
    expect(radar.locator("circle")).to_have_count(6)
    expect(radar).to_have_accessible_name(re.compile("Partnerships: now 4, target 4."))
    expect(picture(page)).to_have_count(0)
    page.get_by_role("button", name="Show as rows").click()
    expect(picture(page)).to_be_visible()
    expect(radar).to_have_count(0)


def test_the_place_to_start_is_named_and_leads_to_what_there_is_on_it(page: Page) -> None:
    profile(page, NOW, TARGET)
    expect(page.get_by_text("Start here: Practice and culture.")).to_be_visible()
    page.get_by_role("link", name="Practice and culture", exact=True).click()
    chosen = card(page, "Practice and culture")
    expect(chosen).to_be_in_viewport()
    expect(chosen.get_by_text("Start here", exact=True)).to_be_visible()
    expect(card(page, "Values").get_by_text("Start here", exact=True)).to_be_hidden()
    chosen.get_by_text("See the 4 behaviours that this rating asks about").click()
    expect(
        chosen.get_by_role("link", name="Change skills are core leadership skills")
    ).to_be_visible()
    chosen.get_by_role("link", name="Reflect on Practice and culture").click()
    heading = page.get_by_role("heading", name="Changing practice and culture")
    expect(heading).to_be_in_viewport()


def test_what_draws_is_loaded_where_there_is_something_to_draw(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(HERE)
    expect(page.get_by_text("You have not rated yourself yet", exact=True)).to_be_visible()
    assert [url for url in asked if "radar.js" in url or "save-profile.js" in url] == []
    asked.clear()
    page.goto(RATINGS)
    expect(page.get_by_text("0 of 5 answered")).to_be_visible()
    assert [url for url in asked if "profile/profile-view" in url] == []
    profile(page, NOW)
    expect(picture(page).locator("circle")).to_have_count(6)
    assert [url for url in asked if "radar.js" in url]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ((None, 3, None, None, None), "You have rated 1 attribute so far."),
        ((3, 3, 3, 3, 3), "You can start anywhere."),
        ((4, 2, 3, 2, 2), "Start here: Decisions, Partnerships and Buy-in."),
    ],
)
def test_it_says_so_where_there_is_no_one_place_to_start(
    page: Page, now: tuple[int | None, ...], words: str
) -> None:
    profile(page, now)
    expect(page.get_by_text(words)).to_be_visible()


def test_an_incomplete_profile_is_shown_as_such(page: Page) -> None:
    profile(page, (4, None, 2, None, None), (None, 4, None, None, None))
    expect(page.get_by_text("You have not rated 3 attributes yet")).to_be_visible()
    expect(picture(page).locator("circle")).to_have_count(3)
    expect(picture(page).locator("text").filter(has_text="not rated")).to_have_count(3)
    expect(row(page, "Decisions")).to_have_text("Decisionsnot rated yet4not rated yet")


def test_what_is_chosen_on_the_page_of_the_ratings_shows_there_at_once(page: Page) -> None:
    page.goto(RATINGS)
    show_all(page)
    page.get_by_role("radiogroup", name=RATED, exact=True).get_by_label("4").check()
    expect(row(page, "Values")).to_have_text("Values4none setno target")
    page.get_by_role("radiogroup", name="Where do you want to be?").first.get_by_label("5").check()
    expect(row(page, "Values")).to_have_text("Values451 to go")
    page.get_by_role("button", name="Clear my rating").click()
    expect(row(page, "Values")).to_have_text("Valuesnot rated yet5not rated yet")
    expect(page.get_by_role("heading", name="Your leadership profile", exact=True)).to_be_visible()
    page.get_by_role("link", name="See your leadership profile and").click()
    expect(row(page, "Values")).to_have_text("Valuesnot rated yet5not rated yet")


def test_it_follows_what_is_chosen_in_another_tab(page: Page) -> None:
    profile(page, NOW)
    expect(row(page, "Values")).to_contain_text("Values4")
    other = page.context.new_page()
    other.goto(RATINGS)
    other.get_by_role("radiogroup", name=RATED, exact=True).get_by_label("1").check()
    expect(row(page, "Values")).to_contain_text("Values1")


def test_on_a_shared_computer_the_page_of_the_ratings_shows_them(page: Page) -> None:
    page.goto("404.html")
    page.evaluate(f"() => {SHARED}")
    page.goto(RATINGS)
    show_all(page)
    page.get_by_role("radiogroup", name=RATED, exact=True).get_by_label("3").check()
    expect(row(page, "Values")).to_have_text("Values3none setno target")
    page.evaluate("() => { onbeforeunload = null }")


def test_looking_keeps_nothing(page: Page) -> None:
    page.goto(HERE)
    expect(page.get_by_text("You have not rated yourself yet", exact=True)).to_be_visible()
    names = page.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert DATABASE not in names
    assert page.evaluate("() => Object.keys(localStorage)") in ([], ["/guide/.__palette"])


def test_a_rating_that_cannot_be_read_is_none(page: Page) -> None:
    holding(page, {"answer/rate-values": {**answer("4"), "value": "6"}, "answer/rate-buy-in": 7})
    page.goto(HERE)
    expect(page.get_by_text("You have not rated yourself yet", exact=True)).to_be_visible()


def test_the_example_is_its_own_and_drawn_without_a_rating(page: Page) -> None:
    page.goto(HERE)
    example = page.get_by_role("region", name="An example of a profile")
    example.get_by_text("Show the example", exact=True).click()
    expect(example).to_contain_text("nobody’s ratings")
    expect(example.get_by_role("img").first.locator("circle")).to_have_count(6)
    expect(example.get_by_role("img").first).to_have_accessible_name(re.compile("now 2, target 4"))
    expect(example.get_by_role("table")).to_contain_text("Practice and culture242 to go")


def test_the_example_gives_way_to_ratings_of_one_s_own(page: Page) -> None:
    profile(page, NOW)
    expect(row(page, "Values")).to_contain_text("Values4")
    expect(page.get_by_text("An example of a profile")).to_be_hidden()
