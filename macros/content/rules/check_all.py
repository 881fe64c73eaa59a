"""Apply every rule that needs all records.

The rules do not report what may be in a file that could not be read. Nothing here reads a file,
prints or knows YAML."""

from collections.abc import Iterable, Iterator

from common.problems import Problem
from macros.content.index import Unread, build_index
from macros.content.located import LoadedFile
from macros.content.released_ids import Released
from macros.content.rules import ids, quotes, records, references, retirement
from macros.content.rules.question_kinds import needless_kinds

RULES = (
    ids.unique_ids,
    ids.former_ids,
    ids.released_ids,
    needless_kinds,
    ids.attribute_numbers,
    references.known_references,
    references.known_links,
    quotes.placed_once,
    retirement.retirement,
    records.single_records,
    records.origins,
    records.slips,
)


def check(
    loaded: Iterable[LoadedFile], released: Released, unread: Unread | None = None
) -> Iterator[Problem]:
    """Yield the problems that only show when all records are compared."""
    index = build_index(loaded, released, unread or Unread())
    for rule in RULES:
        yield from rule(index)
