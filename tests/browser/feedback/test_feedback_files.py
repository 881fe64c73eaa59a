"""What others see, on paper and as files; and the questions on paper."""

from io import BytesIO

import docx
from playwright.sync_api import Page, expect

from tests.browser.feedback.pages import GIVE, comment_on, holding, own, results
from tests.browser.feedback.sealing import made, reply
from tests.browser.test_paper import missing, printed

LONG = " ".join(f"word{number}" for number in range(600))
COMMENTS = ("Ask us sooner.\nWe know the families.", LONG, "<b>Keep</b> on.")


def shown(page: Page) -> Page:
    """The leader's page with results of 4 replies."""
    replies = [
        reply(rating, comment, "team")
        for rating, comment in zip((2, 3, 3, 5), (*COMMENTS, ""), strict=True)
    ]
    holding(page, own(4), replies, "My team, autumn 2026")
    expect(results(page).get_by_text("From 4 replies.")).to_be_visible()
    expect(results(page).get_by_role("img").locator("text").first).to_be_visible()
    return page


def test_results_are_printed_whole_without_what_is_pressed(page: Page) -> None:
    text = " ".join(printed(shown(page)))
    wanted = [
        *(word for comment in COMMENTS for word in comment.split()),
        "My team, autumn 2026",
        "From 4 replies.",
        "do not make anyone anonymous",
        "The middle of others’ ratings is 3. They go from 2 to 5.",
        "Team: 4 replies",
    ]
    assert missing(wanted, text) == []
    for control in ("Make a request", "Add replies", "Delete", "Download as plain text", "#ask"):
        assert control not in text


def test_results_in_word_have_the_picture_the_table_and_every_comment(page: Page) -> None:
    shown(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Word").click()
    assert download.value.suggested_filename.startswith("feedback-")
    document = docx.Document(BytesIO(download.value.path().read_bytes()))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "What others see: My team, autumn 2026" in text
    assert missing([line for one in COMMENTS for line in one.split("\n")], text) == []
    assert len(document.inline_shapes) == 1
    assert "How you rate yourself" in document.element.xml
    first, group = document.tables
    assert [cell.text for cell in first.rows[1].cells] == ["Values", "4", "3", "2 to 5", "4"]
    assert [cell.text for cell in group.rows[0].cells][2] == "Group"


def test_results_as_plain_text_have_the_figures_and_every_comment(page: Page) -> None:
    shown(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as plain text").click()
    text = download.value.path().read_text(encoding="utf-8")
    lines = [line for one in COMMENTS for line in one.split("\n")]
    assert missing([*lines, "That is 1 lower than you rate yourself."], text) == []


def test_the_questions_are_printed_with_what_is_written(page: Page) -> None:
    page.goto(f"{GIVE}{made().link}")
    comment_on(page, 2).fill(LONG)
    text = " ".join(printed(page))
    assert missing([*LONG.split(), "How much buy-in have they secured from partners?"], text) == []
    assert "Make my reply code" not in text


def test_the_picture_says_what_it_shows_and_the_table_has_the_same(page: Page) -> None:
    shown(page)
    picture = results(page).get_by_role("img", name="How you rate yourself, and how others rate")
    expect(picture).to_be_visible()
    expect(results(page).get_by_role("table").first).to_contain_text("Practice and culture")
