"""The records as data for other tools."""

import csv
import io
import json
from pathlib import Path

import pytest

from macros.content.load import load
from macros.guide.data_export import csv_text, quotes_csv, report_json
from macros.guide.guide import Guide

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(load(ROOT / "content"))


def test_the_json_has_the_records_under_the_yaml_s_own_keys(guide: Guide) -> None:
    data = json.loads(report_json(guide))
    values = next(one for one in data["attributes"] if one["id"] == "values")
    assert values["behaviours"][0]["body"][0].keys() == {"paragraph_md"}
    assert {"report", "workbooks", "references", "resources", "terms"} <= data.keys()
    assert data["addresses"]["kotter-1996"] == "evidence/references/#kotter-1996"


def test_the_csv_keeps_a_quote_with_commas_and_quotation_marks(guide: Guide) -> None:
    values = guide.attributes[0]
    odd = 'He said: "no, never",\nand left'
    quote = values.quotes[0].model_copy(update={"text": odd})
    changed = values.model_copy(update={"quotes": (quote, *values.quotes[1:])})
    content = guide.content.model_copy(update={"attributes": (changed, *guide.attributes[1:])})
    rows = list(csv.DictReader(io.StringIO(quotes_csv(Guide(content)), newline="")))
    assert len(rows) == 39
    assert odd in {row["quote"] for row in rows}


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 1632", "-1", "@home", "\t=1", "\r=1", " =1", "＝1+1", "- so they said"]
)
def test_no_cell_of_a_csv_is_run_as_a_formula_and_its_words_stay(cell: str) -> None:
    text = csv_text([[cell, "We = us"]]).removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [[f"'{cell}", "We = us"]]


def test_a_spreadsheet_knows_that_the_csv_is_in_utf_8(guide: Guide) -> None:
    raw = quotes_csv(guide).encode()
    assert raw.startswith(b"\xef\xbb\xbfid,quote,")
    assert raw.count(b"\xef\xbb\xbf") == 1
