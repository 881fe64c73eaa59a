"""Read and write released-ids.txt, the lock file of ids that may never disappear.

One id a line, a question's followed by its kind; `#` starts a comment."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from common.problems import Problem, ProblemsError, shown
from macros.content.model.base import ID, Part
from macros.content.model.records import Action, Question

NAME = "released-ids.txt"
HEADER = """\
# The ids that have been released. Saved answers and links depend on them, so none is
# ever taken out of this file: a record is renamed with `formerly` or withdrawn with
# `retired`. Beside a question's id is its kind. Written by `python -m macros release-ids`.
"""
_LINE = re.compile(rf"(?P<id>{ID.strip('^$')})(?:\s+(?P<kind>text|rating))?")


@dataclass(frozen=True)
class Released:
    """The released ids with their lines in `file`, and the kinds of released questions.

    Lists that release 1.0.0 wrote have no kinds."""

    file: str
    lines: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)


def parse_released(text: str, file: str) -> Released:
    """Read the text of the file. Raises ProblemsError for lines that are not ids."""
    lines = {line.strip(): number for number, line in enumerate(text.split("\n"), 1)}
    found = {own: number for own, number in lines.items() if own and not own.startswith("#")}
    matches = {own: match for own in found if (match := _LINE.fullmatch(own))}
    odd = [own for own in found if own not in matches]
    if odd:
        hint = "write one id a line ('text' or 'rating' may follow it), and '#' before a comment"
        raise ProblemsError(
            Problem(file, found[own], f"{shown(own)} is not an id", hint) for own in odd
        )
    ids = {match["id"]: found[own] for own, match in matches.items()}
    kinds = {match["id"]: match["kind"] for match in matches.values() if match["kind"]}
    return Released(file, ids, kinds)


def released_text(text: str, living: Iterable[str], kinds: Mapping[str, str] | None = None) -> str:
    """Return the file's text with the `living` ids added: its comments, then all ids sorted.

    `kinds` has the kinds of the living questions; those already in the file are kept."""
    lines = [line.strip() for line in text.split("\n")]
    comments = [line for line in lines if line.startswith("#")]
    before = parse_released(text, "")
    known = {**before.kinds, **(kinds or {})}
    ids = sorted({*before.lines, *living})
    written = [f"{own} {known[own]}" if own in known else own for own in ids]
    return "\n".join([*(comments or HEADER.splitlines()), *written, ""])


def kinds_of(part: Part) -> dict[str, str]:
    """Return the kinds of a question or action and its companions by id; empty for other parts."""
    if isinstance(part, Action):
        return dict.fromkeys((part.id, part.by.id, part.known_by.id), "text")
    if not isinstance(part, Question):
        return {}
    beside = ((part.note, "text"), (part.target, "rating"))
    return {part.id: part.kind, **{one.id: kind for one, kind in beside if one}}
