"""Every part of a sound record with its place: what the rules of the whole report walk over."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from common.problems import Problem, shown
from macros.content.document import Path, SourceDocument
from macros.content.model.base import Part, Record
from macros.content.naming import noun

Kind = TypeVar("Kind", bound=Part)


@dataclass(frozen=True)
class LoadedFile:
    """The record of one file, sound in itself, and the sheet it was read from."""

    part: Part
    document: SourceDocument


@dataclass(frozen=True)
class LocatedRecord:
    """A part, the parts around it from the outside in, and where it is."""

    part: Part
    document: SourceDocument
    path: Path = ()
    around: tuple[Part, ...] = ()

    @property
    def name(self) -> str:
        """What people call the record that the part is or stands in: quote 'own-risk'."""
        around = (self.part, *reversed(self.around))
        record = next((part for part in around if isinstance(part, Record)), None)
        if record:
            return f"{noun(type(record))} {shown(record.id)}"
        word = noun(type(around[-1]))
        return f"the list of {word}" if word.endswith("s") else f"the {word}"

    @property
    def where(self) -> str:
        """The place of the part: file:line."""
        return self.document.where(self.path)

    def inside(self, kind: type[Kind]) -> Kind | None:
        """The innermost part of this kind around the spot, or None."""
        return next((part for part in reversed(self.around) if isinstance(part, kind)), None)

    def problem(self, field: Path, what: str, hint: str) -> Problem:
        """A fault at a field of the part."""
        return self.document.problem((*self.path, *field), what, hint)


def all_located(entry: LoadedFile) -> Iterator[LocatedRecord]:
    """The entry's record and every part in it, in reading order."""
    return _walk(LocatedRecord(entry.part, entry.document))


def parts(part: Part) -> Iterator[Part]:
    """The part and every part in it, in reading order."""
    yield part
    for _, inner in _inner(part):
        yield from parts(inner)


def _walk(located: LocatedRecord) -> Iterator[LocatedRecord]:
    yield located
    around = (*located.around, located.part)
    for path, part in _inner(located.part):
        yield from _walk(LocatedRecord(part, located.document, (*located.path, *path), around))


def _inner(part: Part) -> Iterator[tuple[Path, Part]]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(value, Part):
            yield (field,), value
        elif isinstance(value, tuple):
            items = enumerate(value)
            yield from (((field, i), item) for i, item in items if isinstance(item, Part))
