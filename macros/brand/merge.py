"""Apply a council's changes to the guide's records: add, replace, hide, move."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from macros.brand.changes import Changes, QuestionChanges, QuoteChanges
from macros.content.model.base import Id, Record
from macros.content.model.blocks import Block, PlacedQuote, Points
from macros.content.model.files import Content
from macros.content.model.records import (
    Attribute,
    Behaviour,
    Question,
    Quote,
    Resource,
    Section,
    Term,
    Workbook,
)

Kind = TypeVar("Kind", bound=Record)
After = Mapping[Id, Id]
Row = Callable[[Iterable[Id]], tuple[Id, ...]]


def merge(content: Content, changes: Changes) -> Content:
    """Return the content with these changes, which `rules` has found to fit.

    A record that is added or replaced gets `origin: organisation`; hidden records are gone."""
    resources = changes.resources
    listed = _listed(content.resources, resources, _after(resources.add, resources.move))
    return content.model_copy(
        update={
            "attributes": tuple(_attribute(one, changes.quotes) for one in content.attributes),
            "workbooks": tuple(_workbook(one, changes.questions) for one in content.workbooks),
            "resources": tuple(_without_successor(one, resources.hide) for one in listed),
            "terms": _listed(content.terms, changes.terms, {}),
        }
    )


def _listed(records: Sequence[Kind], changes: Any, after: After) -> tuple[Kind, ...]:
    """Return one list's records, the guide's and then the council's, each after its `after`."""
    found = {one.id: one for one in (*_replaced(records, changes.replace), *_bare(changes.add))}
    return tuple(found[own] for own in ordered(found, after) if own not in changes.hide)


def ordered(ids: Iterable[Id], after: After) -> Iterator[Id]:
    """Yield ids in their order, but each with an `after` behind the id that it names.

    Those that name the same id keep their order. Ids whose `after`s form a circle are left out; the
    rules refuse them."""
    followers: dict[Id | None, list[Id]] = {}
    for own in ids:
        followers.setdefault(after.get(own), []).append(own)

    def chain(own: Id | None) -> Iterator[Id]:
        for follower in followers.get(own, ()):
            yield follower
            yield from chain(follower)

    return chain(None)


def _after(*lists: Iterable[Any]) -> dict[Id, Id]:
    return {one.id: one.after for several in lists for one in several if one.after}


def _replaced(records: Iterable[Kind], replacements: Iterable[Any]) -> Iterator[Kind]:
    """Yield the records with replaced fields; the others unchanged."""
    by_id = {one.id: one.model_dump(exclude_none=True) for one in replacements}
    for record in records:
        fields = by_id.get(record.id)
        update = {**fields, "origin": "organisation"} if fields else {}
        yield record.model_copy(update=update) if fields else record


def _bare(added: Iterable[Any]) -> Iterator[Any]:
    """Yield added records as the guide's own kind, without `after` and the like."""
    for one in added:
        kind = next(k for k in (Question, Quote, Resource, Term) if isinstance(one, k))
        yield kind(**{name: getattr(one, name) for name in kind.model_fields})


def _without_successor(resource: Resource, hidden: Sequence[Id]) -> Resource:
    if resource.successor not in hidden:
        return resource
    return resource.model_copy(update={"successor": None})


def _workbook(workbook: Workbook, changes: QuestionChanges) -> Workbook:
    """Apply the changes to a workbook; a section whose questions are all hidden goes too."""
    sections = (_section(one, changes) for one in workbook.sections)
    left = tuple(one for one in sections if any(q.retired is None for q in one.questions))
    return workbook.model_copy(update={"sections": left})


def _section(section: Section, changes: QuestionChanges) -> Section:
    here = changes.model_copy(
        update={"add": tuple(one for one in changes.add if one.section == section.id)}
    )
    after = _after(here.add, here.move)
    return section.model_copy(update={"questions": _listed(section.questions, here, after)})


def _attribute(attribute: Attribute, changes: QuoteChanges) -> Attribute:
    behaviours = {one.id for one in attribute.behaviours}
    added = tuple(one for one in changes.add if one.behaviour in behaviours)
    here = changes.model_copy(update={"add": added})
    return attribute.model_copy(
        update={
            "quotes": _listed(attribute.quotes, here, {}),
            "behaviours": tuple(_behaviour(one, here) for one in attribute.behaviours),
        }
    )


def _behaviour(behaviour: Behaviour, changes: QuoteChanges) -> Behaviour:
    """Place a behaviour's quotes; an added one that names no place goes to the end."""
    after = _after(changes.add, changes.move)
    moved = list(after)
    last = [one.id for one in changes.add if one.behaviour == behaviour.id and not one.after]
    gone = {one.id for one in changes.add if one.retired} | set(changes.hide)

    def row(quotes: Iterable[Id]) -> tuple[Id, ...]:
        stay = [own for own in quotes if own not in after]
        return tuple(own for own in ordered([*stay, *moved], after) if own not in gone)

    blocks = [block for one in behaviour.body for block in _block(one, row)]
    end = [PlacedQuote(quote=own) for own in row(last)]
    return behaviour.model_copy(update={"body": (*blocks, *end)})


def _block(block: Block, row: Row) -> Iterator[Block]:
    if isinstance(block, PlacedQuote):
        yield from (PlacedQuote(quote=own) for own in row((block.quote,)))
    elif isinstance(block, Points):
        points = (one.model_copy(update={"quotes": row(one.quotes)}) for one in block.points)
        yield block.model_copy(update={"points": tuple(points)})
    else:
        yield block
