"""What pydantic says of a record, in the words of the field: pydantic errors in, faults out."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from common.problems import Fault, shown
from macros.content.document import Path, Sheet
from macros.content.model.base import Part
from macros.content.model.blocks import BLOCKS
from macros.content.reading.subject import owner_of, subject
from macros.content.reading.validation_messages import Problem


def explain(model: type[Part], sheet: Sheet, error: ValidationError) -> Iterator[Fault]:
    """A fault for each thing that is wrong with the record in `sheet`.

    A required field that is misspelt is one fault, not two; pydantic calls a list too short
    when it could not read its items, which are told of already; and so is a value that is not
    read as it is meant."""
    problems = [_problem(model, sheet, details) for details in error.errors()]
    meant = {(p.owner.path, p.meant) for p in problems if p.kind == "extra_forbidden"}
    for problem in problems:
        misspelt = problem.kind == "missing" and (problem.owner.path, problem.field) in meant
        unread = problem.kind == "too_short" and problem.details["input"]
        slipped = problem.path in sheet.places and problem.place.slipped
        if not (misspelt or unread or slipped):
            yield sheet.fault(problem.path, *problem.words)


def swallowed(model: type[Part], sheet: Sheet) -> Iterator[Fault]:
    """A fault for each field that is lost among the lines of the text before it."""
    for path, place in sheet.places.items():
        for line, name in place.inside:
            owner = owner_of(model, sheet.data, path)
            if name in owner.model.model_fields and (*owner.path, name) not in sheet.places:
                what = f"{shown(name)} is read as a part of {subject(owner, path)}"
                mend = "line it up with the fields before it; or break the lines elsewhere"
                yield Fault(sheet.file, line, what, mend)


def _problem(model: type[Part], sheet: Sheet, details: ErrorDetails) -> Problem:
    path = _untagged(details["loc"])
    owner = owner_of(model, sheet.data, path)
    is_key = details["loc"][-1:] == ("[key]",)
    words = f"a key of {subject(owner, path[:-1])}" if is_key else subject(owner, path)
    return Problem(words, owner, path, sheet.place(path), details)


def _untagged(location: Path) -> Path:
    """The path in the file: pydantic's own marks for a block's kind and for a key go.

    A block's kind is followed by the field's name; a field of the same name never is."""
    steps = [step for step in location if step != "[key]"]
    pairs = zip(steps, [*steps[1:], 0], strict=True)
    return tuple(step for step, after in pairs if step not in BLOCKS or isinstance(after, int))
