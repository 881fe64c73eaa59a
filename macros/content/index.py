"""All that a run has read, put in order for the rules that look at it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.content.located import LoadedFile, LocatedRecord, all_located
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
class ContentIndex:
    """Every part by file and line; each record with its spot; the first record of each
    id, and of each id that one had formerly."""

    all_located: tuple[LocatedRecord, ...]
    records: tuple[tuple[Record, LocatedRecord], ...]
    by_id: Mapping[str, LocatedRecord]
    formerly: Mapping[str, LocatedRecord]
    released: Released
    unread: Unread


def retired(located: LocatedRecord) -> Record | None:
    """The retired record that the part is or stands in, or None where it is shown."""
    around = (*located.around, located.part)
    return next((one for one in around if isinstance(one, Record) and one.retired), None)


def build_index(loaded: Iterable[LoadedFile], released: Released, unread: Unread) -> ContentIndex:
    """The whole of these entries."""
    found = [located for entry in loaded for located in all_located(entry)]
    found.sort(
        key=lambda located: (located.document.file, located.document.location(located.path).line)
    )
    records = tuple(
        (located.part, located) for located in found if isinstance(located.part, Record)
    )
    by_id = {record.id: located for record, located in reversed(records)}
    old = {own: located for record, located in reversed(records) for own in record.formerly}
    return ContentIndex(tuple(found), records, by_id, old, released, unread)
