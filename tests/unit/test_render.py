"""The macros: records in, page text out."""

from pathlib import Path

import jinja2
import pytest
from markdown import markdown

from macros.content.load import load
from macros.guide.guide import Guide
from macros.render.environment import TEMPLATES, macros

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(load(ROOT / "content"))


def test_every_template_is_a_macro_of_its_name(guide: Guide) -> None:
    names = {path.stem for path in TEMPLATES.iterdir() if path.is_file()}
    assert set(macros(guide)) == names


def test_text_from_the_records_is_escaped(guide: Guide) -> None:
    values = guide.attributes[0]
    quote = values.quotes[0].model_copy(update={"text": "<script>alert(1)</script> & 'so'"})
    changed = values.model_copy(update={"quotes": (quote, *values.quotes[1:])})
    content = guide.content.model_copy(update={"attributes": (changed, *guide.attributes[1:])})
    page = macros(Guide(content))["quotes"]("quotes/")
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;so&#39;" in page


def test_signs_that_markdown_reads_are_shown_as_they_are(guide: Guide) -> None:
    values = guide.attributes[0]
    changed = values.model_copy(update={"title": "Values *and* [culture] <b>_now_</b> {: .x }"})
    content = guide.content.model_copy(update={"attributes": (changed, *guide.attributes[1:])})
    page = macros(Guide(content))["attribute"]("framework/values/", "values")
    heading = markdown(page.splitlines()[0], extensions=["attr_list"])
    assert heading == "<h1>Values *and* [culture] &lt;b&gt;_now_&lt;/b&gt; &#123;: .x }</h1>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<div onclick='x()'>",
        "a <img src=x onerror=x()> b",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "![a](https://example.org/a.png)",
        "<https://example.org>",
    ],
)
def test_markdown_of_a_record_brings_in_no_html(guide: Guide, text: str) -> None:
    values = guide.attributes[0].model_copy(update={"introduction_md": text})
    content = guide.content.model_copy(update={"attributes": (values, *guide.attributes[1:])})
    page = macros(Guide(content))["whole_guide"]("about/whole-guide/")
    for trace in ("<script>alert", "<div onclick", "<img", 'href="javascript', "<https://"):
        assert trace not in page


def test_links_between_records_lead_there_from_the_page_they_stand_on(guide: Guide) -> None:
    review = macros(guide)["passage"]("evidence/literature-review/", "literature-review")
    assert '<a href="../../evidence/references/#harris-2009">Harris, 2009</a>' in review
    assert "](ref:" not in review
    whole = macros(guide)["whole_guide"]("about/whole-guide/")
    assert '<a href="#harris-2009">Harris, 2009</a>' in whole


def test_the_field_of_a_question_is_the_same_wherever_it_stands(guide: Guide) -> None:
    question = guide.questions_of(guide.attributes[0], "self-reflection")[0]
    field = f'question="{question.id}"'
    assert field in macros(guide)["attribute"]("framework/values/", "values")
    assert field in macros(guide)["workbook"]("workbooks/self-reflection/", "self-reflection")


def test_a_reference_s_name_ends_with_its_year(guide: Guide) -> None:
    page = macros(guide)["references"]("evidence/references/")
    assert 'id="kotter-1996">Kotter, J.P. (1996)</h2>' in page


def test_dates_are_written_out(guide: Guide) -> None:
    page = macros(guide)["workbook"]("workbooks/recruiting/", "recruiting")
    assert "looked up 23 November 2026" in page


def test_a_name_that_a_template_does_not_know_is_an_error(guide: Guide) -> None:
    with pytest.raises(jinja2.UndefinedError):
        macros(guide)["featured_quote"]("", "no-such-quote")
