"""What one part refers to: its fields that hold ids, and the links in its Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.content.document import Path
from macros.content.model import records
from macros.content.model.base import Names, Part, Record
from macros.content.model.records import Attribute, Behaviour, Reference, Resource, Term

LINKS: dict[str, type[Record]] = {
    "ref": Reference,
    "resource": Resource,
    "term": Term,
    "behaviour": Behaviour,
    "attribute": Attribute,
}
_ELSEWHERE = ("https", "mailto")
_LINK = re.compile(r"\]\(\s*<?(?P<to>[^)\s>]*)")


@dataclass(frozen=True)
class Mention:
    """An id that a part mentions, at a field of it, and the kind of record it must be."""

    field: Path
    id: str
    wanted: type[Record]


def mentions(part: Part) -> Iterator[Mention]:
    """Yield every id that the part itself (not a part inside it) refers to."""
    for field, info in type(part).model_fields.items():
        for names in info.metadata:
            if isinstance(names, Names):
                wanted = _model(names.kind)
                for path, own in _ids(getattr(part, field), (field,)):
                    yield Mention(path, own, wanted)
    for field, kind, own in links(part):
        if kind in LINKS:
            yield Mention((field,), own, LINKS[kind])


def _model(name: str) -> type[Record]:
    found: type[Record] = getattr(records, name)
    return found


def links(part: Part) -> Iterator[tuple[str, str, str]]:
    """Each link in the part's Markdown: its field, what stands before the colon, the rest."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        if field.endswith("_md") and isinstance(value, str):
            for link in _LINK.finditer(value):
                kind, colon, own = link["to"].partition(":")
                yield (field, kind, own) if colon else (field, "", link["to"])


def odd_links(part: Part) -> Iterator[tuple[str, str]]:
    """Each link of no known kind: its field, and what it leads to."""
    for field, kind, rest in links(part):
        if kind not in (*LINKS, *_ELSEWHERE):
            yield field, f"{kind}:{rest}" if kind else rest


def _ids(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The ids in a field's value: one, a list of them, or the keys of a mapping."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        yield from (((*path, own), own) for own in value)
    elif isinstance(value, tuple):
        yield from (((*path, position), own) for position, own in enumerate(value))
