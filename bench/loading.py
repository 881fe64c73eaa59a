"""What a page costs a reader who comes for the first time: bytes, requests, waiting.

On a phone: a narrow window, a processor slowed to a quarter, Lighthouse's slow 4G.
"""

from collections import Counter
from dataclasses import dataclass, replace
from statistics import median

from playwright.sync_api import Browser, Page

from bench.server import Sent, Served

WINDOW = {"width": 412, "height": 823}
SLOWER = 4
SLOW_4G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1474.56 * 1024 / 8,
    "uploadThroughput": 675 * 1024 / 8,
}
OWN_SCRIPT = "assets/js/"
SETTLED = 2000  # milliseconds in which nothing is asked for, by a worker neither

# Notes from a page's first moment what the browser says of its loading.
WATCH = """
window.bench = { lcp: 0, shift: 0, blocked: 0, alive: 0 };
const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
  .observe({ type, buffered: true });
watch('largest-contentful-paint', (entry) => { bench.lcp = entry.startTime; });
watch('layout-shift', (entry) => { if (!entry.hadRecentInput) bench.shift += entry.value; });
watch('longtask', (entry) => { bench.blocked += entry.duration - 50; });
"""
# Puts a letter into the first box as soon as a script takes it, and notes when it has been painted.
FIRST_LETTER = """
const waits = new MutationObserver(() => {
  const field = document.querySelector('workbook-question[ready] textarea');
  if (!field) return;
  waits.disconnect();
  field.value = 'x';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => { bench.alive = performance.now(); };
    after.port2.postMessage(null);
  });
});
waits.observe(document, { subtree: true, childList: true, attributeFilter: ['ready'] });
"""
TELL = "() => ({ ...bench, nodes: document.querySelectorAll('*').length })"


@dataclass(frozen=True)
class Load:
    """A page's loading: the files sent, and the browser's measures
    (times in milliseconds: largest contentful paint, total blocking time, and the time until a
    first letter was taken by the script that saves and painted; 0 where there is none)."""

    sent: tuple[Sent, ...]
    nodes: int
    lcp: float
    blocked: float
    shift: float
    alive: float = 0

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(one.size for one in self.sent)

    @property
    def script(self) -> int:
        """The bytes of the site's own script, the search's worker among it."""
        return sum(one.size for one in self.sent if one.path.startswith(OWN_SCRIPT))

    @property
    def kinds(self) -> dict[str, int]:
        """The bytes of each kind of file, most first."""
        count: Counter[str] = Counter()
        for one in self.sent:
            count[one.kind] += one.size
        return dict(count.most_common())


def load(browser: Browser, served: Served, page: str, times: int) -> Load:
    """Load a page `times` over, each time as one's first, and once more for the first letter; the
    median of what is timed, the largest shift, the bytes of the last."""
    found = [_once(browser, served, page) for _ in range(times)]
    return replace(
        found[-1],
        alive=median(_once(browser, served, page, FIRST_LETTER).alive for _ in range(times)),
        lcp=median(one.lcp for one in found),
        blocked=median(one.blocked for one in found),
        shift=max(one.shift for one in found),
    )


def _once(browser: Browser, served: Served, address: str, more: str = "") -> Load:
    context = browser.new_context(viewport=WINDOW, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.add_init_script(WATCH + more)
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        served.log.clear()
        answer = page.goto(served.address + address, wait_until="networkidle", timeout=90_000)
        if not answer or not answer.ok:
            raise LookupError(f"there is no page {address}")
        _settle(page, served)
        seen = page.evaluate(TELL)
    finally:
        context.close()
    measures = (seen[name] for name in ("nodes", "lcp", "blocked", "shift", "alive"))
    return Load(tuple(served.log), *measures)


def _settle(page: Page, served: Served) -> None:
    before = -1
    while before != len(served.log):
        before = len(served.log)
        page.wait_for_timeout(SETTLED)
