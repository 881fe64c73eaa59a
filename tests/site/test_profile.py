"""The page of the leadership profile as it is built."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.content.load import load
from macros.guide.guide import Guide

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The content, as the pages see it."""
    return Guide(load(ROOT / "content"))


@pytest.fixture(scope="module")
def page(site: Path) -> BeautifulSoup:
    """The profile's page."""
    text = (site / "workbooks/profile/index.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


def cards(page: BeautifulSoup) -> dict[str, Tag]:
    """What the page says of each attribute, by its id."""
    return {str(one["data-card"]): one for one in page.select("[data-card]")}


def test_each_attribute_leads_to_its_page_its_rating_and_its_questions(
    page: BeautifulSoup, guide: Guide
) -> None:
    assert list(cards(page)) == [one.id for one in guide.attributes]
    for attribute in guide.attributes:
        links = [str(one["href"]) for one in cards(page)[attribute.id].select("ul a")]
        (rating,) = guide.questions_of(attribute, "developing")
        assert f"../../framework/{attribute.id}/" in links
        assert f"../../workbooks/developing/#{rating.id}" in links
        count = len(guide.questions_of(attribute, "self-reflection"))
        text = " ".join(cards(page)[attribute.id].get_text(" ").split())
        assert f"{count} questions in Self-reflection" in text


def test_each_attribute_names_the_behaviours_that_its_rating_asks_about(
    page: BeautifulSoup, guide: Guide
) -> None:
    for attribute in guide.attributes:
        (rating,) = guide.questions_of(attribute, "developing")
        links = cards(page)[attribute.id].select("details a")
        anchors = [str(one["href"]).rpartition("#")[2] for one in links]
        assert anchors == list(rating.behaviours)


def test_scripts_are_told_each_axis_with_the_ids_of_its_questions(
    page: BeautifulSoup, guide: Guide
) -> None:
    for element in page.select("leadership-profile"):
        axes = element.select("[data-axis]")
        assert [one["data-axis"] for one in axes] == [one.id for one in guide.attributes]
        for axis in axes:
            (rating,) = guide.questions_of(guide.attribute[str(axis["data-axis"])], "developing")
            assert rating.target
            assert rating.note
            ids = [axis[f"data-{name}"] for name in ("rating", "target", "note")]
            assert ids == [rating.id, rating.target.id, rating.note.id]


def test_it_has_one_name_in_the_menu_the_heading_and_the_title(page: BeautifulSoup) -> None:
    heading = page.select_one("h1")
    assert heading
    assert heading.get_text(strip=True).rstrip("¶") == "Leadership profile"
    assert "Leadership profile" in [one.get_text(strip=True) for one in page.select("nav a")]


def test_the_example_says_that_it_is_this_guide_s_and_has_the_same_figures_twice(
    page: BeautifulSoup,
) -> None:
    section = page.select_one(".profile-example")
    assert section
    assert "this guide’s own" in section.get_text()
    for row in section.select("[data-example-row]"):
        now, target, difference = (cell.get_text() for cell in row.select("td"))
        assert (now, target) == (row["data-now"], row["data-target"])
        gap = int(target) - int(now)
        assert difference == (f"{gap} to go" if gap else "at the target")


def test_no_id_stands_twice(page: BeautifulSoup) -> None:
    ids = [str(one["id"]) for one in page.select("[id]")]
    assert [one for one in ids if ids.count(one) > 1] == []
