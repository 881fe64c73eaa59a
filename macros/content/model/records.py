"""One model for each kind of record in `content/`.

Names are the report's own and are the same in the YAML, the templates, the scripts and the tests. A
key that ends in `_md` holds inline Markdown (emphasis, links); every other text is plain. Links
inside the guide are written `[words](ref:ID)`, `[words](resource:ID)`, `[words](term:ID)`,
`[words](behaviour:ID)` or `[words](attribute:ID)`.

Nothing here reads a file."""

from typing import Annotated, Literal

from pydantic import Field

from macros.content.model.base import (
    Address,
    Day,
    Id,
    Names,
    Origin,
    Part,
    Record,
    ResourceStatus,
    Stage,
    TermKind,
    Text,
    Theme,
)
from macros.content.model.blocks import SomeBody


class Passage(Record):
    """A titled stretch of the report; `body` is in reading order."""

    title: Text
    body: SomeBody
    passages: tuple["Passage", ...] = ()


class Quote(Record):
    """A leader's words.

    `extract` is a telling part of `text`, word for word: it names the quote in headings and search
    results. `said_by` is who said a quote that is not from the report."""

    text: Text
    extract: Text
    behaviour: Annotated[Id, Names("Behaviour")]
    themes: Annotated[tuple[Theme, ...], Field(min_length=1, max_length=3)]
    said_by: Text | None = None
    origin: Origin = "report"


class Behaviour(Record):
    """What leaders do.

    `title` is the section's heading, `listed_as` the line in the attribute's list of behaviours:
    the report does not always print the two alike."""

    title: Text
    listed_as: Text
    body: SomeBody


class Summary(Part):
    """An attribute as the executive summary describes it."""

    title: Text
    paragraph_md: Text


class Attribute(Record):
    """One of the five attributes, with its behaviours in order and its quotes.

    `in_short` are three lines in this guide's own words; a page labels them, no export has them."""

    number: Annotated[int, Field(ge=1, le=5)]
    title: Text
    short_title: Text
    stage: Stage
    question: Text
    in_short: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
    summary: Summary
    introduction_md: Text
    behaviours: Annotated[tuple[Behaviour, ...], Field(min_length=1)]
    quotes: tuple[Quote, ...]


class Author(Part):
    """One of the report's authors."""

    name: Text
    role: Text


class Programme(Part):
    """The programme that the report is about."""

    name: Text
    short_name: Text


class KeyQuestion(Record):
    """One of the questions that the review set out to answer."""

    text: Text
    points: tuple[Text, ...] = ()


class Recommendation(Record):
    """One of the report's recommendations."""

    text_md: Text


class Recommendations(Part):
    """The report's recommendations, in order."""

    introduction_md: Text
    items: Annotated[tuple[Recommendation, ...], Field(min_length=1)]


class ExecutiveSummary(Part):
    """The executive summary around the five attributes' own summaries."""

    title: Text
    opening: SomeBody
    closing: SomeBody


class Report(Part):
    """Everything in the report that belongs to no single attribute."""

    title: Text
    authors: Annotated[tuple[Author, ...], Field(min_length=1)]
    publisher: Text | None = None
    year: Text | None = None
    address: Address | None = None
    programme: Programme
    stages: dict[Stage, Text]
    key_questions: Annotated[tuple[KeyQuestion, ...], Field(min_length=1)]
    summary: ExecutiveSummary
    recommendations: Recommendations
    conclusion: Passage
    literature_review: Passage
    methodology: Passage
    acknowledgements: Passage
    applying: Passage


Kind = Literal["text", "rating"]


class Asked(Record):
    """Something that is answered in a workbook.

    `formerly_kind` says that the answer was of another kind in an earlier release: such answers are
    saved and exported, and its field does not show them."""

    formerly_kind: Kind | None = None


class Companion(Asked):
    """A question asked beside a rating, in this guide's own words."""

    text: Text


class Question(Asked):
    """A reflective question (`kind: text`) or a rating from 1 to 5 (`kind: rating`).

    `examples` are what a rating of 5 might sound like. `behaviours` are the ids of those it asks
    about. `origin: guide` marks a question that is this guide's own and not the report's, `origin:
    organisation` one that an organisation has added. A rating may have companions: a `note` in
    words, a `target` from 1 to 5, and itself as asked `for_others`, who rate somebody else. With a
    `checklist` a text is answered by ticking: it is what was ticked, a line each."""

    kind: Kind
    text: Text
    hint: Text | None = None
    examples: tuple[Text, ...] = ()
    behaviours: Annotated[tuple[Id, ...], Names("Behaviour")] = ()
    origin: Origin = "report"
    note: Companion | None = None
    target: Companion | None = None
    for_others: Companion | None = None
    checklist: Literal["behaviours"] | None = None


class InterviewQuestion(Record):
    """A question to put to a candidate, in this guide's own words.

    `strong` and `worrying` are what such an answer may sound like, in the report's terms."""

    text: Text
    behaviours: Annotated[tuple[Id, ...], Field(min_length=1), Names("Behaviour")]
    strong: Text
    worrying: Text


class Section(Record):
    """Questions that belong together; most sections belong to an attribute.

    `interview` are questions that a panel puts to candidates before it answers its own."""

    title: Text
    attribute: Annotated[Id | None, Names("Attribute")] = None
    interview: tuple[InterviewQuestion, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Action(Asked):
    """Room for one thing that a leader will do: what, by which day, and how to see that it worked.

    All three are this guide's own questions; `by` is answered with a day."""

    text: Text
    by: Companion
    known_by: Companion


class ActionPlan(Record):
    """What a leader will do about a workbook's answers, in this guide's own words."""

    title: Text
    lead: Text
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]


class Workbook(Record):
    """A workbook: the report's text first (`passages`), then questions in sections.

    A leader's has a `plan` after them. A panel's is filled in once for each candidate. `origin:
    guide` marks one that is this guide's own, without a counterpart in the report."""

    number: Annotated[int, Field(ge=1)]
    part: Annotated[int, Field(ge=1)] | None = None
    title: Text
    short_title: Text
    audience: Literal["organisations", "panels", "leaders"]
    origin: Literal["report", "guide"] = "report"
    lead: Text
    passages: tuple[Passage, ...] = ()
    questions_note_md: Text | None = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    plan: ActionPlan | None = None
    closing: tuple[Passage, ...] = ()


class Reference(Record):
    """An entry in the report's list of references.

    `citation_md` is as printed, `address` is without tracking parameters, `note_md` is what this
    guide says about it."""

    citation_md: Text
    address: Address
    note_md: Text | None = None


class Resource(Record):
    """A resource that Workbook 1 names.

    Its address was lost with the PDF's links; `status` is what was known about the one found, on
    the day it was `looked_up`."""

    title: Text
    publisher: Text
    address: Address | None = None
    status: ResourceStatus
    status_note: Text
    looked_up: Day
    successor: Annotated[Id | None, Names("Resource")] = None
    origin: Origin = "report"


class Term(Record):
    """A specialist word. `origin` says whether `meaning_md` is the report's own."""

    term: Text
    abbreviation: Text | None = None
    kind: TermKind
    meaning_md: Text
    origin: Origin
    found_in: Text


class Slip(Part):
    """A place where the site differs from the extracted text.

    `source` is what the file has, word for word; `site` what the site has instead. There is no
    `site` if the words are left out, or repeated unchanged with a note.

    A `moved` slip has a `quote` whose words are unchanged. Then `source` begins the point that the
    quote follows in the file, and `site` the point that it follows on the site."""

    # No id: nobody links to a slip, and no answer depends on one.
    where: Text
    kind: Literal["mended", "kept", "left-out", "moved"]
    quote: Annotated[Id | None, Names("Quote")] = None
    source: Text
    site: Text | None = None
    why: Text
