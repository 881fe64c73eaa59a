"""The lock file of released ids only ever grows; the commands say what they did."""

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content.released_ids import HEADER, parse_released, released_text
from macros.editor_schema import SCHEMAS
from tests.unit.cases import laid_out

ROOT = Path(__file__).parents[2]


def test_the_project_s_own_content_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "content is sound: " in capsys.readouterr().out


def test_releasing_adds_the_living_ids_in_order_and_keeps_all_others() -> None:
    text = released_text("# Ours.\ntrust\nfaith\n", ["hope", "faith"])
    assert text == "# Ours.\nfaith\nhope\ntrust\n"
    assert released_text(text, []) == text


def test_the_line_of_each_released_id_is_known() -> None:
    assert parse_released("# Ours.\n\nfaith\nhope\n", "x").lines == {"faith": 3, "hope": 4}


def test_the_kind_of_a_question_is_written_beside_its_id_and_an_older_list_is_read_as_before() -> (
    None
):
    older = "# Ours.\nfaith\nhope\n"
    assert parse_released(older, "x").kinds == {}
    text = released_text(older, ["hope", "love"], {"hope": "rating"})
    assert text == "# Ours.\nfaith\nhope rating\nlove\n"
    assert parse_released(text, "x").kinds == {"hope": "rating"}
    assert parse_released(text, "x").lines == {"faith": 2, "hope": 3, "love": 4}
    assert released_text(text, ["hope"], {"hope": "text"}) == text.replace("rating", "text")
    assert released_text(text, []) == text


def test_the_kinds_of_a_question_and_of_what_is_asked_beside_it_are_held_from_a_release_on(
    tmp_path: Path,
) -> None:
    content = laid_out(tmp_path, "changed-kind")
    (content / "released-ids.txt").write_bytes(
        (laid_out(tmp_path / "sound") / "released-ids.txt").read_bytes()
    )
    assert main(["release-ids", "--content", str(content)]) == 0
    kinds = parse_released((content / "released-ids.txt").read_text("utf-8"), "x").kinds
    assert kinds == {"why-you-lead": "rating", "rated-so": "text", "how-much": "rating"}


def test_a_change_of_kind_that_is_declared_is_built_and_released(tmp_path: Path) -> None:
    content = laid_out(tmp_path, "changed-kind-of-a-renamed-question")
    file = content / "workbooks" / "reflecting.yml"
    text = file.read_text("utf-8").replace("formerly_kind: rating", "formerly_kind: text")
    file.write_text(text, encoding="utf-8")
    assert main(["release-ids", "--content", str(content)]) == 0
    kinds = parse_released((content / "released-ids.txt").read_text("utf-8"), "x").kinds
    assert kinds["how-well"] == "rating"
    assert main(["check", "--content", str(content)]) == 0


def test_the_command_releases_every_living_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = laid_out(tmp_path)
    assert main(["release-ids", "--content", str(content)]) == 0
    ids = parse_released((content / "released-ids.txt").read_text(encoding="utf-8"), "x").lines
    assert {"values", "stand-up", "speak-out", "how-much", "trust"} <= set(ids)
    assert capsys.readouterr().out == f"{len(ids)} living ids are released\n"


def test_the_command_begins_the_file_where_there_is_none(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    (content / "released-ids.txt").unlink()
    assert main(["release-ids", "--content", str(content)]) == 0
    assert (content / "released-ids.txt").read_text(encoding="utf-8").startswith(HEADER)


def test_nothing_is_released_while_the_content_has_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = laid_out(tmp_path, "unknown-theme")
    before = (content / "released-ids.txt").read_bytes()
    assert main(["release-ids", "--content", str(content)]) == 1
    assert (content / "released-ids.txt").read_bytes() == before
    assert "content/report.yml:9: " in capsys.readouterr().out


def test_the_check_prints_every_problem_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = "several-problems-in-several-files"
    assert main(["check", "--content", str(laid_out(tmp_path, case))]) == 1
    expected = (ROOT / "tests" / "cases" / case / "problems.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == expected


def test_the_command_writes_every_schema(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    assert main(["schema", "--content", str(content)]) == 0
    for name in SCHEMAS:
        written = (content / "schema" / f"{name}.json").read_bytes()
        assert written == (ROOT / "content" / "schema" / f"{name}.json").read_bytes()
    shutil.rmtree(content / "schema")
