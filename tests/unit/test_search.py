"""The search's settings are made of the content's aliases."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.content.load import load
from macros.guide.guide import Guide
from macros.guide.search_settings import search_json
from tests.support.build import ROOT
from tests.unit.cases import laid_out


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    """The settings of the small sound content."""
    made: dict[str, Any] = json.loads(search_json(Guide(load(laid_out(tmp_path)))))
    return made


def test_what_people_say_stands_beside_the_word_of_the_report(settings: dict[str, Any]) -> None:
    assert settings["words"] == {"politician": "councillor"}


def test_more_words_of_a_record_stand_under_its_id(settings: dict[str, Any]) -> None:
    assert settings["records"] == {"stand-up": "speak up"}


def test_a_behaviour_counts_for_more_than_the_page_it_stands_on(settings: dict[str, Any]) -> None:
    weights = settings["weights"]
    assert weights["framework/values/#"] > weights["framework/values/"]


def test_no_word_is_both_set_aside_and_light(settings: dict[str, Any]) -> None:
    assert not set(settings["aside"].split()) & set(settings["light"].split())


def test_what_is_said_of_words_has_a_place_for_them(settings: dict[str, Any]) -> None:
    assert all("{words}" in settings["says"][name] for name in ("none", "showing", "typed"))


@pytest.fixture
def guides() -> Iterator[Guide]:
    """The whole guide, and one without its glossary and recruiting."""
    content = load(ROOT / "content")
    return iter((Guide(content), Guide(content, ("glossary", "recruiting", "hosting"))))


def test_no_copy_offers_what_it_leaves_out(guides: Iterator[Guide]) -> None:
    whole, less = (json.loads(search_json(guide)) for guide in guides)
    assert 6 <= len(whole["offers"]) <= 8
    left = set(whole["offers"].items()) - set(less["offers"].items())
    assert {to for _, to in left} == {"workbooks/scoring/"}
    assert "about/glossary/" in whole["otherwise"].values()
    assert "about/glossary/" not in less["otherwise"].values()
