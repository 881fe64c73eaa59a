"""In the browser's own tree, all that can be operated has a name, and nothing hidden is exposed.

The tree is looked at on every page, and in the states that people bring about.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.feedback.pages import ask, codes, holding, own
from tests.browser.profile.kept_profiles import HERE as PROFILE
from tests.browser.profile.kept_profiles import history
from tests.browser.profile.ratings import NOTE, RATINGS, profile
from tests.browser.standing.seeds import HERE as MY_WORKBOOKS
from tests.browser.standing.seeds import answer
from tests.browser.standing.seeds import holding as standing
from tests.browser.takeaway.pages import open_menu
from tests.browser.test_access import addresses
from tests.browser.test_search import SearchBox
from tests.support.shell import NARROW, WIDE, menu, open_search, reading_button, resize
from tests.support.tree import Node, faults, tree

PARTS = 4
WORKBOOK = "workbooks/self-reflection/"
RECRUITING = "workbooks/recruiting/"


def named(page: Page, role: str) -> list[str]:
    """The names of all that has this role, in the order in which it is read."""
    return [node.name for node in tree(page) if node.role == role]


def node(page: Page, role: str, name: str) -> Node:
    """The one thing of this role and name."""
    (one,) = [node for node in tree(page) if (node.role, node.name) == (role, name)]
    return one


@pytest.mark.parametrize("part", range(PARTS))
def test_everything_on_every_page_has_a_name_and_can_be_seen(page: Page, part: int) -> None:
    found = []
    for address in addresses()[part::PARTS]:
        page.goto(address)
        for size in (WIDE, NARROW):
            resize(page, size)
            found += [f"{address or 'home'}, {size['width']}: {fault}" for fault in faults(page)]
    assert found == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_result_of_a_search_is_named_by_its_title_and_page(
    page: Page, size: dict[str, int]
) -> None:
    resize(page, size)
    page.goto("framework/values/")
    links = open_search(page, size, "shadowing")
    title = links.first.locator(".found__title").inner_text()
    results = [one for one in tree(page) if one.attributes.get("class") == "found__link"]
    assert faults(page) == []
    assert len(results) == links.count()
    assert all(re.search(r"\w.* \w", one.name) for one in results)
    assert results[0].name.startswith(title)


def test_results_that_come_later_have_names_too(page: Page) -> None:
    page.goto("framework/values/")
    box = SearchBox(page)
    for query in ("leaders", "councillors", "safegarding"):
        box.find(query)
        assert faults(page) == []


def test_the_reading_settings_say_what_is_so(page: Page) -> None:
    def button() -> tuple[str, str]:
        (one,) = [
            one for one in tree(page) if one.attributes.get("aria-controls") == "reading-menu"
        ]
        return one.name, one.attributes["aria-expanded"]

    page.goto("")
    assert button() == ("Reading settings", "false")
    assert not page.get_by_role("radio").all()
    reading_button(page).press("Enter")
    assert button() == ("Reading settings", "true")
    for setting in ("Colours", "Text size", "Spacing", "Quotes"):
        expect(page.get_by_role("group", name=setting).get_by_role("radio").first).to_be_checked()


def test_the_menu_of_a_narrow_screen_is_sound(page: Page) -> None:
    resize(page, NARROW)
    page.goto("framework/values/")
    menu(page).press("Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    assert faults(page) == []


def test_answers_and_what_is_said_of_them_are_sound(page: Page) -> None:
    page.goto(WORKBOOK)
    page.get_by_role("main").get_by_role("textbox").first.fill("We wrote the vision together.")
    expect(page.get_by_text("Saved on this device").first).to_be_visible()
    page.get_by_text("What leaders said").first.click()
    open_menu(page)
    assert faults(page) == []
    page.goto(RATINGS)
    page.get_by_role("radio").nth(3).check()
    clear = page.get_by_role("button", name="Clear my rating")
    expect(clear).to_be_visible()
    assert faults(page) == []
    assert named(page, "button").count("Clear my rating") == 1
    clear.click()
    expect(clear).to_be_hidden()
    assert named(page, "button").count("Clear my rating") == 0
    assert faults(page) == []


def test_open_dialogs_are_sound(page: Page) -> None:
    page.goto(WORKBOOK)
    page.get_by_role("button", name="Save a backup").click()
    expect(page.get_by_role("dialog", name="Save a backup")).to_be_visible()
    assert faults(page) == []
    page.goto(RECRUITING)
    page.get_by_text(re.compile("^Recruiting for more than one post")).click()
    page.get_by_role("button", name="Start a new workbook").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert faults(page) == []
    standing(page, {"answer/live-out-your-values": answer("A word.")})
    page.goto(MY_WORKBOOKS)
    assert faults(page) == []
    page.get_by_role("button", name="Delete everything").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert faults(page) == []


def test_the_profile_is_sound(page: Page) -> None:
    profile(page, (4, 3, 2, None, 3), (5, 4, 4, 4, None), NOTE)
    expect(page.get_by_text("Start here: Practice and culture.")).to_be_visible()
    assert faults(page) == []
    standing(page, history())
    page.goto(PROFILE)
    page.get_by_role("heading", name="Over time", exact=True).scroll_into_view_if_needed()
    expect(page.get_by_role("region", name="Snapshots").get_by_role("listitem")).to_have_count(3)
    assert faults(page) == []


def test_feedback_is_sound(page: Page) -> None:
    link = ask(page, "My team")
    assert faults(page) == []
    page.goto(link)
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    assert faults(page) == []


def test_what_others_see_is_sound(page: Page) -> None:
    request = holding(page, own(4), [])
    page.get_by_label("Reply codes").fill("\n\n".join(codes(request, 3)))
    page.get_by_role("button", name="Add replies").click()
    expect(page.get_by_role("region", name="What others see")).to_be_visible()
    assert faults(page) == []
