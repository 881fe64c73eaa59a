"""Where a site may keep no more, nothing is called saved that is not."""

from contextlib import suppress

import pytest

from tests.journeys.conftest import Start
from tests.journeys.workbook import WORKBOOK, open_workbook, put, says, shows, value, write
from tests.support.engines.tab import Tab

pytestmark = pytest.mark.alone

QUOTA = 1024 * 1024
TRIES = 3
MOST = 8  # answers, until a browser has no more room: some allow more than they say
A_WHILE = 5
# So many letters that no browser can make shorter.
LETTERS = """(count) => {
    const parts = [];
    for (let left = count; left > 0; left -= 32_768) {
        const bytes = crypto.getRandomValues(new Uint8Array(Math.min(left, 32_768)));
        parts.push(String.fromCharCode(...bytes.map((byte) => 97 + (byte % 26))));
    }
    return parts.join("");
}"""


# How this answer is said to be, once it is no longer being saved.
SAID = """([number]) => {
    const questions = document.querySelectorAll("workbook-question:has(textarea)");
    const { textContent } = questions[number].querySelector("save-status");
    return /^(Saved|Not saved)/.exec(textContent)?.[0];
}"""


def is_saved(tab: Tab, number: int) -> bool:
    """Whether the answer is said to be saved, at once or after a while: a slow save is called not
    saved until it is."""
    tab.until(SAID, [number])
    with suppress(AssertionError):
        tab.until(f"([number]) => ({SAID})([number]) === 'Saved'", [number], A_WHILE)
    return bool(tab.run(SAID, [number]) == "Saved")


def test_what_is_called_saved_when_there_is_no_more_room_is_there_and_nothing_else_is_called_so(
    start: Start, site_url: str
) -> None:
    with start(quota=QUOTA) as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        write(tab, 0, "While there was room")
        says(tab, 0, "Saved")
        number = 1
        put(tab, number, f"({LETTERS})({QUOTA})")
        while is_saved(tab, number):
            assert number < MOST, "there is always room"
            number += 1
            put(tab, number, f"({LETTERS})({QUOTA})")
        for more in range(number + 1, number + 1 + TRIES):
            put(tab, more, f"({LETTERS})({3 * QUOTA})")
            is_saved(tab, more)
        saved = {one for one in range(number + TRIES + 1) if tab.run(SAID, [one]) == "Saved"}
        lengths = {one: len(value(tab, one)) for one in saved}
        browser.kill()
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        shows(tab, 0, "While there was room")
        assert {one: len(value(tab, one)) for one in saved} == lengths
