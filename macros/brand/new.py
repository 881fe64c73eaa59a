"""A new council's folder, with comments that say what each setting does."""

import os
import re
import shutil
from pathlib import Path

from macros.faults import shown

BLANK = Path(__file__).parent / "blank"
BRANDS = "brands"
SCHEMAS = Path("content", "schema")  # where editors find what may stand in a file
_ID = "ORGANISATION-ID"
_NAME = "ORGANISATION-NAME"
_SCHEMAS = "SCHEMA-FOLDER"


class CannotMakeError(Exception):
    """The folder cannot be made; the message says why, and what to do."""


def make(name: str, project: Path) -> Path:
    """Write a folder for `name`, which is a name or, with a slash in it, a path; gives the folder.

    Raises CannotMakeError where there is such a folder, or no name can be made of it, and
    OSError, with nothing left behind, where it cannot be written."""
    folder = Path(name).expanduser() if re.search(r"[/\\]", name) else project / BRANDS / name
    own = _id(folder.name)
    if not own:
        raise CannotMakeError(
            f"{shown(name)} has no letter to begin an id with: choose another name"
        )
    if folder.exists():
        raise CannotMakeError(f"{folder} is there already: choose another name, or edit that one")
    folder.mkdir(parents=True)
    try:
        _fill(folder, own, project)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _fill(folder: Path, own: str, project: Path) -> None:
    schemas = _way(folder, project / SCHEMAS)
    words = own.replace("-", " ").title()
    for blank in sorted(BLANK.iterdir()):
        text = blank.read_text(encoding="utf-8")
        text = text.replace(_ID, own).replace(_NAME, f"{words} Council")
        text = text.replace(_SCHEMAS, schemas)
        (folder / blank.name).write_text(text, encoding="utf-8")


def _way(folder: Path, to: Path) -> str:
    """The way from one folder to another as an editor reads it, from wherever both lie."""
    try:
        return Path(os.path.relpath(to.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on Windows, there is none from one drive to another
        return to.resolve().as_uri()


def _id(name: str) -> str:
    """The name as an id of up to 20 letters: small, without what an id cannot have."""
    letters = re.sub(r"[^a-z0-9]+", "-", name.lower())
    return re.sub(r"^[^a-z]+", "", letters)[:20].strip("-")
