"""A calendar file to look again: a right one, with the page's address and nothing else in it."""

from calendar import monthrange
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scripts.backup.scripts import run
from tests.support.calendar_file import unescaped, unfolded
from tests.support.scripts import Scripts

MANY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
MODULE = 'const { calendar, monthsLater } = await siteModule("profile/reminder-ics.js");'
ADDRESS = "https://guide.example/workbooks/profile/"
EVENT = {
    "day": "2027-05-23",
    "title": "Look again; at \\ your profile, please",
    "description": ADDRESS,
    "id": "abcdefgh12345678",
}
FACTS = {"address": ADDRESS, "made": "2026-11-23T09:05:07.123Z"}


def made(scripts: Scripts, **event: Any) -> str:
    """The file with this event."""
    text: str = run(scripts, f"{MODULE} return calendar(...value);", [[{**EVENT, **event}], FACTS])
    return text


def test_a_file_has_one_event_of_a_whole_day(scripts: Scripts) -> None:
    lines = made(scripts).split("\r\n")
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
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_each_event_is_in_the_file_and_keeps_its_own_id(scripts: Scripts) -> None:
    events = [EVENT, {**EVENT, "id": "second", "day": "2027-06-30", "title": "Then"}]
    text: str = run(scripts, f"{MODULE} return calendar(...value);", [events, FACTS])
    assert text.count("BEGIN:VEVENT") == text.count("CLASS:PRIVATE") == 2
    assert "UID:second@five-attributes\r\n" in text
    assert "DTSTART;VALUE=DATE:20270630\r\nDTEND;VALUE=DATE:20270701\r\n" in text


@MANY
@given(title=st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_lines_are_short_enough_whatever_the_words_and_say_the_same(
    scripts: Scripts,
    title: str,
) -> None:
    text = made(scripts, title=title)
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    assert unescaped(unfolded(text)["SUMMARY"]) == title


def test_a_line_break_in_the_words_begins_no_line_of_the_file(scripts: Scripts) -> None:
    text = made(scripts, title="One\r\nATTENDEE:mailto:a@example.org\nTwo\rThree\x00")
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
    scripts: Scripts,
    day: str,
    months: int,
    later: str,
) -> None:
    assert run(scripts, f"{MODULE} return monthsLater(...value);", [day, months]) == later


@MANY
@given(day=st.dates(date(2020, 1, 1), date(2099, 12, 31)), months=st.sampled_from([3, 6, 12]))
def test_the_day_is_the_same_of_its_month_or_the_month_s_last(
    scripts: Scripts,
    day: date,
    months: int,
) -> None:
    later = run(scripts, f"{MODULE} return monthsLater(...value);", [day.isoformat(), months])
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    assert later == date(day.year + years, month + 1, min(day.day, last)).isoformat()
