"""The list of released ids in a council's folder: which of its own ids belong in it."""

from pathlib import Path

from macros.brand.changes import Changes
from macros.content.located import parts
from macros.content.model.base import Record
from macros.content.released_ids import NAME, kinds_of, parse_released, released_text

HEADER = """\
# The ids of our own records that have been released. Saved answers and links depend on
# them, so none is ever taken out of this file: a record is renamed with `formerly` or withdrawn
# with `retired`. Beside a question's id is its kind. Written by `guide release`; keep it with
# the folder.
"""


def keep_ids(folder: Path, changes: Changes) -> int:
    """Add the ids of the organisation's own records to the folder's list; return how many it has.

    Writes nothing where there are none, or all are in it. Raises OSError."""
    own, kinds = _own(changes)
    file = folder / NAME
    if not own and not file.is_file():
        return 0
    before = file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""
    text = released_text(before or HEADER, own, kinds)
    if text != before:
        file.write_text(text, encoding="utf-8")
    return len(own)


def unlisted(folder: Path, changes: Changes) -> list[str]:
    """Return the lines that the folder's list of released ids lacks.

    The kind of a question may be missing: lists of release 1.0.0 have none, and the next release
    on the council's own computer adds it."""
    own, kinds = _own(changes)
    file = folder / NAME
    text = file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""
    released = parse_released(text, str(file))
    lines = {one: f"{one} {kinds[one]}" if one in kinds else one for one in own}
    there = {one: f"{one} {released.kinds[one]}" if one in released.kinds else one for one in own}
    return [
        line
        for one, line in lines.items()
        if one not in released.lines or (one in released.kinds and there[one] != line)
    ]


def _own(changes: Changes) -> tuple[list[str], dict[str, str]]:
    """Return the ids of the records that the organisation added, and the kinds of its questions."""
    lists = (changes.resources, changes.questions, changes.quotes, changes.terms)
    added: list[Record] = [one for each in lists for one in each.add]
    added += changes.questions.add_sections
    all_parts = [part for one in added for part in parts(one)]
    ids = [part.id for part in all_parts if isinstance(part, Record)]
    return ids, {own: kind for part in all_parts for own, kind in kinds_of(part).items()}
