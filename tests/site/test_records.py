"""Each kind of record is on its page, whole, in its place."""

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from macros.content.load import load
from macros.content.model.blocks import quote_ids

ROOT = Path(__file__).parents[2]


def test_the_five_attributes_have_27_behaviours(
    pages: dict[str, BeautifulSoup], data: dict[str, Any]
) -> None:
    counts = []
    for attribute in sorted(data["attributes"], key=lambda one: one["number"]):
        headings = pages[f"framework/{attribute['id']}/"].select("h3.behaviour__title")
        assert [one["id"] for one in headings] == [one["id"] for one in attribute["behaviours"]]
        counts.append(len(headings))
    assert counts == [6, 7, 4, 8, 2]


def test_all_39_quotes_are_on_the_quotes_page_and_in_their_behaviour(
    pages: dict[str, BeautifulSoup], data: dict[str, Any]
) -> None:
    quotes = pages["quotes/"]
    shown = {str(one["id"]) for one in quotes.select(".quotes__item h2[id]")}
    assert len(shown) == 39
    for attribute in data["attributes"]:
        place = pages[f"framework/{attribute['id']}/"]
        for quote in attribute["quotes"]:
            figure = place.select_one(f"figure#{quote['id']}")
            assert isinstance(figure, Tag)
            assert quote["text"] in figure.get_text()
            heading = figure.find_previous("h3")
            assert isinstance(heading, Tag)
            assert heading["id"] == quote["behaviour"]
            assert quote["id"] in shown


def test_a_quote_is_copied_with_its_words_its_source_and_its_address(
    pages: dict[str, BeautifulSoup],
) -> None:
    for item in pages["quotes/"].select(".quotes__item"):
        actions = item.select_one("figure quote-actions")
        words = item.select_one(".quote__words")
        heading = item.select_one("h2")
        assert actions
        assert actions.a
        assert words
        assert heading
        assert "Five attributes of effective leadership" in str(actions["data-source"])
        assert actions.a["href"] == f"#{heading['id']}"


def test_22_reflective_and_5_rating_questions_stand_in_their_workbooks(
    pages: dict[str, BeautifulSoup],
) -> None:
    reflection = pages["workbooks/self-reflection/"]
    counts = [len(one.select("textarea")) for one in reflection.select(".workbook-section")]
    assert counts == [4, 7, 5, 4, 2]
    ratings = pages["workbooks/developing/"].select(
        "workbook-question[kind=rating]:not([optional])"
    )
    assert len(ratings) == 5
    for rating in ratings:
        assert len(rating.select("input[type=radio]")) == 5
        assert "a rating of 5 might sound like" in rating.get_text()


def test_a_target_and_a_note_are_asked_for_beside_each_rating_and_are_optional(
    pages: dict[str, BeautifulSoup],
) -> None:
    together = pages["workbooks/developing/"].select(".rated:not(.action)")
    assert len(together) == 5
    for one in together:
        kinds = [beside["kind"] for beside in one.select("workbook-question[optional]")]
        assert kinds == ["rating", "text"]
        assert len(one.select("workbook-question[optional] input[type=radio]")) == 5
        assert one.get_text().count("(optional)") == 2


def test_each_reflective_question_stands_on_its_attribute_s_page_too(
    pages: dict[str, BeautifulSoup], data: dict[str, Any]
) -> None:
    workbook = next(one for one in data["workbooks"] if one["id"] == "self-reflection")
    for section in workbook["sections"]:
        fields = pages[f"framework/{section['attribute']}/"].select("workbook-question")
        assert [one["question"] for one in fields] == [one["id"] for one in section["questions"]]


def test_the_questions_page_links_each_question_to_what_it_asks_about(
    pages: dict[str, BeautifulSoup],
) -> None:
    items = pages["questions/"].select(".questions__item")
    assert len(items) == 27
    for item in items:
        assert item.select('a[href*="workbooks/"]')
        assert item.select('a[href*="framework/"]'), item["id"]


def test_every_field_has_a_label_and_leaves_no_trace_in_a_form(
    pages: dict[str, BeautifulSoup],
) -> None:
    for address in ("workbooks/self-reflection", "workbooks/recruiting", "framework/values"):
        for field in pages[f"{address}/"].select("textarea"):
            assert pages[f"{address}/"].select_one(f'label[for="{field["id"]}"]')
            assert not field.has_attr("name")
            form = field.find_parent("form")
            assert isinstance(form, Tag)
            assert (form["method"], form["autocomplete"]) == ("dialog", "off")


def test_questions_for_organisations_are_labelled_as_this_guide_s(
    pages: dict[str, BeautifulSoup],
) -> None:
    recruiting = pages["workbooks/recruiting/"]
    note = recruiting.select_one("#questions-for-organisations ~ .guide-note")
    assert note
    assert "A note from this guide" in note.get_text()
    assert "this guide’s own" in note.get_text()
    said = recruiting.select_one(".workbook__note")
    assert said
    assert said.get_text() == "These questions are this guide’s own and not the report’s."
    following = list(note.find_all_next("workbook-question"))
    assert len(following) == len(recruiting.select("workbook-question")) > 20


def test_every_slip_is_shown_with_its_reason(pages: dict[str, BeautifulSoup]) -> None:
    slips = pages["about/slips/"].select(".slip")
    assert len(slips) == len(load(ROOT / "content").slips)
    assert all("Why" in slip.get_text() for slip in slips)


def test_a_quote_that_moved_is_shown_with_both_places_and_a_link_to_where_it_is(
    pages: dict[str, BeautifulSoup],
) -> None:
    moved = pages["about/slips/"].select("section:has(> #slips-moved) .slip")
    assert len(moved) == len([one for one in load(ROOT / "content").slips if one.quote]) > 10
    for slip in moved:
        assert "In the file it comes after" in slip.get_text()
        assert "On this site it comes after" in slip.get_text()
        page, _, own = str(slip.select("a")[0]["href"]).removeprefix("../../").partition("#")
        assert pages[page].select_one(f"figure.quote#{own}")


def test_the_whole_guide_has_a_contents_list_that_leads_to_each_part(
    pages: dict[str, BeautifulSoup],
) -> None:
    whole = pages["about/whole-guide/"]
    ids = {str(one["id"]) for one in whole.select("[id]")}
    links = whole.select(".whole__contents a")
    assert len(links) > 35
    assert all(str(link["href"]).removeprefix("#") in ids for link in links)


def test_the_quotes_of_an_attribute_stand_in_the_order_of_its_text(
    pages: dict[str, BeautifulSoup], data: dict[str, Any]
) -> None:
    for attribute in load(ROOT / "content").attributes:
        placed = [own for one in attribute.behaviours for own in quote_ids(one.body)]
        figures = pages[f"framework/{attribute.id}/"].select(".behaviour figure.quote[id]")
        assert [str(one["id"]) for one in figures] == placed
        known = next(one for one in data["attributes"] if one["id"] == attribute.id)
        assert sorted(placed) == sorted(one["id"] for one in known["quotes"])
