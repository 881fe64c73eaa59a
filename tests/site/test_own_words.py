"""What this guide says of the report's records, in its own words, is true of them."""

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.content.load import load
from macros.content.located import parts
from macros.content.model.records import Attribute
from macros.guide.guide import Guide

from .words import comparable

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "content/source/five-attributes.txt").read_text("utf-8")
# What a sentence that explains a word does: it says what it means, or says it once more.
EXPLAINS = re.compile(r" - |\bmeans\b|\bin other words\b")
CITATION = re.compile(r"\[([^\]]+)\]\(ref:([a-z0-9-]+)\)")
# Where the source names each resource: its list of resources in Workbook 1.
RESOURCES = SOURCE[SOURCE.index("### Helpful resources") : SOURCE.index("### Developing leaders")]
# Questions that say a thing again which the report says of a behaviour.
ASKED_ABOUT = {
    "align-values-with-work": "embody-values",
    "partners-understand-their-role": "individual-partner-relationships",
    "model-the-change": "consistent-over-time",
    "secure-buy-in-from-partners": "partners-as-champions",
}


def guide() -> Guide:
    return Guide(load(ROOT / "content"))


def test_a_reference_is_called_cited_only_where_the_report_gives_its_author_and_year() -> None:
    notes = {one.id: one.note_md or "" for one in guide().references}
    names = {one.id: one.citation_md for one in guide().references}
    found = 0
    for part in parts(guide().content.report):
        for field in type(part).model_fields:
            value = getattr(part, field)
            if not (field.endswith("_md") and isinstance(value, str)):
                continue
            for words, own in CITATION.findall(value):
                found += 1
                year = re.search(r"(19|20)\d\d", words)
                assert year, (own, words)
                assert f"({year[0]})" in names[own] or year[0] in notes[own], (own, words)
                name = words.split()[0].rstrip(",")
                assert name == year[0] or name in names[own], (own, words)
    assert found > 15


def test_no_reference_is_both_cited_and_listed_without_being_cited(
    pages: dict[str, BeautifulSoup],
) -> None:
    for item in pages["evidence/references/"].select(".reference"):
        said = item.get_text()
        without = re.search(r"without citing|not cited", said)
        assert bool(without) is not ("Cited in" in said), item
    alban = pages["evidence/references/"].select_one(".reference:has(#alban-metcalfe-2007)")
    assert alban
    assert "not cited by name in its text" in alban.get_text()


def test_a_resource_has_the_report_s_own_name() -> None:
    for one in guide().resources:
        if one.origin == "report":
            name = one.title[:1].lower() + one.title[1:]
            written = re.sub(r"</?u>", "", RESOURCES)
            assert any(comparable(each) in comparable(written) for each in (one.title, name)), one


def test_a_resource_s_status_says_how_its_address_is_known() -> None:
    """None could be opened live: each was seen in an archived copy, or not at all."""
    for one in guide().resources:
        assert one.status != "found", one.id
        assert bool(one.address) is not (one.status == "not-found"), one.id
        elsewhere = re.search(r"introduces", one.status_note)
        assert bool(elsewhere) is (one.status == "page-about-it"), one.id


def test_each_status_is_shown_in_words_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    shown = {
        str(one["class"][-1]): one.get_text()
        for one in pages["workbooks/recruiting/"].select(".resource__status")
    }
    assert len(set(shown.values())) == len(shown) >= 4
    assert "Not checked" in shown["resource__status--stored-copy"]


@pytest.mark.parametrize("attribute", guide().attributes, ids=lambda one: str(one.id))
def test_an_attribute_begins_in_short_and_leads_to_its_questions(
    pages: dict[str, BeautifulSoup], attribute: Attribute, site: Path
) -> None:
    page = pages[f"framework/{attribute.id}/"]
    block = page.select_one(".opening > .opening__short")
    assert block
    assert [one.get_text() for one in block.select("li")] == list(attribute.in_short)
    assert len(attribute.in_short) == 3
    link = block.select_one("a")
    assert link
    assert page.select_one(f"h2{link['href']}")
    elsewhere = [pages["about/whole-guide/"].get_text(), *data_files(site)]
    assert [line for line in attribute.in_short if any(line in text for text in elsewhere)] == []


def data_files(site: Path) -> list[str]:
    """The text of each file that other tools read."""
    return [one.read_text("utf-8") for one in sorted((site / "data").iterdir())]


def test_each_theme_that_the_filter_offers_brings_quotes_together(
    pages: dict[str, BeautifulSoup],
) -> None:
    page = pages["quotes/"]
    offered = [str(one["value"]) for one in page.select("input[name=theme]") if one["value"]]
    items = [str(one["data-themes"]).split() for one in page.select(".quotes__item")]
    assert len(offered) > 10
    assert [theme for theme in offered if sum(theme in item for item in items) < 2] == []
    assert [item for item in items if not set(item) & set(offered)] == []


@pytest.mark.parametrize(("question", "behaviour"), ASKED_ABOUT.items())
def test_a_question_is_linked_to_the_behaviour_whose_words_it_takes_up(
    question: str, behaviour: str, data: dict[str, Any]
) -> None:
    asked = {
        one["id"]: one["behaviours"]
        for workbook in data["workbooks"]
        for section in workbook["sections"]
        for one in section["questions"]
        if "behaviours" in one
    }
    assert behaviour in asked[question]


def test_a_meaning_in_the_report_s_words_explains_its_term() -> None:
    quoted = [one for one in guide().terms if one.origin == "report"]
    assert len(quoted) >= 5
    assert [one.id for one in quoted if not EXPLAINS.search(one.meaning_md)] == []


def test_an_abbreviation_in_the_glossary_is_one_that_the_report_uses() -> None:
    shown = [one.abbreviation for one in guide().terms if one.abbreviation]
    assert len(shown) >= 4
    assert [one for one in shown if not re.search(rf"\b{one}\b", SOURCE)] == []
