"""The Word document by the format's own rules, so that Word opens it without a repair."""

import pytest

from tests.browser.takeaway.documents import parts
from tests.scripts.export.conftest import Make
from tests.scripts.export.ooxml import RULES, faults
from tests.scripts.export.outlines import MEANINGS, Outline, outline, question, rating, workbook

FORBIDDEN = "\0\x1b\ud800\udc00\ud83d \ufffe\uffff"
HARD = f"<w:p>&amp;]]>{FORBIDDEN} \t “a” \n b\r\n\n\n'b'\x85\u2028\v\f🙂 עברית"
EVERY_PLACE = outline(
    question(HARD, HARD, hint=HARD, earlierWording=HARD),
    {**rating(HARD, "3", example=HARD), "scale": {"value": "3", "words": [HARD] * 5}},
    rating(HARD, words=MEANINGS),
    title=HARD,
    lead=HARD,
    facts=[HARD],
    accent=HARD,
)


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(workbook(), id="blank"),
        pytest.param(workbook("First.\n\nSecond.", "4"), id="filled"),
        pytest.param(workbook(HARD, "1"), id="hard"),
        pytest.param(EVERY_PLACE, id="hard everywhere"),
        pytest.param(outline(), id="no question"),
        pytest.param(outline(rating("How much?")), id="table at the end"),
    ],
)
def test_the_document_keeps_all_rules_of_the_format(make: Make, whole: Outline) -> None:
    assert faults(parts(make("word", whole))) == []


def test_each_rule_finds_its_fault(make: Make) -> None:
    whole = parts(make("word", workbook("An answer.", "4")))
    spoiled = {
        "untyped_parts": ("[Content_Types].xml", b"/word/styles.xml", b"/word/style.xml"),
        "broken_relationships": ("word/_rels/document.xml.rels", b"footer1.xml", b"footer.xml"),
        "undefined_styles": ("word/styles.xml", b'w:styleId="Answer"', b'w:styleId="Reply"'),
        "misplaced_elements": (
            "word/styles.xml",
            b"<w:keepNext/><w:keepLines/>",
            b"<w:jc/><w:ind/>",
        ),
        "misused_blocks": ("word/document.xml", b"<w:p/><w:sectPr>", b"<w:sectPr>"),
        "repeated_ids": ("word/document.xml", b"<w:p/>", b'<w:p w:id="1"/><w:p w:id="1"/>'),
        "unkept_spaces": ("word/footer1.xml", b' xml:space="preserve"', b""),
    }
    assert set(spoiled) == {rule.__name__ for rule in RULES}
    for rule in RULES:
        part, right, wrong = spoiled[rule.__name__]
        assert right in whole[part]
        assert list(rule(whole)) == []
        assert list(rule({**whole, part: whole[part].replace(right, wrong)})), rule.__name__


def test_the_file_says_first_what_its_parts_are(make: Make) -> None:
    assert next(iter(parts(make("word", workbook())))) == "[Content_Types].xml"
