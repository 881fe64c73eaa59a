"""A council's records among the guide's: added, replaced, hidden and moved by their ids."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.brand.__main__ import main
from macros.brand.load import Branded
from macros.brand.merge import ordered
from macros.content.model.blocks import quote_ids
from macros.content.model.records import Section
from macros.guide.guide import Guide
from tests.unit.brands import branded, folder_of
from tests.unit.cases import laid_out

QUESTIONS = """\
add:
  - id: northshire-first
    section: on-values
    kind: text
    text: What comes first?
    after: why-you-lead
  - id: northshire-last
    section: on-values
    kind: text
    text: What comes last?
  - id: northshire-second
    section: on-values
    kind: text
    text: What comes second?
    after: northshire-first
"""
QUOTES = """\
add:
  - id: northshire-stand
    behaviour: stand-up
    themes: [purpose]
    said_by: A head of service
    extract: We stand
    text: We stand here.
    after: speak-out
  - id: northshire-end
    behaviour: stand-up
    themes: [purpose]
    said_by: A head of service
    extract: in the end
    text: It counts in the end.
"""


def section(found: Branded) -> Section:
    return found.content.workbooks[0].sections[0]


def quotes(found: Branded) -> list[str]:
    return list(quote_ids(found.content.attributes[0].behaviours[0].body))


def test_questions_stand_after_those_they_name_and_the_others_last(tmp_path: Path) -> None:
    found = section(branded(tmp_path, {"questions.yml": QUESTIONS})).questions
    assert [one.id for one in found] == [
        *("why-you-lead", "northshire-first", "northshire-second"),
        *("how-much", "northshire-last"),
    ]
    assert [one.origin for one in found] == [
        "report",
        *["organisation"] * 2,
        "report",
        found[4].origin,
    ]
    assert found[4].origin == "organisation"


def test_a_question_is_replaced_under_its_id_and_keeps_what_is_not_named(tmp_path: Path) -> None:
    text = "replace:\n  - id: why-you-lead\n    text: Why do you lead here?\n"
    first = section(branded(tmp_path, {"questions.yml": text})).questions[0]
    assert (first.id, first.text) == ("why-you-lead", "Why do you lead here?")
    assert first.behaviours == ("stand-up",)
    assert first.origin == "organisation"


def test_a_question_is_hidden_and_another_is_moved(tmp_path: Path) -> None:
    hidden = section(branded(tmp_path, {"questions.yml": "hide: [why-you-lead]\n"}))
    assert [one.id for one in hidden.questions] == ["how-much"]
    (tmp_path / "other").mkdir()
    text = "move:\n  - id: why-you-lead\n    after: how-much\n"
    moved = section(branded(tmp_path / "other", {"questions.yml": text}))
    assert [one.id for one in moved.questions] == ["how-much", "why-you-lead"]


def test_a_section_without_questions_is_not_shown(tmp_path: Path) -> None:
    found = branded(tmp_path, {"questions.yml": "hide: [why-you-lead, how-much]\n"})
    assert found.content.workbooks[0].sections == ()


def test_quotes_stand_in_the_behaviour_s_text(tmp_path: Path) -> None:
    found = branded(tmp_path, {"quotes.yml": QUOTES})
    assert quotes(found) == ["speak-out", "northshire-stand", "stand-still", "northshire-end"]
    placed = Guide(found.content).quote["northshire-stand"]
    assert placed.quote.said_by == "A head of service"


def test_a_hidden_quote_leaves_no_trace_in_the_text(tmp_path: Path) -> None:
    found = branded(tmp_path, {"quotes.yml": "hide: [speak-out]\n"})
    assert quotes(found) == ["stand-still"]
    assert "speak-out" not in Guide(found.content).quote


def test_a_moved_quote_stands_once(tmp_path: Path) -> None:
    text = "move:\n  - id: speak-out\n    after: stand-still\n"
    assert quotes(branded(tmp_path, {"quotes.yml": text})) == ["stand-still", "speak-out"]


def test_a_quote_with_other_words_is_not_the_report_s(tmp_path: Path) -> None:
    text = (
        "replace:\n  - id: speak-out\n    text: We speak.\n    extract: We speak\n"
        "    said_by: A director\n"
    )
    quote = Guide(branded(tmp_path, {"quotes.yml": text}).content).quote["speak-out"].quote
    assert (quote.text, quote.said_by, quote.origin) == ("We speak.", "A director", "organisation")
    assert quote.themes == ("purpose",)


def test_resources_and_terms_merge_in_the_same_way(tmp_path: Path) -> None:
    resources = (
        "add:\n  - id: northshire-kit\n    title: Ours\n    publisher: Us\n    status_note: New.\n"
        "    looked_up: '2026-11-23'\n    after: old-toolkit\nhide: [new-toolkit]\n"
    )
    terms = (
        "add:\n  - id: northshire-hub\n    term: Hub\n    kind: practice\n"
        "    meaning_md: A place.\nreplace:\n  - id: trust\n    meaning_md: Our trust.\n"
        "hide: [fidelity]\n"
    )
    found = branded(tmp_path, {"resources.yml": resources, "terms.yml": terms}).content
    assert [one.id for one in found.resources] == ["old-toolkit", "northshire-kit"]
    assert found.resources[0].successor is None
    assert [(one.id, one.origin) for one in found.terms] == [
        *(("trust", "organisation"), ("northshire-hub", "organisation")),
    ]


def test_a_record_that_is_withdrawn_keeps_its_id_and_is_not_shown(tmp_path: Path) -> None:
    text = QUESTIONS.replace("text: What comes last?", "text: What comes last?\n    retired: Old.")
    released = "northshire-first\nnorthshire-second\nnorthshire-last\n"
    found = branded(tmp_path, {"questions.yml": text, "released-ids.txt": released})
    ids = [one.question.id for one in Guide(found.content).questions]
    assert "northshire-first" in ids
    assert "northshire-last" not in ids


def test_ids_of_the_organisation_are_released_once_and_for_all(tmp_path: Path) -> None:
    project = laid_out(tmp_path).parent
    folder = folder_of(tmp_path, {"questions.yml": QUESTIONS})
    assert main(["release-ids", str(folder), "--project", str(project)]) == 0
    file = folder / "released-ids.txt"
    written = file.read_text(encoding="utf-8")
    assert written.split("\n")[-4:-1] == [
        "northshire-first text",
        "northshire-last text",
        "northshire-second text",
    ]
    assert main(["release-ids", str(folder), "--project", str(project)]) == 0
    assert file.read_text(encoding="utf-8") == written
    (folder / "questions.yml").write_text("", encoding="utf-8")
    assert main(["release-ids", str(folder), "--project", str(project)]) == 1


def test_ids_that_are_not_released_are_told_where_nothing_can_be_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = ["--project", str(laid_out(tmp_path).parent)]
    folder = folder_of(tmp_path, {"questions.yml": QUESTIONS})
    file = folder / "released-ids.txt"
    assert main(["release-ids", str(folder), "--check", *project]) == 1
    said = capsys.readouterr().out
    assert said == (
        f"{file}: northshire-first text, northshire-last text, northshire-second text: not in "
        "this file yet. Run this where your folder is, and save or commit the file:\n"
        f"  guide release {folder}\n"
    )
    assert not file.exists()
    assert main(["release-ids", str(folder), *project]) == 0
    assert main(["release-ids", str(folder), "--check", *project]) == 0
    text = QUESTIONS.replace("northshire-last", "northshire-late")
    (folder / "questions.yml").write_text(text, encoding="utf-8")
    assert main(["release-ids", str(folder), "--check", *project]) == 1
    assert "northshire-last" in file.read_text(encoding="utf-8")


def test_what_is_asked_with_a_rating_is_released_with_it(tmp_path: Path) -> None:
    project = laid_out(tmp_path).parent
    rating = (
        "add:\n  - id: northshire-how\n    section: on-values\n    kind: rating\n"
        "    text: How far?\n    examples: [All the way.]\n"
        "    note:\n      id: northshire-how-so\n      text: How so?\n"
    )
    folder = folder_of(tmp_path, {"questions.yml": rating})
    assert main(["release-ids", str(folder), "--project", str(project)]) == 0
    released = (folder / "released-ids.txt").read_text(encoding="utf-8").splitlines()
    assert released[-2:] == ["northshire-how rating", "northshire-how-so text"]
    text = rating.partition("    note:")[0]
    (folder / "questions.yml").write_text(text, encoding="utf-8")
    assert main(["release-ids", str(folder), "--project", str(project)]) == 1


IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(ids=IDS, data=st.data())
def test_putting_ids_in_order_loses_none_and_adds_none(ids: list[str], data: st.DataObject) -> None:
    after = {
        own: data.draw(st.sampled_from(ids[:place]))
        for place, own in enumerate(ids)
        if place and data.draw(st.booleans())
    }
    shuffled = data.draw(st.permutations(ids))
    found = list(ordered(shuffled, after))
    assert sorted(found) == sorted(ids)
    assert all(found.index(own) > found.index(first) for own, first in after.items())
    loose = [own for own in shuffled if own not in after]
    assert [own for own in found if own not in after] == loose
