"""Measure the site beside plain Material and write README.md here: `python -m bench`.

`--quick` measures the small sizes only, each once, and writes to standard output. It ends with 1
where a target is missed, or was not measured.
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
from bench.editing import edited, editing_part
from bench.hosting import Served, hosting_part, served
from bench.keys import QUESTIONS, Typing, keys, typing_part
from bench.lighthouse import CATEGORIES, Scores, lighthouse_part, scores
from bench.loading import Load, load
from bench.machine import machine, versions
from bench.page import Run, page
from bench.pages import LIGHTEST, PAGES, growth_part, loading_part, peers_part
from bench.peers import furo, starlight
from bench.project import Project, plain, questioned, sized
from bench.searching import Searching, searching, searching_part
from bench.server import serving
from bench.table import Part
from common.console import say
from tests.support.build import ROOT
from tools.browser import find, launch_args

FOLDER = ROOT / ".cache" / "bench"
BUILDS = {1: 5, 10: 3, 100: 1}
QUICK_BUILDS = {1: 1, 10: 1}
MORE_CONTENT = 10
Found = TypeVar("Found")


class Runner:
    """Measures one thing after the other. What fails is tried once more; what fails again is
    missing, and the rest is measured all the same."""

    def __init__(self) -> None:
        """Begin with nothing missing."""
        self.missing: dict[str, str] = {}

    def measured(self, name: str, work: Callable[[], Found]) -> Found | None:
        """What `work` gives, or None; says on standard error what runs and how long it took."""
        for last in (False, True):
            start = time.monotonic()
            sys.stderr.write(f"{name} ...")
            sys.stderr.flush()
            try:
                found = work()
            except Exception as fault:  # whatever it is, the rest goes on
                why = " ".join(f"{type(fault).__name__}: {fault}".split())[:300]
                sys.stderr.write(f" failed: {why}\n")
                if last:
                    self.missing[name] = why
            else:
                sys.stderr.write(f" {time.monotonic() - start:.0f} s\n")
                return found
        return None


def two_sites(folder: Path) -> tuple[Project, Project]:
    """The site as it is and as plain Material, both built."""
    shutil.rmtree(folder, ignore_errors=True)
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


def peer_loads(browser: Browser, plain: Project, times: int) -> dict[str, dict[str, Load]]:
    """Each page's load, by other generators."""
    folder = FOLDER / "peers"
    built = {
        LIGHTEST: starlight(plain, folder / "starlight"),
        "furo": furo(plain, folder / "furo"),
    }
    found: dict[str, dict[str, Load]] = {}
    for name, site in built.items():
        with serving(site) as served:
            found[name] = {page: load(browser, served, path, times) for page, path in PAGES.items()}
    return found


def typed(browser: Browser, quick: bool) -> Typing:
    """How fast a full workbook answers."""
    shutil.rmtree(FOLDER / "typing", ignore_errors=True)
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


def searched(browser: Browser, site: Project, times: int) -> Searching:
    """How the site's search answers."""
    with serving(site.released) as served:
        return searching(browser, served, site.released, times)


def grown(browser: Browser, site: Project) -> Part:
    """What pages cost with more content, beside what they cost."""
    shutil.rmtree(FOLDER / "grown", ignore_errors=True)
    larger = sized(FOLDER / "grown", MORE_CONTENT)
    larger.build()
    larger.release()
    sizes = []
    for project in (site, larger):
        with serving(project.released) as served:
            sizes.append(
                {name: load(browser, served, path, 1).total for name, path in PAGES.items()}
            )
    return growth_part(sizes[0], sizes[1], MORE_CONTENT)


def of_pages(
    runner: Runner, program: Path, sites: tuple[Project, Project], quick: bool
) -> list[Part]:
    """What is measured of pages in a browser."""
    parts = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=launch_args())
        times = 1 if quick else 3
        if loaded := runner.measured("loading", lambda: loads(browser, sites, times)):
            parts.append(loading_part(loaded))
            if peers := runner.measured("peers", lambda: peer_loads(browser, sites[1], times)):
                parts.append(peers_part(loaded, peers))
        if not quick and (part := runner.measured("growth", lambda: grown(browser, sites[0]))):
            parts.append(part)
        if typing := runner.measured("typing", lambda: typed(browser, quick)):
            parts.append(typing_part(typing))
        if found := runner.measured("searching", lambda: searched(browser, sites[0], times)):
            parts.append(searching_part(found))
        browser.close()
    if scored := runner.measured("Lighthouse", lambda: judged(program, sites, quick)):
        parts.append(lighthouse_part(scored))
    if hosted := runner.measured("serving", lambda: hosting(sites, quick)):
        parts.append(hosting_part(hosted))
    return parts


def run(quick: bool) -> tuple[str, bool]:
    """Measure everything; the page as Markdown, and whether every target is met."""
    start, program, runner = time.monotonic(), find(), Runner()
    shutil.rmtree(FOLDER, ignore_errors=True)
    parts: list[Part] = []
    sizes = QUICK_BUILDS if quick else BUILDS
    if pairs := runner.measured("building", lambda: build_sizes(FOLDER, sizes)):
        parts.append(building_part(pairs))
    if sites := runner.measured("both sites", lambda: two_sites(FOLDER / "sites")):
        times = 1 if quick else 7
        if waits := runner.measured("editing", lambda: [edited(one, times) for one in sites]):
            parts.append(editing_part(*waits))
        parts.extend(of_pages(runner, program, sites, quick))
    command = "make bench ARGS=--quick" if quick else "make bench"
    seconds = time.monotonic() - start
    day = datetime.now(UTC).date()
    text = page(Run(day, command, machine(), versions(program), seconds), parts, runner.missing)
    met = all(target.met for part in parts for target in part.targets)
    return text, met and not runner.missing


def main() -> int:
    """Run the benchmark as the command line says; 1 if a target is missed or not measured."""
    options = argparse.ArgumentParser(prog="bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="a short run, to standard output")
    quick = options.parse_args().quick
    text, met = run(quick)
    if quick:
        say(text.rstrip())
    else:
        (ROOT / "bench" / "README.md").write_text(text, encoding="utf-8")
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
