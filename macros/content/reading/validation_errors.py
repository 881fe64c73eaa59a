"""Turn pydantic's errors into problems with a line and plain words."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from common.problems import Problem, shown
from macros.content.document import Path, SourceDocument
from macros.content.model.base import Part
from macros.content.model.blocks import BLOCKS
from macros.content.reading.subject import owner_of, subject
from macros.content.reading.validation_messages import InvalidValue


def explain(
    model: type[Part], document: SourceDocument, error: ValidationError
) -> Iterator[Problem]:
    """Yield a problem for each error in a document, without repeats and consequences.

    A misspelt required field gives two errors (missing, unknown) and one problem. A list whose
    items could not be read is also reported as too short, and a misread value is already reported
    by the parser; both are left out."""
    problems = [_problem(model, document, details) for details in error.errors()]
    meant = {(p.owner.path, p.meant) for p in problems if p.kind == "extra_forbidden"}
    for invalid in problems:
        misspelt = invalid.kind == "missing" and (invalid.owner.path, invalid.field) in meant
        unread = invalid.kind == "too_short" and invalid.details["input"]
        slipped = invalid.path in document.locations and invalid.location.slipped
        if not (misspelt or unread or slipped):
            yield document.problem(invalid.path, *invalid.words)


def swallowed(model: type[Part], document: SourceDocument) -> Iterator[Problem]:
    """Yield a problem for each field that became part of the text before it by its indentation."""
    for path, location in document.locations.items():
        for line, name in location.inside:
            owner = owner_of(model, document.data, path)
            if name in owner.model.model_fields and (*owner.path, name) not in document.locations:
                what = f"{shown(name)} is read as a part of {subject(owner, path)}"
                hint = "line it up with the fields before it; or break the lines elsewhere"
                yield Problem(document.file, line, what, hint)


def _problem(model: type[Part], document: SourceDocument, details: ErrorDetails) -> InvalidValue:
    path = _untagged(details["loc"])
    owner = owner_of(model, document.data, path)
    is_key = details["loc"][-1:] == ("[key]",)
    words = f"a key of {subject(owner, path[:-1])}" if is_key else subject(owner, path)
    return InvalidValue(words, owner, path, document.location(path), details, model)


def _untagged(at: Path) -> Path:
    """Remove the steps that pydantic adds to a path: a block's kind, and "[key]".

    A block's kind is always followed by a field's name; a field of the same name never is."""
    steps = [step for step in at if step != "[key]"]
    pairs = zip(steps, [*steps[1:], 0], strict=True)
    return tuple(step for step, after in pairs if step not in BLOCKS or isinstance(after, int))
