"""What is called saved is there afterwards, however the browser ends."""

import pytest

from tests.journeys.conftest import Start
from tests.journeys.workbook import ATTRIBUTE, WORKBOOK, open_workbook, says, shows, value, write

pytestmark = pytest.mark.alone

KILLS = 5


def test_what_is_called_saved_is_there_on_every_page_that_asks_it(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + ATTRIBUTE)
        write(tab, 0, "What we value here")
        says(tab, 0, "Saved")
        open_workbook(tab, site_url + WORKBOOK)
        tab.until(
            """(text) => [...document.querySelectorAll("textarea")].some(
                ({ value }) => value === text)""",
            "What we value here",
        )


def test_what_is_called_saved_outlives_a_browser_that_is_killed_at_once(
    start: Start, site_url: str
) -> None:
    for number in range(KILLS):
        with start() as browser:
            tab = browser.tab()
            open_workbook(tab, site_url + WORKBOOK)
            write(tab, number, f"{number}, to the last word")
            says(tab, number, "Saved")
            browser.kill()
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        assert [value(tab, number) for number in range(KILLS)] == [
            f"{number}, to the last word" for number in range(KILLS)
        ]


def test_a_browser_that_is_closed_as_usual_has_it_all_when_it_is_opened_again(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        write(tab, 0, "First")
        write(tab, 1, "Second")
        says(tab, 0, "Saved")
        says(tab, 1, "Saved")
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        shows(tab, 0, "First")
        shows(tab, 1, "Second")
