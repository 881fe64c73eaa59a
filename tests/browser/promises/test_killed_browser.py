"""What was typed a moment ago outlives the browser: here it is killed, on a real profile."""

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect

from tests.browser.promises.keys import OLD, Typed, type_steadily, typed, were_steady
from tests.browser.workbook.profile import Running, connected, launched

RUNS = 20
MOST_RUNS = 40
LONGEST = 2.4  # seconds of typing: a whole round of saving after what is old
QUICK_RUNS = 4
QUICK = 0.2  # seconds
WORKBOOK = "workbooks/self-reflection/"
# Resolves with the time, in seconds, at which "Saved" is said.
SAVED = """(status) => new Promise((resolve) => {
    const look = () => status.textContent.startsWith("Saved") && resolve(Date.now() / 1000);
    new MutationObserver(look).observe(status, { childList: true });
    look();
})"""


@dataclass(frozen=True)
class Place:
    """A profile, and what was typed in it so far: for each question its last text."""

    folder: Path
    typed: dict[int, Typed]

    def opened(self, browser: Running, site_url: str, seed: int) -> Page:
        """The workbook, which has every old text and no letter that was not typed."""
        page = browser.page
        page.goto(site_url + WORKBOOK)
        expect(page.locator("save-status").last).not_to_have_text("")
        fields = page.locator("workbook-question textarea")
        values = fields.evaluate_all("(fields) => fields.map(({ value }) => value)")
        for question, text in self.typed.items():
            there = values[question]
            assert text.fits(there), (
                f"seed {seed}, question {question}: {there!r} is left of {text}"
            )
        return page


def type_and_kill(browser: Running, question: int, seconds: float) -> tuple[Typed, bool]:
    """Send keys for so many seconds and kill the browser; gives also whether they were steady."""
    page = browser.page
    page.locator("workbook-question textarea").nth(question).fill("")
    times = type_steadily(page, seconds)
    killed = browser.kill()
    return typed(times, killed), were_steady(times, killed)


@contextmanager
def browsers(
    playwright: Playwright, program: Path, places: list[Place]
) -> Iterator[Iterator[Running]]:
    """Browsers on the places in turn; while one is used, the next one is starting."""
    with ExitStack() as stack:
        yield in_turn(stack, playwright, program, places)


def in_turn(
    stack: ExitStack, playwright: Playwright, program: Path, places: list[Place]
) -> Iterator[Running]:
    number = 0
    process = stack.enter_context(launched(program, places[0].folder))
    while True:
        folder = places[number % len(places)].folder
        number += 1
        following = places[number % len(places)].folder
        browser = connected(playwright, process, folder)
        process = stack.enter_context(launched(program, following))
        yield browser


def test_text_older_than_a_moment_survives_a_kill_at_any_time_while_keys_are_being_sent(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    seed = random.randrange(1_000_000)  # noqa: S311  no secret
    chance = random.Random(seed)  # noqa: S311
    places = [Place(tmp_path / name, {}) for name in ("one", "other")]
    counted = 0
    with browsers(playwright, browser_path, places) as running:
        for number in range(MOST_RUNS):
            place = places[number % 2]
            browser = next(running)
            place.opened(browser, site_url, seed)
            question = number // 2 % 22
            text, steady = type_and_kill(browser, question, chance.uniform(OLD, LONGEST))
            place.typed[question] = text if steady else Typed(text.whole, "")
            counted += steady
            if counted == RUNS:
                break
        assert counted == RUNS, "this machine is too busy to send keys steadily"
        for place in places if number % 2 else reversed(places):
            place.opened(next(running), site_url, seed)
    assert sum(len(text.old) for place in places for text in place.typed.values()) > RUNS


def test_what_is_called_saved_is_there_although_the_browser_is_killed_at_once(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    places = [Place(tmp_path / name, {}) for name in ("one", "other")]
    in_time = 0
    with browsers(playwright, browser_path, places) as running:
        for number in range(4 * QUICK_RUNS):
            place = places[number % 2]
            browser = next(running)
            question = place.opened(browser, site_url, 0).locator("workbook-question").nth(number)
            question.get_by_role("textbox").press_sequentially(f"{number} to the last word")
            saved_at = question.locator("save-status").evaluate(SAVED)
            in_time += browser.kill() - saved_at < QUICK
            place.typed[number] = Typed(*[f"{number} to the last word"] * 2)
            if in_time == QUICK_RUNS:
                break
        assert in_time == QUICK_RUNS, "this machine is too busy to kill a browser in time"
        for place in places if number % 2 else reversed(places):
            place.opened(next(running), site_url, 0)
