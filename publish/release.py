"""A built site to what a host serves: the same files, and scripts without what only people read."""

import shutil
from pathlib import Path

import rjsmin  # type: ignore[import-untyped]

SCRIPTS = "assets/js"


class NotASiteError(Exception):
    """The folder does not hold a built site; the message says what to do."""


def release(site: Path, folder: Path) -> None:
    """Write what a host serves of the built site `site` into `folder`, which is made anew.

    Raises NotASiteError where `site` is none, or `folder` holds something else."""
    if not (site / "index.html").is_file():
        raise NotASiteError(f"{site}: there is no built site here: run `make build` first")
    if folder.exists() and not (folder / "index.html").is_file() and any(folder.iterdir()):
        raise NotASiteError(f"{folder}: there is something else here: name another folder")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    for script in (folder / SCRIPTS).rglob("*.js"):
        script.write_text(bare(script.read_text(encoding="utf-8")), encoding="utf-8")


def bare(script: str) -> str:
    """The script without comments and without space that it can do without."""
    return str(rjsmin.jsmin(script))
