"""Rule for quotes: each is placed once in the reading order, in the behaviour that it names."""

from collections.abc import Iterator

from common.problems import Problem, shown
from macros.content.document import Path
from macros.content.index import ContentIndex, retired
from macros.content.located import LocatedRecord
from macros.content.model.blocks import PlacedQuote, Point
from macros.content.model.records import Attribute, Behaviour, Quote

Placing = tuple[LocatedRecord, Path]


def placed_once(index: ContentIndex) -> Iterator[Problem]:
    """Yield a problem for each quote that is placed nowhere, twice, or in another behaviour.

    Retired quotes are not shown, so they may be anywhere. A quote outside an attribute is a
    council's, which `brand/merge.py` places."""
    placings: dict[str, list[Placing]] = {}
    for located in index.all_located:
        for own, field in _placed(located):
            placings.setdefault(own, []).append((located, field))
    for record, located in index.records:
        if not isinstance(record, Quote) or not located.inside(Attribute):
            continue
        if index.by_id[record.id] is located and not retired(located):
            away = list(_home(record, located, index))
            yield from away or _once(record, located, placings.get(record.id, []), index)


def _placed(located: LocatedRecord) -> Iterator[tuple[str, Path]]:
    if isinstance(located.part, PlacedQuote):
        yield located.part.quote, ("quote",)
    if isinstance(located.part, Point):
        yield from ((own, ("quotes", position)) for position, own in enumerate(located.part.quotes))


def _home(quote: Quote, located: LocatedRecord, index: ContentIndex) -> Iterator[Problem]:
    """Check that a quote is in the attribute of the behaviour that it names."""
    behaviour = index.by_id.get(quote.behaviour)
    home = behaviour.inside(Attribute) if behaviour else None
    own = located.inside(Attribute)
    if behaviour and home and own and home is not own:
        what = f"{located.name} names {behaviour.name}, which belongs to attribute {shown(home.id)}"
        hint = f"move it to {behaviour.document.file}, or name a behaviour of {shown(own.id)}"
        yield located.problem(("behaviour",), what, hint)


def _once(
    quote: Quote, located: LocatedRecord, placings: list[Placing], index: ContentIndex
) -> Iterator[Problem]:
    """Check that a quote is placed, only once, and in the behaviour that it names."""
    if not placings and quote.id not in index.unread:
        hint = f"write '- quote: {quote.id}' in the body of behaviour '{quote.behaviour}'"
        yield located.problem(("id",), f"{located.name} is in no behaviour", hint)
    for location, field in placings[1:]:
        first, at = placings[0]
        line = first.document.where((*first.path, *at))
        yield location.problem(
            field, f"{located.name} is placed here and at {line}", "keep one of them"
        )
    for location, field in placings[:1]:
        behaviour = location.inside(Behaviour)
        known = quote.behaviour in index.by_id
        if known and (not behaviour or behaviour.id != quote.behaviour):
            where = f"behaviour {shown(behaviour.id)}" if behaviour else "no behaviour"
            what = f"{located.name} names behaviour {shown(quote.behaviour)} and is in {where}"
            yield location.problem(field, what, "move it, or name the behaviour it is in")
