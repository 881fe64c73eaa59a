"""Write a folder for a new council, with comments that explain each setting."""

import json
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from string import capwords
from unicodedata import combining, normalize

from common.problems import ProblemsError, shown
from macros.brand.fill_in import Settings, filled_in
from macros.brand.reader import SETTINGS
from macros.content.released_ids import NAME as RELEASED
from macros.content.released_ids import parse_released

BLANK = Path(__file__).parent / "blank"
CONTENT = Path(__file__).parents[2] / "content"
SCHEMAS = CONTENT / "schema"  # JSON Schemas, with which editors complete and check
NAME = ("organisation", "name")
_OWN_ID = ("organisation", "id")
_ID = "ORGANISATION-ID"
_NAME = "ORGANISATION-NAME"
_SCHEMAS = "SCHEMA-FOLDER"
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#&]")
_FOR_EDITORS = re.compile(r"\A# yaml-language-server:.*\n")
_LONGEST = 20  # letters, as for `Organisation.id` in settings.py
_SMALL = ("and", "of", "the", "on", "upon", "with", "in", "y")
_BODIES = ("council", "authority", "trust", "partnership", "corporation", "cyngor")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"})


class CannotMakeError(Exception):
    """The folder cannot be written; the message says why, and what to do."""


def make(folder: Path | str, settings: Settings | None = None) -> Path:
    """Write a folder of this path for a council, with these settings filled in; return it.

    Its name becomes the organisation's name and id, where the settings do not give them. Raises
    CannotMakeError if the folder exists or the name gives no id, and OSError, with nothing left
    behind, if it cannot be written."""
    where = Path(folder).expanduser()
    given = dict(settings or {})
    given.setdefault(NAME, organisation_name(where.name))
    given.setdefault(_OWN_ID, own_id(where.name) if str(folder).strip() else "")
    if not given[_OWN_ID]:
        raise CannotMakeError(
            f"{shown(str(folder))} has no letter to begin an id with: choose another name"
        )
    if where.exists():
        raise CannotMakeError(f"{where} is there already: choose another name, or edit that one")
    where.mkdir(parents=True)
    try:
        for name, text in texts(given, _way(where, SCHEMAS)).items():
            (where / name).write_text(text, encoding="utf-8")
    except (OSError, UnicodeError):
        shutil.rmtree(where, ignore_errors=True)
        raise
    return where


def texts(settings: Settings, schemas: str | None = None) -> dict[str, str]:
    """Return the text of each file of a new folder; the settings have the name and the id.

    `schemas` is the path to the JSON Schemas, one of which each file names in its first line, for
    editors; without it there is no such line."""
    in_yaml = json.dumps(settings[NAME], ensure_ascii=False)[1:-1]
    in_markdown = _MARKDOWN.sub(r"\\\g<0>", settings[NAME])
    found = {}
    for file, blank in blanks(schemas).items():
        text = filled_in(blank, settings) if file == SETTINGS else blank
        # The head of a page is YAML, what follows Markdown.
        head, line, body = text.rpartition("\n---\n") if file.endswith(".md") else (text, "", "")
        whole = head.replace(_NAME, in_yaml) + line + body.replace(_NAME, in_markdown)
        found[file] = whole.replace(_ID, settings[_OWN_ID])
    return found


def blanks(schemas: str | None = None) -> dict[str, str]:
    """Return the files of a new folder before the organisation's name and id are in them."""
    found = {one.name: one.read_text(encoding="utf-8") for one in sorted(BLANK.iterdir())}
    if schemas is None:
        return {name: _FOR_EDITORS.sub("", text) for name, text in found.items()}
    return {name: text.replace(_SCHEMAS, schemas) for name, text in found.items()}


def _way(folder: Path, to: Path) -> str:
    """Return the path from one folder to another as an editor reads it."""
    try:
        return Path(os.path.relpath(to.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on Windows, there is none from one drive to another
        return to.resolve().as_uri()


def organisation_name(name: str) -> str:
    """Turn a folder's name into the organisation's: with capitals if it has none, and its kind."""
    words = " ".join(name.split())
    if words == words.lower():
        words = capwords(re.sub(r"[-_ ]+", " ", words))
    is_whole = any(word in _BODIES for word in words.casefold().split())
    return words if is_whole else f"{words} Council"


def _ids_of_guide() -> Iterable[str]:
    """Return the ids that the guide has released, if they can be read."""
    file = CONTENT / RELEASED
    with suppress(OSError, ProblemsError):
        return parse_released(file.read_text("utf-8-sig", "replace"), str(file)).lines
    return ()


def own_id(name: str) -> str:
    """Turn a name into an id of up to 20 letters with which no id of the guide begins, or "".

    In lower case, without characters that ids cannot have, cut at a word's end."""
    taken = set(taken_beginnings())
    plain = normalize("NFKD", name.casefold().translate(_LETTERS))
    kept = "".join(one for one in plain if not combining(one) and one not in "'’")
    letters = re.sub(r"^[^a-z]+", "", re.sub(r"[^a-z0-9]+", "-", kept)).strip("-")
    ways = (letters, f"{letters}-council", f"council-{letters}", f"our-{letters}")
    fitting = (_shortened(way) for way in ways if letters)
    return next((own for own in fitting if own not in taken), "")


def taken_beginnings() -> list[str]:
    """Return with what the guide's ids begin, sorted: values and values-at, of values-at-heart."""
    ways = (one.split("-") for one in _ids_of_guide())
    found = {"-".join(words[:length]) for words in ways for length in range(1, len(words))}
    return sorted(one for one in found if len(one) <= _LONGEST)


def _shortened(letters: str) -> str:
    """Keep as many whole words as fit, without a small word at the end."""
    if len(letters) <= _LONGEST:
        return letters
    words = letters[: _LONGEST + 1].split("-")[:-1] or [letters[:_LONGEST]]
    while len(words) > 1 and words[-1] in _SMALL:
        words.pop()
    return "-".join(words)
