"""The command `guide`, as a person types it: what it says, what it writes, how it ends."""

import json
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner, Result

from common.problems import Problem
from guide import SOURCE
from guide.command import guide
from guide.fault_page import fault_page
from guide.find_folder import NoFolderError, find_folder
from guide.generator_words import problems_told
from guide.release import CannotReleaseError, make_release
from guide.says import annotation, inside_folder, quality, typed_path
from guide.upgrade import news, version_before
from tests.unit.brands import SETTINGS


def typed(*arguments: str, **environment: str) -> Result:
    """What comes of typing `guide` and these words."""
    return CliRunner().invoke(guide, list(arguments), env=environment)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def folder_in(parent: Path, name: str = "northshire", more: str = "") -> Path:
    """A short sound folder."""
    folder = parent / name
    folder.mkdir(parents=True)
    (folder / "brand.yml").write_text(SETTINGS + more, encoding="utf-8")
    return folder


COMMANDS = ("new", "preview", "check", "release", "upgrade")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example(command: str) -> None:
    said = typed(command, "--help")
    assert said.exit_code == 0
    assert f"Example: guide {command} northshire" in said.output


def test_the_command_says_its_exit_codes_and_its_version() -> None:
    assert "0 done, 1 something to fix, 2 the command was not understood" in typed("--help").output
    assert "version 1." in typed("--version").output
    assert typed("nothing").exit_code == 2


def test_a_new_folder_has_what_was_given_and_the_next_step_can_be_pasted(here: Path) -> None:
    said = typed(
        *("new", "our shire", "--name", "Our 'Shire' Council", "--colour", "teal"),
        *("--address", "leadership.example.org/guide"),
    )
    assert said.exit_code == 0, said.output
    assert "guide preview 'our shire'\n" in said.output
    text = (here / "our shire" / "brand.yml").read_text(encoding="utf-8")
    assert "  name: \"Our 'Shire' Council\"\n" in text
    assert 'site_address: "https://leadership.example.org/guide/"\n' in text
    assert 'colours:\n  main: "#008080"\n' in text
    assert typed("new", "our shire").exit_code == 1


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [("--colour", "tael", "such as #0c4f5c"), ("--address", "http://a b", "an address such as")],
)
def test_an_option_that_cannot_be_is_told_and_nothing_is_written(
    option: str, value: str, hint: str, here: Path
) -> None:
    said = typed("new", "northshire", option, value)
    assert said.exit_code == 2
    assert hint in " ".join(said.output.split())
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["123", "–"])
def test_a_name_that_gives_no_id_is_told(name: str, here: Path) -> None:
    assert typed("new", name).exit_code == 1
    assert list(here.iterdir()) == []


def test_a_folder_is_found_by_itself_where_there_is_one(here: Path) -> None:
    with pytest.raises(NoFolderError, match="no folder with a brand"):
        find_folder(None)
    own = folder_in(here)
    assert find_folder(None).resolve() == own
    assert find_folder(Path("northshire")).resolve() == own
    assert find_folder(None, own).resolve() == own
    other = folder_in(here / "brands", "southshire")
    assert find_folder(Path("southshire")).resolve() == other
    with pytest.raises(NoFolderError, match="name one of them"):
        find_folder(None)


def test_what_is_no_folder_is_told_as_what_it_is(here: Path) -> None:
    (here / "file").touch()
    (here / "northshire.zip").touch()
    folder_in(here / "southshire", "southshire")
    assert f"There is no nowhere in {here}" in typed("check", "nowhere").output.replace("\n", " ")
    assert "is a file" in typed("check", "file").output
    assert "is a zip: unpack it" in typed("check", "northshire.zip").output
    assert "one level down: name southshire/southshire" in typed("check", "southshire").output


def test_a_folder_or_a_zip_put_into_the_folder_is_told(here: Path) -> None:
    folder = folder_in(here)
    folder_in(folder, "southshire")
    (folder / "southshire.zip").touch()
    said = typed("check", "northshire").output
    assert "northshire/southshire:1: this folder has a brand.yml of its own" in said
    assert "northshire/southshire.zip:1: a zip file is not read" in said


def test_every_problem_is_told_with_its_line_and_the_command_ends_with_1(here: Path) -> None:
    folder = folder_in(here, more="colours:\n  main: tael\nanalytics: x\n")
    (folder / "local.md").write_text("Words\n", encoding="utf-8")
    said = typed("check", "northshire")
    assert said.exit_code == 1
    assert "northshire/brand.yml:6: main of the colours" in said.output
    assert "northshire/brand.yml:7: analytics is not a setting" in said.output
    assert "northshire/local.md:1: the page has no title" in said.output
    assert "3 things have to be fixed." in said.output
    assert "\x1b[" not in said.output  # no colours where there is no terminal


def test_what_a_release_would_refuse_is_told_with_the_other_problems(here: Path) -> None:
    folder = folder_in(here, more="colours:\n  main: tael\n")
    text = "---\ntitle: Us\n---\nWords.\n\n<p style='color: red'>Red</p>\n"
    (folder / "pages").mkdir()
    (folder / "pages" / "us.md").write_text(text, encoding="utf-8")
    (folder / "local.md").write_text(f"{text}\n<img src='https://a.org/b.png' alt=''>\n", "utf-8")
    said = typed("check", "northshire").output
    assert "northshire/brand.yml:6: main of the colours" in said
    assert "northshire/pages/us.md:6: " in said
    assert "northshire/local.md:6: " in said
    assert "northshire/local.md:8: " in said


WARNED = """\
INFO    -  Building documentation to directory: /site
WARNING -  Doc file 'our-council.md' contains a link '#nothing', but there is no such anchor on \
this page.
WARNING -  Doc file 'pages/us.md' contains a link '../about/data.md#x', but the doc \
'about/data.md' does not contain an anchor '#x'.
ERROR   -  Something else
Aborted with 2 warnings in strict mode!
"""


def test_what_a_generator_warns_of_is_told_by_the_folders_own_files(here: Path) -> None:
    folder = folder_in(here)
    (folder / "pages").mkdir()
    (folder / "local.md").write_text("---\ntitle: A\n---\nA\n\n[b](#nothing)\n", encoding="utf-8")
    text = "---\ntitle: U\n---\n[b](../about/data.md#x)\n"
    (folder / "pages" / "us.md").write_text(text, encoding="utf-8")
    found = [str(one) for one in problems_told(WARNED, folder)]
    assert found == [
        "northshire/local.md:6: the link '#nothing' leads to a heading that is not there: write "
        "what follows # in the address of the heading, or leave # and the rest out",
        "northshire/pages/us.md:4: the link '../about/data.md#x' leads to a heading that is not "
        "there: write what follows # in the address of the heading, or leave # and the rest out",
        "northshire/:1: Something else: fix this in your folder",
    ]


def test_paths_are_written_as_each_system_writes_them() -> None:
    assert typed_path("a b", "posix") == "'a b'"
    assert typed_path("C:\\Our copies\\northshire", "nt") == '"C:\\Our copies\\northshire"'
    assert typed_path("C:\\northshire", "nt") == "C:\\northshire"
    windows = PureWindowsPath("C:\\copies\\northshire")
    problem = Problem("northshire/pages/us.md", 3, "it is odd", "do")
    assert inside_folder(problem, windows) == "pages/us.md"


def test_in_a_workflow_a_problem_is_an_annotation_on_its_line(here: Path) -> None:
    folder_in(here / "copies", "brand", more="analytics: 100 %\n")
    said = typed("check", "copies/brand", GITHUB_ACTIONS="true")
    (line,) = [one for one in said.output.splitlines() if one.startswith("::error")]
    assert line.startswith("::error file=copies/brand/brand.yml,line=5::analytics is not a setting")


def test_in_a_pipeline_of_gitlab_problems_are_in_its_report(here: Path) -> None:
    folder_in(here, "brand", more="analytics: x\n")
    assert typed("check", "brand", GITLAB_CI="true").exit_code == 1
    (found,) = json.loads((here / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert found["location"] == {"path": "brand/brand.yml", "lines": {"begin": 5}}
    assert found["description"].startswith("analytics is not a setting")


def test_an_annotation_has_no_sign_that_ends_it() -> None:
    said = annotation(Problem("a,b:c.yml", 3, "50 % of it\nis odd", "do"), None)
    assert said == "::error file=a%2Cb%3Ac.yml,line=3::50 %25 of it%0Ais odd: do"
    assert quality(Problem("a.yml", 3, "x", "y"), None)["severity"] == "blocker"


@pytest.mark.parametrize("place", ["northshire", "northshire/in", "."])
def test_a_release_is_not_written_over_something_else(place: str, here: Path) -> None:
    folder = folder_in(here)
    before = sorted(here.rglob("*"))
    with pytest.raises(CannotReleaseError, match="choose another place with --to"):
        make_release(folder, here / place)
    assert sorted(here.rglob("*")) == before


def test_a_page_that_shows_problems_escapes_what_they_quote() -> None:
    page = fault_page("northshire", [Problem("northshire/brand.yml", 5, "<b> is odd", "fix it")])
    assert "1 thing has to be fixed in northshire" in page
    assert "northshire/brand.yml, line 5" in page
    assert "&lt;b&gt; is odd" in page
    assert "Fix it." in page


CHANGES = (
    "# Changes\n\n## Next\n\n### New\n\n- New.\n\n### Council\n\n"
    "- What a council must do: this.\n\n## 1.1.0\n\n- One.\n\n"
    "## 1.0.0\n\n- First.\n"
)


def test_an_upgrade_tells_what_is_new_and_what_a_council_must_do_first() -> None:
    assert news(CHANGES, "1.0.0") == "- What a council must do: this.\n- New.\n- One."
    assert news(CHANGES, "1.1.0") == "- What a council must do: this.\n- New."
    assert news(CHANGES, None) == "- What a council must do: this.\n- New."


def test_the_version_of_a_release_is_read_from_its_bill_of_materials(tmp_path: Path) -> None:
    assert version_before(tmp_path) is None
    bill = {"metadata": {"component": {"version": "1.0.0"}}}
    (tmp_path / "bom.cdx.json").write_text(json.dumps(bill), encoding="utf-8")
    assert version_before(tmp_path) == "1.0.0"
    (tmp_path / "bom.cdx.json").write_text("[", encoding="utf-8")
    assert version_before(tmp_path) is None


def test_the_source_is_the_checkout_where_there_is_one() -> None:
    assert (SOURCE / "mkdocs.yml").is_file()
    assert Path(__file__).parents[2] == SOURCE
