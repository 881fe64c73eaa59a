"""The schemas for editors are what the models write, to the letter."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.brand.reader import LISTS
from macros.brand.settings import Brand
from macros.content.reading.reader import FILES, FOLDERS
from macros.editor_schema import SCHEMAS, schema_text

WRITTEN = Path(__file__).parents[2] / "content" / "schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_in_the_content_folder_is_the_one_the_models_write(name: str) -> None:
    written = (WRITTEN / f"{name}.json").read_text(encoding="utf-8")
    assert written == schema_text(SCHEMAS[name]), "run: python -m macros schema"


def test_every_kind_of_file_has_a_schema_and_no_schema_is_left_over() -> None:
    assert {path.stem for path in WRITTEN.iterdir()} == set(SCHEMAS)
    assert set(SCHEMAS.values()) == {*FILES.values(), *FOLDERS.values(), Brand, *LISTS.values()}


def test_a_schema_is_written_the_same_every_time() -> None:
    assert schema_text(SCHEMAS["attribute"]) == schema_text(SCHEMAS["attribute"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_editor_is_told_what_a_record_is_and_refuses_unknown_fields(name: str) -> None:
    schema = json.loads(schema_text(SCHEMAS[name]))
    for part in [schema, *schema.get("$defs", {}).values()]:
        assert part["title"]
        assert part["description"]
        assert part["additionalProperties"] is False


def test_an_editor_completes_the_themes_and_the_kinds_of_block() -> None:
    parts: dict[str, Any] = json.loads(schema_text(SCHEMAS["attribute"]))["$defs"]
    assert "honest-conversations" in parts["Quote"]["properties"]["themes"]["items"]["enum"]
    assert len(parts["Behaviour"]["properties"]["body"]["items"]["oneOf"]) == 7
