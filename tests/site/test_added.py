"""What stands among the report's words is the report's, or is said to be this guide's."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.content.load import load
from macros.content.model.files import Content

from .source_run import Run, source_run
from .words import BLOCK_NAMES, comparable, sentences, units

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "content/source/five-attributes.txt").read_text("utf-8")
ATTRIBUTES = ("values", "decisions", "practice-and-culture", "partnerships", "buy-in")
EVIDENCE = ("executive-summary", "key-questions", "recommendations", "conclusion")
WORKBOOKS = ("developing", "recruiting", "self-reflection")
# The parts of each page that show the report's words.
PLACES = {
    **dict.fromkeys(["", "framework/"], ".framework__stage-name, .framework__block, .card, .quote"),
    **{f"framework/{one}/": "h1, h2, h3, .opening, .behaviours, .behaviour" for one in ATTRIBUTES},
    **{f"evidence/{one}/": "h1, h2, h3, .passage, .recommendations" for one in EVIDENCE},
    "evidence/literature-review/": "h1, h2, .passage",
    "evidence/methodology/": "h1, .passage",
    **{f"workbooks/{one}/": ".workbook-part" for one in WORKBOOKS},
    "workbooks/": "section.passage",
    "about/": "section.passage",
    "about/whole-guide/": ".whole__title, .whole",
    "questions/": "h2, .questions__text",
    "quotes/": ".quote__words",
}
# What is labelled, and what only leads or helps: links onward, buttons, states, counts.
ASIDE = """
    .guide-note, .added, .resources, nav:not(.framework), button, script, noscript, template,
    dialog, .notice,
    .visually-hidden, .passage__more, .theory__more, .next-steps, .before-you-write, .chip,
    .workbook-question__foot, .workbook-question__optional, .rating__value, leadership-profile,
    section:has(> #your-profile), .framework__facts, .framework__number, .quote__from a,
    section:has(> #glossary), .workbook-section__place, .workbook-part__next, .card__place,
    .plan, .questions__facts, .tick-list [hidden], .cards--four, .whole__place, .reference__address
"""
# A number before a title, a word that joins two examples, the name of a link beside a reference.
NUMBER = re.compile(r"^\d\. ")
JOINTS = {"or", "Online"}
QUOTED = re.compile("“([^”]+)”")


@cache
def content() -> Content:
    return load(ROOT / "content")


@cache
def run() -> Run:
    return source_run(SOURCE, content().slips)


@cache
def report_s() -> frozenset[str]:
    """Every sentence that the report has, or that a slip says the site has."""
    told = [one.site for one in content().slips if one.kind == "mended" and one.site]
    names = [f"{one.name} {one.role}" for one in content().report.authors]
    known = (unit.rstrip(":") for text in (*told, *names) for unit in units(text))
    return frozenset({*run().units, *map(comparable, sentences(SOURCE)), *known})


@cache
def of_this_guide() -> frozenset[str]:
    """The questions for organisations, whose note says that all of them are this guide's."""
    books = [one for one in content().workbooks if one.origin == "report"]
    sections = [one for workbook in books for one in workbook.sections]
    ours = [one for one in sections if all(each.origin == "guide" for each in one.questions)]
    asked = [each for one in ours for each in one.questions]
    texts = [text for each in asked for text in (each.text, each.hint) if text]
    titles = [one.title for one in ours]
    return frozenset(unit for text in (*texts, *titles) for unit in units(text))


def listed(pages: dict[str, BeautifulSoup]) -> set[str]:
    """The words that the About page says this guide added."""
    section = pages["about/"].select("#what-this-guide-added ~ ul")[0]
    return set(QUOTED.findall(section.get_text()))


def lines(part: Tag) -> Iterator[str]:
    """The words of a part, a block a line."""
    for block in part.find_all(BLOCK_NAMES.split()):
        block.insert_before("\n")
        block.insert_after("\n")
    for line in part.get_text().splitlines():
        words = NUMBER.sub("", " ".join(line.split())).removesuffix(" ·")
        if comparable(words):
            yield words


def strange(page: BeautifulSoup, places: str, known: set[str]) -> list[str]:
    """The sentences in these places of a page that are not the report's, nor among `known`."""
    article = BeautifulSoup(str(page.select_one("article")), "html.parser")
    for helper in article.select(ASIDE):
        helper.decompose()
    ours = {comparable(one) for one in (*known, *JOINTS)} | of_this_guide() | report_s()
    texts = (line for part in article.select(places) for line in lines(part))
    return [
        text
        for text in dict.fromkeys(texts)
        if comparable(text) not in ours and not run().find([text])
        if not all(unit.rstrip(":") in ours for unit in units(text))
    ]


@pytest.mark.parametrize("address", PLACES)
def test_what_stands_among_the_report_s_words_is_its_own_or_listed_as_added(
    pages: dict[str, BeautifulSoup], address: str
) -> None:
    assert strange(pages[address], PLACES[address], listed(pages)) == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "The foundation"),
        ("framework/", "Buy-in"),
        ("framework/decisions/", "Leadership theory"),
        ("framework/values/", "Reflect on your own leadership"),
        ("evidence/executive-summary/", "Together"),
        ("evidence/key-questions/", "Findings"),
        ("evidence/recommendations/", "Recommendations"),
        ("workbooks/developing/", "Not yet"),
        ("workbooks/developing/", "In part"),
        ("workbooks/developing/", "Fully"),
        ("workbooks/developing/", "Where do you want to be?"),
        ("workbooks/developing/", "What made you choose this?"),
    ],
)
def test_words_of_ours_that_are_not_listed_are_noticed(
    pages: dict[str, BeautifulSoup], address: str, words: str
) -> None:
    assert words in listed(pages)
    assert strange(pages[address], PLACES[address], listed(pages) - {words}) == [words]


def test_a_sentence_of_ours_among_the_report_s_is_noticed(pages: dict[str, BeautifulSoup]) -> None:
    page = BeautifulSoup(str(pages["evidence/conclusion/"]), "html.parser")
    last = page.select(".passage > p")[-1]
    last.append(" It has worked everywhere.")
    assert len(strange(page, PLACES["evidence/conclusion/"], listed(pages))) == 1


@pytest.mark.parametrize(
    ("address", "place", "says"),
    [
        ("", "#stage-foundation + .added", "added by this guide"),
        ("framework/", "#stage-foundation + .added", "added by this guide"),
        ("framework/values/", ".opening__place .added", "added by this guide"),
        *((f"framework/{one}/", ".opening__short .added", "own words") for one in ATTRIBUTES),
        ("framework/decisions/", ".theory__name .added", "heading added by this guide"),
        ("evidence/executive-summary/", "#summary-together + .added", "added by this guide"),
        ("evidence/key-questions/", "h1 ~ .added", "“Findings” are added by this guide"),
        ("evidence/recommendations/", "h1 + .added", "added by this guide"),
        ("workbooks/developing/", ".added", "(“Not yet”, “In part”, “Fully”)"),
        ("workbooks/developing/", ".added", "“Where do you want to be?”"),
        ("workbooks/developing/", ".added", "“What made you choose this?”"),
        ("workbooks/self-reflection/", ".added", "added by this guide"),
        ("about/whole-guide/", ".whole__place .added", "added by this guide"),
        ("about/whole-guide/", ".guide-note", "Choose a number from 1 to 5"),
        ("about/whole-guide/", ".guide-note", "These questions are this guide"),
        ("questions/", ".lead", "This guide added which behaviours"),
        ("quotes/", ".lead", "This guide added the themes"),
    ],
)
def test_what_is_added_is_marked_where_it_is(
    pages: dict[str, BeautifulSoup], address: str, place: str, says: str
) -> None:
    found = [" ".join(one.get_text().split()) for one in pages[address].select(f"article {place}")]
    assert [one for one in found if says in one], found


def test_no_page_says_what_the_report_s_lost_picture_of_a_profile_was(
    pages: dict[str, BeautifulSoup],
) -> None:
    for page in pages.values():
        text = " ".join(page.get_text().split())
        assert not re.search(r"radar[^.]{0,40}\breport\b|\breport\b[^.]{0,40}radar", text)
