"""A calendar file to look again, as the page gives it: its address and nothing that was written."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.profile.kept_profiles import HERE, come_to, history
from tests.browser.standing.seeds import holding
from tests.support.calendar_file import unfolded


@pytest.mark.parametrize("months", [3, 6, 12])
def test_the_page_gives_a_file_with_its_address_and_nothing_that_was_written(
    page: Page, site_url: str, months: int
) -> None:
    page.clock.set_fixed_time("2026-08-31T12:00:00Z")
    holding(page, history())
    page.goto(HERE)
    come_to(page, "Set a reminder")
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Remind me in {months} months").click()
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
        "CLASS": "PRIVATE",
        "TRANSP": "TRANSPARENT",
        "END": "VCALENDAR",
    }
    expect(page.get_by_role("status").filter(has_text="Calendar file for")).to_be_visible()


def test_the_day_is_that_of_the_person_s_own_calendar(new_context: Any) -> None:
    page = new_context(timezone_id="Pacific/Auckland").new_page()
    page.clock.set_fixed_time("2026-11-22T20:00:00Z")
    page.goto(HERE)
    come_to(page, "Set a reminder")
    button = page.get_by_role("button", name="Remind me in 3 months 23 February 2027")
    expect(button).to_be_visible()
    west = new_context(timezone_id="America/Los_Angeles").new_page()
    west.clock.set_fixed_time("2026-11-23T02:00:00Z")
    west.goto(HERE)
    come_to(west, "Set a reminder")
    expect(
        west.get_by_role("button", name="Remind me in 3 months 22 February 2027")
    ).to_be_visible()
