"""How fast a full workbook answers to typing."""

from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, expect

from bench.project import Project
from bench.server import serving
from bench.table import Part, Target, percentile

QUESTIONS = 100
CHARACTERS = 5000
PAGE = "workbooks/self-reflection/"
WORDS = "We asked the people who do the work what they would need, and then we did it. "
MILLISECONDS_BETWEEN = 40
MOST_MORE = 4
MILLISECONDS_TO_REST = 900
MILLISECONDS_TO_SAVE = 60_000

HOW = f"""\
A workbook page of {QUESTIONS} questions, each holding {CHARACTERS:,} characters, at full speed in a
window of 1280 by 720. Keys come every {MILLISECONDS_BETWEEN} ms into the field in the middle, after
its {CHARACTERS:,} characters. From a key to its paint is from the key event's time stamp to the
first task after the frame that shows the letter, so it holds the wait for the screen's next frame
(up to 17 ms at 60 frames a second); the same on a page with nothing but one empty field is the
browser's and the machine's own share. From the last key to “Saved” is until the field's status says
so, which it does when the browser has written the answer. After a long text is pasted into a
field, the page answers to nothing for at most so long until that is saved."""

FILL = """(words) => {
  for (const field of document.querySelectorAll('workbook-question textarea')) {
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}"""
BARE = """<!doctype html><title>A bare page</title>
<workbook-question><textarea></textarea><save-status></save-status></workbook-question>"""
SAVED = """(count) => document.querySelectorAll('save-status[state=saved]').length >= count"""
WATCH = """() => {
  window.bench = { paints: [], saves: [], last: null };
  const field = document.activeElement;
  const status = field.closest('workbook-question').querySelector('save-status');
  field.addEventListener('keydown', (event) => {
    bench.last = event.timeStamp;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => bench.paints.push(performance.now() - event.timeStamp);
      after.port2.postMessage(null);
    });
  });
  new MutationObserver(() => {
    if (status.getAttribute('state') !== 'saved' || bench.last === null) return;
    bench.saves.push(performance.now() - bench.last);
    bench.last = null;
  }).observe(status, { attributes: true, attributeFilter: ['state'] });
}"""
# Pastes a text, and gives the longest time, in milliseconds, for which the page did nothing else.
PASTE = """async ([words, length]) => {
  const question = document.querySelector('workbook-question');
  const field = question.querySelector('textarea');
  const status = question.querySelector('save-status');
  const text = words.repeat(Math.ceil(length / words.length)).slice(0, length);
  field.setRangeText(text, 0, field.value.length, 'end');
  let [last, longest] = [performance.now(), 0];
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  for (let saved = false; !saved; last = performance.now()) {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    longest = Math.max(longest, performance.now() - last);
    saved = status.getAttribute('state') === 'saved';
  }
  return longest;
}"""
MOST_SILENT = {20_000: 300, 200_000: 1_000, 10_000_000: 5_000}  # milliseconds, by characters


@dataclass(frozen=True)
class Typing:
    """Milliseconds from each key to its paint, and from each rest to "Saved"; from each key
    to its paint on a bare page, which is the browser's and the machine's own share; and the
    longest for which the page did nothing else after pastes of so many characters."""

    paints: list[float]
    saves: list[float]
    bare: list[float]
    silent: dict[int, float]


def keys(browser: Browser, project: Project, strokes: int, rests: int) -> Typing:
    """Type into the full page: `strokes` keys on end, then `rests` single keys."""
    with serving(project.released) as served:
        context = browser.new_context()
        try:
            page = context.new_page()
            page.goto(served.address + PAGE)
            _fill(page)
            page.reload()
            page.wait_for_function(SAVED, arg=QUESTIONS, timeout=MILLISECONDS_TO_SAVE)
            page.get_by_role("button", name="Show all questions").first.click()
            paints, saves = _type(page, strokes, rests)
            silent = {length: page.evaluate(PASTE, [WORDS, length]) for length in MOST_SILENT}
            page.goto("about:blank")
            page.set_content(BARE)
            bare, _ = _type(page, strokes, 0)
            return Typing(paints, saves, bare, silent)
        finally:
            context.close()


def _fill(page: Page) -> None:
    fields = page.locator("workbook-question textarea")
    expect(fields).to_have_count(QUESTIONS)
    page.wait_for_function("() => customElements.get('workbook-question') !== undefined")
    page.evaluate(FILL, (WORDS * CHARACTERS)[:CHARACTERS])
    page.wait_for_function(SAVED, arg=QUESTIONS, timeout=MILLISECONDS_TO_SAVE)


def _type(page: Page, strokes: int, rests: int) -> tuple[list[float], list[float]]:
    fields = page.locator("workbook-question textarea")
    fields.nth(fields.count() // 2).click()
    page.evaluate(WATCH)
    page.keyboard.type((WORDS * strokes)[:strokes], delay=MILLISECONDS_BETWEEN)
    page.wait_for_timeout(MILLISECONDS_TO_REST)
    page.evaluate("() => { bench.saves = []; }")
    for _ in range(rests):
        page.keyboard.type("x")
        page.wait_for_timeout(MILLISECONDS_TO_REST)
    seen: Any = page.evaluate("() => bench")
    return seen["paints"][:strokes], seen["saves"]


def typing_part(typing: Typing) -> Part:
    """The table of the waits, and their targets."""
    paint, slow = median(typing.paints), percentile(typing.paints, 99)
    save = max(typing.saves)
    rows = (
        ("from a key to its paint", f"{len(typing.paints)}", *_spread(typing.paints)),
        ("the same on a bare page", f"{len(typing.bare)}", *_spread(typing.bare)),
        ("from the last key to “Saved”", f"{len(typing.saves)}", *_spread(typing.saves)),
        *(
            (f"after a paste of {length:,} characters", "1", *_spread([silent]))
            for length, silent in typing.silent.items()
        ),
    )
    targets = (
        Target(
            f"from a key to its paint at most {MOST_MORE} ms more than on a bare page, median",
            f"{paint - median(typing.bare):.1f} ms",
            paint <= median(typing.bare) + MOST_MORE,
        ),
        Target("from a key to its paint at most 50 ms, p99", f"{slow:.1f} ms", slow <= 50),
        Target("from the last key to “Saved” at most 400 ms, each", f"{save:.0f} ms", save <= 400),
        *(
            Target(
                f"after a paste of {length:,} characters silent for at most {most:,} ms",
                f"{typing.silent[length]:.0f} ms",
                typing.silent[length] <= most,
            )
            for length, most in MOST_SILENT.items()
        ),
    )
    return Part("Typing", HOW, ("wait", "times", "median", "p99", "longest"), rows, targets)


def _spread(values: list[float]) -> tuple[str, ...]:
    middle, slow = median(values), percentile(values, 99)
    return tuple(f"{value:.1f} ms" for value in (middle, slow, max(values)))
