"""Order never depends on the clock: it may be set back and forward between saves."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import stored, values

WORKBOOK = "workbooks/self-reflection/"
SAID = re.compile("^Saved")
SET = """(iso) => {
    const time = new Date(iso).getTime();
    Date.now = () => time;
    globalThis.Date = class extends Date {
        constructor(...of) { super(...(of.length ? of : [time])); }
    };
}"""
# In the order in which they are typed; each cuts the one before it, which becomes a version.
TYPED = {
    "2026-11-23T10:00:00Z": "We began with the purpose of the service, on a usual day.",
    "2016-11-23T10:00:00Z": "Ten years back, says the clock, and partners come to the table.",
    "2046-01-01T00:00:00Z": "Far ahead, the same board still asks who it is all for.",
    "1970-01-01T00:00:00Z": "At the beginning of all time somebody listens to families.",
    "2026-11-23T10:00:01Z": "This is what was typed last.",
}
LAST = list(TYPED.values())[-1]


def opened(page: Page) -> Page:
    page.goto(WORKBOOK)
    expect(status(page)).to_have_attribute("state", "empty")
    return page


def field(page: Page) -> Locator:
    return page.locator("workbook-question textarea").first


def status(page: Page) -> Locator:
    return page.locator("save-status").first


def typed(page: Page) -> None:
    """Type each text at its time, and wait until it is saved."""
    for time, text in TYPED.items():
        page.evaluate(SET, time)
        field(page).fill(text)
        field(page).blur()
        expect(status(page)).to_have_text(SAID)


def test_what_was_typed_last_stands_and_versions_keep_their_order_whatever_the_clock_says(
    page: Page,
) -> None:
    other = opened(page.context.new_page())
    typed(opened(page))
    expect(field(other)).to_have_value(LAST)
    assert values(page, "answer/") == {LAST}
    answer = next(record for key, record in stored(page).items() if key.startswith("answer/"))
    assert answer["at"] == "2026-11-23T10:00:01.000Z"
    page.reload()
    expect(field(page)).to_have_value(LAST)
    page.get_by_role("button", name=re.compile("earlier versions$")).first.click()
    texts = page.get_by_role("dialog").get_by_role("listitem").locator(".versions__text")
    expect(texts).to_have_text(list(TYPED.values())[-2::-1])


def test_what_another_tab_types_later_stands_whatever_its_clock_says(page: Page) -> None:
    one, two = opened(page), opened(page.context.new_page())
    two.evaluate(SET, "2016-11-23T10:00:00Z")
    turns = [(one, two), (two, one), (one, two)]
    for number, (writer, reader) in enumerate(turns):
        field(writer).fill(f"typed in turn {number}")
        field(writer).blur()
        expect(field(reader)).to_have_value(f"typed in turn {number}")
    one.reload()
    expect(field(one)).to_have_value("typed in turn 2")
    assert values(one, "answer/") == {"typed in turn 2"}
    assert values(one, "other/") == set()


@pytest.mark.parametrize("iso", ["2016-11-23T10:00:00Z", "2046-01-01T00:00:00Z"])
def test_what_a_page_had_unsaved_when_it_went_is_ordered_by_what_it_was_typed_over(
    page: Page, iso: str
) -> None:
    opened(page)
    field(page).fill("saved")
    field(page).blur()
    expect(status(page)).to_have_text(SAID)
    page.evaluate(SET, iso)
    field(page).press_sequentially(", and left at once")
    page.goto("about/glossary/")
    page.goto(WORKBOOK)
    expect(field(page)).to_have_value("saved, and left at once")
    assert values(page, "other/") == set()
