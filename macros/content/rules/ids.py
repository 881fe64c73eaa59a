"""Rules for ids: each is unique, and a released one never disappears."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from common.problems import Problem, shown
from macros.content.index import ContentIndex
from macros.content.located import LocatedRecord
from macros.content.model.records import Attribute
from macros.content.released_ids import Released
from macros.content.rules.question_kinds import changed_kinds

NUMBERS = range(1, 6)


def unique_ids(index: ContentIndex) -> Iterator[Problem]:
    """Check that an id names one record only, whatever its kind."""
    for record, located in index.records:
        first = index.by_id[record.id]
        if first is not located:
            what = f"id {shown(record.id)} is taken already ({first.name} at {first.where})"
            yield located.problem(("id",), what, "change one of the 2 ids")


def former_ids(index: ContentIndex) -> Iterator[Problem]:
    """Check that no other record has, or had, an id listed under `formerly`."""
    for record, located in index.records:
        for position, own in enumerate(record.formerly):
            taken = index.by_id.get(own) or index.formerly[own]
            if own in index.by_id or taken is not located:
                what = f"{located.name} was formerly {shown(own)}, and so is or was {taken.name}"
                hint = "an id can never be used again: remove one"
                yield located.problem(("formerly", position), f"{what} at {taken.where}", hint)


def released_ids(index: ContentIndex) -> Iterator[Problem]:
    """Check that no released id has disappeared and no released question has changed its kind."""
    yield from missing_released_ids(index, index.released)
    yield from changed_kinds(index, index.released)


def missing_released_ids(index: ContentIndex, released: Released) -> Iterator[Problem]:
    """Yield a problem for each released id that no record has or had."""
    for own, line in released.lines.items():
        if not (own in index.by_id or own in index.formerly or own in index.unread):
            what = f"id {shown(own)} was released and no record has it now"
            hint = "put its record back (with 'retired' and the reason, if it is withdrawn)"
            renamed = f"or write 'formerly: [{own}]' in the record that it became"
            yield Problem(released.file, line, what, f"{hint}, {renamed}")


def attribute_numbers(index: ContentIndex) -> Iterator[Problem]:
    """Check that the attributes are numbered 1 to 5, each number once."""
    first: dict[int, LocatedRecord] = {}
    for record, located in index.records:
        if isinstance(record, Attribute):
            other = first.setdefault(record.number, located)
            if other is not located:
                what = f"{located.name} has number {record.number}, as has {other.name}"
                yield located.problem(("number",), f"{what} at {other.where}", "give it its own")
    if not index.unread:
        folder = str(PurePosixPath(index.released.file).parent / "attributes")
        for number in sorted(set(NUMBERS) - set(first)):
            yield Problem(folder, 1, f"no attribute has number {number}", "give one that number")
