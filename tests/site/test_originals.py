"""The report's questions for organisations, should somebody find them, take the place of this
guide's as CONTRIBUTING.md tells."""

from functools import cache
from pathlib import Path

from macros.content.load import load
from macros.content.model.files import Content
from macros.content.model.records import Question, Section

from .report_order import out_of_order
from .report_texts import not_the_report_s
from .source_run import Run, source_run

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "content/source/five-attributes.txt").read_text()
PLACE = "Workbook 1, part 1, Reflective questions for organisations recruiting new leaders"
HEADING = "Setting out your values"
FOUND = ("How clear are we about what we stand for?", "Who will hear of it, and from whom?")


@cache
def content() -> Content:
    return load(ROOT / "content")


def with_originals(*, with_slip: bool) -> Content:
    """The content with a section of originals before this guide's own."""
    asked = [Question(id=f"found-{n}", kind="text", text=text) for n, text in enumerate(FOUND)]
    section = Section(id="found", title=HEADING, questions=tuple(asked))
    workbooks = tuple(
        one.model_copy(update={"sections": (section, *one.sections)})
        if one.id == "recruiting"
        else one
        for one in content().workbooks
    )
    hint = {"kind": "mended", "why": "They were in a picture."}
    slips = tuple(
        one.model_copy(update={**hint, "site": "\n\n".join([one.source, HEADING, *FOUND])})
        if one.where == PLACE and with_slip
        else one
        for one in content().slips
    )
    return content().model_copy(update={"workbooks": workbooks, "slips": slips})


def run(changed: Content) -> Run:
    return source_run(SOURCE, changed.slips)


def test_originals_that_the_record_of_slips_has_pass_for_the_report_s() -> None:
    changed = with_originals(with_slip=True)
    assert not_the_report_s(changed, run(changed)) == []
    assert out_of_order(changed, run(changed)) == []


def test_a_question_that_it_has_not_does_not_pass_for_the_report_s() -> None:
    changed = with_originals(with_slip=False)
    assert not_the_report_s(changed, run(changed)) == [HEADING, *FOUND]
