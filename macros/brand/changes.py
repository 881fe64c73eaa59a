"""The models of a council's changes to the guide's lists: one for each YAML file of its folder.

Each file may `add` records, `replace` fields of the guide's records (fields that are not named stay
the guide's), `hide` records and `move` them. `after` is the id of the record to come after, `first`
puts a record before all others. What is hidden, moved or come after may have been withdrawn."""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.brand.common_forms import ANY_WEB_ADDRESS
from macros.brand.settings import WEB_ADDRESSES, in_editors
from macros.content.model.base import (
    FILE_OR_ADDRESS,
    Day,
    Id,
    Names,
    Part,
    ResourceStatus,
    TermKind,
    Text,
    Theme,
)
from macros.content.model.records import (
    InterviewQuestion,
    Question,
    Quote,
    Resource,
    Section,
    Term,
)

Added = Literal["organisation"]
AfterResource = Annotated[Id | None, Names("Resource", may_be_gone=True)]
AfterQuestion = Annotated[Id | None, Names("Question", may_be_gone=True)]
AfterQuote = Annotated[Id | None, Names("Quote", may_be_gone=True)]
AfterSection = Annotated[Id | None, Names("Section", may_be_gone=True)]
ResourceAddress = Annotated[
    str,
    Field(pattern=FILE_OR_ADDRESS),
    ANY_WEB_ADDRESS,
    in_editors(rf"^(files/.+|{WEB_ADDRESSES.strip('^$')})$"),
]
Behaviours = Annotated[tuple[Id, ...] | None, Names("Behaviour")]


class AddedResource(Resource):
    """A resource of the organisation's own."""

    address: ResourceAddress | None = None
    status: ResourceStatus = "found"
    origin: Added = "organisation"
    after: AfterResource = None
    first: bool = False


class ReplacedResource(Part):
    """What is different about one of the guide's resources."""

    id: Annotated[Id, Names("Resource")]
    title: Text | None = None
    publisher: Text | None = None
    address: ResourceAddress | None = None
    status: ResourceStatus | None = None
    status_note: Text | None = None
    looked_up: Day | None = None


class MovedResource(Part):
    """Another place for one of the guide's resources."""

    id: Annotated[Id, Names("Resource", may_be_gone=True)]
    after: AfterResource = None
    first: bool = False


class ResourceChanges(Part):
    """`resources.yml`"""

    links_to_places: ClassVar[bool] = True

    add: tuple[AddedResource, ...] = ()
    replace: tuple[ReplacedResource, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Resource", may_be_gone=True)] = ()
    move: tuple[MovedResource, ...] = ()


class AddedQuestion(Question):
    """A question of the organisation's own, in a section of the guide's or of its own."""

    section: Annotated[Id, Names("Section")]
    origin: Added = "organisation"
    after: AfterQuestion = None
    first: bool = False


class AddedSection(Section):
    """A section of the organisation's own in one of the guide's workbooks.

    Its questions are added like others, with its id as their `section`."""

    workbook: Annotated[Id, Names("Workbook")]
    after: AfterSection = None
    first: bool = False
    interview: Annotated[tuple[InterviewQuestion, ...], Field(max_length=0)] = ()
    questions: Annotated[tuple[Question, ...], Field(max_length=0)] = ()


class ReplacedQuestion(Part):
    """What is different about one of the guide's questions; its answers stay."""

    id: Annotated[Id, Names("Question")]
    text: Text | None = None
    hint: Text | None = None
    examples: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    behaviours: Behaviours = None


class MovedQuestion(Part):
    """Another place for one of the guide's questions, in the same section."""

    id: Annotated[Id, Names("Question", may_be_gone=True)]
    after: AfterQuestion = None
    first: bool = False


class QuestionChanges(Part):
    """`questions.yml`"""

    links_to_places: ClassVar[bool] = True

    add: tuple[AddedQuestion, ...] = ()
    replace: tuple[ReplacedQuestion, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Question", may_be_gone=True)] = ()
    move: tuple[MovedQuestion, ...] = ()
    add_sections: tuple[AddedSection, ...] = ()
    hide_sections: Annotated[tuple[Id, ...], Names("Section", may_be_gone=True)] = ()


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

    id: Annotated[Id, Names("Quote", may_be_gone=True)]
    after: Annotated[Id, Names("Quote", may_be_gone=True)]


class QuoteChanges(Part):
    """`quotes.yml`"""

    links_to_places: ClassVar[bool] = True

    add: tuple[AddedQuote, ...] = ()
    replace: tuple[ReplacedQuote, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Quote", may_be_gone=True)] = ()
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

    links_to_places: ClassVar[bool] = True

    add: tuple[AddedTerm, ...] = ()
    replace: tuple[ReplacedTerm, ...] = ()
    hide: Annotated[tuple[Id, ...], Names("Term", may_be_gone=True)] = ()


@dataclass(frozen=True)
class Changes:
    """All changes of a folder."""

    resources: ResourceChanges = field(default_factory=ResourceChanges)
    questions: QuestionChanges = field(default_factory=QuestionChanges)
    quotes: QuoteChanges = field(default_factory=QuoteChanges)
    terms: TermChanges = field(default_factory=TermChanges)
