"""A calendar file to look again: a right one, with the page's address and nothing else in it."""

import re
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.browser.backup.scripts import run
from tests.browser.profile.kept_profiles import HERE, come_to, history
from tests.browser.standing.seeds import holding

MANY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
MODULE = 'const { calendar, monthsLater } = await siteModule("profile/reminder-ics.js");'
EVENT = {
    "day": "2027-05-23",
    "title": "Look again; at \\ your profile, please",
    "address": "https://guide.example/workbooks/profile/",
    "id": "abcdefgh12345678",
    "made": "2026-11-23T09:05:07.123Z",
}


def unfolded(text: str) -> dict[str, str]:
    """The file's lines by their names, each put together again (RFC 5545, 3.1)."""
    whole = text.removesuffix("\r\n").replace("\r\n ", "")
    return {name: value for name, _, value in (line.partition(":") for line in whole.split("\r\n"))}


def unescaped(value: str) -> str:
    """The text that a value stands for (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def made(page: Page, **event: Any) -> str:
    """The file with this event."""
    text: str = run(page, f"{MODULE} return calendar(value);", {**EVENT, **event})
    return text


def test_a_file_has_one_event_of_a_whole_day(blank: Page) -> None:
    lines = made(blank).split("\r\n")
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//five-attributes//leadership profile//EN",
        "BEGIN:VEVENT",
        "UID:abcdefgh12345678@five-attributes",
        "DTSTAMP:20261123T090507Z",
        "DTSTART;VALUE=DATE:20270523",
        "DTEND;VALUE=DATE:20270524",
        "SUMMARY:Look again\\; at \\\\ your profile\\, please",
        "DESCRIPTION:https://guide.example/workbooks/profile/",
        "URL:https://guide.example/workbooks/profile/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@MANY
@given(title=st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_lines_are_short_enough_whatever_the_words_and_say_the_same(
    blank: Page,
    title: str,
) -> None:
    text = made(blank, title=title)
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    assert unescaped(unfolded(text)["SUMMARY"]) == title


def test_a_line_break_in_the_words_begins_no_line_of_the_file(blank: Page) -> None:
    text = made(blank, title="One\r\nATTENDEE:mailto:a@example.org\nTwo\rThree\x00")
    assert "ATTENDEE" not in unfolded(text)
    summary = unescaped(unfolded(text)["SUMMARY"])
    assert summary == "One\nATTENDEE:mailto:a@example.org\nTwo\nThree"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-11-23", 3, "2027-02-23"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-03-31", 3, "2026-06-30"),
    ],
)
def test_a_month_that_has_no_such_day_gives_its_last(
    blank: Page,
    day: str,
    months: int,
    later: str,
) -> None:
    assert run(blank, f"{MODULE} return monthsLater(...value);", [day, months]) == later


@MANY
@given(day=st.dates(date(2020, 1, 1), date(2099, 12, 31)), months=st.sampled_from([3, 6, 12]))
def test_the_day_is_the_same_of_its_month_or_the_month_s_last(
    blank: Page,
    day: date,
    months: int,
) -> None:
    later = run(blank, f"{MODULE} return monthsLater(...value);", [day.isoformat(), months])
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    assert later == date(day.year + years, month + 1, min(day.day, last)).isoformat()


@pytest.mark.parametrize("months", [3, 6, 12])
def test_the_page_gives_a_file_with_its_address_and_nothing_that_was_written(
    page: Page, site_url: str, months: int
) -> None:
    page.clock.set_fixed_time("2026-08-31T12:00:00Z")
    holding(page, history())
    page.goto(HERE)
    come_to(page, "Look again later")
    with page.expect_download() as download:
        page.get_by_role("button", name=f"In {months} months").click()
    days = {3: ("2026-11-30", "1201"), 6: ("2027-02-28", "0301"), 12: ("2027-08-31", "0901")}
    day, next_day = days[months]
    assert download.value.suggested_filename == f"look-again-{day}.ics"
    text = Path(download.value.path()).read_bytes().decode()
    lines = unfolded(text)
    assert lines.pop("DTSTART;VALUE=DATE") == day.replace("-", "")
    assert lines.pop("DTEND;VALUE=DATE").endswith(next_day)
    assert re.fullmatch(r"[a-z0-9]{16}@five-attributes", lines.pop("UID"))
    assert lines == {
        "BEGIN": "VEVENT",
        "VERSION": "2.0",
        "PRODID": "-//five-attributes//leadership profile//EN",
        "DTSTAMP": "20260831T120000Z",
        "SUMMARY": "Look again at your leadership profile",
        "DESCRIPTION": f"{site_url}{HERE}",
        "URL": f"{site_url}{HERE}",
        "TRANSP": "TRANSPARENT",
        "END": "VCALENDAR",
    }
    expect(page.get_by_role("status").filter(has_text="The calendar file for")).to_be_visible()


def test_the_day_is_that_of_the_person_s_own_calendar(new_context: Any) -> None:
    page = new_context(timezone_id="Pacific/Auckland").new_page()
    page.clock.set_fixed_time("2026-11-22T20:00:00Z")
    page.goto(HERE)
    come_to(page, "Look again later")
    button = page.get_by_role("button", name="In 3 months 23 February 2027")
    expect(button).to_be_visible()
    west = new_context(timezone_id="America/Los_Angeles").new_page()
    west.clock.set_fixed_time("2026-11-23T02:00:00Z")
    west.goto(HERE)
    come_to(west, "Look again later")
    expect(west.get_by_role("button", name="In 3 months 22 February 2027")).to_be_visible()
