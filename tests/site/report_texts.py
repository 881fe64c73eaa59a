"""Which texts of the records are the report's own words, and in what order it has them."""

import re
from collections.abc import Iterator

from macros.content.located import parts
from macros.content.model.base import Part
from macros.content.model.blocks import Body, Findings, KeyQuestions, Paragraph, Point, Theory
from macros.content.model.files import Content
from macros.content.model.records import (
    Attribute,
    Author,
    Behaviour,
    ExecutiveSummary,
    KeyQuestion,
    Passage,
    Question,
    Quote,
    Recommendation,
    Recommendations,
    Reference,
    Report,
    Section,
    Summary,
    Term,
    Workbook,
)

from .source_run import Run
from .words import comparable

THE_REPORT_S: dict[type[Part], tuple[str, ...]] = {
    Attribute: ("title", "question", "introduction_md"),
    Behaviour: ("title", "listed_as"),
    ExecutiveSummary: ("title",),
    Findings: ("findings_md", "findings"),
    KeyQuestion: ("text", "points"),
    KeyQuestions: ("key_questions_md",),
    Paragraph: ("paragraph_md",),
    Passage: ("title",),
    Point: ("point_md",),
    Question: ("text", "examples"),
    Quote: ("text",),
    Recommendation: ("text_md",),
    Recommendations: ("introduction_md",),
    Reference: ("citation_md",),
    Report: ("title",),
    Section: ("title",),
    Summary: ("title", "paragraph_md"),
    Term: ("meaning_md",),
    Theory: ("theory_md",),
    Workbook: ("title",),
}


def report_texts(content: Content) -> Iterator[str]:
    """Every text of the records that is the report's, as plain words."""
    for part in parts(content):
        if isinstance(part, Author):
            yield f"{part.name} {part.role}"
        elif not of_this_guide(part):
            for field in THE_REPORT_S.get(type(part), ()):
                yield from map(plain, values_of(getattr(part, field)))


def of_this_guide(part: Part) -> bool:
    """Whether a record is marked as this guide's own, or all that is in it is."""
    if isinstance(part, Section):
        return all(one.origin == "guide" for one in part.questions)
    return isinstance(part, Question | Term | Workbook) and part.origin == "guide"


def values_of(value: object) -> list[str]:
    """The texts in a field: one, several, or those of a mapping."""
    if isinstance(value, dict):
        return list(value.values())
    return [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []


def plain(text: str) -> str:
    """Inline Markdown as its words."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "")


def told(body: Body) -> list[str]:
    """The report's words in a body, in order, without its quotes."""
    return [
        plain(text)
        for block in body
        for part in parts(block)
        for field in THE_REPORT_S.get(type(part), ())
        for text in values_of(getattr(part, field))
    ]


def not_the_report_s(content: Content, run: Run) -> list[str]:
    """The texts that pass for the report's and are, as a whole, neither a stretch of the
    run nor what a slip says that the site has."""
    mends = {comparable(one.site) for one in content.slips if one.site and not one.quote}
    return [
        text
        for text in report_texts(content)
        if not run.find([text]) and comparable(text) not in mends
    ]
