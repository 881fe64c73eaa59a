"""Each line that a person writes runs in the direction of its own words."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.test_access import answers

TWO = "Hello\nשלום"
# How far each line is from the left and the right of its box.
LINES = """(box) => {
    const { left, right } = box.getBoundingClientRect();
    const range = document.createRange();
    const lines = box.textContent.split("\\n");
    let start = 0;
    return lines.map((line) => {
        range.setStart(box.firstChild, start);
        range.setEnd(box.firstChild, start + line.length);
        start += line.length + 1;
        const own = range.getBoundingClientRect();
        return { fromLeft: own.left - left, fromRight: right - own.right };
    });
}"""


def test_on_paper_english_begins_at_the_left_and_hebrew_at_the_right(page: Page) -> None:
    page.goto("workbooks/self-reflection/")
    answers(page).first.fill(TWO)
    expect(page.get_by_text("1 of 22 answered")).to_be_visible()
    page.emulate_media(media="print")
    paper = page.locator(".workbook-question__print").first
    expect(paper).to_have_text(TWO, use_inner_text=True)
    english, hebrew = paper.evaluate(LINES)
    assert is_at("fromLeft", english)
    assert is_at("fromRight", hebrew)
    assert not is_at("fromLeft", hebrew)


def test_a_field_has_each_line_in_its_own_direction(page: Page) -> None:
    for address in ("workbooks/self-reflection/", "workbooks/give-feedback/"):
        page.goto(address)
        for field in page.locator("main textarea[dir=auto]").all():
            expect(field).to_have_css("unicode-bidi", "plaintext")


def is_at(side: str, line: dict[str, Any]) -> bool:
    """Whether the line begins at this side of its box."""
    return bool(line[side] < 20)
