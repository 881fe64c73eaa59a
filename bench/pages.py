"""The pages that are loaded, and what their loads have to reach."""

from collections.abc import Iterator, Mapping, Sequence

from bench.loading import Load
from bench.table import Part, Target, kilobytes

PAGES = {
    "home": "",
    "reading page": "evidence/literature-review/",
    "attribute page": "framework/values/",
    "workbook page": "workbooks/self-reflection/",
}
READING = ("home", "reading page")
WORKBOOK_SCRIPTS = (
    *("assets/js/answers/", "assets/js/storage/", "assets/js/backup/", "assets/js/export/"),
    *("assets/js/bundles/answers", "assets/js/bundles/workbook"),
)
MOST_BYTES = {"home": 54, "reading page": 54, "attribute page": 64, "workbook page": 80}  # KB
MOST_REQUESTS = {"home": 8, "reading page": 8, "attribute page": 12, "workbook page": 12}
MOST_LCP = 0.8  # times plain Material's, as the next two
MOST_BLOCKED = 0.6
MOST_ALIVE = 1.2  # of its LCP
MOST_SCRIPT = 32 * 1024
MOST_SHIFT = 0.001
MOST_GROWTH = 1.3

HOW = """\
Each page as a first visit, with nothing kept: a window of 412 by 823, the processor slowed to a
quarter, and slow 4G (562.5 ms, 1.47 Mbit/s). The site is what `make release` makes of it. Bytes are
those of the bodies as sent, gzip level 6, search data included. LCP is the largest contentful
paint, TBT the total blocking time, CLS the layout shift; “first letter” is the time until a letter
in the first box was taken by the script that saves, and painted. Both sites come from the same
server."""

LIGHTEST = "Starlight"
BESIDE_PEERS = ("home", "attribute page")
PEERS_HOW = """\
The same Markdown that plain Material gets, built by Starlight and by Sphinx with furo as they are
installed, and loaded as above in the same run. They have no workbook."""

GROWTH_HOW = """\
What the same first visit costs when the guide has more records: a page with a list of all of them
grows; the frame and the scripts of every page are to stay as they are."""
TIMES = ("LCP", "TBT", "CLS", "first letter")

Loads = Mapping[str, tuple[Load, Load]]


def loading_part(loads: Loads) -> Part:
    """The table of the pages' loads (the site's, plain Material's), and their targets."""
    rows = [
        _row(f"{name}{mark}", load)
        for name, pair in loads.items()
        for mark, load in zip(("", ", plain"), pair, strict=True)
    ]
    columns = ("page", "bytes", "by type (KB)", "requests", "DOM nodes", *TIMES)
    return Part("Loading", HOW, columns, tuple(rows), tuple(_targets(loads)))


def _row(name: str, load: Load) -> tuple[str, ...]:
    kinds = ", ".join(f"{kind} {size / 1024:.1f}" for kind, size in load.kinds.items())
    numbers = (f"{len(load.sent)}", f"{load.nodes:,}", f"{load.lcp:,.0f} ms")
    return (
        name,
        kilobytes(load.total),
        kinds,
        *numbers,
        f"{load.blocked:,.0f} ms",
        f"{load.shift:.3f}",
        f"{load.alive:,.0f} ms" if load.alive else "",
    )


def _targets(loads: Loads) -> Iterator[Target]:
    for name, (site, plain) in loads.items():
        size, count = MOST_BYTES[name], MOST_REQUESTS[name]
        yield Target(f"{name}: at most {size} KB", kilobytes(site.total), site.total <= size * 1024)
        number = len(site.sent)
        yield Target(f"{name}: at most {count} requests", f"{number}", number <= count)
        yield _ratio(f"{name}: LCP", site.lcp, plain.lcp, MOST_LCP)
        yield _ratio(f"{name}: TBT", site.blocked, plain.blocked, MOST_BLOCKED)
        if site.alive:
            what = f"{name}: first letter taken, beside the LCP"
            yield _ratio(what, site.alive, plain.lcp, MOST_ALIVE)
        yield Target(f"{name}: no layout shift", f"{site.shift:.3f}", site.shift < MOST_SHIFT)
    for name in READING:
        stray = workbook_scripts([one.path for one in loads[name][0].sent])
        loaded = ", ".join(stray) or "none"
        yield Target(f"{name}: none of the workbook's script", loaded, not stray)
    script = loads["workbook page"][0].script
    text = "workbook page: at most 32 KB of our script"
    yield Target(text, kilobytes(script), script <= MOST_SCRIPT)


def _ratio(what: str, ours: float, plain: float, most: float) -> Target:
    text = f"{what} at most {most:g} times plain Material's"
    return Target(text, f"{ours:,.0f} of {plain:,.0f} ms", ours <= most * plain)


def peers_part(loads: Loads, peers: Mapping[str, Mapping[str, Load]]) -> Part:
    """The table of the pages' loads by other generators, and the targets beside theirs."""
    rows = [
        _row(f"{name}, {peer}", loaded[name]) for name in loads for peer, loaded in peers.items()
    ]
    targets = tuple(
        Target(
            f"{name}: LCP at most {LIGHTEST}'s",
            f"{loads[name][0].lcp:,.0f} of {peers[LIGHTEST][name].lcp:,.0f} ms",
            loads[name][0].lcp <= peers[LIGHTEST][name].lcp,
        )
        for name in BESIDE_PEERS
    )
    columns = ("page", "bytes", "by type (KB)", "requests", "DOM nodes", *TIMES)
    return Part("Beside other generators", PEERS_HOW, columns, tuple(rows), targets)


def growth_part(once: Mapping[str, int], more: Mapping[str, int], times: int) -> Part:
    """The table of each page's bytes with the content once and `times` over, and its target."""
    rows = tuple(
        (name, kilobytes(once[name]), kilobytes(more[name]), f"{more[name] / once[name]:.2f}")
        for name in once
    )
    targets = tuple(
        Target(
            f"{name}: at most {MOST_GROWTH:g} times the bytes with {times} times the content",
            f"{more[name] / once[name]:.2f}",
            more[name] <= MOST_GROWTH * once[name],
        )
        for name in once
    )
    columns = ("page", "bytes", f"with {times} times the content", "ratio")
    return Part("Growth", GROWTH_HOW, columns, rows, targets)


def workbook_scripts(files: Sequence[str]) -> list[str]:
    """Those of the files that are a workbook's script."""
    return [file for file in files if file.startswith(WORKBOOK_SCRIPTS)]
