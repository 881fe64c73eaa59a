"""The annotated records in content/README.md are records: each loads."""

import re
from pathlib import Path

import pytest

from macros.content.model import files, records
from macros.content.model.base import Part
from macros.content.reading.reader import FILES, FOLDERS, record
from macros.content.reading.yaml_parser import parse

README = Path(__file__).parents[2] / "content" / "README.md"
SHOWN = re.findall(
    r"^<!-- model: (\w+) -->\n```yaml\n(.*?)^```$",
    README.read_text(encoding="utf-8"),
    flags=re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize(("name", "text"), SHOWN, ids=[name for name, _ in SHOWN])
def test_a_record_that_the_readme_shows_loads(name: str, text: str) -> None:
    kind: type[Part] = (vars(records) | vars(files))[name]
    found = record(kind, parse(text.encode(), f"content/README.md ({name})"))
    assert isinstance(found, kind)


def test_the_readme_shows_a_record_of_every_kind() -> None:
    shown = {name for name, _ in SHOWN}
    kinds = {"Attribute", "Workbook", "Passage", "Reference", "Resource", "Term", "Slip", "Aliases"}
    assert kinds <= shown


def test_every_yaml_block_in_the_readme_says_what_it_is() -> None:
    assert README.read_text(encoding="utf-8").count("```yaml") == len(SHOWN)


def test_the_readme_names_every_file_and_folder_of_the_content() -> None:
    text = README.read_text(encoding="utf-8")
    for name in (*FILES, *(f"{folder}/ID.yml" for folder in FOLDERS)):
        assert f"`{name}`" in text
