"""What a document has besides questions: texts, tables of figures and pictures."""

from base64 import b64encode
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Emu, Mm

from tests.browser.takeaway.documents import alone, opened, outline, parts, style
from tests.scripts.export.conftest import Make
from tests.scripts.export.ooxml import faults
from tests.scripts.export.outlines import outline as one_section
from tests.scripts.export.outlines import question

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
HARD = "<w:p>&\"\x1b\ud800 'a' 🙂 עברית"
ROWS = [["Attribute", "Now", "Target"], ["Values", "4", "5"], ["Buy-in", "not rated yet", "3"]]


def told(kind: str, text: str, **more: Any) -> dict[str, Any]:
    """A part of a document."""
    return {"kind": kind, "text": text, **more}


def drawn(text: str, width: int = 400, height: int = 300) -> dict[str, Any]:
    """A picture."""
    return told("picture", text, width=width, height=height, png=b64encode(DOT).decode())


def profile(*more: dict[str, Any], text: str = "A radar.") -> dict[str, Any]:
    """A document of one of each part."""
    all_parts = [
        drawn(text),
        told("section", "Your ratings in figures"),
        told("table", "Your ratings", rows=ROWS),
        told("question", "Values"),
        told("text", "You rated yourself 4."),
        told("note", "What made you choose this?"),
        told("answer", "I go on visits.\n\nIt shows."),
        *more,
    ]
    return {**one_section(), "sections": [], "parts": all_parts}


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(profile(), id="each part"),
        pytest.param(profile(drawn("Another", 4000, 10)), id="two pictures, one too wide"),
        pytest.param(profile(told("table", HARD, rows=[[HARD, HARD]] * 2), text=HARD), id="hard"),
        pytest.param(
            profile(told("table", "One column", rows=[["A"], ["B"]])), id="table at the end"
        ),
        pytest.param({**profile(), **one_section(question("Q?"))}, id="before questions"),
    ],
)
def test_a_document_of_parts_keeps_all_rules_of_the_format(
    make: Make, whole: dict[str, Any]
) -> None:
    assert faults(parts(make("word", whole))) == []


def test_a_picture_has_its_words_and_its_bytes_and_is_no_wider_than_the_text(make: Make) -> None:
    data = make("word", profile(drawn("Five rows.", 4000, 1000)))
    document = opened(data)
    first, second = document.inline_shapes
    assert parts(data)["word/media/picture1.png"] == DOT
    alt = [one.get("descr") for one in document.element.iter(qn("wp:docPr"))]
    assert alt == ["A radar.", "Five rows."]
    assert (Emu(first.width).inches, Emu(first.height).inches) == pytest.approx(
        (400 / 96, 300 / 96)
    )
    assert Emu(second.width).mm == pytest.approx(Mm(164).mm, abs=0.5)
    assert second.width / second.height == pytest.approx(4, rel=0.01)


def test_a_table_has_its_cells_its_heading_row_and_its_description(make: Make) -> None:
    document = opened(make("word", profile()))
    table = alone(document.tables[0])
    assert [[cell.text for cell in row.cells] for row in table.rows] == ROWS
    headings = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert headings == [True, False, False]
    (description,) = table._tbl.iter(qn("w:tblDescription"))
    assert description.get(qn("w:val")) == "Your ratings"


def test_texts_stand_in_their_styles_and_their_order(make: Make) -> None:
    document = opened(make("word", profile()))
    assert outline(document)[1:] == [
        ("Heading 1", "Your ratings in figures"),
        ("Heading 2", "Values"),
    ]
    answers = [one.text for one in document.paragraphs if style(one) == "Answer"]
    assert answers == ["I go on visits.", "It shows."]
    assert "You rated yourself 4." in [one.text for one in document.paragraphs]


def test_other_files_have_a_table_s_figures_and_a_picture_s_words(make: Make) -> None:
    whole = profile()
    for writer in ("markdown", "plain"):
        text = make(writer, whole)
        assert "A radar." in text
        assert "Values – 4 – 5" in text
        assert "Buy-in – not rated yet – 3" in text
        assert text.index("A radar.") < text.index("Values – 4 – 5") < text.index("I go on visits.")
    assert "Values – 4 – 5<br>Buy-in – not rated yet – 3" in make("rich", whole)["html"]


def test_a_document_without_parts_has_no_trace_of_them(make: Make) -> None:
    whole = parts(make("word", one_section(question("Q?", "A."))))
    assert not [name for name in whole if "media" in name]
    assert b"png" not in whole["[Content_Types].xml"]
