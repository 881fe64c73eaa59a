"""The rules for what a council's folder adds: sound records in, faults out.

The guide's own rules hold for its records, too; these are the ones that come on top.
"""

from collections import Counter
from collections.abc import Iterator

from macros.areas import WORKBOOKS
from macros.check import lost
from macros.faults import Fault, shown
from macros.kinds import changed_kinds
from macros.model import Question, Quote, Section, Workbook
from macros.owner import noun
from macros.part import Id, Part, Record
from macros.released import Released
from macros.spot import Spot
from macros.whole import Whole

from .changes import (
    AddedQuestion,
    AddedQuote,
    AddedResource,
    AddedTerm,
    MovedQuestion,
    MovedQuote,
    MovedResource,
    QuestionChanges,
    QuoteChanges,
    ReplacedQuote,
    ResourceChanges,
    TermChanges,
)
from .model import Brand

_POSTAL = (
    ("contacts", "postal_address"),
    ("data_protection", "controller_postal_address"),
    ("data_protection", "officer_postal_address"),
)
ADDED = (AddedQuestion, AddedQuote, AddedResource, AddedTerm)
_LISTS = (QuestionChanges, QuoteChanges, ResourceChanges, TermChanges)
_PLACED = (AddedQuestion, AddedQuote, AddedResource, MovedQuestion, MovedQuote, MovedResource)


def check_folder(whole: Whole, released: Released) -> Iterator[Fault]:
    """The faults of a folder, whose records stand in `whole` with the guide's."""
    brand = next((spot for spot in whole.spots if isinstance(spot.part, Brand)), None)
    if brand and isinstance(brand.part, Brand):
        yield from _beginnings(whole, brand, brand.part.organisation.id)
        yield from _without_workbook(whole, brand, brand.part)
        yield from _unlike_itself(brand, brand.part)
        yield from _joined_addresses(brand)
        yield from _moves(brand, brand.part)
    yield from _of_others(whole)
    yield from _extracts(whole)
    yield from _places(whole)
    yield from _circles(whole)
    yield from _contradictions(whole)
    yield from lost(whole, released)
    yield from changed_kinds(whole, released)


def _unlike_itself(spot: Spot, brand: Brand) -> Iterator[Fault]:
    """Settings of the drafted pages do not contradict each other."""
    said, data = brand.accessibility, brand.data_protection
    if said.compliance == "full" and said.problems_md:
        what = "compliance is 'full' and problems_md lists what is not accessible"
        mend = "write 'compliance: partial', or take the list away"
        yield spot.fault(("accessibility", "compliance"), what, mend)
    if said.statement_date and not said.compliance:
        what = "the statement is dated, and compliance does not say what an assessment found"
        mend = "write 'compliance: full', 'partial' or 'none'; or 'not-assessed', if there was none"
        yield spot.fault(("accessibility", "statement_date"), what, mend)
    if said.statement_date and said.reviewed_on and said.reviewed_on < said.statement_date:
        what = "reviewed_on is before statement_date, the day the statement was prepared"
        yield spot.fault(("accessibility", "reviewed_on"), what, "correct one of the two days")
    if data.transfer_md and not data.sent_abroad:
        what = "transfer_md tells of data sent abroad, and sent_abroad is not 'true'"
        mend = "write 'sent_abroad: true', or take transfer_md away"
        yield spot.fault(("data_protection", "transfer_md"), what, mend)


def _moves(spot: Spot, brand: Brand) -> Iterator[Fault]:
    """A copy has moved from or to another place than its own."""
    if not brand.site_address:
        return
    own = f"/{brand.site_address.split('/', 3)[3]}"
    for index, path in enumerate(brand.formerly_at):
        if path == own:
            what = f"formerly_at has {shown(path)}, and that is where site_address is"
            yield spot.fault(("formerly_at", index), what, "name the path that it had before")
    if brand.moved_to == brand.site_address:
        what = "moved_to is the copy's own address, site_address"
        mend = "write it in the copy that stays at the old address, or take it away"
        yield spot.fault(("moved_to",), what, mend)


def _joined_addresses(brand: Spot) -> Iterator[Fault]:
    """A postal address keeps the lines that it is written in."""
    for path in _POSTAL:
        place = brand.sheet.places.get(path)
        lines = place.joined if place else ()
        if any(not line.endswith(",") for line in lines[:-1]):
            what = f"the lines of {path[-1]} are read as one line, {shown(' '.join(lines))}"
            mend = f"write '{path[-1]}: |' and its lines under it, each indented; or put commas"
            yield brand.fault(path, what, mend)


def _beginnings(whole: Whole, brand: Spot, own: Id) -> Iterator[Fault]:
    """The organisation's ids begin with its own, and the guide's never do."""
    beginning = f"{own}-"
    for record, spot in whole.records:
        if _is_added(spot) and not record.id.startswith(beginning):
            what = f"{spot.name} does not begin with {shown(beginning)}"
            mend = f"write '{beginning}{record.id}': no id of the guide will ever be the same"
            yield spot.fault(("id",), what, mend)
    others = (own for own, spot in whole.alive.items() if not _is_added(spot))
    clash = next((own for own in others if own.startswith(beginning)), None)
    if clash:
        what = f"the guide has ids that begin with {shown(beginning)}, such as {shown(clash)}"
        yield brand.fault(("organisation", "id"), what, "choose another one")


def _is_added(spot: Spot) -> bool:
    """Whether a record is the organisation's, or is asked with a question of its own."""
    return any(isinstance(part, ADDED) for part in (spot.part, *spot.around))


def _of_others(whole: Whole) -> Iterator[Fault]:
    """Others rate what makes the leadership profile, which a question of one's own does not."""
    for spot in whole.spots:
        if isinstance(spot.part, AddedQuestion) and spot.part.for_others:
            what = f"{spot.name} has 'for_others', and colleagues are asked the guide's alone"
            yield spot.fault(("for_others",), what, "take it away")


def _extracts(whole: Whole) -> Iterator[Fault]:
    """An extract is a part of the words that replace a quote."""
    for spot in whole.spots:
        part = spot.part
        if isinstance(part, ReplacedQuote) and part.extract not in part.text:
            what = f"extract of what replaces quote {shown(part.id)} is not in its text"
            mend = "copy a part of the text"
            yield spot.fault(("extract",), f"{what}, word for word", mend)


def _places(whole: Whole) -> Iterator[Fault]:
    """A record comes after one that stands in the same list."""
    for spot in whole.spots:
        after = _after(spot.part)
        there = whole.alive.get(after) if after else None
        own, other = _home(spot, whole), _home(there, whole) if there else None
        if there and own and other and own != other:
            what = f"{spot.name} is to come after {there.name}, which stands in {shown(other)}"
            yield spot.fault(("after",), what, f"name one that stands in {shown(own)}")


def _home(spot: Spot, whole: Whole) -> Id | None:
    """The section or behaviour that a record stands in; None where its kind has one list."""
    part = spot.part
    if isinstance(part, MovedQuestion | MovedQuote):
        there = whole.alive.get(part.id)
        return _home(there, whole) if there else None
    if isinstance(part, AddedQuestion):
        return part.section
    if isinstance(part, Quote):
        return part.behaviour
    section = spot.inside(Section)
    return section.id if section else None


def _after(part: Part) -> Id | None:
    return part.after if isinstance(part, _PLACED) else None


def _circles(whole: Whole) -> Iterator[Fault]:
    """Nothing comes after itself, on whatever way round."""
    placed = {_id(spot.part): spot for spot in whole.spots if _after(spot.part)}
    for own, spot in placed.items():
        way, at = [own], _after(spot.part)
        while at in placed and at not in way:
            way.append(at)
            at = _after(placed[at].part)
        if at == own:
            yield spot.fault(("after",), *_round(way))


def _round(way: list[Id]) -> tuple[str, str]:
    """What is wrong with records that come after each other, and how to mend it."""
    if len(way) == 1:
        return f"{shown(way[0])} comes after itself", "name one that stands before it"
    after = ", which comes after ".join(shown(own) for own in [*way[1:], way[0]])
    return f"{shown(way[0])} comes after {after}", "let one of them come after another record"


def _contradictions(whole: Whole) -> Iterator[Fault]:
    """One thing is said of a record of the guide, and that once."""
    for spot in whole.spots:
        if not isinstance(spot.part, _LISTS):
            continue
        for verb in ("replace", "move"):
            ids = [one.id for one in getattr(spot.part, verb, ())]
            for index, own in enumerate(ids):
                if own in spot.part.hide:
                    what = f"{shown(own)} stands under 'hide' and under '{verb}'"
                    yield spot.fault((verb, index), what, "keep one of them")
                elif own in ids[:index]:
                    what = f"{shown(own)} stands under '{verb}' twice"
                    yield spot.fault((verb, index), what, "keep one of them")
        yield from _own_changed(spot, whole)


def _own_changed(spot: Spot, whole: Whole) -> Iterator[Fault]:
    for verb in ("replace", "move", "hide"):
        for index, one in enumerate(getattr(spot.part, verb, ())):
            own = one if isinstance(one, str) else one.id
            there = whole.alive.get(own)
            if there and isinstance(there.part, ADDED):
                what = f"{there.name} is your own and stands under '{verb}'"
                yield spot.fault((verb, index), what, f"change it where it stands, {there.where}")
            elif there and verb == "hide" and _is_an_axis(there.part):
                what = f"{there.name} is an axis of the leadership profile"
                mend = "keep it, or write 'developing' under 'hide' in brand.yml"
                yield spot.fault((verb, index), what, mend)


def _is_an_axis(part: Part) -> bool:
    return isinstance(part, Question) and part.for_others is not None


def _without_workbook(whole: Whole, spot: Spot, brand: Brand) -> Iterator[Fault]:
    """At least one workbook is left, and each that is has a question."""
    if all(area in brand.hide for area in WORKBOOKS):
        yield spot.fault(("hide",), "every workbook is hidden", "keep one of them")
    counts = Counter({area: int(area in brand.hide) for area in WORKBOOKS})
    for area in WORKBOOKS:
        workbook = whole.alive.get(area)
        if workbook and not counts[area] and not _questions_left(workbook.part, whole):
            what = f"every question of {noun(Workbook)} {shown(area)} is hidden"
            yield spot.fault((), what, f"write '{area}' under 'hide' in brand.yml instead")


def _questions_left(workbook: Part, whole: Whole) -> bool:
    if not isinstance(workbook, Workbook):
        return True
    added = [spot.part for spot in whole.spots if isinstance(spot.part, AddedQuestion)]
    gone = {own for s in whole.spots if isinstance(s.part, QuestionChanges) for own in s.part.hide}
    sections = {section.id for section in workbook.sections}
    own = {q.id for section in workbook.sections for q in section.questions if not q.retired}
    return bool(own - gone) or any(q.section in sections and not q.retired for q in added)


def _id(part: Part) -> Id:
    assert isinstance(part, Record | MovedQuestion | MovedQuote | MovedResource)  # noqa: S101
    return part.id
