"""My workbooks: where to go on, how far each is, and what this browser has saved besides."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.standing.seeds import (
    FIRST,
    HERE,
    RATING,
    SECOND,
    WORKBOOK,
    answer,
    holding,
)
from tests.browser.test_access import faults_of
from tests.browser.workbook.records import stored

NOTHING_YET = "There is nothing here yet."
DUE = "It is time for a backup"


def card(page: Page, title: str) -> Locator:
    """A workbook's card."""
    return (
        page.get_by_role("article")
        .get_by_role("listitem")
        .filter(has=page.get_by_role("link", name=title))
    )


def test_before_the_first_answer_it_says_so_and_leaves_nothing_in_the_browser(page: Page) -> None:
    page.goto(HERE)
    expect(page.get_by_text(NOTHING_YET)).to_be_visible()
    expect(card(page, "Self-reflection")).to_contain_text("0 of 22 answered")
    left = page.evaluate("async () => [await indexedDB.databases(), Object.keys(localStorage)]")
    assert left == [[], []]


def test_each_workbook_says_how_many_are_answered_and_when_it_was_last_saved(page: Page) -> None:
    records = {
        f"answer/{FIRST}": answer("One", 20),
        f"answer/{SECOND}": answer("  ", 21),
        f"answer/{RATING}": answer("4", 22),
    }
    holding(page, records)
    page.goto(HERE)
    reflection = card(page, "Self-reflection")
    expect(reflection).to_contain_text("1 of 22 answered")
    expect(reflection).to_contain_text("Last saved on 21 November 2026, 12:00")
    rating = card(page, "Developing leaders")
    expect(rating).to_contain_text("1 of 5 answered")
    expect(rating.get_by_role("progressbar")).to_have_attribute("value", "1")
    recruiting = card(page, "Recruiting leaders")
    expect(recruiting).to_contain_text("0 of 31 answered")
    expect(recruiting.get_by_text("Last saved")).to_be_hidden()
    expect(page.get_by_text(NOTHING_YET)).to_be_hidden()


def test_it_follows_what_is_written_in_another_tab(
    page: Page, opened: Callable[[str], Page]
) -> None:
    page.goto(HERE)
    expect(page.get_by_text(NOTHING_YET)).to_be_visible()
    workbook = opened(WORKBOOK)
    workbook.get_by_role("main").get_by_role("textbox").first.fill("Written elsewhere")
    expect(card(page, "Self-reflection")).to_contain_text("1 of 22 answered")
    expect(page.get_by_text("You have not saved a backup from this browser yet.")).to_be_visible()


def test_it_says_when_the_last_backup_was_and_reminds_of_work_older_than_a_week(page: Page) -> None:
    now = datetime.now(UTC)
    long_ago = (now - timedelta(days=8)).isoformat()
    holding(page, {f"answer/{FIRST}": answer("One")}, answers=1, since=long_ago)
    page.goto(HERE)
    expect(page.get_by_text(DUE)).to_be_visible()
    lately = (now - timedelta(days=2)).isoformat()
    last = {"since": lately, "backup": "2026-11-20T09:05:00.000Z"}
    holding(page, {f"answer/{FIRST}": answer("One")}, answers=1, **last)
    page.goto(HERE)
    expect(page.get_by_text("Last backup: 20 November 2026, 09:05.")).to_be_visible()
    expect(page.get_by_text(DUE)).to_be_hidden()


def test_a_backup_can_be_saved_from_here(page: Page) -> None:
    holding(page, {f"answer/{FIRST}": answer("One")}, answers=1)
    page.goto(HERE)
    page.get_by_role("button", name="Save a backup", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save backup").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert [one["key"] for one in json.loads(text)["records"]] == [f"answer/{FIRST}"]
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_text("Last backup: ")).to_be_visible()


def test_answers_to_questions_of_earlier_editions_are_shown_and_copied(
    new_context: NewContext,
) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    records = {
        "answer/no-longer-asked": answer("Still mine", words="What did we ask?"),
        "answer/cleared": answer(""),
        f"answer/{FIRST}": answer("Still asked"),
    }
    holding(page, records)
    page.goto(HERE)
    earlier = page.get_by_role("region", name="Earlier questions")
    expect(earlier.get_by_role("listitem")).to_have_count(1)
    expect(earlier).to_contain_text("What did we ask?")
    expect(earlier).to_contain_text("Answered on 21 November 2026, 12:00")
    expect(earlier.get_by_role("group", name="Your answer")).to_have_text("Still mine")
    earlier.get_by_role("button", name="Copy question and answer").click()
    expect(earlier.get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == "What did we ask?\n\nStill mine"


def test_damaged_records_that_were_put_aside_are_counted_and_saved_as_a_file(page: Page) -> None:
    aside = {f"aside/answer/{FIRST}/tab": {"broken": True}, "aside/odd/tab": "a text"}
    holding(page, aside)
    page.goto(HERE)
    region = page.get_by_role("region", name="Items we could not read")
    expect(region).to_contain_text("We could not read 2 saved items")
    with page.expect_download() as download:
        region.get_by_role("button", name="Save these items").click()
    assert download.value.suggested_filename.startswith("five-attributes-put-aside-")
    records = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["records"]
    assert {one["key"]: one["record"] for one in records} == aside


def test_records_of_a_newer_version_are_counted_and_deleted_only_when_asked(page: Page) -> None:
    unknown = {"plan/one": {"format": 1}, "plan/two": {"format": 7}}
    own = {f"answer/{FIRST}": answer("Mine"), "aside/odd/tab": "a text"}
    holding(page, {**unknown, **own})
    page.goto(HERE)
    region = page.get_by_role("region", name="Saved by a newer version of this site")
    expect(region).to_contain_text("2 saved items in this browser are of kinds")
    region.get_by_role("button", name="Delete them …").click()
    page.get_by_role("button", name="Cancel").click()
    assert stored(page) == {**unknown, **own}
    region.get_by_role("button", name="Delete them …").click()
    assert faults_of(page) == []
    page.get_by_role("button", name="Delete them", exact=True).click()
    expect(region).to_be_hidden()
    assert stored(page) == own


def test_what_a_page_left_behind_is_counted(page: Page) -> None:
    about = {"id": FIRST, "kind": "text", "edition": "", "words": "?"}
    draft = {"format": 1, "question": about, "value": "Typed at the end", "base": 0}
    holding(page, {f"draft/{FIRST}/gone": {**draft, "at": "2026-11-21T12:00:00.000Z"}})
    page.goto(HERE)
    expect(card(page, "Self-reflection")).to_contain_text("1 of 22 answered")


def test_records_of_a_newer_version_are_announced(page: Page) -> None:
    holding(page, {f"answer/{FIRST}": {"format": 2, "value": "from the future"}})
    page.goto(HERE)
    expect(page.get_by_role("alert").filter(has_text="comes from a newer version")).to_be_visible()


def test_it_says_plainly_that_saved_work_may_be_deleted_and_folds_the_figures(page: Page) -> None:
    page.goto(HERE)
    saved = page.get_by_role("region", name="Where your work is saved")
    expect(saved).to_contain_text("Nothing is saved at this site’s address yet.")
    holding(page, {f"answer/{FIRST}": answer("One")})
    page.goto(HERE)
    may = "This browser may delete saved work if the device runs out of space. Save a backup."
    expect(saved.get_by_text(may)).to_be_visible()
    figures = saved.get_by_text("Everything at this site’s address uses ")
    expect(figures).to_be_hidden()
    saved.get_by_text("How much space this site uses").click()
    expect(figures).to_be_visible()


def test_it_begins_with_where_to_go_on(page: Page) -> None:
    held = {f"answer/{FIRST}": answer("One")}
    holding(page, held, answers=1, last=f"{WORKBOOK}#{SECOND}", progress=[1, 22])
    page.goto(HERE)
    go_on = page.get_by_role("link", name="Continue where you left off")
    expect(go_on).to_be_visible()
    expect(page.locator("resume-link")).to_contain_text("1 of 22 answered")
    expect(page.locator("resume-link").get_by_text("Save a backup").first).to_be_hidden()
    first = page.get_by_role("article").locator("h2, .resume__link").locator("visible=true").first
    expect(first).to_have_text("Continue where you left off in Self-reflection")
    go_on.click()
    expect(page).to_have_url(re.compile(f"{WORKBOOK}#{SECOND}$"))


def test_it_has_its_parts_in_the_order_in_which_they_are_wanted(page: Page) -> None:
    page.goto(HERE)
    headings = page.get_by_role("article").get_by_role("heading", level=2)
    expect(headings.last).to_have_text("Delete everything")
    ids = headings.evaluate_all("(all) => all.map(({ id }) => id)")
    assert ids == [
        *("your-workbooks", "backup", "restore", "snapshots"),
        *("kept", "shared-computer", "erase"),
    ]


def test_files_are_offered_of_workbooks_that_have_answers(page: Page) -> None:
    holding(page, {f"answer/{FIRST}": answer("One")})
    page.goto(HERE)
    expect(card(page, "Self-reflection")).to_contain_text("1 of 22 answered")
    reflection, recruiting = (
        card(page, title).get_by_role("button").filter(has_text="Word")
        for title in ("Self-reflection", "Recruiting leaders")
    )
    expect(reflection).to_be_visible()
    expect(recruiting).to_be_hidden()


def test_without_script_it_says_what_script_adds(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    adds = page.locator("noscript p").first
    expect(adds).to_have_text("This page needs JavaScript")
    expect(adds).to_be_visible()
    article = page.get_by_role("article")
    expect(article.get_by_role("link", name="Developing leaders")).to_be_visible()
    for name in ("Save a backup", "Restore", "Delete everything", "Do not save in this browser"):
        expect(article.get_by_role("button", name=name)).to_have_count(0)


def test_each_workbook_is_exported_from_here(page: Page) -> None:
    holding(page, {f"answer/{FIRST}": answer("One")})
    page.goto(HERE)
    ways = page.get_by_role("group", name="Save or print Self-reflection")
    with page.expect_download() as download:
        ways.get_by_role("button", name="Download as plain text").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "How are you living out and honouring your values through your work?" in text
    expect(page.get_by_text("Text file downloaded")).to_be_visible()
