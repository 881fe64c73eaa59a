"""Find what a part refers to: ids in its fields, and links in its Markdown.

Which fields hold ids is declared on the field itself, with the annotation `Names`."""

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
# A page or file by its path from the top, as only a council's own records link to them.
PLACE = re.compile(r"files/[^\s)>]+|(?:[\w-]+/)*[\w-]+\.md(?:#[\w-]+)?")
_LINK = re.compile(r"\]\(\s*<?(?P<to>[^)\s>]*)")


@dataclass(frozen=True)
class Mention:
    """An id in a field of a part, and the kind of record that it must name."""

    field: Path
    id: str
    wanted: type[Record]
    may_be_gone: bool = False


def mentions(part: Part) -> Iterator[Mention]:
    """Yield every id that the part itself (not a part inside it) refers to."""
    for field, info in type(part).model_fields.items():
        for names in info.metadata:
            if isinstance(names, Names):
                wanted = _model(names.kind)
                for path, own in _ids(getattr(part, field), (field,)):
                    yield Mention(path, own, wanted, names.may_be_gone)
    for field, kind, own in links(part):
        if kind in LINKS:
            yield Mention((field,), own, LINKS[kind])


def _model(name: str) -> type[Record]:
    found: type[Record] = getattr(records, name)
    return found


def links(part: Part) -> Iterator[tuple[str, str, str]]:
    """Yield each link in the part's Markdown as (field, scheme, rest): ("text_md", "ref", "id")."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        if field.endswith("_md") and isinstance(value, str):
            for link in _LINK.finditer(value):
                kind, colon, own = link["to"].partition(":")
                yield (field, kind, own) if colon else (field, "", link["to"])


def odd_links(part: Part, may_be_a_place: bool = False) -> Iterator[tuple[str, str]]:
    """Yield each link with an unknown scheme as (field, target).

    A council's records may also link to a place, which has none: a page, or one of its files."""
    for field, kind, rest in links(part):
        if may_be_a_place and PLACE.fullmatch(f"{kind}:{rest}" if kind else rest):
            continue
        if kind not in (*LINKS, *_ELSEWHERE):
            yield field, f"{kind}:{rest}" if kind else rest


def _ids(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the ids in a field's value: one id, a list of them, or the keys of a mapping."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        yield from (((*path, own), own) for own in value)
    elif isinstance(value, tuple):
        yield from (((*path, position), own) for position, own in enumerate(value))
