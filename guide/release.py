"""Make the release of a copy, and keep what the next one needs."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from common.build_time import build_time
from common.markers import RELEASE
from guide.building import build, workspace
from guide.check import Checked, found, published
from guide.version import VERSION
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
    _refuse(folder, to)
    before = release_in(to)
    with workspace() as project:
        built = build(folder, project, generator, address)
        made = published(built, project / "release", before)
        packed = papers(made, VERSION, build_time())
        ids = keep_ids(built.branded.folder.path, built.branded.folder.changes)
        _move(made.folder, to)
        return Made(to, to / packed.name, ids, before), found(built)


def _refuse(folder: Path, to: Path) -> None:
    if to.exists() and not to.is_dir():
        raise CannotReleaseError(f"{to} is a file: choose another place with --to")
    if to.is_dir() and any(to.iterdir()) and not (to / RELEASE).is_file():
        raise CannotReleaseError(f"{to} has something else in it: choose another place with --to")
    if folder.resolve().is_relative_to(to.resolve()) or to.resolve().is_relative_to(
        folder.resolve()
    ):
        raise CannotReleaseError(f"{to} is your folder, or in it: choose another place with --to")


def _move(made: Path, to: Path) -> None:
    """Put a finished release in its place; at no time is there half of one under that name."""
    unfinished = to.with_name(f"{to.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(made, unfinished)
    if to.exists():
        shutil.rmtree(to)
    unfinished.rename(to)
