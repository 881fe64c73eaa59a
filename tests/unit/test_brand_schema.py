"""An editor helps with a council's folder, wherever that lies."""

import re
from pathlib import Path
from urllib.parse import urlparse

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from macros.brand.reader import LISTS, SETTINGS
from macros.brand.scaffold import SCHEMAS, make
from tests.unit.test_brand_new import EXAMPLE

ROOT = Path(__file__).parents[2]
FILES = (SETTINGS, *LISTS)
TOLD = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def told(file: Path) -> Path:
    """The schema that the file's first line names."""
    found = TOLD.match(file.read_text(encoding="utf-8"))
    assert found, file
    way = urlparse(found[1])
    return Path(way.path) if way.scheme else (file.parent / found[1]).resolve()


def problems(file: Path) -> list[str]:
    """What an editor underlines in the file."""
    schema = yaml.safe_load(told(file).read_text(encoding="utf-8"))
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(written)]


def schema_of(name: str) -> Path:
    list_of = name.removesuffix(".yml")
    return SCHEMAS / ("brand.json" if name == SETTINGS else f"brand-{list_of}.json")


@pytest.mark.parametrize("name", FILES)
def test_the_example_names_its_schema_and_keeps_to_it(name: str) -> None:
    file = ROOT / "brands" / "example" / name
    assert told(file) == schema_of(name)
    assert problems(file) == []


@pytest.mark.parametrize("name", FILES)
def test_a_new_folder_outside_the_guide_finds_the_schemas(name: str, tmp_path: Path) -> None:
    folder = make(f"{tmp_path}/northshire")
    assert told(folder / name) == schema_of(name)


def test_every_example_in_a_new_folder_s_comments_keeps_to_its_schema(tmp_path: Path) -> None:
    folder = make(f"{tmp_path}/northshire")
    for name in FILES:
        file = folder / name
        file.write_text(EXAMPLE.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
        assert problems(file) == [], name


def test_an_editor_underlines_what_the_build_would_refuse(tmp_path: Path) -> None:
    folder = make(f"{tmp_path}/northshire")
    with (folder / SETTINGS).open("a", encoding="utf-8") as file:
        file.write("colours:\n  main: 12\nsitename: Leading\n")
    said = "\n".join(problems(folder / SETTINGS))
    assert "12" in said
    assert "sitename" in said
