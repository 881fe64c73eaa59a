"""A folder of an earlier version works with a later one, and its owner is told what changed."""

from pathlib import Path

import pytest

from macros.brand.load import load_branded
from macros.content.model.blocks import quote_ids
from tests.unit.brand_problems import QUESTION
from tests.unit.brands import folder_of
from tests.unit.cases import laid_out

# What a later version may do: a question withdrawn, and one renamed.
RENAMED = "  - id: newest-toolkit\n    formerly: [new-toolkit]\n"


def withdrawn(content: Path) -> None:
    """Withdraw the question `how-much`."""
    for file in (content / "workbooks").glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        retired = "- id: how-much\n        retired: It is asked elsewhere.\n"
        file.write_text(text.replace("- id: how-much\n", retired), encoding="utf-8")


def renamed(content: Path) -> None:
    """Rename the resource `new-toolkit`."""
    file = content / "resources.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("successor: new-toolkit", "successor: newest-toolkit")
    file.write_text(text.replace("  - id: new-toolkit\n", RENAMED), encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "hide: [how-much]\n",
        QUESTION + "    after: how-much\n",
        "move:\n  - id: how-much\n    first: true\n",
    ],
)
def test_a_change_of_what_was_withdrawn_counts_as_done_and_is_noted(
    text: str, tmp_path: Path
) -> None:
    content = laid_out(tmp_path)
    withdrawn(content)
    found = load_branded(content, folder_of(tmp_path, {"questions.yml": text}))
    (note,) = found.notes
    assert note.startswith("northshire/questions.yml:")
    assert "the guide has withdrawn question 'how-much': you can remove this" in note


@pytest.mark.parametrize(
    "text",
    [
        "hide: [new-toolkit]\n",
        "replace:\n  - id: new-toolkit\n    title: Another title\n",
        "move:\n  - id: new-toolkit\n    first: true\n",
    ],
)
def test_an_id_that_was_renamed_is_followed_and_noted(text: str, tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    renamed(content)
    found = load_branded(content, folder_of(tmp_path, {"resources.yml": text}))
    (note,) = found.notes
    assert "'new-toolkit' is now 'newest-toolkit' in the guide" in note
    ids = [one.id for one in found.content.resources]
    titles = [one.title for one in found.content.resources if one.id == "newest-toolkit"]
    assert ("newest-toolkit" in ids) is not text.startswith("hide")
    assert titles == ["Another title"] or not text.startswith("replace")
    assert ids[0] == "newest-toolkit" or not text.startswith("move")


def test_a_link_to_what_was_renamed_is_followed(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    renamed(content)
    text = (
        "add:\n  - id: northshire-kit\n    term: Kit\n    kind: practice\n"
        "    meaning_md: See [the kit](resource:new-toolkit).\n"
    )
    found = load_branded(content, folder_of(tmp_path, {"terms.yml": text}))
    (term,) = [one for one in found.content.terms if one.id == "northshire-kit"]
    assert term.meaning_md == "See [the kit](resource:newest-toolkit)."
    assert len(found.notes) == 1


def test_a_folder_that_names_nothing_of_before_has_no_notes(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    withdrawn(content)
    renamed(content)
    assert load_branded(content, folder_of(tmp_path)).notes == ()


QUOTES = (
    "add:\n  - id: northshire-yes\n    behaviour: stand-up\n    themes: [purpose]\n"
    "    said_by: A head\n    extract: said yes\n    text: We said yes.\n    after: GONE\n"
)


def test_a_quote_after_a_withdrawn_one_is_still_there(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    file = content / "attributes" / "values.yml"
    text = file.read_text(encoding="utf-8")
    gone = text.replace("      - quote: stand-still\n", "")
    gone = gone.replace("  - id: stand-still\n", "  - id: stand-still\n    retired: It is gone.\n")
    file.write_text(gone, encoding="utf-8")
    folder = folder_of(tmp_path, {"quotes.yml": QUOTES.replace("GONE", "stand-still")})
    found = load_branded(content, folder)
    placed = [
        own
        for attribute in found.content.attributes
        for behaviour in attribute.behaviours
        for own in quote_ids(behaviour.body)
    ]
    assert "northshire-yes" in placed
    assert len(found.notes) == 1
