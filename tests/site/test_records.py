"""Each kind of record is on its page, whole, in its place."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((site / "data/report.json").read_text("utf-8"))
    return loaded


def test_the_five_attributes_have_27_behaviours(site: Path, data: dict[str, Any]) -> None:
    counts = []
    for attribute in sorted(data["attributes"], key=lambda one: one["number"]):
        headings = page(site, f"framework/{attribute['id']}").select("h3.behaviour__title")
        assert [one["id"] for one in headings] == [one["id"] for one in attribute["behaviours"]]
        counts.append(len(headings))
    assert counts == [6, 7, 4, 8, 2]


def test_all_39_quotes_are_on_the_quotes_page_and_in_their_behaviour(
    site: Path, data: dict[str, Any]
) -> None:
    quotes = page(site, "quotes")
    shown = {str(one["id"]) for one in quotes.select(".quotes__item h2[id]")}
    assert len(shown) == 39
    for attribute in data["attributes"]:
        place = page(site, f"framework/{attribute['id']}")
        for quote in attribute["quotes"]:
            figure = place.select_one(f"figure#{quote['id']}")
            assert isinstance(figure, Tag)
            assert quote["text"] in figure.get_text()
            heading = figure.find_previous("h3")
            assert isinstance(heading, Tag)
            assert heading["id"] == quote["behaviour"]
            assert quote["id"] in shown


def test_a_quote_is_copied_with_its_words_its_source_and_its_address(site: Path) -> None:
    for item in page(site, "quotes").select(".quotes__item"):
        copy = item.select_one("copy-text")
        words = item.select_one(".quote__words")
        heading = item.select_one("h2")
        assert copy
        assert words
        assert heading
        assert words.get_text(strip=True) in str(copy["data-copy"])
        assert "Five attributes of effective leadership" in str(copy["data-copy"])
        assert copy["data-address"] == f"#{heading['id']}"


def test_22_reflective_and_5_rating_questions_stand_in_their_workbooks(site: Path) -> None:
    reflection = page(site, "workbooks/self-reflection")
    counts = [len(one.select("textarea")) for one in reflection.select(".workbook-section")]
    assert counts == [4, 7, 5, 4, 2]
    ratings = page(site, "workbooks/developing").select("workbook-question[kind=rating]")
    assert len(ratings) == 5
    for rating in ratings:
        assert len(rating.select("input[type=radio]")) == 5
        assert "a rating of 5 might sound like" in rating.get_text()


def test_each_reflective_question_stands_on_its_attribute_s_page_too(
    site: Path, data: dict[str, Any]
) -> None:
    workbook = next(one for one in data["workbooks"] if one["id"] == "self-reflection")
    for section in workbook["sections"]:
        fields = page(site, f"framework/{section['attribute']}").select("workbook-question")
        assert [one["question"] for one in fields] == [one["id"] for one in section["questions"]]


def test_the_questions_page_links_each_question_to_what_it_asks_about(site: Path) -> None:
    items = page(site, "questions").select(".questions__item")
    assert len(items) == 27
    for item in items:
        assert item.select('a[href*="workbooks/"]')
        assert item.select('a[href*="framework/"]'), item["id"]


def test_every_field_has_a_label_and_leaves_no_trace_in_a_form(site: Path) -> None:
    for address in ("workbooks/self-reflection", "workbooks/recruiting", "framework/values"):
        for field in page(site, address).select("textarea"):
            assert page(site, address).select_one(f'label[for="{field["id"]}"]')
            assert not field.has_attr("name")
            form = field.find_parent("form")
            assert isinstance(form, Tag)
            assert (form["method"], form["autocomplete"]) == ("dialog", "off")


def test_questions_for_organisations_are_labelled_as_this_guide_s(site: Path) -> None:
    text = page(site, "workbooks/recruiting").get_text()
    assert "A note from this guide" in text
    assert "this guide" in text


def test_citations_link_to_references_and_references_back(site: Path) -> None:
    review = page(site, "evidence/literature-review")
    cited = {
        str(link["href"]).split("#")[1] for link in review.select('article a[href*="references/#"]')
    }
    references = page(site, "evidence/references")
    items = references.select(".reference")
    assert len(items) == 13
    for item in items:
        name = item.select_one("h2")
        assert name
        back = item.select('a[href*="literature-review/"]')
        assert bool(back) == (name["id"] in cited), name["id"]
    assert len(cited) >= 12


def test_every_slip_is_shown_with_its_reason(site: Path) -> None:
    slips = page(site, "about/slips").select(".slip")
    assert len(slips) >= 30
    assert all("Why" in slip.get_text() for slip in slips)


def test_the_data_has_every_record_and_where_it_stands(site: Path, data: dict[str, Any]) -> None:
    assert data["format"] == 1
    quotes = [quote for one in data["attributes"] for quote in one["quotes"]]
    assert len(quotes) == 39
    for quote in quotes:
        assert data["addresses"][quote["id"]] == f"quotes/#{quote['id']}"
    with (site / "data/quotes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"]: row["quote"] for row in rows} == {one["id"]: one["text"] for one in quotes}


def test_every_address_in_the_data_is_a_place_on_the_site(site: Path, data: dict[str, Any]) -> None:
    pages: dict[str, set[str]] = {}
    for record, address in data["addresses"].items():
        path, _, anchor = address.partition("#")
        if path not in pages:
            pages[path] = {str(one["id"]) for one in page(site, path).select("[id]")}
        assert not anchor or anchor in pages[path], (record, address)


def test_the_whole_guide_has_a_contents_list_that_leads_to_each_part(site: Path) -> None:
    whole = page(site, "about/whole-guide")
    ids = {str(one["id"]) for one in whole.select("[id]")}
    links = whole.select(".whole__contents a")
    assert len(links) > 35
    assert all(str(link["href"]).removeprefix("#") in ids for link in links)
