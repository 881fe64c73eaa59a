"""Index of everything that a run has read, for the rules that compare files with each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.content.located import LoadedFile, LocatedRecord, all_located
from macros.content.model.base import Record
from macros.content.released_ids import Released


@dataclass(frozen=True)
class Unread:
    """The ids that may be in files that could not be read, so that no rule reports them as missing.

    True if there are any such files. `anything` means that a file's text is unknown too, so that
    every id may be in it."""

    ids: frozenset[str] = frozenset()
    anything: bool = False

    def __contains__(self, own: str) -> bool:
        return self.anything or own in self.ids

    def __bool__(self) -> bool:
        return self.anything or bool(self.ids)


@dataclass(frozen=True)
class ContentIndex:
    """Index for the cross-file rules: all nodes in file order, records by id and by former id.

    `by_id` and `formerly` have the first record where several claim one id."""

    all_located: tuple[LocatedRecord, ...]
    records: tuple[tuple[Record, LocatedRecord], ...]
    by_id: Mapping[str, LocatedRecord]
    formerly: Mapping[str, LocatedRecord]
    released: Released
    unread: Unread


def retired(located: LocatedRecord) -> Record | None:
    """Return the retired record that a node is or belongs to, or None if it is shown."""
    around = (*located.around, located.part)
    return next((one for one in around if isinstance(one, Record) and one.retired), None)


def build_index(loaded: Iterable[LoadedFile], released: Released, unread: Unread) -> ContentIndex:
    """Index the nodes of these files, sorted by file and line."""
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
