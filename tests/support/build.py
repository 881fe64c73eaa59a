"""Build the site as `make build` does, once for all runs of tests on the same sources."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.server import BASE

ROOT = Path(__file__).resolve().parents[2]
# What was built stays here, under a name that changes with any file of the checkout.
KEPT = ROOT / ".cache" / "built"
SECONDS = 1200
SECONDS_KEPT = 86_400  # what was not used for a day is removed


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
    """The folder that `make` builds, once for all test processes and for all runs on these
    sources; where that fails, the tests that want it fail with what was said."""
    run = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    try:
        return build_once(kept() or run, name, make, run / f"{name}-failed.txt")
    except BuildFailedError as fault:
        pytest.fail(f"the {name} could not be built:\n{fault}", pytrace=False)


def build_once(
    folder: Path, name: str, make: Callable[[Path], Path], failure: Path | None = None
) -> Path:
    """Build into the folder `name` of `folder`, where that is not done yet.

    Where it failed, the others of this run fail with the message in `failure` and do not try again.
    Raises BuildFailedError, for a site as well that is no longer what was built.
    """
    site, mark = folder / name, folder / f"{name}.sha256"
    failure = failure or folder / f"{name}-failed.txt"
    with FileLock(folder / f"{name}.lock"):
        if mark.exists():
            if mark.read_text(encoding="ascii") != digest(site):
                raise BuildFailedError(f"something has changed {site}: remove {folder}")
            return site
        if failure.exists():
            raise BuildFailedError(failure.read_text(encoding="utf-8"))
        unfinished = folder / f"{name}-unfinished"
        for left in (site, *folder.glob(f"{unfinished.name}*")):  # by a run that was broken off
            shutil.rmtree(left, ignore_errors=True)
        try:
            make(unfinished).rename(site)
        except BuildFailedError as fault:
            failure.write_text(str(fault), encoding="utf-8")
            raise
        mark.write_text(digest(site), encoding="ascii")
        return site


def digest(folder: Path) -> str:
    """A hash of every file in a folder, by its path and what is in it."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            part = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"{path.relative_to(folder).as_posix()}\0{part}\0".encode())
    return whole.hexdigest()


@cache
def kept() -> Path | None:
    """The folder for what is built of this checkout as it stands; none where git cannot list it."""
    key = sources()
    if not key:
        return None
    folder = KEPT / key
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    for other in KEPT.iterdir():
        if other.stat().st_mtime < time.time() - SECONDS_KEPT:
            shutil.rmtree(other, ignore_errors=True)
    return folder


def sources() -> str:
    """A hash of every file that git has or would take in, the Python and what times a build."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        return ""
    whole = hashlib.sha256(f"{sys.version}\0{os.environ.get('SOURCE_DATE_EPOCH')}\0".encode())
    for name in sorted({*listed.stdout.split(b"\0")} - {b""}):
        path = ROOT / os.fsdecode(name)
        content = path.read_bytes() if path.is_file() else b"gone"
        whole.update(name + b"\0" + hashlib.sha256(content).digest())
    return whole.hexdigest()[:16]
