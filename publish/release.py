"""A built site to what a host serves: the same files, and scripts without what only people read."""

import shutil
from pathlib import Path

import rjsmin  # type: ignore[import-untyped]

SCRIPTS = "assets/js"
MARK = ".five-attributes-release"  # by which a folder is known as one that may be made anew


class NotASiteError(Exception):
    """The folder does not hold a built site; the message says what to do."""


def release(site: Path, folder: Path) -> None:
    """Write what a host serves of the built site `site` into `folder`, which is made anew.

    Raises NotASiteError where `site` is none, or `folder` holds something else."""
    if not (site / "index.html").is_file():
        raise NotASiteError(f"{site}: there is no built site here: run `make build` first")
    if site.resolve().is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(
        site.resolve()
    ):
        raise NotASiteError(
            f"{folder}: the release cannot lie in the site or hold it: name another folder"
        )
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise NotASiteError(f"{folder}: there is something else here: name another folder")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    (folder / MARK).write_text("Made by `make release`, which makes it anew.\n", encoding="utf-8")
    for script in (folder / SCRIPTS).rglob("*.js"):
        script.write_text(bare(script.read_text(encoding="utf-8")), encoding="utf-8")


def bare(script: str) -> str:
    """The script without comments and without space that it can do without."""
    return str(rjsmin.jsmin(script))
