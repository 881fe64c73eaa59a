"""A council's copy is put together beside the guide, of which nothing is changed."""

import shutil
from errno import EACCES
from pathlib import Path

import pytest

from common.markers import INCOMPLETE_BUILD
from macros import define_env
from macros.brand.__main__ import main
from macros.brand.load import load_branded
from macros.brand.reader import Folder
from macros.brand.site_source import CONFIG, DOCS, assemble
from macros.build.generator import BuildStopped
from macros.build.mkdocs_yml import read_settings, stand_in
from tests.unit.brands import SETTINGS, branded, folder_of, project_in
from tests.unit.picture_cases import svg

CORE = """\
site_name: The guide
site_url: !ENV [SITE_URL, null]
docs_dir: docs
watch: [content]
theme:
  name: material
  favicon: assets/images/favicon.svg
extra:
  release: 1.0.0
nav:
  - Home: index.md
  - Quotes: quotes.md
  - Workbooks:
      - workbooks/index.md
      - Recruiting leaders: workbooks/recruiting.md
  - Evidence:
      - evidence/index.md
      - Data: about/data.md
  - About:
      - about/index.md
      - Data: about/data.md
"""
PAGES = """
    index.md quotes.md workbooks/index.md workbooks/recruiting.md evidence/index.md about/index.md
    about/data.md assets/css/brand.css
"""
FILES = {
    "brand.yml": SETTINGS
    + "site_address: https://leadership.example.org/\nlogo: 'Our Logo #1.SVG'\nfavicon: icon.svg\n"
    + "shared_computer: true\nhide: [evidence, recruiting, data]\n",
    "Our Logo #1.SVG": svg().decode(),
    "icon.svg": svg().decode(),
    "local.md": "---\ntitle: In our council\n---\n# In our council\n",
    "files/policy.txt": "Our policy",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "guide"
    for name in PAGES.split():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(f"# {name}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CORE, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return branded(tmp_path, FILES).folder


def files_in(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_the_copy_has_the_pages_that_are_shown_and_those_of_the_council(
    project: Path, folder: Folder
) -> None:
    assemble(folder, project)
    assert files_in(project / DOCS) == [
        *("about/index.md", "assets/brand/favicon.svg", "assets/brand/logo.svg"),
        *("assets/css/brand.css", "files/policy.txt", "index.md", "our-council.md"),
        *("quotes.md", "workbooks/index.md"),
    ]


def test_the_menu_has_no_entry_for_what_is_hidden_and_one_for_the_council_s_page(
    project: Path, folder: Folder
) -> None:
    assert read_settings(assemble(folder, project))["nav"] == [
        {"Home": "index.md"},
        {"Quotes": "quotes.md"},
        {"Workbooks": ["workbooks/index.md"]},
        {"In our council": "our-council.md"},
        {"About": ["about/index.md"]},
    ]


def test_the_settings_are_the_guide_s_with_the_council_s_in_their_place(
    project: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    found = read_settings(assemble(folder, project))
    assert found["site_name"] == "Leading in Northshire"
    assert found["docs_dir"] == DOCS
    assert found["theme"] == {
        "name": "material",
        "favicon": "assets/brand/favicon.svg",
        "logo": "assets/brand/logo.svg",
    }
    assert found["extra"]["release"] == "1.0.0"
    assert found["extra"]["brand_folder"] == str(folder.path)
    assert found["extra"]["hidden"] == ["evidence", "recruiting", "data", "hosting"]
    assert found["extra"]["brand"]["shared_computer"] is True
    assert str(folder.path) in found["watch"]
    assert "https://leadership.example.org/" in (project / CONFIG).read_text(encoding="utf-8")


def test_what_has_not_changed_is_not_written_again(project: Path, folder: Folder) -> None:
    config = assemble(folder, project)
    written = [config, *(project / DOCS).rglob("*.md")]
    before = [file.stat().st_mtime_ns for file in written]
    assemble(folder, project)
    assert [file.stat().st_mtime_ns for file in written] == before


def test_what_is_taken_away_goes_and_what_a_build_has_made_stays(
    project: Path, folder: Folder
) -> None:
    assemble(folder, project)
    made = project / DOCS / "search" / "guide.json"
    made.parent.mkdir()
    made.write_text("{}", encoding="utf-8")
    (project / "docs" / "quotes.md").unlink()
    (folder.path / "files" / "policy.txt").unlink()
    assemble(folder, project)
    left = files_in(project / DOCS)
    assert "quotes.md" not in left
    assert "files/policy.txt" not in left
    assert "search/guide.json" in left


def test_an_edit_of_the_council_s_page_arrives(project: Path, folder: Folder) -> None:
    assemble(folder, project)
    local = folder.path / "local.md"
    local.write_text(local.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    assemble(folder, project)
    assert (project / DOCS / "our-council.md").read_text(encoding="utf-8").endswith("More.\n")


def test_the_guide_itself_is_left_alone(project: Path, folder: Folder) -> None:
    before = {name: (project / name).read_bytes() for name in files_in(project)}
    assemble(folder, project)
    after = files_in(project)
    assert {name: (project / name).read_bytes() for name in before} == before
    assert all(name == CONFIG or name.startswith(DOCS) for name in set(after) - set(before))


def test_problems_are_said_and_nothing_is_written(
    project: Path, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder.path.parent / "content", project / "content")
    (folder.path / "brand.yml").write_text(SETTINGS + "logo: nothing.svg\n", encoding="utf-8")
    assert main(["assemble", str(folder.path), "--project", str(project)]) == 1
    assert "brand.yml:5: the file 'nothing.svg' does not exist" in capsys.readouterr().out
    assert not (project / CONFIG).exists()


def test_where_a_copy_cannot_be_put_together_none_of_before_is_left_to_be_built(
    project: Path, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder.path.parent / "content", project / "content")
    assert main(["assemble", str(folder.path), "--project", str(project)]) == 0
    assert (project / CONFIG).is_file()
    (project / "site").mkdir()
    capsys.readouterr()
    assert main(["assemble", str(folder.path / "other"), "--project", str(project)]) == 1
    said = capsys.readouterr().out
    assert "other:1: this folder does not exist" in said
    assert f"{CONFIG} is removed" in said
    assert (project / "site" / INCOMPLETE_BUILD).is_file()
    assert "is ready" not in said
    assert not (project / CONFIG).exists()


def test_where_ids_cannot_be_released_the_problems_are_said_and_the_exit_is_one(
    project: Path, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder.path.parent / "content", project / "content")
    (folder.path / "brand.yml").write_text(SETTINGS + "logo: nothing.svg\n", encoding="utf-8")
    assert main(["release-ids", str(folder.path), "--project", str(project)]) == 1
    assert "brand.yml:5: the file 'nothing.svg' does not exist" in capsys.readouterr().out


def test_what_the_system_does_not_let_us_write_is_one_line_with_its_path(
    project: Path, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder.path.parent / "content", project / "content")
    (project / ".cache").write_text("no folder", encoding="utf-8")
    assert main(["assemble", str(folder.path), "--project", str(project)]) == 1
    (told,) = capsys.readouterr().out.splitlines()
    assert told.startswith(f"{project / '.cache'}")
    assert "check that it exists, that you can read it and write to it" in told


def test_no_chore_ends_in_a_traceback_where_nothing_may_be_written(
    project: Path,
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def denied(file: Path, *_: object, **__: object) -> None:
        raise PermissionError(EACCES, "Permission denied", str(file))

    shutil.copytree(folder.path.parent / "content", project / "content")
    (folder.path / "released-ids.txt").write_text("northshire-old\n", encoding="utf-8")
    add = "add:\n  - id: northshire-old\n    retired: It is not used.\n    section: on-values\n"
    (folder.path / "questions.yml").write_text(f"{add}    kind: text\n    text: Why?\n", "utf-8")
    monkeypatch.setattr(Path, "write_text", denied)
    assert main(["release-ids", str(folder.path), "--project", str(project)]) == 1
    (told,) = capsys.readouterr().out.splitlines()
    assert ": Permission denied: check that it exists" in told


def test_a_rebuild_follows_an_edit_of_the_folder(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    folder = folder_of(tmp_path, {"local.md": FILES["local.md"]})
    found = load_branded(project / "content", folder).folder
    config = assemble(found, project)
    (folder / "local.md").write_text(FILES["local.md"] + "More.\n", encoding="utf-8")
    (folder / "brand.yml").write_text(SETTINGS + "hide: [quotes]\n", encoding="utf-8")
    define_env(stand_in(config))
    docs = project / DOCS
    assert (docs / "our-council.md").read_text(encoding="utf-8").endswith("More.\n")
    assert not (docs / "quotes.md").exists()
    assert read_settings(config)["extra"]["hidden"] == ["quotes", "hosting"]


def test_a_rebuild_with_a_problem_in_the_folder_stops_and_says_it(
    tmp_path: Path,
) -> None:
    project = project_in(tmp_path)
    folder = folder_of(tmp_path)
    config = assemble(load_branded(project / "content", folder).folder, project)
    (folder / "brand.yml").write_text(SETTINGS + "hide: [quote]\n", encoding="utf-8")
    with pytest.raises(BuildStopped, match="did you mean 'quotes'"):
        define_env(stand_in(config))
