"""Rules for a single record that the types of its fields cannot express."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from common.problems import Problem, shown
from macros.content.index import ContentIndex
from macros.content.located import LocatedRecord
from macros.content.model.records import (
    Attribute,
    Companion,
    Question,
    Quote,
    Resource,
    Section,
    Slip,
    Term,
    Workbook,
)
from macros.content.naming import with_article

_OURS = (Question, Quote, Resource, Term)


def slips(index: ContentIndex) -> Iterator[Problem]:
    """Check that each slip has the fields of its kind, and no others.

    `mended` needs `site`; `kept` and `left-out` have none; `moved` needs `quote` and `site`."""
    for located in index.all_located:
        match located.part:
            case Slip(kind="moved", quote=None, where=where):
                what = f"the slip in {shown(where)} has kind 'moved' and no 'quote'"
                yield located.problem((), what, "add 'quote' with the id of the quote that moved")
            case Slip(kind="moved", site=None, where=where):
                what = f"the slip in {shown(where)} has kind 'moved' and no 'site'"
                yield located.problem(
                    (), what, "add 'site' with the words it comes after on the site"
                )
            case Slip(kind="mended" | "kept" | "left-out" as kind, quote=str(), where=where):
                what = f"the slip in {shown(where)} has kind '{kind}' and a 'quote'"
                yield located.problem(("quote",), what, "remove 'quote', or write 'kind: moved'")
            case Slip(kind="mended", site=None, where=where):
                what = f"the slip in {shown(where)} has kind 'mended' and no 'site'"
                yield located.problem((), what, "add 'site' with what the site says instead")
            case Slip(kind="kept" | "left-out" as kind, site=str(), where=where):
                what = f"the slip in {shown(where)} has kind '{kind}' and a 'site'"
                yield located.problem(("site",), what, "remove 'site', or write 'kind: mended'")
            case _:
                pass


def origins(index: ContentIndex) -> Iterator[Problem]:
    """Check that no record in content/ says that an organisation added it."""
    for record, located in index.records:
        if type(record) in _OURS and getattr(record, "origin", "") == "organisation":
            what = f"{located.name} says that an organisation has added it"
            yield located.problem(("origin",), what, "write 'report' or 'guide'")


def single_records(index: ContentIndex) -> Iterator[Problem]:
    """Check file names, extracts, examples of ratings, and companions."""
    for record, located in index.records:
        file = PurePosixPath(located.document.file)
        match record:
            case Attribute() | Workbook() if record.id != file.stem:
                what = f"{located.name} is in a file with another name"
                yield located.problem(("id",), what, f"name the file {record.id}.yml")
            case Quote() if record.extract not in record.text:
                what = f"extract of {located.name} is not in its text, word for word"
                yield located.problem(("extract",), what, "copy a part of the text")
            case Question(kind="rating", checklist=str()):
                what = f"{located.name} is a rating and has a 'checklist'"
                yield located.problem(
                    ("checklist",), what, "remove 'checklist', or write 'kind: text'"
                )
            case Question(kind="rating", examples=()) if not _scores(located):
                what = f"{located.name} is a rating without examples"
                yield located.problem((), what, "add 'examples' of what a 5 might sound like")
            case Question(kind="text"):
                yield from _without_companions(record, located)
            case _:
                pass


def _scores(located: LocatedRecord) -> bool:
    """Whether a rating is a panel's score, which its section's interview questions explain."""
    return any(isinstance(one, Section) and one.interview for one in located.around)


def _without_companions(question: Question, located: LocatedRecord) -> Iterator[Problem]:
    for field in ("note", "target", "for_others"):
        if getattr(question, field):
            what = (
                f"{located.name} is answered in words and has {with_article(Companion)} '{field}'"
            )
            yield located.problem((field,), what, "remove it, or write 'kind: rating'")
