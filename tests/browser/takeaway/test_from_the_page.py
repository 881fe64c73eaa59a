"""Taking a workbook away from its page, as files and on the clipboard."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from docx.table import Table
from playwright.sync_api import Page, expect

from tests.browser.takeaway import documents
from tests.browser.takeaway.pages import (
    BLOCKED,
    FULL,
    ID,
    QUESTION,
    RATINGS,
    SHARED,
    WORKBOOK,
    answer,
    button,
    choose,
    field,
    got,
    menu,
    open_menu,
    write,
)
from tests.browser.test_access import faults_of
from tests.browser.workbook.records import DATABASE, store

PASTE = """async (types) => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(types.map(async (type) => (await item.getType(type)).text()));
}"""
KINDS = pytest.mark.parametrize(
    "name", ["Download as Word", "Download as Markdown", "Download as plain text"]
)


def readable(page: Page, name: str) -> str:
    """The words of the file that a button gives, whatever its kind."""
    file, data = got(page, name)
    if file.endswith(".docx"):
        return "\n".join(paragraph.text for paragraph in documents.opened(data).paragraphs)
    return data.decode()


def all_ways(page: Page) -> None:
    open_menu(page)


def test_word_has_the_workbook_in_order_with_the_answers(page: Page) -> None:
    page.goto(WORKBOOK)
    write(page, "I ask first.\n\nThen I listen.")
    name, data = got(page, "Download as Word")
    expect(page.get_by_text("Word document downloaded.")).to_be_visible()
    assert re.fullmatch(r"self-reflection-\d{4}-\d\d-\d\d-\d{4}\.docx", name)
    document = documents.opened(data)
    told = documents.outline(document)
    shown = page.locator(
        ".workbook-section .workbook-section__title, .workbook-section .workbook-question__text"
    )
    assert told[0] == ("Title", "Your self-reflection workbook")
    assert [text for _, text in told[1:]] == [one.strip() for one in shown.all_text_contents()]
    assert documents.answer(document, QUESTION) == "I ask first.\n\nThen I listen."
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert re.search(r"^Saved on \d{1,2} \w+ \d{4}$", text, re.MULTILINE)
    assert page.url in text
    assert "worded then" not in text
    assert "Earlier questions" not in text


@KINDS
def test_what_is_not_saved_yet_is_in_every_file(page: Page, name: str) -> None:
    page.add_init_script(FULL)
    page.goto(WORKBOOK)
    all_ways(page)
    field(page).fill("Nothing of this is saved")
    assert "Nothing of this is saved" in readable(page, name)


@KINDS
def test_an_answer_to_a_question_that_was_reworded_says_how_it_was_worded(
    page: Page, name: str
) -> None:
    page.goto(WORKBOOK)
    store(page, {f"answer/{ID}": answer("By asking", words="How do you live your values?")})
    page.reload()
    expect(field(page)).to_have_value("By asking")
    all_ways(page)
    text = readable(page, name)
    assert "The question then was: How do you live your values?" in text
    assert "By asking" in text


@KINDS
def test_answers_to_questions_that_are_gone_stand_last(page: Page, name: str) -> None:
    page.goto(WORKBOOK)
    gone = {"words": "What did you learn from your mentor?"}
    store(
        page,
        {
            "answer/learn-from-mentor": answer("To wait", **gone),
            "answer/gone-and-empty": answer(" ", words="What else?"),
            "answer/gone-rating": answer("4", kind="rating", words="How much do you wait?"),
        },
    )
    all_ways(page)
    text = readable(page, name)
    last = text[text.index("Earlier questions") :]
    assert gone["words"] in last
    assert "To wait" in last
    assert "My rating: 4 of 5" in last
    assert "What else?" not in text
    assert QUESTION not in last


def test_an_answer_that_this_page_cannot_read_is_not_called_missing(page: Page) -> None:
    page.goto(WORKBOOK)
    store(page, {f"answer/{ID}": {"format": 2, "value": ["of a newer build"]}})
    page.reload()
    all_ways(page)
    text = got(page, "Download as plain text")[1].decode()
    assert text.count("This page cannot read the answer saved here.") == 1
    assert text.count("Not answered yet") == 21


def test_ratings_are_told_with_their_words_and_what_a_5_sounds_like(page: Page) -> None:
    page.goto(RATINGS)
    page.get_by_role("radio", name="3").first.check()
    document = documents.opened(got(page, "Download as Word")[1])
    question = page.locator("form .workbook-question__text").first.text_content() or ""
    under = documents.under(document, question)
    texts = [block.text for block in under if not isinstance(block, Table)]
    example = page.locator("form .workbook-question__example").first.text_content() or ""
    assert texts == [example.strip(), "My rating: 3 of 5 – In part"]
    cells = documents.alone(under[-1]).rows[0].cells
    assert [cell.text for cell in cells] == ["1\nNot yet", "2", "3\nIn part", "4", "5\nFully"]


def test_the_menu_stays_as_the_profile_below_the_ratings_is_drawn(page: Page) -> None:
    page.goto(RATINGS)
    page.get_by_role("radio", name="3").first.check()
    page.get_by_role("button", name="Show all questions").click()
    page.get_by_role(
        "heading", name="Your leadership profile", exact=True
    ).scroll_into_view_if_needed()
    expect(page.locator("leadership-profile")).to_have_attribute("data-shown", "")
    expect(menu(page)).to_be_visible()


def test_a_blank_workbook_has_room_for_each_answer(page: Page) -> None:
    page.goto(WORKBOOK)
    document = documents.opened(got(page, "Download as Word")[1])
    assert not document.tables
    assert documents.style(documents.under(document, QUESTION)[0]) == "Room"
    assert sum(documents.style(one) == "Room" for one in document.paragraphs) == 22


def test_markdown_and_text_are_readable_files(page: Page) -> None:
    page.goto(WORKBOOK)
    write(page, "# not a heading")
    all_ways(page)
    name, data = got(page, "Download as Markdown")
    assert name.endswith(".md")
    assert data.decode().startswith("# Your self-reflection workbook\n")
    assert f"### {QUESTION}\n\n\\# not a heading\n" in data.decode()
    name, data = got(page, "Download as plain text")
    assert name.endswith(".txt")
    assert f"{QUESTION}\r\n{'-' * len(QUESTION)}\r\n\r\n# not a heading\r\n" in data.decode()
    expect(page.get_by_text("Text file downloaded.")).to_be_visible()


@pytest.mark.parametrize("secure", [True, False], ids=["clipboard", "plain-http"])
def test_copy_puts_rich_and_plain_text_on_the_clipboard(page: Page, secure: bool) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not secure:
        page.add_init_script("Clipboard.prototype.write = undefined; delete window.ClipboardItem")
    page.goto(WORKBOOK)
    field(page).fill("Ask <first> & listen")
    choose(page, "Copy answers")
    expect(page.get_by_text("Copied. You can paste it")).to_be_visible()
    html, text = page.evaluate(PASTE, ["text/html", "text/plain"])
    assert "Your self-reflection workbook</h1>" in html
    assert "Ask &lt;first&gt; &amp; listen</p>" in html
    assert f"{QUESTION}\n{'-' * len(QUESTION)}\n\nAsk <first> & listen\n" in text.replace("\r", "")


def test_where_nothing_can_be_copied_the_page_says_so(page: Page) -> None:
    page.add_init_script("delete window.ClipboardItem; document.execCommand = () => false")
    page.goto(WORKBOOK)
    choose(page, "Copy answers")
    expect(page.get_by_text("That did not work. Your answers have not changed.")).to_be_visible()


@pytest.mark.page_fault("Failed to load resource")
def test_without_the_network_the_page_says_so_and_the_next_press_works(page: Page) -> None:
    page.goto(WORKBOOK)
    page.route("**/data/report.json", lambda route: route.abort())
    choose(page, "Download as Word")
    expect(page.get_by_text("That did not work. Your answers have not changed.")).to_be_visible()
    page.unroute("**/data/report.json")
    assert got(page, "Download as Word")[0].endswith(".docx")


def test_where_the_store_cannot_be_read_the_file_has_the_page_and_says_so(page: Page) -> None:
    page.add_init_script(BLOCKED)
    page.goto(WORKBOOK)
    field(page).fill("Only on this page")
    # Words about that come above the buttons, which would move under the press.
    expect(page.get_by_text("Nothing is being saved in this browser")).to_be_visible()
    document = documents.opened(got(page, "Download as Word")[1])
    assert documents.answer(document, QUESTION) == "Only on this page"
    expect(page.get_by_text("It only has the answers on this page")).to_be_visible()


def test_taking_a_blank_workbook_away_leaves_nothing_in_the_browser(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(WORKBOOK)
    expect(menu(page)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/export/docx/" in url or "report.json" in url] == []
    got(page, "Download as Word")
    left = page.evaluate("async () => [await indexedDB.databases(), localStorage.length]")
    assert left == [[], 0]


def noted(page: Page, **more: Any) -> None:
    """Open the workbook in a browser that is known to hold answers."""
    held = {"format": 1, "records": 0, "answers": 0, "saved": "2026-11-12T10:00:00.000Z", **more}
    script = f"localStorage.setItem({json.dumps(DATABASE)}, {json.dumps(json.dumps(held))})"
    page.add_init_script(script)
    page.goto(WORKBOOK)


def ago(**span: int) -> str:
    return (datetime.now(UTC) - timedelta(**span)).isoformat()


def test_the_age_of_the_last_backup_stands_beside_the_buttons(page: Page) -> None:
    page.goto(WORKBOOK)
    expect(page.get_by_text("No backup yet", exact=True)).to_be_visible()
    noted(page, backup="2026-11-12T10:00:00.000Z", since=ago(days=6))
    expect(page.get_by_text("Last backup: 12 November 2026", exact=True)).to_be_visible()
    expect(page.get_by_text("You have no backup of what")).to_be_hidden()


def test_after_a_week_of_work_without_a_backup_the_page_reminds(page: Page) -> None:
    noted(page, backup=None, since="2025-11-12T10:00:00.000Z")
    reminder = "You have no backup of what you have written since 12 November 2025."
    expect(page.get_by_text(reminder)).to_be_visible()


def test_on_a_shared_computer_the_page_does_not_tell_of_others_backups(page: Page) -> None:
    page.add_init_script(SHARED)
    noted(page, backup="2026-11-12T10:00:00.000Z", since="2025-11-12T10:00:00.000Z")
    expect(menu(page)).to_be_visible()
    expect(page.get_by_text(re.compile("Last backup|No backup"))).to_have_count(0)
    expect(page.get_by_text("You have no backup of what")).to_be_hidden()


def test_all_ways_are_there_for_the_keyboard(page: Page) -> None:
    page.goto(WORKBOOK)
    button(page, "Save a backup").focus()
    page.keyboard.press("Tab")
    expect(menu(page)).to_be_focused()
    page.keyboard.press("Enter")
    for name in ("Save a file for someone to read", "Download as Word", "Download as Markdown"):
        page.keyboard.press("Tab")
        expect(button(page, name)).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".md")
    open_menu(page)
    button(page, "Download as Word").focus()
    page.keyboard.press("Escape")
    expect(menu(page)).to_be_focused()
    expect(button(page, "Download as Word")).to_be_hidden()
    open_menu(page)
    field(page).focus()
    expect(button(page, "Download as Word")).to_be_hidden()


@pytest.mark.page_fault("Failed to load resource")
@pytest.mark.parametrize("width", [1280, 768, 320])
def test_nothing_moves_when_the_buttons_come(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    bar = page.locator(".workbook__bar")
    page.route("**/main.js", lambda route: route.abort())
    page.goto(WORKBOOK)
    expect(menu(page)).to_be_hidden()
    before = bar.bounding_box()
    page.unroute("**/main.js")
    page.goto(WORKBOOK)
    expect(page.get_by_text("0 of 22 answered")).to_be_visible()
    expect(menu(page)).to_be_visible()
    assert bar.bounding_box() == before


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_with_more_ways_open(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    noted(page, backup=None, since="2025-11-12T10:00:00.000Z")
    all_ways(page)
    got(page, "Download as plain text")
    assert faults_of(page) == []
    small = [
        one.inner_text()
        for one in page.locator(".take-away button:visible, .take-away summary").all()
        if (one.bounding_box() or {"height": 0})["height"] < 44
    ]
    assert small == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
