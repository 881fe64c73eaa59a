"""The search's settings are made of the content's aliases."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.content.load import load
from macros.guide.guide import Guide
from macros.guide.search_settings import search_json
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


def test_the_notice_has_a_place_for_the_words(settings: dict[str, Any]) -> None:
    assert all("{words}" in text for text in settings["notice"].values())
