"""The content as a guide: what is shown, in which order, and what belongs to what.

Built once from Content and read by `render`, `data_export` and `search_settings`. Retired records
are removed here (by without_retired.py) and nowhere else."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import get_args

from macros.content.model.base import Theme
from macros.content.model.blocks import quote_ids
from macros.content.model.files import Content
from macros.content.model.records import (
    Action,
    Asked,
    Attribute,
    Behaviour,
    Companion,
    Passage,
    Question,
    Quote,
    Resource,
    Section,
    Term,
    Workbook,
)
from macros.guide.areas import Area, is_hidden, lacks
from macros.guide.without_retired import only_living

_CITED = re.compile(r"\]\(ref:([a-z0-9-]+)\)")


def companions(asked: Question | Action) -> list[Companion]:
    """Return what a workbook asks beside a rating (its target, its note) or an action."""
    beside = (asked.by, asked.known_by) if isinstance(asked, Action) else (asked.target, asked.note)
    return [one for one in beside if one]


def edition(text: str) -> str:
    """Return eight hex digits that change if the text does.

    An answer is saved with the edition of the words that it answered."""
    return sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True)
class QuoteInPlace:
    """A quote with the behaviour and attribute it is in."""

    quote: Quote
    behaviour: Behaviour
    attribute: Attribute


@dataclass(frozen=True)
class QuestionInPlace:
    """A question with its section and workbook, and its attribute if it has one."""

    question: Question
    section: Section
    workbook: Workbook
    attribute: Attribute | None


class Guide:
    """Everything that pages ask of the content.

    Without retired records, in `content` too, and without workbooks that are `hidden` areas."""

    def __init__(self, content: Content, hidden: Collection[Area] = ()) -> None:
        self.hidden = frozenset(hidden)
        left = only_living(content)
        shown = tuple(
            one for one in left.workbooks if not is_hidden(f"workbooks/{one.id}/", self.hidden)
        )
        self.content = left.model_copy(update={"workbooks": shown})
        self.report = self.content.report
        self.attributes = sorted(self.content.attributes, key=lambda one: one.number)
        self.workbooks = sorted(self.content.workbooks, key=lambda one: (one.number, one.part or 0))
        self.references = list(self.content.references)
        self.resources = list(self.content.resources)
        self.terms = sorted(self.content.terms, key=lambda one: one.term.lower())
        self.slips = self.content.slips

    def shows(self, area: str) -> bool:
        """Whether an area is part of this copy of the guide."""
        return not lacks(self.hidden, area)

    @cached_property
    def attribute(self) -> dict[str, Attribute]:
        """Attribute by id."""
        return {one.id: one for one in self.attributes}

    @cached_property
    def workbook(self) -> dict[str, Workbook]:
        """Workbook by id."""
        return {one.id: one for one in self.workbooks}

    @cached_property
    def behaviour(self) -> dict[str, Behaviour]:
        """Behaviour by id, in reading order."""
        return {one.id: one for attribute in self.attributes for one in attribute.behaviours}

    @cached_property
    def quotes(self) -> list[QuoteInPlace]:
        """Every quote in reading order."""
        return [
            QuoteInPlace(quotes[quote_id], behaviour, attribute)
            for attribute in self.attributes
            for quotes in [{quote.id: quote for quote in attribute.quotes}]
            for behaviour in attribute.behaviours
            for quote_id in quote_ids(behaviour.body)
            if quote_id in quotes
        ]

    @cached_property
    def quote(self) -> dict[str, QuoteInPlace]:
        """Quote in its place, by the quote's id."""
        return {one.quote.id: one for one in self.quotes}

    @cached_property
    def questions(self) -> list[QuestionInPlace]:
        """Every question, workbook by workbook."""
        return [
            QuestionInPlace(question, section, workbook, self._attribute_of(section))
            for workbook in self.workbooks
            for section in workbook.sections
            for question in section.questions
        ]

    def asked(self, workbook: Workbook) -> list[Asked]:
        """Everything that a workbook asks: its questions, its actions and their companions."""
        actions = workbook.plan.actions if workbook.plan else ()
        questions = [one for section in workbook.sections for one in section.questions]
        tops: tuple[Question | Action, ...] = (*questions, *actions)
        return [one for top in tops for one in (top, *companions(top))]

    def _attribute_of(self, section: Section) -> Attribute | None:
        return self.attribute[section.attribute] if section.attribute else None

    def questions_of(self, attribute: Attribute, workbook: str) -> list[Question]:
        """The questions that a workbook asks about an attribute."""
        return [
            one.question
            for one in self.questions
            if one.attribute is attribute and one.workbook.id == workbook
        ]

    def quotes_on(self, question: Question) -> list[QuoteInPlace]:
        """The quotes of the behaviours that a question asks about, in the question's order."""
        return [
            one
            for behaviour in question.behaviours
            for one in self._quotes_by_behaviour.get(behaviour, [])
        ]

    @cached_property
    def _quotes_by_behaviour(self) -> dict[str, list[QuoteInPlace]]:
        found: dict[str, list[QuoteInPlace]] = {}
        for one in self.quotes:
            found.setdefault(one.behaviour.id, []).append(one)
        return found

    @cached_property
    def axes(self) -> list[Section]:
        """The sections of the profile's axes: each has a rating that colleagues answer, too."""
        return [
            section
            for workbook in self.workbooks
            for section in workbook.sections
            if section.attribute and any(one.for_others for one in section.questions)
        ]

    def quotes_of(self, attribute: Attribute) -> list[QuoteInPlace]:
        """The quotes of an attribute, in reading order."""
        return [one for one in self.quotes if one.attribute is attribute]

    @cached_property
    def report_passages(self) -> list[Passage]:
        """The report's passages outside the attributes and workbooks."""
        report = self.report
        return [
            report.conclusion,
            report.literature_review,
            report.methodology,
            report.acknowledgements,
            report.applying,
        ]

    @cached_property
    def passages(self) -> list[Passage]:
        """Every passage, those inside others after the one they are in."""
        tops = [*self.report_passages]
        for workbook in self.workbooks:
            tops += [*workbook.passages, *workbook.closing]
        return [one for top in tops for one in (top, *top.passages)]

    @cached_property
    def passage(self) -> dict[str, Passage]:
        """Passage by id."""
        return {one.id: one for one in self.passages}

    @cached_property
    def term(self) -> dict[str, Term]:
        """Glossary term by id."""
        return {one.id: one for one in self.terms}

    @cached_property
    def resource(self) -> dict[str, Resource]:
        """Resource by id."""
        return {one.id: one for one in self.resources}

    @cached_property
    def themes(self) -> list[str]:
        """The themes that at least two quotes share, in the order of the closed list."""
        times = Counter(theme for one in self.quotes for theme in one.quote.themes)
        return [theme for theme in get_args(Theme) if times[theme] > 1]

    def quotes_with(self, theme: Theme) -> list[QuoteInPlace]:
        """The quotes that have a theme."""
        return [one for one in self.quotes if theme in one.quote.themes]

    @cached_property
    def short_citation(self) -> str:
        """The authors' family names and the report's title, for citing a quote."""
        names = " & ".join(author.name.split()[-1] for author in self.report.authors)
        return f"{names}, {self.report.title}"

    @cached_property
    def cited_in(self) -> dict[str, list[Passage]]:
        """The passages that cite a reference, by the reference's id."""
        cited: dict[str, list[Passage]] = {one.id: [] for one in self.references}
        for passage in self.passages:
            text = " ".join(block.model_dump_json() for block in passage.body)
            for reference in dict.fromkeys(_CITED.findall(text)):
                cited[reference].append(passage)
        return cited
