"""What follows what in the report, and what of the records does not."""

from collections.abc import Iterator

from macros.model import Attribute, Content

from .report_texts import of_this_guide, plain, told
from .source_run import Run


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
