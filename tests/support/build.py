"""Build the site as `make build` does."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.server import BASE

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 300


class BuildFailedError(Exception):
    """The site could not be built; the message is what the build said."""


def build(folder: Path, config: Path = ROOT / "mkdocs.yml") -> Path:
    """Build the site of `config` into `folder`, strictly; gives `folder` back.

    Raises BuildFailedError, with all that the build said, on any error or warning.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)]
    done = subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": f"http://127.0.0.1{BASE}", "DRAFT_DOCS": "# none"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise BuildFailedError(done.stdout)
    return folder


def build_once(folder: Path) -> Path:
    """The same for all test processes of a run, called by one at a time: the first builds.

    Where that failed, the others fail with its message and do not try again.
    """
    site, failure = folder / "site", folder / "build-failed.txt"
    if failure.exists():
        raise BuildFailedError(failure.read_text(encoding="utf-8"))
    if site.exists():
        return site
    try:
        return build(folder / "unfinished").rename(site)
    except BuildFailedError as fault:
        failure.write_text(str(fault), encoding="utf-8")
        raise
