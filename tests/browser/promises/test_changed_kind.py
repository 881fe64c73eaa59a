"""A question that becomes a rating, and a text again, loses no answer and starts no fight."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.promises.test_newer_build import UPDATED
from tests.browser.standing.conftest import open_further
from tests.browser.standing.seeds import backup, holding
from tests.browser.standing.test_restore import choose, restored
from tests.browser.takeaway.pages import ID, QUESTION, WORKBOOK, answer, field, write
from tests.browser.takeaway.test_from_the_page import KINDS, all_ways, readable
from tests.browser.workbook.records import store, stored

SCALE = """<div class="workbook-question__scale" role="radiogroup">{}</div>"""
CHOICE = """<label><input type="radio" name="rating" value="{0}">{0}</label>"""
Turn = Callable[[], None]


def as_rating(html: str) -> str:
    """The page with its first question as a rating."""
    page = BeautifulSoup(html, "html.parser")
    question = page.select_one(f'workbook-question[question="{ID}"]')
    assert question
    question["kind"], question["edition"] = "rating", "next"
    text = question.select_one("textarea")
    assert text
    choices = "".join(CHOICE.format(value) for value in range(1, 6))
    text.replace_with(BeautifulSoup(SCALE.format(choices), "html.parser"))
    return str(page)


def with_rating(text: str) -> str:
    """The data of the site with that question as a rating."""
    report = json.loads(text)
    for workbook in report["workbooks"]:
        for section in workbook["sections"]:
            for question in section["questions"]:
                if question["id"] == ID:
                    question["kind"] = "rating"
    return json.dumps(report)


@pytest.fixture
def turn(context: BrowserContext, site_url: str) -> Turn:
    """Puts the release in place in which the question is a rating."""

    def change(route: Route) -> None:
        response = route.fetch()
        made = with_rating if route.request.url.endswith(".json") else as_rating
        route.fulfill(response=response, body=made(response.text()))

    def put() -> None:
        context.route(f"{site_url}{WORKBOOK}*", change)
        context.route(f"{site_url}data/report.json", change)

    return put


@pytest.fixture
def turn_back(context: BrowserContext, site_url: str) -> Turn:
    """Puts the release in place in which it is a text, as it is."""
    return lambda: context.unroute(f"{site_url}{WORKBOOK}*")


def question(page: Page) -> Locator:
    return page.locator(f'workbook-question[question="{ID}"]')


def rate(page: Page, value: int) -> None:
    question(page).get_by_role("radio", name=str(value)).check()
    expect(question(page).locator("save-status")).to_have_text(re.compile("^Saved"))


def kept(page: Page, prefix: str) -> list[str]:
    return [record["value"] for key, record in stored(page).items() if key.startswith(prefix)]


def earlier(page: Page) -> Locator:
    return page.get_by_role("region", name="Earlier questions")


def test_a_tab_of_the_release_before_gives_way_and_neither_writes_over_the_other(
    page: Page, context: BrowserContext, turn: Turn
) -> None:
    page.goto(WORKBOOK)
    write(page, "It shows in how I listen.")
    turn()
    new = context.new_page()
    new.goto(WORKBOOK)
    expect(page.get_by_role("alert").filter(has_text=UPDATED)).to_be_visible()
    expect(field(page)).not_to_be_editable()
    rate(new, 4)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(new.get_by_role("alert").filter(has_text=UPDATED)).to_be_hidden()
    records = stored(new)
    assert [key.split("/")[0] for key in records] == ["answer", "unshown"]
    assert records[f"answer/{ID}"]["value"] == "4"
    assert kept(new, f"unshown/{ID}/") == ["It shows in how I listen."]


def test_what_was_typed_in_a_tab_of_the_release_before_is_kept_when_it_gives_way(
    page: Page, context: BrowserContext, turn: Turn
) -> None:
    page.add_init_script("delete globalThis.BroadcastChannel")  # it hears of nothing
    page.goto(WORKBOOK)
    write(page, "The first words.")
    turn()
    new = context.new_page()
    new.goto(WORKBOOK)
    rate(new, 3)
    field(page).fill("The first words, and more.")
    expect(page.get_by_role("alert").filter(has_text=UPDATED)).to_be_visible()
    assert set(kept(new, f"unshown/{ID}/")) == {"The first words.", "The first words, and more."}
    assert kept(new, f"answer/{ID}") == ["3"]


@KINDS
def test_an_answer_that_no_field_shows_is_listed_and_in_every_file(
    page: Page, turn: Turn, name: str
) -> None:
    page.goto(WORKBOOK)
    write(page, "It shows in how I listen.")
    turn()
    page.reload()
    expect(earlier(page)).to_contain_text("It shows in how I listen.")
    expect(earlier(page)).to_contain_text(QUESTION)
    rate(page, 2)
    if name != "Download as Word":
        all_ways(page)
    text = readable(page, name)
    assert "It shows in how I listen." in text
    assert "My rating: 2 of 5" in text


def test_a_question_that_goes_back_to_its_kind_shows_the_answer_of_then(
    page: Page, turn: Turn, turn_back: Turn
) -> None:
    page.goto(WORKBOOK)
    write(page, "It shows in how I listen.")
    turn()
    page.reload()
    for value in (1, 2, 3, 4, 5) * 6:
        question(page).get_by_role("radio", name=str(value)).check()
    rate(page, 4)
    turn_back()
    page.reload()
    expect(field(page)).to_have_value("It shows in how I listen.")
    expect(earlier(page)).to_contain_text("4")
    assert kept(page, f"unshown/{ID}/") == ["4"]
    turn()
    page.reload()
    expect(question(page).get_by_role("radio", name="4")).to_be_checked()


def versions_of_1_0_0(texts: list[str]) -> dict[str, Any]:
    """What release 1.0.0 left of a text whose question became a rating, and many ratings since."""
    ratings = [answer(str(1 + n % 5), kind="rating", rev=10 + n, words=f"{n}") for n in range(20)]
    former = [answer(text, rev=n + 1) for n, text in enumerate(texts)]
    return {f"version/{ID}/{one['rev']:09}": one for one in [*former, *ratings]} | {
        f"answer/{ID}": answer("1", kind="rating", rev=40)
    }


def test_texts_that_release_1_0_0_put_among_the_versions_are_in_every_file_and_never_let_go(
    page: Page, turn: Turn
) -> None:
    turn()
    page.goto("404.html")
    store(page, versions_of_1_0_0(["What I wrote first.", "What I wrote then."]))
    page.goto(WORKBOOK)
    for value in (5, 2, 3):
        rate(page, value)
        page.reload()
    assert {"What I wrote first.", "What I wrote then."} <= set(kept(page, f"version/{ID}/"))
    text = readable(page, "Download as Word")
    assert "What I wrote first." in text
    assert "What I wrote then." in text


def test_a_backup_from_before_a_change_of_kind_is_restored_into_an_open_page(
    page: Page, turn: Turn
) -> None:
    turn()
    page.goto(WORKBOOK)
    open_further(page)
    choose(page, backup(page, {f"answer/{ID}": answer("From my other computer.")}))
    restored(page)
    expect(earlier(page)).to_contain_text("From my other computer.")
    expect(page.get_by_role("alert").filter(has_text=UPDATED)).to_be_hidden()
    rate(page, 5)
    assert kept(page, f"unshown/{ID}/") == ["From my other computer."]


def test_an_answer_that_is_put_by_is_not_announced_as_gone(page: Page, turn: Turn) -> None:
    holding(page, {f"answer/{ID}": answer("It shows in how I listen.")}, records=1, answers=1)
    turn()
    page.goto(WORKBOOK)
    expect(earlier(page)).to_contain_text("It shows in how I listen.")
    rate(page, 4)
    page.goto("workbooks/my-workbooks/")
    expect(page.locator("my-workbooks").get_by_text("1 of 22 answered")).to_be_visible()
    expect(page.locator('[data-notice="gone"]')).to_be_hidden()
