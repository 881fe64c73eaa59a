"""No change of content deletes an answer."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from publish.release import Release
from tests.browser.promises.release import (
    FORMER_WORDS,
    NEW_WORDS,
    RENAMED,
    RETIRED,
    REWORDED,
    next_release,
)
from tests.browser.takeaway.pages import choose, open_menu
from tests.browser.workbook.records import store, stored
from tests.support.released import quick_release
from tests.support.server import BASE, TYPES, headers_of

WORKBOOK = "workbooks/self-reflection/"
CHANGED = "This question has been reworded since you answered it"


@pytest.fixture(scope="session")
def upgraded(tmp_path_factory: pytest.TempPathFactory, released: Release) -> Path:
    """The next release, which keeps the scripts of this one for pages still open."""
    folder = tmp_path_factory.mktemp("next-release")
    return quick_release(next_release(folder), folder / "release", released.folder).site


@pytest.fixture
def upgrade(context: BrowserContext, site_url: str, upgraded: Path) -> Callable[[], None]:
    """Puts the next release where the present one is served, for the rest of the test."""

    def give(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix(BASE)
        file = upgraded / path / "index.html" if not path or path.endswith("/") else upgraded / path
        route.fulfill(
            path=file, headers=dict(headers_of(str(upgraded))), content_type=TYPES[file.suffix]
        )

    def put() -> None:
        context.route(f"{site_url}**", give)

    return put


def answer(page: Page, question: str, text: str) -> None:
    element = page.locator(f'workbook-question[question="{question}"]')
    element.get_by_role("textbox").fill(text)
    expect(element.locator("save-status")).to_have_text(re.compile("^Saved"))


def test_an_answer_is_carried_over_to_the_new_id_of_its_question(
    page: Page, upgrade: Callable[[], None]
) -> None:
    page.goto(WORKBOOK)
    answer(page, RENAMED[0], "first thoughts, which give way to quite other ones")
    answer(page, RENAMED[0], "an answer under the former id")
    upgrade()
    page.goto(WORKBOOK)
    element = page.locator(f'workbook-question[question="{RENAMED[1]}"]')
    expect(element.get_by_role("textbox")).to_have_value("an answer under the former id")
    element.get_by_role("button", name="1 earlier version").click()
    expect(page.get_by_role("dialog")).to_contain_text("first thoughts")
    assert not any(RENAMED[0] in key for key in stored(page))


def test_where_both_ids_have_an_answer_both_are_kept_and_offered(
    page: Page, upgrade: Callable[[], None]
) -> None:
    page.goto(WORKBOOK)
    answer(page, RENAMED[0], "written by a tab that was left open")
    record = stored(page)[f"answer/{RENAMED[0]}"]
    store(page, {f"answer/{RENAMED[1]}": {**record, "value": "written under the new id"}})
    upgrade()
    page.goto(WORKBOOK)
    element = page.locator(f'workbook-question[question="{RENAMED[1]}"]')
    expect(element.get_by_role("textbox")).to_have_value("written under the new id")
    other = element.get_by_role("group", name="2 versions of this answer")
    expect(other).to_contain_text("written by a tab that was left open")


def test_the_answer_to_a_retired_question_is_shown_among_earlier_questions(
    page: Page, upgrade: Callable[[], None]
) -> None:
    page.goto(WORKBOOK)
    answer(page, RETIRED, "an answer that outlives its question")
    words = stored(page)[f"answer/{RETIRED}"]["words"]
    upgrade()
    for path in (WORKBOOK, "workbooks/my-workbooks/"):
        page.goto(path)
        earlier = page.get_by_role("region", name="Earlier questions")
        expect(earlier).to_contain_text(words)
        expect(earlier).to_contain_text("an answer that outlives its question")


def test_both_are_in_every_export(page: Page, upgrade: Callable[[], None]) -> None:
    page.goto(WORKBOOK)
    answer(page, RENAMED[0], "an answer under the former id")
    answer(page, RETIRED, "an answer that outlives its question")
    upgrade()
    page.goto(WORKBOOK)
    expect(page.get_by_role("region", name="Earlier questions")).to_be_visible()
    open_menu(page)
    with page.expect_download() as download:
        choose(page, "Download as plain text")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "an answer under the former id" in text
    assert "an answer that outlives its question" in text


def test_the_page_says_that_a_question_was_reworded_and_shows_both_wordings(
    page: Page, upgrade: Callable[[], None]
) -> None:
    page.goto(WORKBOOK)
    answer(page, REWORDED, "an answer to the former words")
    upgrade()
    page.goto(WORKBOOK)
    element = page.locator(f'workbook-question[question="{REWORDED}"]')
    expect(element).to_contain_text(CHANGED)
    expect(element).to_contain_text(FORMER_WORDS)
    expect(element.get_by_role("heading", name=NEW_WORDS)).to_be_visible()
    expect(element.get_by_role("textbox")).to_have_value("an answer to the former words")
    assert stored(page)[f"answer/{REWORDED}"]["words"] == FORMER_WORDS
    answer(page, REWORDED, "an answer to the former words, and to the new ones")
    expect(element.get_by_text(CHANGED)).to_be_hidden()
    assert stored(page)[f"answer/{REWORDED}"]["words"] == NEW_WORDS
