"""Build the site as `make build` does."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.server import BASE

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 300


class BuildFailedError(Exception):
    """The site could not be built; the message is what the build said."""


def build(folder: Path, config: Path = ROOT / "mkdocs.yml") -> Path:
    """Build the site of `config` into `folder`, strictly; gives `folder` back.

    Raises BuildFailedError, with all that the build said, on any error or warning.
    """
    options = ["--strict", "--config-file", str(config), "--site-dir", str(folder)]
    run_python(["-m", "mkdocs", "build", *options])
    return folder


def run_python(arguments: list[str], folder: Path = ROOT) -> None:
    """Run Python in `folder` with the settings that the tests build with.

    Raises BuildFailedError, with all that was said, where it does not end well.
    """
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "SITE_URL": f"http://127.0.0.1{BASE}", "DRAFT_DOCS": "# none"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise BuildFailedError(done.stdout)


def built(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """The folder that `make` builds, once for all test processes of the run; where that fails,
    the tests that want it fail with what was said."""
    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    try:
        with FileLock(folder / f"{name}.lock"):
            return build_once(folder, name, make)
    except BuildFailedError as fault:
        pytest.fail(f"the {name} could not be built:\n{fault}", pytrace=False)


def build_once(folder: Path, name: str = "site", make: Callable[[Path], Path] = build) -> Path:
    """The same for all test processes of a run, called by one at a time: the first builds,
    by `make`, into the folder `name` of `folder`.

    Where that failed, the others fail with its message and do not try again.
    """
    site, failure = folder / name, folder / f"{name}-failed.txt"
    if failure.exists():
        raise BuildFailedError(failure.read_text(encoding="utf-8"))
    if site.exists():
        return site
    try:
        return make(folder / f"{name}-unfinished").rename(site)
    except BuildFailedError as fault:
        failure.write_text(str(fault), encoding="utf-8")
        raise
