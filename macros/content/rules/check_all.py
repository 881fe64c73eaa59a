"""The rules of the whole report: sound records in, faults out.

A rule that needs all files says nothing about what may stand in a file that could not
be read. Nothing here reads a file, prints or knows YAML.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from common.problems import Fault, nearest, shown
from macros.content.index import Unread, Whole, gather
from macros.content.located import Entry, Spot
from macros.content.model.records import (
    Attribute,
    Companion,
    Question,
    Quote,
    Resource,
    Slip,
    Term,
    Workbook,
)
from macros.content.reading.subject import a, noun
from macros.content.references import LINKS, Mention, mentions, odd_links
from macros.content.released_ids import Released
from macros.content.rules.question_kinds import changed_kinds, needless_kinds
from macros.content.rules.quotes import placement
from macros.content.rules.retirement import retirement

NUMBERS = range(1, 6)
_OURS = (Question, Quote, Resource, Term)


def check(
    entries: Iterable[Entry], released: Released, unread: Unread | None = None
) -> Iterator[Fault]:
    """The faults that only show when all records are seen together."""
    whole = gather(entries, released, unread or Unread())
    for rule in _rules():
        yield from rule(whole)


def _rules() -> tuple[Callable[[Whole], Iterator[Fault]], ...]:
    ids = (_ids, _formerly, _released, needless_kinds, _numbers)
    return (*ids, _mentions, _links, placement, retirement, _alone, _origins, _slips)


def _ids(whole: Whole) -> Iterator[Fault]:
    """An id names one record, whatever its kind."""
    for record, spot in whole.records:
        first = whole.alive[record.id]
        if first is not spot:
            what = f"id {shown(record.id)} is taken already ({first.name} at {first.where})"
            yield spot.fault(("id",), what, "give one of the two another id")


def _formerly(whole: Whole) -> Iterator[Fault]:
    """An id that a record had formerly is no other record's, now or then."""
    for record, spot in whole.records:
        for index, own in enumerate(record.formerly):
            taken = whole.alive.get(own) or whole.formerly[own]
            if own in whole.alive or taken is not spot:
                what = f"{spot.name} was formerly {shown(own)}, and so is or was {taken.name}"
                mend = "an id is never used again: take one away"
                yield spot.fault(("formerly", index), f"{what} at {taken.where}", mend)


def _released(whole: Whole) -> Iterator[Fault]:
    yield from lost(whole, whole.released)
    yield from changed_kinds(whole, whole.released)


def lost(whole: Whole, released: Released) -> Iterator[Fault]:
    """A fault for each released id that has disappeared."""
    for own, line in released.lines.items():
        if not (own in whole.alive or own in whole.formerly or own in whole.unread):
            what = f"id {shown(own)} was released and no record has it now"
            mend = "put its record back (with 'retired' and the reason, if it is withdrawn)"
            renamed = f"or write 'formerly: [{own}]' in the record that it became"
            yield Fault(released.file, line, what, f"{mend}, {renamed}")


def _numbers(whole: Whole) -> Iterator[Fault]:
    """The attributes are numbered 1 to 5."""
    first: dict[int, Spot] = {}
    for record, spot in whole.records:
        if isinstance(record, Attribute):
            other = first.setdefault(record.number, spot)
            if other is not spot:
                what = f"{spot.name} has number {record.number}, as has {other.name}"
                yield spot.fault(("number",), f"{what} at {other.where}", "give it its own")
    if not whole.unread:
        folder = str(PurePosixPath(whole.released.file).parent / "attributes")
        for number in sorted(set(NUMBERS) - set(first)):
            yield Fault(folder, 1, f"no attribute has number {number}", "give one that number")


def _mentions(whole: Whole) -> Iterator[Fault]:
    """What a record names exists, and is of the kind that belongs there."""
    for spot in whole.spots:
        for mention in mentions(spot.part):
            there = whole.alive.get(mention.id)
            wanted = a(mention.wanted)
            if there and not isinstance(there.part, mention.wanted):
                what = f"{spot.name} names {there.name} where {wanted} belongs"
                yield spot.fault(mention.field, what, f"write the id of {wanted}")
            elif not there and mention.id not in whole.unread:
                unknown = f"{noun(mention.wanted)} {shown(mention.id)}"
                what = f"{spot.name} names {unknown}, which does not exist"
                yield spot.fault(mention.field, what, _meant(whole, mention))


def _meant(whole: Whole, mention: Mention) -> str:
    renamed = whole.formerly.get(mention.id)
    if renamed:
        return f"it is {renamed.name} now: write that id"
    ids = [record.id for record, _ in whole.records if isinstance(record, mention.wanted)]
    meant = nearest(mention.id, ids)
    return f"did you mean '{meant}'?" if meant else f"write the id of {a(mention.wanted)}"


def _links(whole: Whole) -> Iterator[Fault]:
    """A link leads to a record or to an address."""
    kinds = ", ".join(f"{kind}:ID" for kind in LINKS)
    for spot in whole.spots:
        for field, to in odd_links(spot.part):
            what = f"{spot.name} links to {shown(to)}, which is no link of the guide"
            yield spot.fault((field,), what, f"write {kinds} or an https:// address")


def _slips(whole: Whole) -> Iterator[Fault]:
    """A slip says what the site says instead where it is mended, and only there; one that
    is moved says which quote, and the two places."""
    for spot in whole.spots:
        match spot.part:
            case Slip(kind="moved", quote=None, where=where):
                what = f"the slip in {shown(where)} is moved and has no 'quote'"
                yield spot.fault((), what, "add 'quote' with the id of the quote that moved")
            case Slip(kind="moved", site=None, where=where):
                what = f"the slip in {shown(where)} is moved and has no 'site'"
                yield spot.fault((), what, "add 'site' with the words it comes after on the site")
            case Slip(kind="mended" | "kept" | "left-out" as kind, quote=str(), where=where):
                what = f"the slip in {shown(where)} is {kind} and has a 'quote'"
                yield spot.fault(("quote",), what, "take 'quote' away, or write 'kind: moved'")
            case Slip(kind="mended", site=None, where=where):
                what = f"the slip in {shown(where)} is mended and has no 'site'"
                yield spot.fault((), what, "add 'site' with what the site says instead")
            case Slip(kind="kept" | "left-out" as kind, site=str(), where=where):
                what = f"the slip in {shown(where)} is {kind} and has a 'site'"
                yield spot.fault(("site",), what, "take 'site' away, or write 'kind: mended'")
            case _:
                pass


def _origins(whole: Whole) -> Iterator[Fault]:
    """Only what stands in an organisation's own folder is added by an organisation."""
    for record, spot in whole.records:
        if type(record) in _OURS and getattr(record, "origin", "") == "organisation":
            what = f"{spot.name} says that an organisation has added it"
            yield spot.fault(("origin",), what, "write 'report' or 'guide'")


def _alone(whole: Whole) -> Iterator[Fault]:
    """What each record has to keep by itself, beyond the form of its fields."""
    for record, spot in whole.records:
        file = PurePosixPath(spot.sheet.file)
        match record:
            case Attribute() | Workbook() if record.id != file.stem:
                what = f"{spot.name} stands in a file of another name"
                yield spot.fault(("id",), what, f"name the file {record.id}.yml")
            case Quote() if record.extract not in record.text:
                what = f"extract of {spot.name} is not in its text, word for word"
                yield spot.fault(("extract",), what, "copy a part of the text")
            case Question(kind="rating", examples=()):
                what = f"{spot.name} is a rating without examples"
                yield spot.fault((), what, "add 'examples' of what a 5 might sound like")
            case Question(kind="text"):
                yield from _without_companions(record, spot)
            case _:
                pass


def _without_companions(question: Question, spot: Spot) -> Iterator[Fault]:
    for field in ("note", "target", "for_others"):
        if getattr(question, field):
            what = f"{spot.name} is answered in words and has {a(Companion)} '{field}'"
            yield spot.fault((field,), what, "take it away, or write 'kind: rating'")
