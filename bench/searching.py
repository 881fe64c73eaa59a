"""How soon a search is ready, how fast it answers, and what its index costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import brotli  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from bench.loading import SLOWER, WINDOW
from bench.server import Served
from bench.table import Part, Target, kilobytes, percentile

INDEX = "search/search_index.json"
OPEN, FIELD = "[data-search-open]", ".site-search__field"
# What a query has found marks its words; what an empty box offers does not.
FOUND = "[data-search-found] mark"
QUERIES = ("values", "risk", "partners", "vision", "families", "feedback", "print", "trust")
MOST_READY, MOST_MEDIAN, MOST_P99 = 300, 20, 60  # milliseconds
MOST_INDEX = 45 * 1024
HOW = f"""\
In a window of 412 by 823, the processor slowed to a quarter, the network as it is: from the focus
in the search box until a first query's results are there, and from each of {len(QUERIES)} queries
to its results, measured in the page. The index is compressed with Brotli."""

ASK = """([field, found, words]) => new Promise((resolve) => {
  const box = document.querySelector(field);
  const start = performance.now();
  const seen = new MutationObserver(() => {
    if (!document.querySelector(found)) return;
    seen.disconnect();
    resolve(performance.now() - start);
  });
  seen.observe(document.body, { childList: true, subtree: true });
  box.focus();
  box.value = words;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
})"""
CLEAR = """([field]) => {
  const box = document.querySelector(field);
  box.value = '';
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}"""


@dataclass(frozen=True)
class Searching:
    """Milliseconds from the focus to the first results, and from each query to its results; the
    bytes of the index."""

    ready: list[float]
    answers: list[float]
    index: int


def searching(browser: Browser, served: Served, folder: Path, times: int) -> Searching:
    """Search `times` over, each time as a first visit."""
    ready: list[float] = []
    answers: list[float] = []
    for _ in range(times):
        context = browser.new_context(viewport=WINDOW)  # type: ignore[arg-type]
        try:
            page = context.new_page()
            page.goto(served.address, wait_until="networkidle")
            session = context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.click(OPEN)
            ready.append(_asked(page, QUERIES[0]))
            answers.extend(_asked(page, words) for words in QUERIES[1:])
        finally:
            context.close()
    size = len(brotli.compress((folder / INDEX).read_bytes(), quality=11))
    return Searching(ready, answers, size)


def _asked(page: Page, words: str) -> float:
    found: float = page.evaluate(ASK, [FIELD, FOUND, words])
    page.evaluate(CLEAR, [FIELD])
    page.wait_for_function("(found) => !document.querySelector(found)", arg=FOUND)
    return found


def searching_part(found: Searching) -> Part:
    """The table of the waits, and their targets."""
    rows = (
        ("from the focus to the first results", *_spread(found.ready)),
        ("from a query to its results", *_spread(found.answers)),
    )
    ready, middle = median(found.ready), median(found.answers)
    slow = percentile(found.answers, 99)
    targets = (
        Target(
            f"search ready at most {MOST_READY} ms after the focus",
            f"{ready:.0f} ms",
            ready <= MOST_READY,
        ),
        Target(
            f"query to results under {MOST_MEDIAN} ms, median",
            f"{middle:.0f} ms",
            middle < MOST_MEDIAN,
        ),
        Target(f"query to results under {MOST_P99} ms, p99", f"{slow:.0f} ms", slow < MOST_P99),
        Target(
            "the index at most 45 KB with Brotli", kilobytes(found.index), found.index <= MOST_INDEX
        ),
    )
    return Part("Searching", HOW, ("wait", "times", "median", "p99"), rows, targets)


def _spread(values: Sequence[float]) -> tuple[str, ...]:
    return f"{len(values)}", f"{median(values):.0f} ms", f"{percentile(values, 99):.0f} ms"
