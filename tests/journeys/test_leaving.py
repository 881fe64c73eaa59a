"""Whichever way a page goes, milliseconds after the last key, all of it is there on coming back."""

import pytest

from tests.journeys.conftest import Start
from tests.journeys.workbook import (
    ATTRIBUTE,
    GLOSSARY,
    WORKBOOK,
    leave,
    open_workbook,
    says,
    settled,
    shows,
    stored,
    write,
)

# Firefox gives up scripts that a page still loads when it goes, and says no more of it than this.
pytestmark = [pytest.mark.alone, pytest.mark.page_fault(r"^Error \(http")]

TRIALS = 4
# WebKit may hold a database for a page that went while it was being made: the text waits then.
SHOWN_OR_LEFT = """(text) => document.querySelector("workbook-question textarea")?.value === text
    || Object.entries(localStorage).some(([key, draft]) =>
        key.includes(":draft/") && JSON.parse(draft).value === text)"""
AFTER = (0, 20, 60, 120)  # milliseconds: before, during and after the save of the first key


@pytest.mark.parametrize("way", ["link", "address", "reload", "back"])
def test_leaving_right_after_the_last_key_loses_none_of_it(
    start: Start, site_url: str, way: str
) -> None:
    text = "Typed before. "
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        write(tab, 0, text)
        says(tab, 0, "Saved")
        for trial in range(TRIALS):
            tab.go(site_url + GLOSSARY)
            open_workbook(tab, site_url + WORKBOOK)
            shows(tab, 0, text)
            leave(tab, 0, f"{trial} to the last key. ", way, AFTER[trial % len(AFTER)])
            text += f"{trial} to the last key. "
        open_workbook(tab, site_url + WORKBOOK)
        shows(tab, 0, text)
        says(tab, 0, "Saved")
        assert [key for key in stored(tab) if key.startswith("draft/")] == []


@pytest.mark.parametrize("way", ["link", "reload"])
def test_the_first_words_of_all_are_not_lost_though_the_database_is_only_being_made(
    start: Start, site_url: str, way: str
) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        leave(tab, 0, "First of all", way, 0)
        tab.go(site_url + WORKBOOK)
        tab.until(SHOWN_OR_LEFT, "First of all")


def test_a_page_left_while_it_still_reads_does_not_hold_up_the_next(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        write(tab, 0, "Kept before")
        says(tab, 0, "Saved")
        for _ in range(TRIALS):
            tab.run("(address) => { location.assign(address); }", site_url + ATTRIBUTE)
            tab.until(
                "(path) => location.pathname.endsWith(path) && "
                "document.readyState === 'complete'",  # else Firefox's driver gives up
                f"/{ATTRIBUTE}",
            )
            tab.go(site_url + WORKBOOK)
            settled(tab)
            shows(tab, 0, "Kept before")
            says(tab, 0, "Saved")


def test_going_back_and_forth_finds_on_each_page_what_was_typed_last_on_the_other(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + ATTRIBUTE)
        write(tab, 0, "On the attribute's page. ")
        says(tab, 0, "Saved")
        tab.go(site_url + GLOSSARY)
        open_workbook(tab, site_url + ATTRIBUTE)
        shows(tab, 0, "On the attribute's page. ")
        leave(tab, 0, "And again. ", "back", 20)
        open_workbook(tab, site_url + ATTRIBUTE)
        shows(tab, 0, "On the attribute's page. And again. ")


def test_what_was_typed_last_outlives_a_browser_killed_just_after_its_page_was_left(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        tab = browser.tab()
        tab.go(site_url + GLOSSARY)
        open_workbook(tab, site_url + WORKBOOK)
        write(tab, 0, "Typed")
        says(tab, 0, "Saved")
        leave(tab, 0, ", left and killed", "back", 20)
        open_workbook(tab, site_url + WORKBOOK)
        shows(tab, 0, "Typed, left and killed")
        browser.kill()
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        shows(tab, 0, "Typed, left and killed")
