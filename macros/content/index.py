"""All that a run has read, put in order for the rules that look at it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.content.located import Entry, Spot, spots
from macros.content.model.base import Record
from macros.content.released_ids import Released


@dataclass(frozen=True)
class Unread:
    """What is known of the files that could not be read: `ids` may stand in them, and
    where even that is not known (`anything`), any id may. True where there are any."""

    ids: frozenset[str] = frozenset()
    anything: bool = False

    def __contains__(self, own: str) -> bool:
        return self.anything or own in self.ids

    def __bool__(self) -> bool:
        return self.anything or bool(self.ids)


@dataclass(frozen=True)
class Whole:
    """Every part by file and line; each record with its spot; the first record of each
    id, and of each id that one had formerly."""

    spots: tuple[Spot, ...]
    records: tuple[tuple[Record, Spot], ...]
    alive: Mapping[str, Spot]
    formerly: Mapping[str, Spot]
    released: Released
    unread: Unread


def retired(spot: Spot) -> Record | None:
    """The retired record that the part is or stands in, or None where it is shown."""
    around = (*spot.around, spot.part)
    return next((one for one in around if isinstance(one, Record) and one.retired), None)


def gather(entries: Iterable[Entry], released: Released, unread: Unread) -> Whole:
    """The whole of these entries."""
    found = [spot for entry in entries for spot in spots(entry)]
    found.sort(key=lambda spot: (spot.sheet.file, spot.sheet.place(spot.path).line))
    records = tuple((spot.part, spot) for spot in found if isinstance(spot.part, Record))
    alive = {record.id: spot for record, spot in reversed(records)}
    old = {own: spot for record, spot in reversed(records) for own in record.formerly}
    return Whole(tuple(found), records, alive, old, released, unread)
