"""Rules for retired records: nothing shown mentions one, and nothing is left empty by them.

The guide shows neither a retired record nor what is in it, so a link from a shown record would lead
nowhere."""

from collections.abc import Iterator

from common.problems import Problem
from macros.content.index import ContentIndex, retired
from macros.content.located import LocatedRecord
from macros.content.model.base import Part, Record
from macros.content.model.records import Attribute, Recommendations, Report, Section, Workbook
from macros.content.naming import noun
from macros.content.references import Mention, mentions

_FILLED: tuple[tuple[type[Part], str], ...] = (
    (Report, "key_questions"),
    (Recommendations, "items"),
    (Attribute, "behaviours"),
    (Workbook, "sections"),
    (Section, "questions"),
)


def retirement(index: ContentIndex) -> Iterator[Problem]:
    """Yield a problem for each retired record that is still mentioned, or that the guide needs."""
    for located in index.all_located:
        if not retired(located):
            yield from _mentioned(located, index)
            yield from _emptied(located)
        yield from _needed(located)


def _mentioned(located: LocatedRecord, index: ContentIndex) -> Iterator[Problem]:
    for mention in mentions(located.part):
        there = index.by_id.get(mention.id)
        gone = retired(there) if there else None
        if mention.may_be_gone:
            continue
        if there and gone and isinstance(there.part, mention.wanted):
            inside = f" with {noun(type(gone))} '{gone.id}'" if gone is not there.part else ""
            what = f"{located.name} names {there.name}, which is retired{inside}"
            yield located.problem(mention.field, what, _instead(mention))


def _instead(mention: Mention) -> str:
    """Say what to do with a mention that leads nowhere."""
    match mention.field:
        case ("id",):  # a council's change of this record
            return "take this change of it out"
        case ("section" | "behaviour",):  # required, so it cannot just be removed
            return f"name another {noun(mention.wanted)}"
        case _:
            return "remove the mention"


def _emptied(located: LocatedRecord) -> Iterator[Problem]:
    for model, field in _FILLED:
        if isinstance(located.part, model):
            records = getattr(located.part, field)
            if records and all(one.retired for one in records):
                what = f"every {noun(type(records[0]))} of {located.name} is retired"
                more = ", or retire it too" if isinstance(located.part, Section) else ""
                yield located.problem((field,), what, f"keep or add one{more}")


def _needed(located: LocatedRecord) -> Iterator[Problem]:
    """Check that no attribute, workbook or passage with a page of its own is retired."""
    part = located.part
    own_page = isinstance(part, Attribute | Workbook) or (
        isinstance(part, Record)
        and bool(located.around)
        and isinstance(located.around[-1], Report)
        and len(located.path) == 1
    )
    if own_page and isinstance(part, Record) and part.retired:
        what = f"{located.name} is retired, and pages of the guide are made for it"
        yield located.problem(("retired",), what, "remove 'retired'")
