"""A new council's folder is sound as it stands, and so is every example in its comments."""

import re
from pathlib import Path

import pytest

from macros.brand.__main__ import main
from macros.brand.load import load_branded
from macros.brand.model import Brand
from macros.brand.new import BLANK, CannotMakeError, make
from macros.part import Part

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"^# (?=\s*(?:- )?[a-z_]+:(?: |$))", re.MULTILINE)


def fields(model: type[Part]) -> set[str]:
    """The settings of a model and of those inside it."""
    inner = {
        name
        for field in model.model_fields.values()
        for kind in Part.__subclasses__()
        if kind.__module__ == Brand.__module__ and kind.__name__ in str(field.annotation)
        for name in fields(kind)
    }
    return set(model.model_fields) | inner


def test_a_new_folder_is_sound(tmp_path: Path) -> None:
    folder = make(f"{tmp_path}/northshire", ROOT)
    brand = load_branded(ROOT / "content", folder).folder.brand
    assert (brand.organisation.name, brand.organisation.id) == ("Northshire Council", "northshire")


def test_every_example_in_its_comments_can_be_used(tmp_path: Path) -> None:
    folder = make(f"{tmp_path}/northshire", ROOT)
    for file in folder.glob("*.yml"):
        file.write_text(EXAMPLE.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "favicon.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = load_branded(ROOT / "content", folder).folder
    assert found.brand.colours
    assert found.brand.footer
    lists = (found.changes.resources, found.changes.questions, found.changes.terms)
    assert all(one.add and one.replace and one.hide for one in lists)
    assert found.changes.quotes.add
    assert found.changes.questions.move


def test_every_setting_is_in_the_new_file() -> None:
    text = (BLANK / "brand.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"^#? *(?:- )?([a-z_]+):", text, re.MULTILINE))
    assert named == fields(Brand)


def test_a_name_becomes_a_folder_beside_the_example(tmp_path: Path) -> None:
    folder = make("West Northshire", tmp_path)
    assert folder == tmp_path / "brands" / "West Northshire"
    text = (folder / "brand.yml").read_text(encoding="utf-8")
    assert "name: West Northshire Council\n" in text
    assert "id: west-northshire\n" in text


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    make("northshire", tmp_path)
    with pytest.raises(CannotMakeError, match="is there already"):
        make("northshire", tmp_path)


@pytest.mark.parametrize("name", ["123", "...", "–"])
def test_a_name_that_gives_no_id_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CannotMakeError, match="no letter"):
        make(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", f"{tmp_path}/northshire"]) == 0
    assert f"make serve BRAND={tmp_path}/northshire" in capsys.readouterr().out
    assert main(["new", f"{tmp_path}/northshire"]) == 1
