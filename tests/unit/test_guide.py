"""What the pages ask of the content."""

from pathlib import Path
from typing import Any

import pytest

from macros.content.load import load
from macros.content.located import parts
from macros.content.model.base import Record
from macros.content.model.files import Content
from macros.guide.addresses import Links, addresses
from macros.guide.guide import Guide, edition

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def content() -> Content:
    return load(ROOT / "content")


@pytest.fixture(scope="module")
def guide(content: Content) -> Guide:
    return Guide(content)


def test_attributes_come_in_the_report_s_order_whatever_the_files_order(content: Content) -> None:
    shuffled = content.model_copy(update={"attributes": tuple(reversed(content.attributes))})
    assert [one.number for one in Guide(shuffled).attributes] == [1, 2, 3, 4, 5]


def test_quotes_come_in_reading_order_each_once(guide: Guide) -> None:
    ids = [one.quote.id for one in guide.quotes]
    assert len(ids) == len(set(ids)) == 39
    assert ids[0] == "personal-crusade"
    numbers = [one.attribute.number for one in guide.quotes]
    assert numbers == sorted(numbers)


def test_a_retired_record_is_kept_but_not_shown(content: Content) -> None:
    first = content.references[0].model_copy(update={"retired": "Withdrawn by its publisher."})
    changed = content.model_copy(update={"references": (first, *content.references[1:])})
    assert first in changed.references
    assert first.id not in {one.id for one in Guide(changed).references}


def without(record: Any, *path: str) -> Any:
    """The record with the last of the records retired that `path` leads to, by their lists."""
    name, *rest = path
    *others, last = getattr(record, name)
    changed = without(last, *rest) if rest else last.model_copy(update={"retired": "Withdrawn."})
    return record.model_copy(update={name: (*others, changed)})


def ids(guide: Guide) -> set[str]:
    """The ids of all records in the guide."""
    return {part.id for part in parts(guide.content) if isinstance(part, Record)}


@pytest.mark.parametrize(
    "path",
    [
        ("attributes", "behaviours"),
        ("attributes", "quotes"),
        ("workbooks", "sections"),
        ("workbooks", "sections", "questions"),
        ("references",),
        ("terms",),
    ],
    ids=" ".join,
)
def test_what_is_retired_at_any_depth_is_left_out(content: Content, path: tuple[str, ...]) -> None:
    def last(record: Any) -> Any:
        for name in path:
            record = getattr(record, name)[-1]
        return record

    changed = without(content, *path)
    assert last(changed).retired
    assert last(content).id in ids(Guide(content))
    assert last(content).id not in ids(Guide(changed))


def test_an_edition_changes_with_the_words_and_only_with_them() -> None:
    assert edition("How?") == edition("How?")
    assert edition("How?") != edition("How ?")
    assert len(edition("How?")) == 8


def test_every_citation_is_found(guide: Guide) -> None:
    cited = {one for one, places in guide.cited_in.items() if places}
    assert {"kotter-1996", "harris-2009", "bolden-2011", "ofsted-2015", "ofsted-2022"} <= cited
    places = [passage.id for passage in guide.cited_in["rodger-2020"]]
    assert places == ["existing-evaluations"]


def test_questions_of_an_attribute_are_those_of_the_workbook(guide: Guide) -> None:
    counts = [len(guide.questions_of(one, "self-reflection")) for one in guide.attributes]
    assert counts == [4, 7, 5, 4, 2]


@pytest.mark.parametrize(
    ("page", "record", "address"),
    [
        ("", "values", "framework/values/"),
        ("framework/values/", "values", "#values"),
        ("framework/values/", "personal-crusade", "../../quotes/#personal-crusade"),
        ("quotes/", "personal-crusade", "#personal-crusade"),
        ("quotes/", "bring-personal-values", "../framework/values/#bring-personal-values"),
        ("about/whole-guide/", "bring-personal-values", "#bring-personal-values"),
        ("about/whole-guide/", "values", "#values"),
    ],
)
def test_an_address_is_written_as_seen_from_the_page(
    guide: Guide, page: str, record: str, address: str
) -> None:
    assert Links(addresses(guide), page).to(record) == address


def test_the_home_page_is_reached_from_everywhere(guide: Guide) -> None:
    places = addresses(guide)
    assert Links(places, "").page("") == "./"
    assert Links(places, "framework/values/").page("") == "../../"


def test_a_record_that_no_page_shows_has_no_address(guide: Guide) -> None:
    with pytest.raises(KeyError):
        Links(addresses(guide), "").to("no-such-record")
