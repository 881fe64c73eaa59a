"""A copy of the guide without some of its areas: no page, no entry, no link to either."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros.brand.load import load_branded
from macros.brand.settings import Brand, Organisation
from macros.content.load import load
from macros.guide.addresses import addresses
from macros.guide.areas import AREAS, WORKBOOKS, Area, area_of, is_hidden
from macros.guide.guide import Guide
from macros.render.environment import macros
from tests.unit.brands import folder_of

ROOT = Path(__file__).parents[2]
CALL = re.compile(r"\{\{ (\w+)\(([^)]*)\) \}\}")
HREF = re.compile(r'href="([^"]*)"')
WHOLE = [*AREAS, tuple(area for area in AREAS if area != "self-reflection"), ("quotes", "glossary")]
# What pages call that makes no links; define_env has it.
PLAIN = ("edition_of_the_text", "version_of_the_guide")
BRAND = Brand(organisation=Organisation(id="northshire", name="Northshire"), site_name="Leading")


def calls(guide: Guide) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each macro that a page calls: the page's address, the macro, what it is given."""
    found = []
    for page in sorted((ROOT / "docs").rglob("*.md")):
        place = page.relative_to(ROOT / "docs").with_suffix("").as_posix()
        address = "" if place == "index" else place.removesuffix("/index") + "/"
        if is_hidden(address, guide.hidden) or address == "styleguide/":
            continue
        for name, given in CALL.findall(page.read_text(encoding="utf-8")):
            if name in PLAIN:
                continue
            found.append((address, name, tuple(re.findall(r'"([^"]+)"', given))))
    return found


@pytest.fixture(scope="module")
def whole() -> Guide:
    return Guide(load(ROOT / "content"))


@pytest.mark.parametrize("hidden", WHOLE, ids=str)
def test_what_is_left_of_the_guide_links_to_nothing_that_is_hidden(
    hidden: str | tuple[Area, ...], whole: Guide
) -> None:
    areas = (hidden,) if isinstance(hidden, str) else hidden
    guide = Guide(whole.content, areas)  # type: ignore[arg-type]
    made = macros(guide, BRAND)
    wrong = []
    of_records = [call for call in calls(guide) if call[1] in made]
    for page, macro, given in of_records:
        text = made[macro](page, *given)
        assert "hidden:" not in text
        for href in HREF.findall(text):
            there = urljoin(f"/{page}", href).lstrip("/")
            if not there.startswith("https:") and area_of(there) in areas:
                wrong.append((page, macro, href))
    assert len(of_records) > 15
    assert wrong == []


def test_a_copy_for_shared_computers_never_says_that_its_reader_said_so(whole: Guide) -> None:
    made = macros(whole, BRAND.model_copy(update={"shared_computer": True}))
    said = [
        (page, macro)
        for page, macro, given in calls(whole)
        if macro in made and "You have said" in made[macro](page, *given)
    ]
    assert said == []


def test_nobody_is_asked_for_feedback_where_there_are_no_ratings(whole: Guide) -> None:
    assert not Guide(whole.content, ["developing"]).shows("feedback")
    assert is_hidden("workbooks/give-feedback/", ["developing"])
    assert Guide(whole.content, ["feedback"]).shows("developing")


def test_every_area_has_a_page(whole: Guide) -> None:
    pages = {
        place.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("/index") + "/"
        for place in (ROOT / "docs").rglob("*.md")
    }
    assert {area_of(page) for page in pages} == {*AREAS, None}
    assert {one.id for one in whole.workbooks if one.origin == "report"} == set(WORKBOOKS)


def test_sheets_for_panels_go_with_the_workbook_for_organisations(whole: Guide) -> None:
    assert area_of("workbooks/scoring/") == area_of("workbooks/panel/") == "recruiting"
    assert "scoring" in whole.workbook
    assert "scoring" not in Guide(whole.content, ["recruiting"]).workbook


def test_data_files_go_with_the_page_that_tells_of_them() -> None:
    assert area_of("data/quotes.csv") == area_of("about/data/") == "data"
    assert area_of("data/report.json") is None  # the workbooks make their files of it
    assert area_of("framework/values/") is None


def test_nothing_hidden_is_in_the_data(whole: Guide) -> None:
    left = addresses(Guide(whole.content, ["evidence", "recruiting", "glossary"]))
    assert not {place.split("#")[0] for place in left.values()} & {
        *("evidence/references/", "workbooks/recruiting/", "about/glossary/")
    }
    assert left["self-reflection"] == "workbooks/self-reflection/"


def test_a_quote_without_the_quotes_page_stands_on_its_attribute_s(whole: Guide) -> None:
    quote = whole.quotes[0]
    left = addresses(Guide(whole.content, ["quotes"]))
    assert left[quote.quote.id] == f"framework/{quote.attribute.id}/#{quote.quote.id}"


def test_a_link_in_the_report_s_text_to_what_is_hidden_is_just_its_words(whole: Guide) -> None:
    made = macros(Guide(whole.content, ["glossary", "evidence"]))
    review = macros(whole)["passage"]("evidence/literature-review/", "literature-review")
    assert '<a href="../../evidence/references/#harris-2009">Harris, 2009</a>' in review
    values = made["attribute"]("framework/values/", "values")
    assert "glossary/" not in values
    assert "in the glossary" not in values


def test_every_page_does_without_any_word_of_the_glossary(whole: Guide) -> None:
    content = whole.content.model_copy(update={"terms": ()})
    guide = Guide(content)
    made = macros(guide, BRAND)
    for page, macro, given in calls(guide):
        if macro in made:
            assert "hidden:" not in made[macro](page, *given)


def test_a_rating_of_a_council_never_takes_the_place_of_an_axis(
    whole: Guide, tmp_path: Path
) -> None:
    added = (
        "add:\n  - id: northshire-own\n    section: develop-values\n    kind: rating\n"
        "    text: How far are we?\n    examples: [Far.]\n"
        "move:\n  - id: rate-values\n    after: northshire-own\n"
    )
    folder = folder_of(tmp_path, {"questions.yml": added})
    guide = Guide(load_branded(ROOT / "content", folder).content)
    assert [one.id for one in guide.questions_of(guide.attributes[0], "developing")] == [
        "northshire-own",
        "rate-values",
    ]
    made = macros(guide, BRAND)
    for page, macro, given in calls(guide):
        text = made[macro](page, *given) if macro in made else ""
        assert 'data-rating="northshire-own"' not in text
    profile = made["leadership_profile"]("workbooks/profile/")
    assert 'data-rating="rate-values"' in profile
    assert "../developing/#northshire-own" not in profile
