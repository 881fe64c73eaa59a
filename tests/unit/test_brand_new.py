"""A new council's folder is sound as it stands, and so is every example in its comments."""

import re
from pathlib import Path

import pytest

from macros.brand.load import load_branded
from macros.brand.scaffold import BLANK, CannotMakeError, make
from macros.brand.settings import Brand
from macros.content.model.base import Part
from macros.content.released_ids import NAME, parse_released
from tests.unit.picture_cases import PNG, svg

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"^# (?=\s*(?:- )?[a-z_]+:(?: |$)|\s+- )", re.MULTILINE)


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
    folder = make(f"{tmp_path}/northshire")
    brand = load_branded(ROOT / "content", folder).folder.brand
    assert (brand.organisation.name, brand.organisation.id) == ("Northshire Council", "northshire")


def test_every_example_in_its_comments_can_be_used(tmp_path: Path) -> None:
    folder = make(f"{tmp_path}/northshire")
    for file in folder.glob("*.yml"):
        file.write_text(EXAMPLE.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "logo.svg").write_bytes(svg())
    (folder / "favicon.png").write_bytes(PNG)
    found = load_branded(ROOT / "content", folder).folder
    assert found.brand.colours
    assert found.brand.footer
    lists = (found.changes.resources, found.changes.questions, found.changes.terms)
    assert all(one.add and one.replace and one.hide for one in lists)
    assert found.changes.quotes.add
    assert found.changes.questions.move


def test_every_setting_is_in_the_new_file() -> None:
    text = (BLANK / "brand.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"^ *#? *(?:- )?([a-z_]+):", text, re.MULTILINE))
    assert named == fields(Brand)


def test_a_name_becomes_a_folder_beside_the_example(tmp_path: Path) -> None:
    folder = make(tmp_path / "brands" / "West Northshire")
    assert folder == tmp_path / "brands" / "West Northshire"
    text = (folder / "brand.yml").read_text(encoding="utf-8")
    assert 'name: "West Northshire Council"\n' in text
    assert 'id: "west-northshire"\n' in text


@pytest.mark.parametrize(
    ("written", "name", "own"),
    [
        ("Nörth Shire", "Nörth Shire Council", "north-shire"),
        ("Bath and North East Somerset", "Bath and North East Somerset Council",
         "bath-and-north-east"),
        ("Kings Lynn and West of Norfolk", "Kings Lynn and West of Norfolk Council",
         "kings-lynn-and-west"),
        ("Llanfairpwllgwyngyllgogerych", "Llanfairpwllgwyngyllgogerych Council",
         "llanfairpwllgwyngyll"),
        ("Cyngor Gwynedd", None, "cyngor-gwynedd"),
        ("West Shire Combined Authority", None, "west-shire-combined"),
        ("NORTHSHIRE", "NORTHSHIRE Council", "northshire"),
        ("3 Rivers", "3 Rivers Council", "rivers"),
        ("Łódź & Ærø", "Łódź & Ærø Council", "lodz-aero"),
        ("Rhondda Cynon Taf County Borough Council", None, "rhondda-cynon-taf"),
        ("King’s Lynn", "King’s Lynn Council", "kings-lynn"),
        ("north-shire", "North Shire Council", "north-shire"),
        ("o'shire", "O'shire Council", "oshire"),
        ("Shire: the #1 'best'", "Shire: the #1 'best' Council", "shire-the-1-best"),
        ("Shire -\n", "Shire - Council", "shire"),
        ("*Shire", "*Shire Council", "shire"),
        ("off", "Off Council", "off"),
        ("yes", "Yes Council", "yes"),
        ("ON", "ON Council", "on"),
        ("null", "Null Council", "null"),
    ],
)  # fmt: skip
def test_any_name_is_kept_as_it_is_written_in_a_folder_that_can_be_used(
    written: str, name: str | None, own: str, tmp_path: Path
) -> None:
    folder = make(tmp_path / written)
    for file in folder.glob("*.yml"):
        file.write_text(EXAMPLE.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "logo.svg").write_bytes(svg())
    (folder / "favicon.png").write_bytes(PNG)
    brand = load_branded(ROOT / "content", folder).folder.brand
    assert (brand.organisation.name, brand.organisation.id) == (name or written, own)
    assert brand.data_protection.controller == brand.organisation.name


@pytest.mark.parametrize("name", ["values", "rate", "Own Council", "recruit", "partnership"])
def test_a_name_that_begins_ids_of_the_guide_gets_another_id_that_can_be_used(
    name: str, tmp_path: Path
) -> None:
    folder = make(f"{tmp_path}/{name}")
    assert load_branded(ROOT / "content", folder).folder.brand.organisation.id


def test_no_word_of_the_guide_s_ids_makes_an_id_that_clashes_with_them(tmp_path: Path) -> None:
    ids = parse_released((ROOT / "content" / NAME).read_text("utf-8"), NAME).lines
    for word in sorted({own.split("-")[0] for own in ids}):
        folder = make(f"{tmp_path}/{word}")
        (own,) = re.findall(
            r'^  id: "([a-z0-9-]+)"$', (folder / "brand.yml").read_text("utf-8"), re.M
        )
        assert not any(one.startswith(f"{own}-") for one in ids), word


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    make(tmp_path / "northshire")
    with pytest.raises(CannotMakeError, match="is there already"):
        make(tmp_path / "northshire")


@pytest.mark.parametrize("name", ["123", "...", "–", "", " "])
def test_a_name_that_gives_no_id_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CannotMakeError, match="no letter"):
        make(tmp_path / name if name.strip() else name)
    assert list(tmp_path.iterdir()) == []


def test_an_id_that_yaml_takes_for_something_else_is_put_in_quotes(tmp_path: Path) -> None:
    text = (make(tmp_path / "off") / "brand.yml").read_text(encoding="utf-8")
    assert '\n  id: "off"\n' in text
    assert '\n  name: "Off Council"\n' in text


def test_signs_of_markdown_in_a_name_are_shown_as_they_are(tmp_path: Path) -> None:
    folder = make(tmp_path / "big", {("organisation", "name"): 'The "Big" <b>*Council*'})
    text = (folder / "local.md").read_text(encoding="utf-8")
    assert 'published by The "Big" \\<b\\>\\*Council\\*.' in text
    assert 'description: "What The \\"Big\\" <b>*Council* adds' in text
