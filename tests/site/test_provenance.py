"""Every word of the report is on the site, or stands in the record of slips."""

from functools import cache
from pathlib import Path

import pytest

from macros.content.load import load
from macros.content.model.files import Content

from .provenance import Wanted, told, wanted
from .report_order import out_of_order
from .source_run import Run
from .words import comparable, page_words, sentences, units

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "content/source/five-attributes.txt").read_text()
WHOLE_GUIDE = Path("about/whole-guide/index.html")
# What repeats the report, and what the contributors have.
ASIDE = ("about/slips", "about/glossary", "styleguide", WHOLE_GUIDE.parent.as_posix())
# A sentence this short ("Conclusion") may stand on a page for other reasons too.
TELLING = 25
# Titles that the whole guide has more often than the report: they head workbook sections too.
MORE_OFTEN = {
    "Leadership and change that is driven by values": 2,
    "Leadership that changes how decisions are made in the interest of families": 2,
    "Leadership that changes practice and culture": 2,
    "Leadership that creates successful partnerships": 2,
    "Leadership that secures buy-in from corporate leaders and politicians": 2,
    "Attracting, recruiting and selecting leaders": 1,
}


@cache
def content() -> Content:
    return load(ROOT / "content")


@cache
def report() -> Wanted:
    return wanted(SOURCE, content().slips)


@cache
def whole_guide(site: Path) -> str:
    return page_words((site / WHOLE_GUIDE).read_text())


def reading_pages(site: Path) -> str:
    aside = {site / one / "index.html" for one in ASIDE}
    pages = (page for page in sorted(site.rglob("index.html")) if page not in aside)
    return "\n".join(page_words(page.read_text()) for page in pages)


def test_the_source_is_read_whole() -> None:
    assert len(sentences(SOURCE)) > 600
    assert "".join(map(comparable, sentences(SOURCE))).count("Leaders") > 100


def test_each_sentence_of_the_report_stands_in_the_whole_guide_as_often_as_in_the_report(
    site: Path,
) -> None:
    assert report().missing(told(whole_guide(site))) == []


def test_each_sentence_of_the_report_stands_on_a_page_of_its_own(site: Path) -> None:
    assert report().missing(told(reading_pages(site))) == []


def test_the_whole_guide_has_the_report_in_its_order_with_nothing_between(site: Path) -> None:
    assert out_of_order(content(), Run(units(whole_guide(site)))) == []


def test_every_slip_that_changes_something_quotes_whole_sentences_of_the_source() -> None:
    run = Run(map(comparable, sentences(SOURCE)))
    changing = [one for one in content().slips if one.kind not in ("kept", "moved")]
    assert [one.source for one in changing if not run.every(one.source)] == []


def test_one_copy_of_a_sentence_dropped_is_noticed(site: Path) -> None:
    there = told(whole_guide(site))
    telling = [one for one in report().times if len(one) >= TELLING]
    assert len(telling) > 450
    more = {one: there[one] - report().times[one] for one in telling}
    spare = {comparable(one): times for one, times in MORE_OFTEN.items()}
    assert {one: times for one, times in more.items() if times} == {
        one: times for one, times in spare.items() if one in more
    }
    for one in telling:
        there[one] -= more[one] + 1
        assert report().missing(there) == [one]
        there[one] += more[one] + 1


def test_a_word_put_before_a_sentence_is_noticed(site: Path) -> None:
    changed = whole_guide(site).replace("All the leaders we spoke", "Not All the leaders we spoke")
    assert len(report().missing(told(changed))) == 1


def test_a_sentence_of_ours_within_the_report_s_words_is_noticed(site: Path) -> None:
    words = "This purpose ‘lights a fire’ in them."
    page = whole_guide(site).replace("’", "'").replace("‘", "'")
    plain = words.replace("’", "'").replace("‘", "'")
    assert plain in page
    run = Run(units(page.replace(plain, f"{plain} So we were told.")))
    assert out_of_order(content(), run) == ["values"]


def test_lines_in_another_order_are_noticed(site: Path) -> None:
    lines = whole_guide(site).splitlines()
    shuffled = Run(units("\n".join(reversed(lines))))
    assert len(out_of_order(content(), shuffled)) > 15


@pytest.mark.parametrize("kind", ["paragraph", "bullet", "quote", "question", "reference"])
def test_a_record_that_loses_its_last_sentence_is_noticed(site: Path, kind: str) -> None:
    lost = _last_sentence(kind)
    guide = whole_guide(site)
    assert lost in guide.replace("\u00a0", " ")
    assert report().missing(told(guide.replace(lost, ""))) != []


def test_a_mended_slip_that_does_not_say_its_mend_excuses_nothing(site: Path) -> None:
    lost = _last_sentence("bullet")
    slip = content().slips[0].model_copy(update={"kind": "mended", "source": lost, "site": None})
    without = told(whole_guide(site).replace(lost, ""))
    assert wanted(SOURCE, (*content().slips, slip)).missing(without) == [comparable(lost)]


def _last_sentence(kind: str) -> str:
    values = next(one for one in content().attributes if one.id == "values")
    texts = {
        "paragraph": content().report.summary.closing[0].model_dump()["paragraph_md"],
        "bullet": values.behaviours[1].body[0].model_dump()["points"][0]["point_md"],
        "quote": values.quotes[0].text,
        "reference": content().references[-1].citation_md.split("*")[-1],
    }
    if kind == "question":
        reflection = next(one for one in content().workbooks if one.id == "self-reflection")
        return reflection.sections[0].questions[0].text
    return str(texts[kind]).split(". ")[-1].strip()
