"""Keys sent steadily, as by somebody who types without a pause."""

import time
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page

OLD = 1.5  # seconds: what is older is there, whatever happens
PATIENCE = 10.0  # seconds
SLOW = 0.4  # seconds: where a key takes longer, the machine is too busy to tell anything
LETTERS = "every word of an afternoon of thinking is here, "


@dataclass(frozen=True)
class Typed:
    """What was typed into a field before its page ended: all of it, and what was old by then."""

    whole: str
    old: str

    def fits(self, there: str) -> bool:
        """Whether `there` has all that was old, and nothing that was not typed."""
        return there.startswith(self.old) and self.whole.startswith(there)


def type_steadily(page: Page, seconds: float) -> list[float]:
    """Send LETTERS, over and over, for so many seconds; gives the start and the time of each.

    On a busy machine it goes on until the last keys have come fast, for PATIENCE at most.
    """
    times = [time.time()]
    while times[-1] < times[0] + seconds or (
        not were_steady(times, times[-1]) and times[-1] < times[0] + PATIENCE
    ):
        page.keyboard.press(LETTERS[(len(times) - 1) % len(LETTERS)], delay=15)
        times.append(time.time())
    return times


def typed(times: list[float], end: float) -> Typed:
    """What was typed at `times`, by a page that ended at `end`."""
    number = len(times) - 1
    whole = (LETTERS * (number // len(LETTERS) + 1))[:number]
    return Typed(whole, whole[: sum(at <= end - OLD for at in times[1:])])


def were_steady(times: list[float], end: float) -> bool:
    """Whether the last keys came fast enough for what was old to be told from what was not."""
    last = [at for at in times if at >= times[-1] - OLD]
    return max(after - before for before, after in pairwise([*last, end])) < SLOW
