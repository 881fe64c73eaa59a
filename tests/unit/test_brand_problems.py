"""What is wrong with a council's folder is said all at once, with file, line and hint."""

import re
from errno import EACCES
from pathlib import Path

import pytest

from common.problems import ProblemsError
from macros.brand.load import load_branded
from tests.unit.brand_problems import ADD, PROBLEMS, QUESTION, RATING
from tests.unit.brands import SETTINGS, branded, folder_of, problems_of
from tests.unit.cases import laid_out

ROOT = Path(__file__).parents[2]
# What a later release may do to a workbook: a question withdrawn, and a section.
WITHDRAWN = """\
        retired: It asked too much.
  - id: on-trust
    title: On trust
    retired: It became part of another.
    questions:
      - id: whom-you-trust
        kind: text
        text: Whom do you trust?
"""


@pytest.mark.parametrize("case", PROBLEMS)
def test_a_problem_in_a_folder_is_told_with_its_place_and_how_to_fix_it(
    case: str, tmp_path: Path
) -> None:
    files, problem = PROBLEMS[case]
    assert problem in problems_of(tmp_path, files)


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "2025-02-29", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_told_wherever_a_day_is_written(
    day: str, tmp_path: Path
) -> None:
    files = {
        "brand.yml": f"{SETTINGS}accessibility:\n  tested_on: '{day}'\n  statement_date: '{day}'\n"
        f"data_protection:\n  checked_on: '{day}'\n",
        "resources.yml": f"{ADD}id: northshire-kit\n    title: A kit\n    publisher: Us\n"
        f"    status_note: It is there.\n    looked_up: '{day}'\n"
        f"replace:\n  - id: old-toolkit\n    looked_up: '{day}'\n",
    }
    told = [one.split(": ", 1) for one in problems_of(tmp_path, files)]
    places = ["brand.yml:6", "brand.yml:7", "brand.yml:9", "resources.yml:6", "resources.yml:9"]
    assert [place for place, _ in told] == [f"northshire/{one}" for one in places]
    assert all(
        f"is '{day}', which is not a real date: write the year, month" in one for _, one in told
    )


def test_what_is_asked_with_a_rating_of_one_s_own_is_one_s_own(tmp_path: Path) -> None:
    asked = (
        "    note:\n      id: northshire-how-so\n      text: How so?\n"
        "    target:\n      id: northshire-how-far\n      text: How far?\n"
    )
    assert problems_of(tmp_path, {"questions.yml": RATING + asked}) == []


def test_a_rating_that_makes_the_profile_is_hidden_with_its_workbook_alone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"questions.yml": "hide: [rate-values]\n"})
    with pytest.raises(ProblemsError) as problems:
        load_branded(ROOT / "content", folder)
    assert str(problems.value).splitlines() == [
        "northshire/questions.yml:1: question 'rate-values' is an axis of the leadership profile: "
        "keep it, or write 'developing' under 'hide' in brand.yml"
    ]


def test_the_problems_of_the_content_and_of_the_folder_are_told_together(tmp_path: Path) -> None:
    content = laid_out(tmp_path, "missing-field")
    folder = folder_of(tmp_path, {"questions.yml": "hide: [nothing]\n", "local.md": "Words\n"})
    with pytest.raises(ProblemsError) as caught:
        load_branded(content, folder)
    files = {problem.file.partition("/")[0] for problem in caught.value.problems}
    assert files == {"content", "northshire"}
    assert len(caught.value.problems) >= 3


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("questions.yml", "replace:\n  - id: how-much\n    text: A lot?\n",
         "take this change of it out"),
        ("questions.yml", QUESTION.replace("on-values", "on-trust"), "name another section"),
    ],
)  # fmt: skip
def test_a_folder_that_names_what_the_guide_has_withdrawn_is_told_how_to_go_on(
    name: str, text: str, hint: str, tmp_path: Path
) -> None:
    content = laid_out(tmp_path)
    workbook = content / "workbooks" / "reflecting.yml"
    workbook.write_text(workbook.read_text(encoding="utf-8") + WITHDRAWN, encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        load_branded(content, folder_of(tmp_path, {name: text}))
    (problem,) = caught.value.problems
    assert problem.file == f"northshire/{name}"
    assert "which is retired" in problem.what
    assert problem.hint == hint


def test_a_record_comes_after_one_of_its_own_list(tmp_path: Path) -> None:
    text = (
        QUESTION.replace("on-values", "reflect-on-values") + "    after: change-decision-making\n"
    )
    with pytest.raises(ProblemsError) as caught:
        load_branded(ROOT / "content", folder_of(tmp_path, {"questions.yml": text}))
    assert str(caught.value) == (
        "northshire/questions.yml:6: added question 'northshire-why' is to come after question "
        "'change-decision-making', which is in 'reflect-on-decisions': name one that is in "
        "'reflect-on-values'"
    )


@pytest.mark.parametrize(
    "unsound",
    [
        "sitename: Leading\n",
        "favicon: icon.tif\n",
        "colours:\n  second: teal\n",
        "footer:\n  - words: Us\n",
        "hide: [question]\n",
        "accessibility: none\n",
        "shared_computer: false\nshared_computer: false\n",
    ],
)
def test_a_problem_in_the_settings_hides_none_of_what_hangs_on_the_others(
    unsound: str, tmp_path: Path
) -> None:
    files = {
        "brand.yml": SETTINGS + "logo: logo.svg\n" + unsound,
        "questions.yml": QUESTION.replace("northshire-why", "why"),
    }
    told = "\n".join(problems_of(tmp_path, files))
    assert re.search(r"brand.yml:[67]: ", told)
    assert "northshire/brand.yml:5: the file 'logo.svg' does not exist" in told
    assert "questions.yml:2: added question 'why' does not begin with 'northshire-'" in told


@pytest.mark.parametrize(
    ("line", "without"),
    [("site_name: Leading in Northshire\n", "site_name"), ("  name: Northshire Council\n", "name")],
)
def test_a_name_that_is_left_out_hides_no_picture_that_is_missing(
    line: str, without: str, tmp_path: Path
) -> None:
    text = SETTINGS.replace(line, "") + "logo: logo.svg\n"
    problems = problems_of(tmp_path, {"brand.yml": text})
    assert len(problems) == 2
    assert f"has no {without}" in problems[0]
    assert "northshire/brand.yml:4: the file 'logo.svg' does not exist" in problems[1]


@pytest.mark.parametrize(
    "text",
    [
        "site_name: Us\n",
        "organisation: us\n",
        "organisation:\n  address: us\nsite_name: 1\n",
        "- a\n",
        "a: [\n",
    ],
)
def test_settings_of_which_too_little_is_sound_are_told_all_the_same(
    text: str, tmp_path: Path
) -> None:
    assert all("northshire/brand.yml:" in one for one in problems_of(tmp_path, {"brand.yml": text}))


@pytest.mark.parametrize("nothing", ["", "\n", "# Our settings.\n", "---\n"])
def test_settings_without_a_word_are_one_problem_with_where_to_get_them(
    nothing: str, tmp_path: Path
) -> None:
    assert problems_of(tmp_path, {"brand.yml": nothing}) == [
        "northshire/brand.yml:1: the file is empty: restore what was in it, or copy brand.yml "
        "from a new folder: guide new another-name"
    ]


@pytest.mark.parametrize("name", ["brand.yml", "terms.yml", "local.md"])
def test_a_file_with_an_ending_that_windows_hides_is_named(name: str, tmp_path: Path) -> None:
    content, folder = laid_out(tmp_path), folder_of(tmp_path)
    (folder / name).touch()
    (folder / name).rename(folder / f"{name}.txt")
    with pytest.raises(ProblemsError) as caught:
        load_branded(content, folder)
    assert str(caught.value) == (
        f"northshire/{name}.txt:1: the file is not read: name it {name}, without .txt; Windows "
        "hides endings: to show them in File Explorer, open View, then 'File name extensions'"
    )


def test_a_folder_without_settings_is_told_where_to_get_them(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "brand.yml").unlink()
    with pytest.raises(ProblemsError) as caught:
        load_branded(laid_out(tmp_path), folder)
    assert str(caught.value).startswith("northshire/brand.yml:1: the file is missing: put it back")


def test_each_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(file: Path) -> bytes:
        if file.parent.name == "northshire":
            raise PermissionError(EACCES, "Permission denied", str(file))
        return read(file)

    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", denied)
    names = ("brand.yml", "local.md", "terms.yml")
    assert problems_of(tmp_path, dict.fromkeys(names, "a: b\n")) == [
        f"northshire/{name}:1: the file cannot be read (Permission denied): check that you can "
        "read it, or write it again"
        for name in names
    ]


def test_a_folder_that_is_not_there_is_one_problem_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        load_branded(laid_out(tmp_path), tmp_path / "southshire")
    assert str(caught.value) == (
        "southshire:1: this folder does not exist: correct its path, or make it with guide new"
    )


def test_a_folder_that_may_not_be_opened_is_one_problem_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert problems_of(tmp_path, {"released-ids.txt": "northshire-why\n"}) == [
        "northshire:1: the folder cannot be read: check that you can open it and read what is in it"
    ]


@pytest.mark.parametrize(
    "nothing", ["", "\n", "# add:\n#   - id: x\n", "\ufeff# only\r\n", "---\n"]
)
def test_a_list_with_only_comments_changes_nothing(nothing: str, tmp_path: Path) -> None:
    found = branded(tmp_path, dict.fromkeys(("questions.yml", "terms.yml"), nothing))
    assert [one.id for one in found.content.terms] == ["fidelity", "trust"]


def test_the_shortest_folder_has_a_name_and_an_id_and_nothing_else(tmp_path: Path) -> None:
    brand = branded(tmp_path).folder.brand
    assert brand.organisation.name == "Northshire Council"
    assert not brand.hide
    assert not brand.shared_computer
    assert brand.accessibility.enforced_by == "EHRC"


def test_a_core_record_cannot_say_that_an_organisation_added_it(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    file = content / "glossary.yml"
    text = file.read_text(encoding="utf-8").replace("origin: guide", "origin: organisation", 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError, match="says that an organisation has added it"):
        load_branded(content, folder_of(tmp_path))
