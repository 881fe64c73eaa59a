"""Nothing is published that lies outside of the folder it is named in."""

import os
from pathlib import Path

import pytest

from common.links_outside import outside_reason, refusing_links
from common.problems import ProblemsError
from macros.brand.__main__ import main
from macros.brand.load import load_branded
from macros.content.load import load
from publish.problem import UnfitSiteError
from publish.release import release
from tests.unit.brands import SETTINGS, folder_of, project_in
from tests.unit.built import built
from tests.unit.cases import laid_out
from tests.unit.picture_cases import svg

OUT = "the link goes outside the folder, to '"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A folder of the machine with a file that nobody means to publish."""
    folder = tmp_path / "machine"
    folder.mkdir()
    (folder / "passwd").write_text("root", encoding="utf-8")
    (folder / "logo.svg").write_bytes(svg())
    (folder / "local.md").write_text("---\ntitle: Ours\n---\n", encoding="utf-8")
    return folder


def told(tmp_path: Path, folder: Path) -> list[str]:
    """What is wrong with a council's folder, a line each."""
    try:
        load_branded(laid_out(tmp_path), folder)
    except ProblemsError as problems:
        return str(problems).splitlines()
    return []


LINKS = {
    "files/passwd.txt": "passwd",
    "files/deep/down/logo.svg": "logo.svg",
    "files/folder": "",
    "files": "",
    "logo.svg": "logo.svg",
    "local.md": "local.md",
    "questions.yml": "passwd",
    "released-ids.txt": "passwd",
    "brand.yml": "passwd",
}


@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_leaves_a_council_s_folder_is_told(
    name: str, tmp_path: Path, secret: Path
) -> None:
    folder = folder_of(tmp_path, {"brand.yml": f"{SETTINGS}logo: logo.svg\n"})
    (folder / "logo.svg").write_bytes(svg())
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(secret / LINKS[name])
    problems = told(tmp_path, folder)
    assert any(one.startswith(f"northshire/{name}:1: {OUT}{secret}"[:90]) for one in problems), (
        problems
    )


def test_a_path_with_dots_leads_out_as_well(tmp_path: Path, secret: Path) -> None:
    folder = folder_of(tmp_path, {"files/a.txt": "A"})
    (folder / "files" / "b.txt").symlink_to("../../machine/passwd")
    assert [OUT in one for one in told(tmp_path, folder)] == [True]


def test_a_link_within_the_folder_and_a_folder_that_is_a_link_are_fine(tmp_path: Path) -> None:
    real = folder_of(tmp_path, {"files/a.txt": "A"})
    (real / "files" / "b.txt").symlink_to("a.txt")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "northshire").symlink_to(real)
    assert told(tmp_path, tmp_path / "elsewhere" / "northshire") == []


def test_a_hard_link_is_a_file_like_any_other(tmp_path: Path, secret: Path) -> None:
    folder = folder_of(tmp_path, {"files/a.txt": "A"})
    (folder / "files" / "b.txt").hardlink_to(secret / "passwd")
    assert told(tmp_path, folder) == []


def test_what_is_not_published_may_lead_anywhere(tmp_path: Path, secret: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "drafts").symlink_to(secret)
    assert told(tmp_path, folder) == []


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("nothing.txt", "the link is broken"),
        ("b.txt", "the link is broken"),
        (".", "the link goes to a folder"),
        ("..", "the link goes to a folder"),
        ("/dev/zero", OUT + "/dev/zero'"),
    ],
)
def test_a_link_that_leads_to_no_file_is_told(target: str, what: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"files/a.txt": "A"})
    (folder / "files" / "b.txt").symlink_to(target)
    (problem,) = told(tmp_path, folder)
    assert problem.startswith(f"northshire/files/b.txt:1: {what}: replace it with what it links to")


@pytest.mark.parametrize("name", ["brand.yml", "local.md", "quotes.yml", "files/a.png", "logo.svg"])
def test_a_pipe_is_told_and_never_waited_for(name: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"brand.yml": f"{SETTINGS}logo: logo.svg\n", "files/b.txt": "B"})
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    pipe = f"northshire/{name}:1: this is a pipe or a device, not a file: remove it"
    assert pipe in told(tmp_path, folder)


def test_a_junction_of_windows_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.setattr(os.path, "isjunction", lambda _: True, raising=False)
    found = outside_reason(tmp_path / "in", tmp_path)
    assert found
    assert found[0] == "the link goes to a folder"


@pytest.mark.parametrize("place", ["docs/a.txt", "docs/framework/a", "overrides/assets/a.txt"])
def test_a_link_out_of_the_guide_s_own_folders_is_told(
    place: str, tmp_path: Path, secret: Path
) -> None:
    project = project_in(tmp_path)
    (project / place).parent.mkdir(parents=True, exist_ok=True)
    (project / place).symlink_to(secret / "passwd")
    with pytest.raises(ProblemsError, match=f"{place}:1: {OUT}"), refusing_links(project):
        pass


def test_a_link_is_told_with_the_problems_of_the_content(tmp_path: Path, secret: Path) -> None:
    project = project_in(tmp_path)
    (project / "docs" / "a.txt").symlink_to(secret / "passwd")
    (project / "content" / "glossary.yml").write_text("terms: 1\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as problems, refusing_links(project):
        load(project / "content")
    assert {"docs/a.txt", "content/glossary.yml"} <= {one.file for one in problems.value.problems}


def test_a_copy_with_a_link_in_the_guide_s_pages_is_not_put_together(
    tmp_path: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_in(tmp_path)
    (project / "docs" / "a.txt").symlink_to(secret / "passwd")
    folder = folder_of(tmp_path)
    assert main(["assemble", str(folder), "--project", str(project)]) == 1
    assert f"docs/a.txt:1: {OUT}" in capsys.readouterr().out
    assert not (project / ".cache").exists()


def test_a_record_of_the_content_that_is_a_link_is_told(tmp_path: Path, secret: Path) -> None:
    content = laid_out(tmp_path)
    (content / "glossary.yml").unlink()
    (content / "glossary.yml").symlink_to(secret / "passwd")
    with pytest.raises(ProblemsError, match=f"content/glossary.yml:1: {OUT}"):
        load(content)


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("machine/passwd", "the link goes outside the folder, to "),
        ("machine", "the link goes outside the folder, to "),
        ("site/quotes", "the link goes to a folder"),
        ("site", "the link goes to a folder"),
        ("nothing", "the link is broken"),
    ],
)
def test_a_link_in_a_site_is_not_published(
    target: str, what: str, tmp_path: Path, secret: Path
) -> None:
    site = built(tmp_path)
    (site / "a").symlink_to(tmp_path / target)
    with pytest.raises(UnfitSiteError, match=f"^site/a:1: {what}"):
        release(site, tmp_path / "release")
    assert not (tmp_path / "release").exists()


def test_a_pipe_in_a_site_is_told_and_never_waited_for(tmp_path: Path) -> None:
    site = built(tmp_path)
    os.mkfifo(site / "quotes" / "pipe.html")
    with pytest.raises(
        UnfitSiteError, match=r"^site/quotes/pipe.html:1: this is a pipe or a device, not a file"
    ):
        release(site, tmp_path / "release")


def test_a_site_that_is_a_link_and_a_link_within_it_are_published(tmp_path: Path) -> None:
    site = built(tmp_path)
    (site / "again.json").symlink_to("data/report.json")
    (tmp_path / "current").symlink_to(site)
    made = release(tmp_path / "current", tmp_path / "release")
    assert not (made.site / "again.json").is_symlink()
    assert (made.site / "again.json").is_file()
