"""Keys sent on end, as by somebody who types without a pause."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.workbook.records import stored

LETTERS = "every word of an afternoon of thinking is here, "
FEW = 10  # keys, between two looks at what is kept
MOST = 600  # keys, of which some are kept however fast they come


@dataclass(frozen=True)
class Typed:
    """What was typed into a field before its page ended: all of it, and what was kept by then.

    That something is kept at least once a second is promised by `test_saving.py`, on a clock.
    """

    whole: str
    kept: str

    def fits(self, there: str) -> bool:
        """Whether `there` has all that was kept, and nothing that was not typed."""
        return there.startswith(self.kept) and self.whole.startswith(there)


def type_on(page: Page, question: str, more: int) -> Typed:
    """Send LETTERS, over and over, until some are kept, and so many more.

    Into the field with the focus, which is the question's and empty.
    """
    number, kept = 0, ""
    while not kept:
        assert number < MOST, "nothing is kept while keys are being sent"
        number = _send(page, number, FEW)
        kept = stored(page).get(f"answer/{question}", {}).get("value", "")
    number = _send(page, number, more)
    return Typed((LETTERS * (number // len(LETTERS) + 1))[:number], kept)


def _send(page: Page, sent: int, count: int) -> int:
    """Send so many keys after those that were sent; gives the number of all."""
    for number in range(sent, sent + count):
        page.keyboard.press(LETTERS[number % len(LETTERS)], delay=15)
    return sent + count
