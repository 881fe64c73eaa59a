"""What was typed a moment ago outlives the browser: here it is killed, on a real profile."""

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.promises.keys import Typed, type_on
from tests.browser.takeaway.pages import show_all
from tests.browser.workbook.profile import Running, connected, launched
from tests.support.status import READY

pytestmark = pytest.mark.alone

# Even numbers: the places take turns, and each is looked at in the end.
KILLS = (6, 20)
QUICK_KILLS = 6
MOST_MORE = 60  # keys, after what is kept, and before the kill: as many as a second has
WORKBOOK = "workbooks/self-reflection/"
# Resolves when "Saved" is said.
SAVED = """(status) => new Promise((resolve) => {
    const look = () => status.textContent.startsWith("Saved") && resolve();
    new MutationObserver(look).observe(status, { childList: true });
    look();
})"""


@dataclass(frozen=True)
class Place:
    """A profile, and what was typed in it so far: for each question its last text."""

    folder: Path
    typed: dict[int, Typed]

    def opened(self, browser: Running, site_url: str, seed: int) -> Page:
        """The workbook, which has all that was kept and no letter that was not typed."""
        page = browser.page
        page.goto(site_url + WORKBOOK)
        expect(page.locator("save-status").last).to_have_attribute("state", READY)
        show_all(page)
        fields = page.locator("workbook-question textarea")
        values = fields.evaluate_all("(fields) => fields.map(({ value }) => value)")
        for question, text in self.typed.items():
            there = values[question]
            assert text.fits(there), (
                f"seed {seed}, question {question}: {there!r} is left of {text}"
            )
        return page


def type_and_kill(browser: Running, question: int, more: int) -> Typed:
    """Send keys until some are kept, and so many more, and kill the browser."""
    asked = browser.page.locator("workbook-question").nth(question)
    asked.locator("textarea").click()
    text = type_on(browser.page, str(asked.get_attribute("question")), more)
    browser.kill()
    return text


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


@pytest.mark.parametrize("kills", KILLS)
def test_what_is_kept_survives_a_kill_at_any_key_while_keys_are_being_sent(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path, kills: int
) -> None:
    seed = random.randrange(1_000_000)  # noqa: S311  no secret
    chance = random.Random(seed)  # noqa: S311
    places = [Place(tmp_path / name, {}) for name in ("one", "other")]
    with browsers(playwright, browser_path, places) as running:
        for number in range(kills):
            place = places[number % 2]
            browser = next(running)
            place.opened(browser, site_url, seed)
            place.typed[number // 2] = type_and_kill(
                browser, number // 2, chance.randint(0, MOST_MORE)
            )
        for place in places:
            place.opened(next(running), site_url, seed)


def test_what_is_called_saved_is_there_although_the_browser_is_killed_at_once(
    playwright: Playwright, browser_path: Path, site_url: str, tmp_path: Path
) -> None:
    places = [Place(tmp_path / name, {}) for name in ("one", "other")]
    with browsers(playwright, browser_path, places) as running:
        for number in range(QUICK_KILLS):
            place = places[number % 2]
            browser = next(running)
            question = place.opened(browser, site_url, 0).locator("workbook-question").nth(number)
            question.get_by_role("textbox").press_sequentially(f"{number} to the last word")
            question.locator("save-status").evaluate(SAVED)
            browser.kill()
            place.typed[number] = Typed(*[f"{number} to the last word"] * 2)
        for place in places:
            place.opened(next(running), site_url, 0)
