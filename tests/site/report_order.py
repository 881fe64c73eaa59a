"""What follows what in the report, and what of the records does not."""

from bisect import bisect_right
from collections.abc import Iterator

from macros.content.model.blocks import Body, PlacedQuote, Points
from macros.content.model.files import Content
from macros.content.model.records import Attribute

from .report_texts import of_this_guide, plain, told
from .source_run import Run
from .words import sentences


def out_of_order(content: Content, run: Run) -> list[str]:
    """The ids of the records whose texts do not follow one another in the run, with
    nothing but quotes between."""
    quotes = [quote.text for attribute in content.attributes for quote in attribute.quotes]
    rest = run.without(quotes)
    return [own for own, texts in runs(content) if not rest.find(texts)]


def astray(content: Content, run: Run) -> list[str]:
    """The texts of the quotes that do not stand in the run between the heading of their
    behaviour and the next behaviour's."""
    bounds = dict(_bounds(content, run))
    return [
        quote.text
        for attribute in content.attributes
        for quote in attribute.quotes
        if not any(place.start in bounds[quote.behaviour] for place in run.every(quote.text))
    ]


def moved_quotes(content: Content, run: Run) -> dict[str, tuple[str, str]]:
    """The quotes that come after another text on the site than in the run: by the quote's id
    the first sentence of the text that each comes after, in the run and on the site."""
    bodies = [(one.title, one.body) for each in content.attributes for one in each.behaviours]
    on_site = {own: text for title, body in bodies for own, text in _after(title, body)}
    texts = [text for title, body in bodies for text in (title, *told(body))]
    ends = sorted((place.stop, text) for text in texts for place in run.every(text))
    moved = {}
    for quote in (quote for attribute in content.attributes for quote in attribute.quotes):
        start = run.find([quote.text]).start
        _, in_run = ends[bisect_right(ends, (start, "\uffff")) - 1]
        if in_run != on_site[quote.id]:
            moved[quote.id] = (sentences(in_run)[0], sentences(on_site[quote.id])[0])
    return moved


def _after(title: str, body: Body) -> Iterator[tuple[str, str]]:
    """Each quote in a behaviour's body with the text that it comes after."""
    text = title
    for block in body:
        if isinstance(block, PlacedQuote):
            yield block.quote, text
        elif isinstance(block, Points):
            for point in block.points:
                text = plain(point.point_md)
                yield from ((own, text) for own in point.quotes)
        else:
            text = (told((block,)) or [text])[-1]


def _bounds(content: Content, run: Run) -> Iterator[tuple[str, range]]:
    """Each behaviour's id with its stretch of the run."""
    ends = [_head(one, run).start for one in content.attributes[1:]]
    ends.append(run.find([content.report.conclusion.title]).start)
    for attribute, end in zip(content.attributes, ends, strict=True):
        starts = [_head(attribute, run).stop]
        for one in attribute.behaviours:
            starts.append(run.find([one.title], starts[-1]).start)
        for one, start, stop in zip(
            attribute.behaviours, starts[1:], [*starts[2:], end], strict=True
        ):
            yield one.id, range(start, stop)


def _head(attribute: Attribute, run: Run) -> range:
    """The opening of an attribute's chapter, up to its list of behaviours."""
    listed = [one.listed_as for one in attribute.behaviours]
    opening = [attribute.title, attribute.question, plain(attribute.introduction_md)]
    return run.find([*opening, *listed])


def runs(content: Content) -> Iterator[tuple[str, list[str]]]:
    """Texts that follow one another in the report, once its quotes are taken out: each
    run with the id of its record."""
    for attribute in content.attributes:
        listed = [one.listed_as for one in attribute.behaviours]
        head = [attribute.title, attribute.question, plain(attribute.introduction_md), *listed]
        bodies = [[one.title, *told(one.body)] for one in attribute.behaviours]
        yield attribute.id, [*head, *(text for body in bodies for text in body)]
    report = content.report
    yield "summary", [report.summary.title, *told(report.summary.opening[:1])]
    tops = [report.conclusion, report.literature_review, report.methodology]
    tops += [report.acknowledgements, report.applying]
    for workbook in content.workbooks:
        tops += [*workbook.passages, *workbook.closing]
        for section in workbook.sections:
            if not of_this_guide(section) and section.questions[0].kind == "text":
                yield section.id, [section.title, *(one.text for one in section.questions)]
    for top in tops:
        for one in (top, *top.passages):
            yield one.id, [one.title, *told(one.body)]
