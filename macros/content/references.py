"""What one part refers to: its fields that hold ids, and the links in its Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.content.document import Path
from macros.content.model.base import Names, Part, Record
from macros.content.model.blocks import Findings, PlacedQuote, Point, Theory
from macros.content.model.records import (
    Aliases,
    Attribute,
    Behaviour,
    Question,
    Quote,
    Reference,
    Resource,
    Section,
    Term,
)

LINKS: dict[str, type[Record]] = {
    "ref": Reference,
    "resource": Resource,
    "term": Term,
    "behaviour": Behaviour,
    "attribute": Attribute,
}
_FIELDS: tuple[tuple[type[Part], str, type[Record]], ...] = (
    (PlacedQuote, "quote", Quote),
    (Point, "quotes", Quote),
    (Quote, "behaviour", Behaviour),
    (Question, "behaviours", Behaviour),
    (Section, "attribute", Attribute),
    (Theory, "term", Term),
    (Resource, "successor", Resource),
    (Findings, "findings", Attribute),
    (Aliases, "records", Record),
)
_ELSEWHERE = ("https", "mailto")
_LINK = re.compile(r"\]\(\s*<?(?P<to>[^)\s>]*)")


@dataclass(frozen=True)
class Mention:
    """An id that a part mentions, at a field of it, and the kind of record it must be."""

    field: Path
    id: str
    wanted: type[Record]


def mentions(part: Part) -> Iterator[Mention]:
    """Every id that the part itself (not a part inside it) mentions."""
    for model, field, wanted in _FIELDS:
        if isinstance(part, model):
            for path, own in _ids(getattr(part, field), (field,)):
                yield Mention(path, own, wanted)
    for field, info in type(part).model_fields.items():
        for names in info.metadata:
            if isinstance(names, Names):
                yield from (
                    Mention(*one, names.kind) for one in _ids(getattr(part, field), (field,))
                )
    for field, kind, own in links(part):
        if kind in LINKS:
            yield Mention((field,), own, LINKS[kind])


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
        yield from (((*path, index), own) for index, own in enumerate(value))
