"""What every model is built from: strict parts, permanent ids, and checked kinds of text.

Imports nothing of this project and never reads a file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
DAY = r"^\d{4}-\d{2}-\d{2}$"
_NAME = r"\w([\w-]*\w)?"
SERVER = rf"{_NAME}(\.{_NAME})*"
_PORT = (
    r"(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
)
_HOST = rf"(\[[0-9a-fA-F:.]+\]|{SERVER}\.?){_PORT}"
_REST = r"[^\s\\\x22<>]*"
ADDRESS = rf"^https://{_HOST}([/?#]{_REST})?$"
# Where a site is served: by a name, which Apache asks for, and below a path that every kind of
# server takes as it is in its settings.
SITE = rf"^https://{SERVER}{_PORT}(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/$"
# The path of a folder on a server, from the slash on.
PATH = r"^/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*$"
# RFC 5322, 3.4.1, without its quoted strings; letters of any script (RFC 6531).
_LOCAL = r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*"
_MAIL = rf"{_LOCAL}@{_NAME}(\.{_NAME})+"
EMAIL = rf"^{_MAIL}$"
COLOUR = r"^#[0-9a-fA-F]{6}$"
PICTURE = (
    r"^[^/\\\x00-\x1f]+"
    r"\.([sS][vV][gG]|[pP][nN][gG]|[jJ][pP][eE]?[gG]|[gG][iI][fF]|[wW][eE][bB][pP]|[iI][cC][oO])$"
)
REPORTS_TO = rf"^(https://{_HOST}([/?#]{_REST})?|mailto:{_MAIL}(\?{_REST})?)$"
# The address of a link in the footer: a website, also one of the intranet; a phone or email
# address; a page or file of the folder, or a page of the guide.
LINK = (
    rf"^(https?://{_HOST}([/?#]{_REST})?|tel:\+?[\d() .-]{{3,}}|mailto:{_MAIL}(\?{_REST})?"
    r"|files/[^\x00-\x1f\\]+|([\w-]+/)*[\w -]+\.md(#[\w-]+)?)$"
)
# An address of the web, or one of a council's own files.
FILE_OR_ADDRESS = rf"^(files/[^\x00-\x1f\\]+|{ADDRESS.strip('^$')})$"
REGISTRATION = r"^Z[A-Z0-9]{6,8}$"


def _on_a_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise PydanticCustomError("no_such_day", "this date does not exist") from error
    return day


def _with_words(text: str) -> str:
    if text.isspace():
        raise PydanticCustomError("blank", "it has no words")
    return text


Id = Annotated[str, Field(pattern=ID, max_length=60)]
Text = Annotated[str, Field(min_length=1), AfterValidator(_with_words)]
Day = Annotated[str, Field(pattern=DAY), AfterValidator(_on_a_calendar)]
Address = Annotated[str, Field(pattern=ADDRESS)]
Origin = Literal["report", "guide", "organisation"]
ResourceStatus = Literal[
    "found", "stored-copy", "page-about-it", "may-have-moved", "probably-gone", "not-found"
]
TermKind = Literal["innovation", "programme", "role", "theory", "organisation", "practice"]
Stage = Literal["foundation", "embedding", "scaling"]
# A closed list in the model, so that the JSON Schema completes and checks themes in an editor.
Theme = Literal[
    "purpose",
    "authenticity",
    "social-justice",
    "outcomes-for-children",
    "modelling",
    "honest-conversations",
    "risk",
    "many-perspectives",
    "support-and-safety",
    "learning",
    "vision",
    "taking-time",
    "relationships",
    "shared-goals",
    "stories-and-data",
    "political-ownership",
]


@dataclass(frozen=True)
class Names:
    """Marks a field that holds ids; `kind` is the name of the model whose ids they must be.

    The model's name, not the model, because models refer to each other in circles. `may_be_gone` is
    for an id that may also be of a retired record, such as one that a council hides."""

    kind: str
    may_be_gone: bool = False


class Part(BaseModel):
    """Base of every model: types are checked strictly, and an unknown field is an error.

    `links_to_places` is whether Markdown in a file of this model may link to pages and files by
    their paths, as a council's own may."""

    links_to_places: ClassVar[bool] = False

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Record(Part):
    """Anything with a permanent id.

    A released id never just disappears: rename it with `formerly`, or withdraw the record with
    `retired` and the reason."""

    id: Id
    formerly: tuple[Id, ...] = ()
    retired: Text | None = None
