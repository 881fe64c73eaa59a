"""Apply a council's changes to the guide's records: add, replace, hide, move."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from macros.brand.changes import AddedSection, Changes, QuestionChanges, QuoteChanges
from macros.content.model.base import Id, Record
from macros.content.model.blocks import Block, PlacedQuote, Points, quote_ids
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
    ids = [*_first(changes), *found]
    return tuple(
        found[own] for own in ordered(dict.fromkeys(ids), after) if own not in changes.hide
    )


def _first(changes: Any) -> Iterator[Id]:
    """Yield the ids that are to come before all others of their list."""
    for one in (*changes.add, *getattr(changes, "move", ())):
        if getattr(one, "first", False):
            yield one.id


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
        # Checked already, as what a folder may have: a resource's address may be one of its files.
        yield kind.model_construct(**{name: getattr(one, name) for name in kind.model_fields})


def _without_successor(resource: Resource, hidden: Sequence[Id]) -> Resource:
    if resource.successor not in hidden:
        return resource
    return resource.model_copy(update={"successor": None})


def _workbook(workbook: Workbook, changes: QuestionChanges) -> Workbook:
    """Apply the changes to a workbook; a section whose questions are all hidden goes too."""
    own = [one for one in changes.add_sections if one.workbook == workbook.id]
    found: dict[Id, Section] = {one.id: one for one in workbook.sections}
    found |= {one.id: _bare_section(one) for one in own}
    ids = dict.fromkeys([*(one.id for one in own if one.first), *found])
    listed = (found[one] for one in ordered(ids, _after(own)) if one not in changes.hide_sections)
    sections = (_section(one, changes) for one in listed)
    left = tuple(one for one in sections if any(q.retired is None for q in one.questions))
    return workbook.model_copy(update={"sections": left})


def _bare_section(added: AddedSection) -> Section:
    """Return an added section as the guide's own kind; its questions come to it afterwards."""
    names = (name for name in Section.model_fields if name != "questions")
    return Section.model_construct(**{name: getattr(added, name) for name in names}, questions=())


def _section(section: Section, changes: QuestionChanges) -> Section:
    added = tuple(one for one in changes.add if one.section == section.id)
    own = {one.id for one in section.questions}
    moved = tuple(one for one in changes.move if one.id in own)
    here = changes.model_copy(update={"add": added, "move": moved})
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
    last = [one.id for one in changes.add if one.behaviour == behaviour.id and not one.after]
    placed = {*quote_ids(behaviour.body), *last}
    after = _reached(_after(changes.add, changes.move), placed)
    moved = list(after)
    last += [
        one.id
        for one in changes.add
        if one.behaviour == behaviour.id and one.after and one.id not in after
    ]
    gone = {one.id for one in changes.add if one.retired} | set(changes.hide)

    def row(quotes: Iterable[Id]) -> tuple[Id, ...]:
        stay = [own for own in quotes if own not in after]
        return tuple(own for own in ordered([*stay, *moved], after) if own not in gone)

    blocks = [block for one in behaviour.body for block in _block(one, row)]
    end = [PlacedQuote(quote=own) for own in row(last)]
    return behaviour.model_copy(update={"body": (*blocks, *end)})


def _reached(after: After, placed: Collection[Id]) -> dict[Id, Id]:
    """Return the places that lead, directly or through others, to a quote that is placed.

    A withdrawn quote is in no body: one that is to come after it stays where it is, or goes to the
    end of the behaviour if it is an added one."""

    def leads(own: Id) -> bool:
        way = [own]
        while way[-1] in after and after[way[-1]] not in way:
            way.append(after[way[-1]])
        return way[-1] in placed

    return {own: before for own, before in after.items() if leads(own)}


def _block(block: Block, row: Row) -> Iterator[Block]:
    if isinstance(block, PlacedQuote):
        yield from (PlacedQuote(quote=own) for own in row((block.quote,)))
    elif isinstance(block, Points):
        points = (one.model_copy(update={"quotes": row(one.quotes)}) for one in block.points)
        yield block.model_copy(update={"points": tuple(points)})
    else:
        yield block
