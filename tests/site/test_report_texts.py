"""What the records call the report's words is the report's, in its order."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.content.load import load
from macros.content.located import parts
from macros.content.model.files import Content

from .report_order import astray, moved_quotes, out_of_order
from .report_texts import THE_REPORT_S, not_the_report_s, report_texts
from .source_run import Run, source_run

ROOT = Path(__file__).parents[2]
# Texts of the records that are this guide's, or that other tests hold to the report.
OTHERS = """
    abbreviation address attribute audience behaviour checklist extract found_in hint id kind lead
    looked_up note_md origin publisher questions_note_md quote retired
    short_title site source stage status status_note successor term where why year
"""
SOME = {
    *("Action.text", "ActionPlan.title"),
    *("InterviewQuestion.strong", "InterviewQuestion.text", "InterviewQuestion.worrying"),
    *("Author.name", "Author.role", "Companion.text", "Programme.name", "Programme.short_name"),
    "Resource.title",
}
Data = dict[str, Any]


@cache
def content() -> Content:
    return load(ROOT / "content")


@cache
def run() -> Run:
    source = (ROOT / "content/source/five-attributes.txt").read_text()
    return source_run(source, content().slips)


def changed(change: Callable[[Data], None]) -> Content:
    """The content with something changed in the attribute on values."""
    data = content().attributes[0].model_dump()
    change(data)
    values = type(content().attributes[0]).model_validate(data)
    return content().model_copy(update={"attributes": (values, *content().attributes[1:])})


def test_each_text_that_passes_for_the_report_s_is_the_report_s_from_end_to_end() -> None:
    assert len(list(report_texts(content()))) > 350
    assert not_the_report_s(content(), run()) == []


def test_paragraphs_points_and_headings_stand_in_the_report_s_order() -> None:
    assert out_of_order(content(), run()) == []


def test_each_quote_is_from_the_report_s_words_on_its_behaviour_or_a_slip_says_so() -> None:
    quotes = {one.id: one.text for each in content().attributes for one in each.quotes}
    told = {quotes[one.quote] for one in content().slips if one.quote}
    assert [text for text in astray(content(), run()) if text not in told] == []


def test_every_quote_that_comes_after_another_point_than_in_the_report_is_recorded() -> None:
    recorded = {one.quote: (one.source, one.site) for one in content().slips if one.quote}
    assert recorded == moved_quotes(content(), run())
    assert len(recorded) == len([one for one in content().slips if one.kind == "moved"])


def test_a_quote_is_moved_only_where_the_report_s_own_place_does_not_suit_it() -> None:
    for own in ("privileged-to-hold-the-risk", "owned-at-the-highest-level"):
        assert own not in moved_quotes(content(), run())
    assert "values-built-in-at-every-stage" not in moved_quotes(content(), run())


def test_a_quote_put_behind_another_point_is_noticed() -> None:
    def change(values: Data) -> None:
        body = values["behaviours"][4]["body"][0]
        quotes = body["points"][3]["quotes"]
        body["points"][0]["quotes"], body["points"][3]["quotes"] = quotes, ()

    more = moved_quotes(changed(change), run()).keys() - moved_quotes(content(), run()).keys()
    assert more == {"principle-of-working-with"}


def test_every_text_of_a_record_is_held_to_the_report_or_is_known_not_to_be_its() -> None:
    unknown = {
        f"{type(part).__name__}.{field}"
        for part in parts(content())
        for field in type(part).model_fields
        if isinstance(getattr(part, field), str)
        and field not in {*THE_REPORT_S.get(type(part), ()), *OTHERS.split()}
    }
    assert unknown == SOME


def _prefix(values: Data) -> None:
    point = values["behaviours"][1]["body"][0]["points"][0]
    point["point_md"] = f"Not {point['point_md']}"


def _insert(values: Data) -> None:
    point = values["behaviours"][1]["body"][0]["points"][1]
    point["point_md"] = point["point_md"].replace(". ", ". So we were told. ", 1)


def _swap(values: Data) -> None:
    body = values["behaviours"][1]["body"][0]
    first, second, *rest = body["points"]
    body["points"] = (second, first, *rest)


def _swap_behaviours(values: Data) -> None:
    first, second, *rest = values["behaviours"]
    values["behaviours"] = (second, first, *rest)


def _alter_quote(values: Data) -> None:
    values["quotes"][0]["text"] = values["quotes"][0]["text"].replace("young people", "people")


def _move_quote(values: Data) -> None:
    values["quotes"][0]["behaviour"] = values["behaviours"][-1]["id"]


@pytest.mark.parametrize("change", [_prefix, _insert, _alter_quote])
def test_a_word_of_ours_in_the_report_s_words_is_noticed(change: Callable[[Data], None]) -> None:
    assert len(not_the_report_s(changed(change), run())) == 1


@pytest.mark.parametrize("change", [_prefix, _insert, _swap, _swap_behaviours])
def test_what_stands_in_another_order_is_noticed(change: Callable[[Data], None]) -> None:
    assert out_of_order(changed(change), run()) == ["values"]


def test_a_quote_in_another_behaviour_is_noticed() -> None:
    moved = changed(_move_quote)
    assert moved.attributes[0].quotes[0].text in astray(moved, run())
