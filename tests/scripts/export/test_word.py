"""A workbook as a Word document, as its reader finds it."""

from docx.oxml.ns import qn

from tests.browser.takeaway.documents import alone, answer, opened, outline, style, under
from tests.scripts.export.conftest import Make
from tests.scripts.export.outlines import FACTS, question, rating, workbook
from tests.scripts.export.outlines import outline as one_section

SIDES = ("top", "left", "bottom", "right")


def test_the_headings_are_the_title_the_sections_and_the_questions(make: Make) -> None:
    whole = workbook("An answer.", "4")
    expected = [("Title", whole["title"])]
    for section in whole["sections"]:
        expected.append(("Heading 1", section["title"]))
        expected += [("Heading 2", one["text"]) for one in section["questions"]]
    assert outline(opened(make("word", whole))) == expected


def test_the_lead_and_the_facts_stand_under_the_title(make: Make) -> None:
    document = opened(make("word", workbook()))
    start = [(style(one), one.text) for one in document.paragraphs[1:3]]
    lead = "Questions to think through about your own leadership."
    assert start == [("Subtitle", lead), ("Facts", "\n".join(FACTS))]


def test_the_document_says_its_title_and_language_and_names_nobody(make: Make) -> None:
    document = opened(make("word", workbook()))
    facts = document.core_properties
    assert (facts.title, facts.language) == ("Your self-reflection workbook", "en-GB")
    assert (facts.author, facts.last_modified_by, facts.created) == ("", "", None)
    (lang,) = document.styles.element.iter(qn("w:lang"))
    assert lang.get(qn("w:val")) == "en-GB"


def test_the_page_is_a4_and_its_foot_has_the_title_and_the_number(make: Make) -> None:
    (section,) = opened(make("word", workbook())).sections
    size = [round(length.mm) for length in (section.page_width, section.page_height) if length]
    assert size == [210, 297]
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("Your self-reflection workbook\t")
    fields = [one.get(qn("w:instr")).strip() for one in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_blank_line_makes_a_paragraph_and_a_line_end_a_break(make: Make) -> None:
    text = (
        "First\r\nline\rthird\u2028fourth\tafter a tab\n\nSecond paragraph\n\n\nwith a gap before"
    )
    document = opened(make("word", one_section(question("Q?", text))))
    answers = [one.text for one in document.paragraphs if style(one) == "Answer"]
    first = "First\nline\nthird\nfourth\tafter a tab"
    assert answers == [first, "Second paragraph", "\nwith a gap before"]


def test_long_answers_come_out_whole(make: Make) -> None:
    for size in (20_000, 200_000):
        text = "".join(f"{number} é🙂 & <b>\n" for number in range(size))[:size].strip()
        document = opened(make("word", one_section(question("Q?", text))))
        assert answer(document, "Q?") == text


def test_what_a_file_cannot_hold_becomes_a_replacement_mark(make: Make) -> None:
    text = "a\0b\x1bc\ud83dd\ufffee\uffff ]]> <&> \" ' 👩🏽‍🏫"
    document = opened(make("word", one_section(question("Q?", text))))
    assert answer(document, "Q?") == "a�b�c�d�e� ]]> <&> \" ' 👩🏽‍🏫"


def test_a_paragraph_that_begins_in_arabic_or_hebrew_runs_from_the_right(make: Make) -> None:
    texts = ["(1) שלום, hello", "Hello שלום", "٣ abc", "123", "… أنا أستمع"]
    document = opened(make("word", one_section(question("Q?", "\n\n".join(texts)))))
    paragraphs = [one for one in document.paragraphs if style(one) == "Answer"]
    turned = [one._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for one in paragraphs]
    assert turned == [True, False, False, False, True]
    assert [bool(one.runs[0].font.rtl) for one in paragraphs] == turned


def test_a_blank_workbook_has_room_to_write_under_each_question(make: Make) -> None:
    whole = workbook()
    document = opened(make("word", whole))
    for section in whole["sections"][:-1]:
        for one in section["questions"]:
            (room,) = under(document, one["text"])
            assert (style(room), getattr(room, "text", "")) == ("Room", "\n" * 6)
    frame = document.styles["Room"].element.find(f".//{qn('w:pBdr')}")
    assert [side.tag for side in frame] == [qn(f"w:{one}") for one in SIDES]


def test_only_space_is_no_answer(make: Make) -> None:
    document = opened(make("word", one_section(question("Q?", " \n\t\u00a0\r\n"))))
    assert [style(one) for one in under(document, "Q?")] == ["Room"]


def test_lines_of_both_directions_are_paragraphs_of_their_own(make: Make) -> None:
    text = "Hello\n\u05e9\u05dc\u05d5\u05dd\n123\nGood-bye\nnow"
    document = opened(make("word", one_section(question("Q?", text))))
    paragraphs = [one for one in document.paragraphs if style(one) == "Answer"]
    assert [one.text for one in paragraphs] == [
        "Hello",
        "\u05e9\u05dc\u05d5\u05dd\n123",
        "Good-bye\nnow",
    ]
    turned = [one._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for one in paragraphs]
    assert turned == [False, True, False]
    assert answer(document, "Q?") == text


def test_a_rating_is_told_in_words_and_marked_on_its_scale(make: Make) -> None:
    document = opened(make("word", one_section(rating("How much?", "3"), rating("And?", "4"))))
    line, scale = under(document, "How much?")
    assert getattr(line, "text", "") == "My rating: 3 of 5 – In part"
    assert [cell.text for cell in alone(scale).rows[0].cells] == [
        "1\nNot yet",
        "2",
        "3\nIn part",
        "4",
        "5\nFully",
    ]
    marked = [bool(list(cell._tc.iter(qn("w:shd")))) for cell in alone(scale).rows[0].cells]
    assert marked == [False, False, True, False, False]
    assert getattr(under(document, "And?")[0], "text", "") == "My rating: 4 of 5"


def test_a_missing_rating_is_a_scale_to_choose_from(make: Make) -> None:
    document = opened(make("word", one_section(rating("How much?"), question("Why?", "So."))))
    line, scale = under(document, "How much?")
    assert getattr(line, "text", "") == "Circle one:"
    assert len(alone(scale).rows[0].cells) == 5
    assert not list(alone(scale)._tbl.iter(qn("w:shd")))


def test_notes_stand_between_the_question_and_the_answer(make: Make) -> None:
    asked = question("Q?", "A.", hint="Think.", example="Such as.", earlierWording="Q, then?")
    document = opened(make("word", one_section(asked)))
    assert [(style(one), getattr(one, "text", "")) for one in under(document, "Q?")] == [
        ("Note", "Think."),
        ("Note", "Such as."),
        ("Note", "The question then was: Q, then?"),
        ("Answer", "A."),
    ]


def test_a_heading_is_never_parted_from_what_follows(make: Make) -> None:
    styles = opened(make("word", workbook())).styles
    for name in ("Title", "Heading 1", "Heading 2", "Note", "Rating"):
        assert styles[name].paragraph_format.keep_with_next, name


def test_headings_have_the_colour_that_was_asked_for(make: Make) -> None:
    for accent, colour in (("0c4f5c", "0C4F5C"), ('"/><w:b/>', "000000")):
        document = opened(make("word", workbook() | {"accent": accent}))
        assert str(document.styles["Heading 1"].font.color.rgb) == colour
