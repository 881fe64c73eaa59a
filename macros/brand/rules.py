"""Rules for a council's changes, on top of the guide's own rules, which apply to them too."""

from collections import Counter
from collections.abc import Iterator

from common.problems import Problem, shown
from macros.brand.changes import (
    AddedQuestion,
    AddedQuote,
    AddedResource,
    AddedSection,
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
from macros.brand.settings import Brand
from macros.brand.settings_rules import check_settings
from macros.content.index import ContentIndex
from macros.content.located import LocatedRecord
from macros.content.model.base import Id, Part, Record
from macros.content.model.records import Question, Quote, Section, Workbook
from macros.content.naming import noun
from macros.content.released_ids import Released
from macros.content.rules.ids import missing_released_ids
from macros.content.rules.question_kinds import changed_kinds
from macros.guide.areas import WORKBOOKS

ADDED = (AddedQuestion, AddedQuote, AddedResource, AddedSection, AddedTerm)
_LISTS = (QuestionChanges, QuoteChanges, ResourceChanges, TermChanges)
_PLACED = (
    *(AddedQuestion, AddedQuote, AddedResource, AddedSection),
    *(MovedQuestion, MovedQuote, MovedResource),
)
_FIRST = (AddedQuestion, AddedResource, AddedSection, MovedQuestion, MovedResource)


def check_folder(index: ContentIndex, released: Released) -> Iterator[Problem]:
    """Yield the problems of a folder whose records are in the index with the guide's."""
    brand = next(
        (located for located in index.all_located if isinstance(located.part, Brand)), None
    )
    if brand and isinstance(brand.part, Brand):
        yield from _beginnings(index, brand, brand.part.organisation.id)
        yield from _without_workbook(index, brand, brand.part)
        yield from check_settings(brand, brand.part)
    yield from _of_others(index)
    yield from _extracts(index)
    yield from _places(index)
    yield from _one_place(index)
    yield from _sections(index)
    yield from _circles(index)
    yield from _contradictions(index)
    yield from missing_released_ids(index, released)
    yield from changed_kinds(index, released)


def _beginnings(index: ContentIndex, brand: LocatedRecord, own: Id) -> Iterator[Problem]:
    """Check that the organisation's ids begin with its own, and that no id of the guide does."""
    beginning = f"{own}-"
    for record, located in index.records:
        if _is_added(located) and not record.id.startswith(beginning):
            what = f"{located.name} does not begin with {shown(beginning)}"
            hint = f"write '{beginning}{record.id}': then no id of the guide will ever be the same"
            yield located.problem(("id",), what, hint)
    others = (own for own, located in index.by_id.items() if not _is_added(located))
    clash = next((own for own in others if own.startswith(beginning)), None)
    if clash:
        what = f"the guide has ids that begin with {shown(beginning)}, such as {shown(clash)}"
        yield brand.problem(("organisation", "id"), what, "choose another one")


def _is_added(located: LocatedRecord) -> bool:
    """Whether a record is the organisation's, or is a companion of one of its questions."""
    return any(isinstance(part, ADDED) for part in (located.part, *located.around))


def _of_others(index: ContentIndex) -> Iterator[Problem]:
    """Check that colleagues are asked only the guide's ratings, of which the profile is made."""
    for located in index.all_located:
        if isinstance(located.part, AddedQuestion) and located.part.for_others:
            what = f"{located.name} has 'for_others', but colleagues only get the guide's questions"
            yield located.problem(("for_others",), what, "remove it")


def _extracts(index: ContentIndex) -> Iterator[Problem]:
    """Check that an extract is part of the words that replace a quote."""
    for located in index.all_located:
        part = located.part
        if isinstance(part, ReplacedQuote) and part.extract not in part.text:
            what = f"the extract of what replaces quote {shown(part.id)} is not in its text"
            hint = "copy a part of the text"
            yield located.problem(("extract",), f"{what}, word for word", hint)


def _places(index: ContentIndex) -> Iterator[Problem]:
    """Check that a record comes after one in the same list."""
    for located in index.all_located:
        after = _after(located.part)
        there = index.by_id.get(after) if after else None
        own, other = _home(located, index), _home(there, index) if there else None
        if there and own and other and own != other:
            what = f"{located.name} is to come after {there.name}, which is in {shown(other)}"
            yield located.problem(("after",), what, f"name one that is in {shown(own)}")


def _home(located: LocatedRecord, index: ContentIndex) -> Id | None:
    """Return the section or behaviour that a record is in; None if its kind has a single list."""
    part = located.part
    if isinstance(part, MovedQuestion | MovedQuote):
        there = index.by_id.get(part.id)
        return _home(there, index) if there else None
    if isinstance(part, AddedQuestion):
        return part.section
    if isinstance(part, Section):
        workbook = located.inside(Workbook)
        if isinstance(part, AddedSection):
            return part.workbook
        return workbook.id if workbook else None
    if isinstance(part, Quote):
        return part.behaviour
    section = located.inside(Section)
    return section.id if section else None


def _one_place(index: ContentIndex) -> Iterator[Problem]:
    """Check that a record is put in one place: first, or after another one."""
    for located in index.all_located:
        part = located.part
        if isinstance(part, _FIRST) and part.first and part.after:
            what = f"{located.name} is to be first and after {shown(part.after)}"
            yield located.problem(("first",), what, "keep 'first: true' or 'after'")
        elif isinstance(part, MovedQuestion | MovedResource) and not part.first and not part.after:
            what = f"{shown(part.id)} is moved, and its new place is not given"
            yield located.problem((), what, "write the id it comes 'after', or 'first: true'")


def _sections(index: ContentIndex) -> Iterator[Problem]:
    """Check that own sections have questions, and that no question is put into a hidden one."""
    questions = [one for one in index.all_located if isinstance(one.part, AddedQuestion)]
    filled = {one.part.section for one in questions if isinstance(one.part, AddedQuestion)}
    hidden = _hidden_sections(index)
    for located in index.all_located:
        part = located.part
        if isinstance(part, AddedSection) and part.id not in filled and not part.retired:
            hint = f"add a question with 'section: {part.id}', or remove the section"
            yield located.problem((), f"{located.name} has no question", hint)
        if isinstance(part, AddedQuestion) and part.section in hidden:
            what = f"{located.name} is in section {shown(part.section)}, which you hide"
            yield located.problem(("section",), what, "name another section, or do not hide it")


def _hidden_sections(index: ContentIndex) -> set[Id]:
    changes = (one.part for one in index.all_located if isinstance(one.part, QuestionChanges))
    return {own for one in changes for own in one.hide_sections}


def _after(part: Part) -> Id | None:
    return part.after if isinstance(part, _PLACED) else None


def _circles(index: ContentIndex) -> Iterator[Problem]:
    """Check that no record comes after itself, directly or through others."""
    placed = {_id(located.part): located for located in index.all_located if _after(located.part)}
    for own, located in placed.items():
        way, at = [own], _after(located.part)
        while at in placed and at not in way:
            way.append(at)
            at = _after(placed[at].part)
        if at == own:
            yield located.problem(("after",), *_round(way))


def _round(way: list[Id]) -> tuple[str, str]:
    """Say what is wrong with records that come after each other, and how to fix it."""
    if len(way) == 1:
        return f"{shown(way[0])} comes after itself", "name one that comes before it"
    after = ", which comes after ".join(shown(own) for own in [*way[1:], way[0]])
    return f"{shown(way[0])} comes after {after}", "let one of them come after another record"


def _contradictions(index: ContentIndex) -> Iterator[Problem]:
    """Check that a record of the guide is changed in one way only, and once."""
    for located in index.all_located:
        if not isinstance(located.part, _LISTS):
            continue
        for verb in ("replace", "move"):
            ids = [one.id for one in getattr(located.part, verb, ())]
            for position, own in enumerate(ids):
                if own in located.part.hide:
                    what = f"{shown(own)} is under 'hide' and under '{verb}'"
                    yield located.problem((verb, position), what, "keep one of them")
                elif own in ids[:position]:
                    what = f"{shown(own)} is under '{verb}' twice"
                    yield located.problem((verb, position), what, "keep one of them")
        yield from _own_changed(located, index)


def _own_changed(located: LocatedRecord, index: ContentIndex) -> Iterator[Problem]:
    for verb in ("replace", "move", "hide", "hide_sections"):
        for position, one in enumerate(getattr(located.part, verb, ())):
            own = one if isinstance(one, str) else one.id
            there = index.by_id.get(own)
            if there and isinstance(there.part, ADDED):
                what = f"{there.name} is your own and is under '{verb}'"
                yield located.problem(
                    (verb, position), what, f"change it where it is, {there.where}"
                )
            elif there and verb.startswith("hide") and _has_an_axis(there.part):
                what = f"{there.name} is an axis of the leadership profile"
                if isinstance(there.part, Section):
                    what = f"{there.name} has axes of the leadership profile"
                hint = "keep it, or write 'developing' under 'hide' in brand.yml"
                yield located.problem((verb, position), what, hint)


def _has_an_axis(part: Part) -> bool:
    """Whether a question is an axis of the profile, or a section has one that is."""
    if isinstance(part, Section):
        return any(_has_an_axis(one) for one in part.questions)
    return isinstance(part, Question) and part.for_others is not None


def _without_workbook(
    index: ContentIndex, located: LocatedRecord, brand: Brand
) -> Iterator[Problem]:
    """Check that at least one workbook is left, and that each has a question."""
    if all(area in brand.hide for area in WORKBOOKS):
        yield located.problem(("hide",), "every workbook is hidden", "keep one of them")
    counts = Counter({area: int(area in brand.hide) for area in WORKBOOKS})
    for own, area in (*((area, area) for area in WORKBOOKS), ("scoring", "recruiting")):
        workbook = index.by_id.get(own)
        if workbook and not counts[area] and not _questions_left(workbook.part, index):
            what = f"every question of {noun(Workbook)} {shown(own)} is hidden"
            yield located.problem((), what, f"write '{area}' under 'hide' in brand.yml instead")


def _questions_left(workbook: Part, index: ContentIndex) -> bool:
    if not isinstance(workbook, Workbook):
        return True
    added = [
        located.part for located in index.all_located if isinstance(located.part, AddedQuestion)
    ]
    gone = {
        own for s in index.all_located if isinstance(s.part, QuestionChanges) for own in s.part.hide
    }
    hidden = _hidden_sections(index)
    shown_ones = [one for one in workbook.sections if one.id not in hidden]
    sections = {one.id for one in shown_ones} | {
        one.part.id
        for one in index.all_located
        if isinstance(one.part, AddedSection) and one.part.workbook == workbook.id
    }
    own = {q.id for one in shown_ones for q in one.questions if not q.retired}
    return bool(own - gone) or any(q.section in sections and not q.retired for q in added)


def _id(part: Part) -> Id:
    assert isinstance(part, Record | MovedQuestion | MovedQuote | MovedResource)  # noqa: S101
    return part.id
