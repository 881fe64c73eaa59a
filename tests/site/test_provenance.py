"""Every word of the report is on the site, or stands in the record of slips."""

from functools import cache
from pathlib import Path

import pytest

from macros.load import load
from macros.model import Content

from .provenance import missing
from .words import comparable, page_words, sentences

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "content/source/five-attributes.txt").read_text()
WHOLE_GUIDE = Path("about/whole-guide/index.html")
SLIPS = Path("about/slips/index.html")
COMPONENTS = Path("styleguide/index.html")
# A sentence this short ("Conclusion") may stand on a page for other reasons too.
TELLING = 25


@cache
def content() -> Content:
    return load(ROOT / "content")


def whole_guide(site: Path) -> str:
    return page_words((site / WHOLE_GUIDE).read_text())


def reading_pages(site: Path) -> str:
    others = (site / WHOLE_GUIDE, site / SLIPS, site / COMPONENTS)
    pages = (page for page in sorted(site.rglob("index.html")) if page not in others)
    return "\n".join(page_words(page.read_text()) for page in pages)


def test_the_source_is_read_whole() -> None:
    assert len(sentences(SOURCE)) > 600
    assert "".join(map(comparable, sentences(SOURCE))).count("Leaders") > 100


def test_each_sentence_of_the_report_stands_in_the_whole_guide_as_often_as_in_the_report(
    site: Path,
) -> None:
    assert missing(SOURCE, whole_guide(site), content().slips) == []


def test_each_sentence_of_the_report_stands_on_a_page_of_its_own(site: Path) -> None:
    assert missing(SOURCE, reading_pages(site), content().slips) == []


def test_a_dropped_sentence_is_noticed(site: Path) -> None:
    words = comparable(whole_guide(site))
    recorded = "\n".join(comparable(one.source) for one in content().slips)
    telling = [one for one in sentences(SOURCE) if len(comparable(one)) >= TELLING]
    dropped = [one for one in telling if comparable(one) not in recorded]
    assert len(dropped) > 450
    unnoticed = [
        one
        for one in dropped
        if not missing(one, words.replace(comparable(one), "", words.count(comparable(one))), ())
    ]
    assert unnoticed == []


@pytest.mark.parametrize("kind", ["paragraph", "bullet", "quote", "question", "reference"])
def test_a_record_that_loses_its_last_sentence_is_noticed(site: Path, kind: str) -> None:
    lost = _last_sentence(kind)
    guide = whole_guide(site)
    assert lost in guide.replace("\u00a0", " ")
    assert missing(SOURCE, guide.replace(lost, ""), content().slips) != []


def _last_sentence(kind: str) -> str:
    values = next(one for one in content().attributes if one.id == "values")
    texts = {
        "paragraph": content().report.summary.closing[0].model_dump()["paragraph_md"],
        "bullet": values.behaviours[1].body[0].model_dump()["points"][0]["point_md"],
        "quote": values.quotes[0].text,
        "question": content().workbooks[0].sections[0].questions[0].text,
        "reference": content().references[-1].citation_md.split("*")[-1],
    }
    if kind == "question":
        reflection = next(one for one in content().workbooks if one.id == "self-reflection")
        return reflection.sections[0].questions[0].text
    return str(texts[kind]).split(". ")[-1].strip()
