"""The models of a council's changes to the guide's lists: one for each YAML file of its folder.

Each file may `add` records, `replace` fields of the guide's records (fields that are not named stay
the guide's), `hide` records and `move` them. `after` is the id of the record to come after."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from macros.content.model.base import (
    Address,
    Day,
    Id,
    Names,
    Part,
    ResourceStatus,
    TermKind,
    Text,
    Theme,
)
from macros.content.model.records import Question, Quote, Resource, Term

Added = Literal["organisation"]
AfterResource = Annotated[Id | None, Names("Resource")]
AfterQuestion = Annotated[Id | None, Names("Question")]
AfterQuote = Annotated[Id | None, Names("Quote")]
Behaviours = Annotated[tuple[Id, ...] | None, Names("Behaviour")]


class AddedResource(Resource):
    """A resource of the organisation's own."""

    status: ResourceStatus = "found"
    origin: Added = "organisation"
    after: AfterResource = None


class ReplacedResource(Part):
    """What is different about one of the guide's resources."""

    id: Annotated[Id, Names("Resource")]
    title: Text | None = None
    publisher: Text | None = None
    address: Address | None = None
    status: ResourceStatus | None = None
    status_note: Text | None = None
    looked_up: Day | None = None


class MovedResource(Part):
    """Another place for one of the guide's resources."""

    id: Annotated[Id, Names("Resource")]
    after: Annotated[Id, Names("Resource")]


class ResourceChanges(Part):
    """`resources.yml`"""

    add: tuple[AddedResource, ...] = ()
    replace: tuple[ReplacedResource, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Resource")] = ()
    move: tuple[MovedResource, ...] = ()


class AddedQuestion(Question):
    """A question of the organisation's own, in one of the guide's sections."""

    section: Annotated[Id, Names("Section")]
    origin: Added = "organisation"
    after: AfterQuestion = None


class ReplacedQuestion(Part):
    """What is different about one of the guide's questions; its answers stay."""

    id: Annotated[Id, Names("Question")]
    text: Text | None = None
    hint: Text | None = None
    examples: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    behaviours: Behaviours = None


class MovedQuestion(Part):
    """Another place for one of the guide's questions, in the same section."""

    id: Annotated[Id, Names("Question")]
    after: Annotated[Id, Names("Question")]


class QuestionChanges(Part):
    """`questions.yml`"""

    add: tuple[AddedQuestion, ...] = ()
    replace: tuple[ReplacedQuestion, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Question")] = ()
    move: tuple[MovedQuestion, ...] = ()


class AddedQuote(Quote):
    """What somebody said to the organisation, in one of the guide's behaviours."""

    said_by: Text
    origin: Added = "organisation"
    after: AfterQuote = None


class ReplacedQuote(Part):
    """Other words in place of one of the guide's quotes, and who said them."""

    id: Annotated[Id, Names("Quote")]
    text: Text
    extract: Text
    said_by: Text
    themes: Annotated[tuple[Theme, ...], Field(min_length=1, max_length=3)] | None = None


class MovedQuote(Part):
    """Another place for one of the guide's quotes, in the same behaviour."""

    id: Annotated[Id, Names("Quote")]
    after: Annotated[Id, Names("Quote")]


class QuoteChanges(Part):
    """`quotes.yml`"""

    add: tuple[AddedQuote, ...] = ()
    replace: tuple[ReplacedQuote, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Quote")] = ()
    move: tuple[MovedQuote, ...] = ()


class AddedTerm(Term):
    """A word that the organisation uses."""

    origin: Added = "organisation"
    found_in: Text = "not in the report"


class ReplacedTerm(Part):
    """What is different about one of the guide's terms."""

    id: Annotated[Id, Names("Term")]
    term: Text | None = None
    abbreviation: Text | None = None
    kind: TermKind | None = None
    meaning_md: Text | None = None


class TermChanges(Part):
    """`terms.yml`. The glossary is in alphabetical order, so nothing is moved."""

    add: tuple[AddedTerm, ...] = ()
    replace: tuple[ReplacedTerm, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Term")] = ()


@dataclass(frozen=True)
class Changes:
    """All changes of a folder."""

    resources: ResourceChanges = field(default_factory=ResourceChanges)
    questions: QuestionChanges = field(default_factory=QuestionChanges)
    quotes: QuoteChanges = field(default_factory=QuoteChanges)
    terms: TermChanges = field(default_factory=TermChanges)
