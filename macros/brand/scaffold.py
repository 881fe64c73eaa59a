"""Write a folder for a new council, with comments that explain each setting."""

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from string import capwords
from unicodedata import combining, normalize

from common.problems import ProblemsError, shown
from macros.content.reading.yaml_parser import parse
from macros.content.released_ids import NAME as RELEASED
from macros.content.released_ids import parse_released

BLANK = Path(__file__).parent / "blank"
BRANDS = "brands"
SCHEMAS = Path("content", "schema")  # JSON Schemas, with which editors complete and check
_ID = "ORGANISATION-ID"
_NAME = "ORGANISATION-NAME"
_SCHEMAS = "SCHEMA-FOLDER"
# A line with a value to fill in: the text before the value, and the value.
_VALUE = re.compile(
    rf"^([# ]*(?:- )?[a-z_]+: )((?:[^\n]* )?(?:{_NAME}|{_ID})[^\n-]*)$", re.MULTILINE
)
_LONGEST = 20  # letters, as for `Organisation.id` in settings.py
_SMALL = ("and", "of", "the", "on", "upon", "with", "in", "y")
_BODIES = ("council", "authority", "trust", "partnership", "corporation", "cyngor")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"})


class CannotMakeError(Exception):
    """The folder cannot be written; the message says why, and what to do."""


def make(name: str, project: Path) -> Path:
    """Write a folder for `name`, a name or (if it has a slash) a path, and return the folder.

    Raises CannotMakeError if the folder exists or the name gives no id, and OSError, with nothing
    left behind, if it cannot be written."""
    folder = Path(name).expanduser() if re.search(r"[/\\]", name) else project / BRANDS / name
    own = _id(folder.name, _ids_of_guide(project)) if name.strip() else ""
    if not own:
        raise CannotMakeError(
            f"{shown(name)} has no letter to begin an id with: choose another name"
        )
    if folder.exists():
        raise CannotMakeError(f"{folder} is there already: choose another name, or edit that one")
    folder.mkdir(parents=True)
    try:
        _fill(folder, own, _words(folder.name), project)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _fill(folder: Path, own: str, words: str, project: Path) -> None:
    schemas = _way(folder, project / SCHEMAS)
    for blank in sorted(BLANK.iterdir()):
        text = blank.read_text(encoding="utf-8")
        text = _VALUE.sub(lambda line: line[1] + _named(line[2], own, words), text)
        text = text.replace(_ID, own).replace(_NAME, words).replace(_SCHEMAS, schemas)
        (folder / blank.name).write_text(text, encoding="utf-8")


def _way(folder: Path, to: Path) -> str:
    """Return the path from one folder to another as an editor reads it."""
    try:
        return Path(os.path.relpath(to.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on Windows, there is none from one drive to another
        return to.resolve().as_uri()


def _words(name: str) -> str:
    """Turn a folder's name into the organisation's: with capitals if it has none, and its kind."""
    words = " ".join(name.split())
    if words == words.lower():
        words = capwords(re.sub(r"[-_ ]+", " ", words))
    is_whole = any(word in _BODIES for word in words.casefold().split())
    return words if is_whole else f"{words} Council"


def _named(value: str, own: str, words: str) -> str:
    """Fill in the id and the name in a value, and quote it if YAML needs that."""
    text = value.replace(_ID, own).replace(_NAME, words)
    return text if _is_read_as_it_is(text) else "'" + text.replace("'", "''") + "'"


def _is_read_as_it_is(text: str) -> bool:
    """Whether YAML reads the unquoted text as exactly these words."""
    try:
        document = parse(f"value: {text}\n".encode(), "")
    except ProblemsError:
        return False
    return not document.problems and document.data == {"value": text}


def _ids_of_guide(project: Path) -> Iterable[str]:
    """Return the ids that the guide has released, if they can be read."""
    file = project / "content" / RELEASED
    with suppress(OSError, ProblemsError):
        return parse_released(file.read_text("utf-8-sig", "replace"), str(file)).lines
    return ()


def _id(name: str, guides: Iterable[str]) -> str:
    """Turn a name into an id of up to 20 letters with which no id of the guide begins, or "".

    In lower case, without characters that ids cannot have, cut at a word's end."""
    plain = normalize("NFKD", name.casefold().translate(_LETTERS))
    kept = "".join(one for one in plain if not combining(one) and one not in "'’")
    letters = re.sub(r"^[^a-z]+", "", re.sub(r"[^a-z0-9]+", "-", kept)).strip("-")
    ways = (letters, f"{letters}-council", f"council-{letters}", f"our-{letters}")
    fitting = (_shortened(way) for way in ways if letters)
    return next((own for own in fitting if not _begins(own, guides)), "")


def _begins(own: str, ids: Iterable[str]) -> bool:
    return any(one.startswith(f"{own}-") for one in ids)


def _shortened(letters: str) -> str:
    """Keep as many whole words as fit, without a small word at the end."""
    if len(letters) <= _LONGEST:
        return letters
    words = letters[: _LONGEST + 1].split("-")[:-1] or [letters[:_LONGEST]]
    while len(words) > 1 and words[-1] in _SMALL:
        words.pop()
    return "-".join(words)
