"""The page on the format of a backup names every field of what is kept besides answers."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "js"
# The types of the records, each with the file that says what it holds.
TYPES = {
    "Kept": "profile/snapshots.js",
    "KeptRating": "profile/snapshots.js",
    "Request": "feedback/request.js",
    "Answer": "storage/records.js",
    "Draft": "storage/records.js",
    "Shelved": "storage/named-workbook.js",
}


def fields(name: str) -> list[str]:
    """The fields of a record, as its script declares them."""
    script = (SCRIPTS / TYPES[name]).read_text(encoding="utf-8")
    declared = re.search(rf"@typedef {{object}} {name}\b.*?(?=@typedef|\*/)", script, re.DOTALL)
    assert declared
    return re.findall(r"@property {.+} \[?(\w+)\]?", declared[0])


@pytest.mark.parametrize("name", TYPES)
def test_every_field_of_a_record_is_named(name: str, pages: dict[str, BeautifulSoup]) -> None:
    named = {code.get_text() for code in pages["about/backup-format/"].select("code")}
    assert len(fields(name)) > 4
    assert [one for one in fields(name) if one not in named] == []


def test_every_kind_of_record_is_in_the_table(pages: dict[str, BeautifulSoup]) -> None:
    script = (SCRIPTS / "storage/records.js").read_text(encoding="utf-8")
    kinds = re.findall(r"^export const [A-Z]+ = '([a-z]+/)';$", script, re.MULTILINE)
    keys = [code.get_text() for code in pages["about/backup-format/"].select("td:first-child code")]
    assert len(kinds) == 10
    assert [one for one in kinds if not any(key.startswith(one) for key in keys)] == []
