"""Rules for what is withdrawn: nothing living mentions it, and no place is left empty.

The guide shows nothing of a retired record nor of what is in it, so a living record that
names, places or links to either would lead nowhere.
"""

from collections.abc import Iterator

from common.problems import Fault
from macros.content.index import Whole, retired
from macros.content.located import Spot
from macros.content.model.base import Part, Record
from macros.content.model.records import Attribute, Recommendations, Report, Section, Workbook
from macros.content.reading.subject import noun
from macros.content.references import Mention, mentions

_FILLED: tuple[tuple[type[Part], str], ...] = (
    (Report, "key_questions"),
    (Recommendations, "items"),
    (Attribute, "behaviours"),
    (Workbook, "sections"),
    (Section, "questions"),
)


def retirement(whole: Whole) -> Iterator[Fault]:
    """A fault for each retired record that the guide cannot be without, or still has to show."""
    for spot in whole.spots:
        if not retired(spot):
            yield from _mentioned(spot, whole)
            yield from _emptied(spot)
        yield from _needed(spot)


def _mentioned(spot: Spot, whole: Whole) -> Iterator[Fault]:
    for mention in mentions(spot.part):
        there = whole.alive.get(mention.id)
        gone = retired(there) if there else None
        if there and gone and isinstance(there.part, mention.wanted):
            inside = f" with {noun(type(gone))} '{gone.id}'" if gone is not there.part else ""
            what = f"{spot.name} names {there.name}, which is retired{inside}"
            yield spot.fault(mention.field, what, _instead(mention))


def _instead(mention: Mention) -> str:
    """What to do with a mention that leads nowhere."""
    match mention.field:
        case ("id",):  # of a change in a council's folder, which is one of nothing
            return "take this change of it out"
        case ("section" | "behaviour",):  # each question and quote stands in one
            return f"name another {noun(mention.wanted)}"
        case _:
            return "take the mention away"


def _emptied(spot: Spot) -> Iterator[Fault]:
    for model, field in _FILLED:
        if isinstance(spot.part, model):
            records = getattr(spot.part, field)
            if records and all(one.retired for one in records):
                what = f"every {noun(type(records[0]))} of {spot.name} is retired"
                more = ", or retire it too" if isinstance(spot.part, Section) else ""
                yield spot.fault((field,), what, f"keep or add one{more}")


def _needed(spot: Spot) -> Iterator[Fault]:
    """Attributes, workbooks and the report's own passages have pages made for them."""
    part = spot.part
    own_page = isinstance(part, Attribute | Workbook) or (
        isinstance(part, Record)
        and bool(spot.around)
        and isinstance(spot.around[-1], Report)
        and len(spot.path) == 1
    )
    if own_page and isinstance(part, Record) and part.retired:
        what = f"{spot.name} is retired, and pages of the guide are made for it"
        yield spot.fault(("retired",), what, "take 'retired' away")
