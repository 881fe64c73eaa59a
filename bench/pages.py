"""The pages that are loaded, and what their loads have to reach."""

from collections.abc import Mapping, Sequence

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
)
MOST = 1.1
MOST_SCRIPT = 32 * 1024
MOST_SHIFT = 0.001

HOW = """\
Each page as a first visit, with nothing kept: a window of 412 by 823, the processor slowed to a
quarter, and slow 4G (562.5 ms, 1.47 Mbit/s). The site is what `make release` makes of it. Bytes are
those of the bodies as sent, gzip level 6, search data included. LCP is the largest contentful
paint, TBT the total blocking time, CLS the layout shift. Both sites come from the same server."""

Loads = Mapping[str, tuple[Load, Load]]


def loading_part(loads: Loads) -> Part:
    """The table of the pages' loads (the site's, plain Material's), and their targets."""
    rows = [
        _row(f"{name}{mark}", load)
        for name, pair in loads.items()
        for mark, load in zip(("", ", plain"), pair, strict=True)
    ]
    columns = ("page", "bytes", "by type (KB)", "requests", "DOM nodes", "LCP", "TBT", "CLS")
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
    )


def _targets(loads: Loads) -> list[Target]:
    found = []
    for name in READING:
        site, plain = loads[name]
        ratio, stray = site.total / plain.total, workbook_scripts([one.path for one in site.sent])
        text = f"{name}: at most {MOST:g} times plain Material's bytes"
        found.append(Target(text, f"{ratio:.2f}", ratio <= MOST))
        found.append(
            Target(f"{name}: no layout shift", f"{site.shift:.3f}", site.shift < MOST_SHIFT)
        )
        loaded = ", ".join(stray) or "none"
        found.append(Target(f"{name}: none of the workbook's script", loaded, not stray))
    size = loads["workbook page"][0].script
    text = "workbook page: at most 32 KB of our script"
    found.append(Target(text, kilobytes(size), size <= MOST_SCRIPT))
    return found


def workbook_scripts(files: Sequence[str]) -> list[str]:
    """Those of the files that are a workbook's script."""
    return [file for file in files if file.startswith(WORKBOOK_SCRIPTS)]
