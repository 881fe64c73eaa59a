"""Values are filled into the examples of a new folder, alike on a computer and in a browser."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.brand.copy_form import NOT_ASKED, form_groups, settings_of_schema
from macros.brand.fill_in import filled_in
from macros.brand.scaffold import blanks, texts
from macros.content.reading.yaml_parser import parse

ROOT = Path(__file__).parents[2]
CASES: list[dict[str, Any]] = json.loads(
    (ROOT / "tests" / "vectors" / "fill-in.json").read_text(encoding="utf-8")
)


def settings_of(case: dict[str, Any]) -> dict[tuple[str, ...], Any]:
    return {tuple(path.split(".")): value for path, value in case["settings"].items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_each_setting_gets_its_value_and_every_other_line_stays(case: dict[str, Any]) -> None:
    before = blanks()["brand.yml"]
    after = filled_in(before, settings_of(case))
    lines = after.splitlines()
    assert [line for line in case["lines"] if line not in lines] == []
    assert len(lines) == len(before.splitlines())
    document = parse(after.encode(), "brand.yml")
    assert document.problems == ()
    for path, value in settings_of(case).items():
        found: Any = document.data
        for step in path:
            found = found[step]
        assert found == (tuple(value) if isinstance(value, list) else value)


def test_a_setting_that_has_no_line_is_no_silent_loss() -> None:
    with pytest.raises(KeyError):
        filled_in(blanks()["brand.yml"], {("nothing",): 1})


def test_every_setting_is_asked_for_or_left_out_on_purpose() -> None:
    asked = {field.path for group in form_groups() for field in group.fields}
    assert asked | set(NOT_ASKED) == set(settings_of_schema())
    assert not asked & set(NOT_ASKED)


def test_every_field_can_be_filled_in() -> None:
    text = blanks()["brand.yml"]
    for group in form_groups():
        for field in group.fields:
            assert filled_in(text, {tuple(field.path.split(".")): "x"}) != text, field.path


def test_a_file_of_a_new_folder_names_nothing_of_this_machine() -> None:
    made = texts({("organisation", "name"): "A", ("organisation", "id"): "a"})
    assert not [name for name, text in made.items() if "$schema" in text or "ORGANISATION" in text]
