"""Measure the site beside plain Material and write README.md here: `python -m bench`.

`--quick` measures the small sizes only, each once, and writes to standard output.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Browser, sync_playwright

from bench.building import build_sizes, building_part
from bench.hosting import Served, hosting_part, served
from bench.keys import QUESTIONS, Typing, keys, typing_part
from bench.lighthouse import CATEGORIES, Scores, lighthouse_part, scores
from bench.loading import Load, load
from bench.machine import machine, versions
from bench.page import Run, page
from bench.pages import PAGES, loading_part
from bench.project import Project, plain, questioned, sized
from bench.server import serving
from common.console import say
from tests.support.build import ROOT
from tools.browser import find, launch_args

FOLDER = ROOT / ".cache" / "bench"
BUILDS = {1: 5, 10: 3, 100: 1}
QUICK_BUILDS = {1: 1, 10: 1}
Found = TypeVar("Found")


def measured(name: str, work: Callable[[], Found]) -> Found:
    """What `work` gives; says on standard error what runs and how long it took."""
    start = time.monotonic()
    sys.stderr.write(f"{name} ...")
    sys.stderr.flush()
    found = work()
    sys.stderr.write(f" {time.monotonic() - start:.0f} s\n")
    return found


def two_sites(folder: Path) -> tuple[Project, Project]:
    """The site as it is and as plain Material, both built."""
    site = sized(folder / "site", 1)
    same = plain(site, folder / "plain")
    site.build()
    site.release()
    same.build()
    return site, same


def loads(
    browser: Browser, sites: tuple[Project, Project], times: int
) -> dict[str, tuple[Load, Load]]:
    """Each page's load, the site's and plain Material's."""
    with serving(sites[0].released) as site, serving(sites[1].site) as same:
        return {
            name: (load(browser, site, path, times), load(browser, same, path, times))
            for name, path in PAGES.items()
        }


def typed(browser: Browser, quick: bool) -> Typing:
    """How fast a full workbook answers."""
    project = questioned(FOLDER / "typing", QUESTIONS)
    project.build()
    project.release()
    return keys(browser, project, 100 if quick else 300, 3 if quick else 20)


def judged(
    program: Path, sites: tuple[Project, Project], quick: bool
) -> dict[str, tuple[Scores, Scores]]:
    """Lighthouse's scores: all of the site's, plain Material's performance."""
    pages = [name for name in PAGES if name != "reading page"][: 1 if quick else None]
    with serving(sites[0].released) as site, serving(sites[1].site) as same:
        return {
            name: (
                scores(site.address + PAGES[name], program, _report(name), CATEGORIES),
                scores(
                    same.address + PAGES[name], program, _report(f"plain {name}"), ["performance"]
                ),
            )
            for name in pages
        }


def hosting(sites: tuple[Project, Project], quick: bool) -> Served:
    """What one nginx serves of the release, and of plain Material's output."""
    return served(sites[0].release(), sites[1].site, FOLDER / "hosting", 5 if quick else 60)


def _report(name: str) -> Path:
    return FOLDER / f"lighthouse-{name.replace(' ', '-')}.json"


def run(quick: bool) -> str:
    """Measure everything; the page as Markdown."""
    start, program = time.monotonic(), find()
    shutil.rmtree(FOLDER, ignore_errors=True)
    pairs = measured("building", lambda: build_sizes(FOLDER, QUICK_BUILDS if quick else BUILDS))
    sites = measured("both sites", lambda: two_sites(FOLDER / "sites"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=launch_args())
        loaded = measured("loading", lambda: loads(browser, sites, 1 if quick else 2))
        typing = measured("typing", lambda: typed(browser, quick))
        browser.close()
    scored = measured("Lighthouse", lambda: judged(program, sites, quick))
    hosted = measured("serving", lambda: hosting(sites, quick))
    parts = [
        building_part(pairs),
        loading_part(loaded),
        typing_part(typing),
        lighthouse_part(scored),
        hosting_part(hosted),
    ]
    command = "make bench ARGS=--quick" if quick else "make bench"
    seconds = time.monotonic() - start
    day = datetime.now(UTC).date()
    return page(Run(day, command, machine(), versions(program), seconds), parts)


def main() -> int:
    """Run the benchmark as the command line says."""
    options = argparse.ArgumentParser(prog="bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="a short run, to standard output")
    quick = options.parse_args().quick
    text = run(quick)
    if quick:
        say(text.rstrip())
    else:
        (ROOT / "bench" / "README.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
