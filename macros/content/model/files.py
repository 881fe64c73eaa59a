"""The models of the files that list records, and of the whole content."""

from typing import Annotated

from pydantic import Field

from macros.content.model.base import Id, Names, Part, Text
from macros.content.model.records import (
    Attribute,
    Reference,
    Report,
    Resource,
    Slip,
    Term,
    Workbook,
)


class Aliases(Part):
    """Words that people use for the report's words, and what they look for.

    `words`: a word of the report, and what people say instead. `records`: a record's id, and more
    words that should find it. `pages`: the address of a page or of a part of one, and the same.
    `names`: names whose words mean something else on their own. `offers`: what the search offers
    before anything is typed, with its address."""

    words: dict[Text, tuple[Text, ...]]
    records: Annotated[dict[Id, tuple[Text, ...]], Names("Record")]
    pages: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    names: tuple[Text, ...] = ()
    offers: dict[Text, Text] = Field(default_factory=dict)


class References(Part):
    """The report's list of references, in its order."""

    references: tuple[Reference, ...]


class Resources(Part):
    """The resources that Workbook 1 names."""

    resources: tuple[Resource, ...]


class Glossary(Part):
    """The specialist words that the report uses."""

    terms: tuple[Term, ...]


class Slips(Part):
    """The list of corrections to the text."""

    slips: tuple[Slip, ...]


class Content(Part):
    """Everything in `content/`, loaded."""

    report: Report
    attributes: tuple[Attribute, ...]
    workbooks: tuple[Workbook, ...]
    references: tuple[Reference, ...]
    resources: tuple[Resource, ...]
    terms: tuple[Term, ...]
    slips: tuple[Slip, ...]
    aliases: Aliases
