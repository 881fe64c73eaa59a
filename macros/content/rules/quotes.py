"""Each quote stands once in the reading order, in the behaviour that it names."""

from collections.abc import Iterator

from common.problems import Fault, shown
from macros.content.document import Path
from macros.content.index import Whole, retired
from macros.content.located import Spot
from macros.content.model.blocks import PlacedQuote, Point
from macros.content.model.records import Attribute, Behaviour, Quote

Placing = tuple[Spot, Path]


def placement(whole: Whole) -> Iterator[Fault]:
    """A fault for each quote that stands nowhere, twice, or in another place than it says.

    A retired quote may stand anywhere or nowhere: it is not shown. One that stands in no
    attribute is an organisation's: its place comes with the merging."""
    placings: dict[str, list[Placing]] = {}
    for spot in whole.spots:
        for own, field in _placed(spot):
            placings.setdefault(own, []).append((spot, field))
    for record, spot in whole.records:
        if not isinstance(record, Quote) or not spot.inside(Attribute):
            continue
        if whole.alive[record.id] is spot and not retired(spot):
            away = list(_home(record, spot, whole))
            yield from away or _once(record, spot, placings.get(record.id, []), whole)


def _placed(spot: Spot) -> Iterator[tuple[str, Path]]:
    if isinstance(spot.part, PlacedQuote):
        yield spot.part.quote, ("quote",)
    if isinstance(spot.part, Point):
        yield from ((own, ("quotes", index)) for index, own in enumerate(spot.part.quotes))


def _home(quote: Quote, spot: Spot, whole: Whole) -> Iterator[Fault]:
    behaviour = whole.alive.get(quote.behaviour)
    home = behaviour.inside(Attribute) if behaviour else None
    own = spot.inside(Attribute)
    if behaviour and home and own and home is not own:
        what = f"{spot.name} names {behaviour.name}, which belongs to attribute {shown(home.id)}"
        mend = f"move it to {behaviour.sheet.file}, or name a behaviour of {shown(own.id)}"
        yield spot.fault(("behaviour",), what, mend)


def _once(quote: Quote, spot: Spot, placings: list[Placing], whole: Whole) -> Iterator[Fault]:
    if not placings and quote.id not in whole.unread:
        mend = f"write '- quote: {quote.id}' in the body of behaviour '{quote.behaviour}'"
        yield spot.fault(("id",), f"{spot.name} stands in no behaviour", mend)
    for place, field in placings[1:]:
        first, at = placings[0]
        line = first.sheet.where((*first.path, *at))
        yield place.fault(field, f"{spot.name} stands here and at {line}", "keep one of them")
    for place, field in placings[:1]:
        behaviour = place.inside(Behaviour)
        known = quote.behaviour in whole.alive
        if known and (not behaviour or behaviour.id != quote.behaviour):
            where = f"behaviour {shown(behaviour.id)}" if behaviour else "no behaviour"
            what = f"{spot.name} names behaviour {shown(quote.behaviour)} and stands in {where}"
            yield place.fault(field, what, "move it, or name the behaviour it stands in")
