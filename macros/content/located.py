"""Every node of a validated file with its place, for the rules that compare files."""

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
    """The validated record of one file, and the document it was read from."""

    part: Part
    document: SourceDocument


@dataclass(frozen=True)
class LocatedRecord:
    """A node of a file: its part, the parts that contain it (outermost first), and its path."""

    part: Part
    document: SourceDocument
    path: Path = ()
    around: tuple[Part, ...] = ()

    @property
    def name(self) -> str:
        """What messages call the record that the node is or belongs to: "quote 'own-risk'"."""
        around = (self.part, *reversed(self.around))
        record = next((part for part in around if isinstance(part, Record)), None)
        if record:
            return f"{noun(type(record))} {shown(record.id)}"
        word = noun(type(around[-1]))
        return f"the list of {word}" if word.endswith("s") else f"the {word}"

    @property
    def where(self) -> str:
        """The node's place for a message: file:line."""
        return self.document.where(self.path)

    def inside(self, kind: type[Kind]) -> Kind | None:
        """Return the innermost part of this kind that contains the node, or None."""
        return next((part for part in reversed(self.around) if isinstance(part, kind)), None)

    def problem(self, field: Path, what: str, hint: str) -> Problem:
        """Make a problem about a field of the node."""
        return self.document.problem((*self.path, *field), what, hint)


def all_located(entry: LoadedFile) -> Iterator[LocatedRecord]:
    """Yield the file's record and every part in it, in reading order."""
    return _walk(LocatedRecord(entry.part, entry.document))


def parts(part: Part) -> Iterator[Part]:
    """Yield the part and every part in it, in reading order."""
    yield part
    for _, inner in _inner(part):
        yield from parts(inner)


def _walk(located: LocatedRecord) -> Iterator[LocatedRecord]:
    yield located
    around = (*located.around, located.part)
    for path, part in _inner(located.part):
        yield from _walk(LocatedRecord(part, located.document, (*located.path, *path), around))


def _inner(part: Part) -> Iterator[tuple[Path, Part]]:
    """Yield the parts directly inside a part, each with its path from there."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(value, Part):
            yield (field,), value
        elif isinstance(value, tuple):
            items = enumerate(value)
            yield from (((field, i), item) for i, item in items if isinstance(item, Part))
