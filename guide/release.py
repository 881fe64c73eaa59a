"""Make the release of a copy, and keep what the next one needs."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from common.build_time import build_time
from common.markers import RELEASE
from guide.building import build
from guide.check import Checked, found, published
from guide.version import VERSION
from guide.workspace import workspace
from macros.brand.own_ids import keep_ids
from publish.__main__ import release_in
from publish.release_files import papers


class CannotReleaseError(Exception):
    """The release cannot be written there; the message says why, and what to do."""


@dataclass(frozen=True)
class Made:
    """A release: its folder and zip, how many ids of the organisation's own are in it, and the
    release before, whose scripts it keeps."""

    folder: Path
    zip: Path
    ids: int
    before: Path | None


def release_folder(folder: Path) -> Path:
    """Return where the release of a folder goes: beside it, `northshire-release`."""
    whole = folder.resolve()
    return whole.with_name(f"{whole.name}-release")


def make_release(
    folder: Path, to: Path, generator: str = "mkdocs", address: str | None = None
) -> tuple[Made, Checked]:
    """Build a folder's copy and write its release to `to`, replacing the release before.

    `address` is where the copy will be, if its settings do not say.

    It is finished elsewhere first, so that a failure leaves the release before as it was. Raises
    ProblemsError, BuildFailedError, CannotReleaseError and OSError."""
    to = to.resolve()
    _refuse(folder, to)
    before = release_in(to)
    with workspace() as project:
        built = build(folder, project, generator, address)
        made = published(built, project / "release", before)
        packed = papers(made, VERSION, build_time())
        unfinished = to.with_name(f"{to.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(made.folder, unfinished)
        ids = keep_ids(built.branded.folder.path, built.branded.folder.changes)
        _put(unfinished, to)
        return Made(to, to / packed.name, ids, before), found(built)


def _refuse(folder: Path, to: Path) -> None:
    if os.path.ismount(to):
        inside = to / "release"
        raise CannotReleaseError(f"{to} cannot be replaced: choose a folder in it, --to {inside}")
    if to.exists() and not to.is_dir():
        raise CannotReleaseError(f"{to} is a file: choose another place with --to")
    if to.is_dir() and any(to.iterdir()) and not (to / RELEASE).is_file():
        raise CannotReleaseError(f"{to} has something else in it: choose another place with --to")
    if not to.name:
        raise CannotReleaseError(f"{to} has no name to write beside: choose a folder with --to")
    if folder.resolve().is_relative_to(to.resolve()) or to.resolve().is_relative_to(
        folder.resolve()
    ):
        raise CannotReleaseError(f"{to} is your folder, or in it: choose another place with --to")


def _put(unfinished: Path, to: Path) -> None:
    """Put a finished release in its place, or leave the one that is there."""
    old = to.with_name(f"{to.name}.before")
    shutil.rmtree(old, ignore_errors=True)
    if to.exists():
        to.rename(old)
    try:
        unfinished.rename(to)
    except OSError:
        if old.exists():
            old.rename(to)
        raise
    shutil.rmtree(old, ignore_errors=True)
