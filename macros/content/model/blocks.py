"""The blocks of running text: paragraphs, bullets, placed quotes and other elements of the report.

The key that a block begins with says what kind it is."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from macros.content.model.base import Id, Names, Part, Text


class Paragraph(Part):
    """One paragraph of the report."""

    paragraph_md: Text


class Point(Part):
    """One bullet; `quotes` are the ids of the quotes that illustrate just this bullet."""

    point_md: Text
    quotes: Annotated[tuple[Id, ...], Names("Quote")] = ()


class Points(Part):
    """A bulleted list (`numbered: true` for a numbered one)."""

    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    numbered: bool = False


class PlacedQuote(Part):
    """The place of a quote in the reading order: the quote's id."""

    quote: Annotated[Id, Names("Quote")]


class Theory(Part):
    """A note on leadership theory; `term` is the glossary's entry for it."""

    theory_md: Text
    term: Annotated[Id | None, Names("Term")] = None


class KeyQuestions(Part):
    """The sentence that introduces the three key questions, which follow it."""

    key_questions_md: Text


class Findings(Part):
    """The sentence that introduces the list of the five attributes, which follows it."""

    findings_md: Text
    findings: Annotated[dict[Id, Text], Field(min_length=1), Names("Attribute")]


class Note(Part):
    """A note in this guide's own words, always shown as such."""

    note_md: Text


BLOCKS: dict[str, type[Part]] = {
    "paragraph_md": Paragraph,
    "points": Points,
    "quote": PlacedQuote,
    "theory_md": Theory,
    "key_questions_md": KeyQuestions,
    "findings_md": Findings,
    "note_md": Note,
}


def block_kind(value: Any) -> str | None:
    """Return the key that says what kind of block `value` is, or None if it has none."""
    if isinstance(value, Part):
        return next((key for key, kind in BLOCKS.items() if type(value) is kind), None)
    if isinstance(value, dict):
        return next((key for key in BLOCKS if key in value), None)
    return None


Block = Annotated[
    Annotated[Paragraph, Tag("paragraph_md")]
    | Annotated[Points, Tag("points")]
    | Annotated[PlacedQuote, Tag("quote")]
    | Annotated[Theory, Tag("theory_md")]
    | Annotated[KeyQuestions, Tag("key_questions_md")]
    | Annotated[Findings, Tag("findings_md")]
    | Annotated[Note, Tag("note_md")],
    Discriminator(block_kind),
]
Body = tuple[Block, ...]
SomeBody = Annotated[Body, Field(min_length=1)]


def quote_ids(body: Body) -> Iterator[str]:
    """Yield the ids of the quotes in a body, in reading order."""
    for block in body:
        if isinstance(block, PlacedQuote):
            yield block.quote
        elif isinstance(block, Points):
            for point in block.points:
                yield from point.quotes
