"""The template of a repository and its workflows: they build, keep ids, and do no more."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.version import VERSION
from macros.brand.scaffold import texts
from tests.support.build import ROOT

TEMPLATE = ROOT / "deploy" / "template"
CALLED = ROOT / ".github" / "workflows" / "council-copy.yml"
CALLERS = [
    TEMPLATE / ".github" / "workflows" / "publish.yml",
    *(ROOT / "deploy").glob("azure*.yml"),
]
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "deploy" / "gitlab-copy.yml"
PLACE = "council-x/five-attributes-guide/.github/workflows/council-copy.yml@refs/tags/v1.0.0"
NAMED = re.compile(r"OWNER/five-attributes-guide[^\s@]*@(v[\d.]+)")


def read(path: Path) -> Any:
    """A workflow as it is parsed."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (texts)


def steps() -> list[dict[str, Any]]:
    """The steps of all jobs of the workflow that is called."""
    return [step for job in read(CALLED)["jobs"].values() for step in job["steps"]]


def test_every_workflow_names_the_guide_at_its_own_version() -> None:
    for path in (*CALLERS, ACTION):
        assert set(NAMED.findall(path.read_text(encoding="utf-8"))) == {f"v{VERSION}"}, path
    pipeline = read(TEMPLATE / ".gitlab-ci.yml")
    assert pipeline["include"][0]["ref"] == pipeline["variables"]["GUIDE_VERSION"] == f"v{VERSION}"


def test_the_template_has_a_folder_as_the_command_makes_it() -> None:
    settings: dict[tuple[str, ...], str] = {
        ("organisation", "name"): "Our Council",
        ("organisation", "id"): "our-council",
    }
    there = {one.name: one.read_text("utf-8") for one in (TEMPLATE / "brand").iterdir()}
    assert there == texts(settings)


def test_the_template_has_nothing_of_the_guide_in_it() -> None:
    names = {one.relative_to(TEMPLATE).as_posix() for one in TEMPLATE.rglob("*") if one.is_file()}
    assert {one for one in names if not one.startswith("brand/")} == {
        *("README.md", ".gitlab-ci.yml", ".github/workflows/publish.yml")
    }


@pytest.mark.parametrize("path", CALLERS, ids=lambda path: path.name)
def test_a_caller_calls_the_workflow_that_there_is_with_inputs_that_it_has(path: Path) -> None:
    calls = [job for job in read(path)["jobs"].values() if "uses" in job]
    inputs = read(CALLED)["on"]["workflow_call"]["inputs"]
    for job in calls:
        assert f"/.github/workflows/{CALLED.name}@" in job["uses"]
        assert set(job["with"]) <= set(inputs)
        assert set(job["permissions"]) == {"actions", "contents", "pages", "id-token"}
    assert calls


def test_the_workflow_may_do_no_more_than_it_must() -> None:
    whole = read(CALLED)
    assert whole["permissions"] == {"contents": "read"}
    jobs = whole["jobs"]
    assert jobs["build"]["permissions"] == {"actions": "read", "contents": "write", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "github.event_name != 'pull_request'" in jobs["deploy"]["if"]


def test_a_proposed_change_is_checked_and_nothing_is_kept_or_published() -> None:
    for step in read(CALLED)["jobs"]["build"]["steps"]:
        condition = step.get("if", "")
        if step.get("with", {}).get("command") == "check":
            assert condition == "github.event_name == 'pull_request'"
        elif not any(one in str(step) for one in ("checkout@", "'id': 'guide'")):
            assert "github.event_name != 'pull_request'" in condition, step


def test_the_guide_is_had_from_the_repository_and_commit_that_were_called(tmp_path: Path) -> None:
    (script,) = [step["run"] for step in steps() if step.get("id") == "guide"]
    found = {"referenced_workflows": [{"path": PLACE, "sha": "0123abc", "ref": "refs/tags/v1.0.0"}]}
    (tmp_path / "run.json").write_text(json.dumps(found), encoding="utf-8")
    program = tmp_path / "gh"
    query = "import json,sys;r=json.load(open('run.json'))['referenced_workflows'][0]"
    said = "print('/'.join(r['path'].split('/')[:2]), r['sha'])"
    program.write_text(f'#!/bin/sh\n"{sys.executable}" -c "{query};{said}"\n', encoding="utf-8")
    program.chmod(0o755)
    given = {"GITHUB_OUTPUT": str(tmp_path / "out"), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    names = {"GITHUB_REPOSITORY": "a/b", "GITHUB_RUN_ID": "1"}
    done = ran(script, tmp_path, **given, **names)
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
    assert written == ["repository=council-x/five-attributes-guide", "commit=0123abc"]


def test_the_release_is_handed_out_and_served() -> None:
    uses = {step["uses"].split("@")[0]: step for step in steps() if "uses" in step}
    assert uses["actions/upload-artifact"]["with"]["path"] == "release/*.zip*"
    assert uses["actions/upload-pages-artifact"]["with"]["path"] == "release/site"
    assert uses["actions/cache"]["with"]["path"] == "release"
    assert "cp -a release/site public" in read(GITLAB)["pages"]["script"]


def ran(script: str, here: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What comes of a script of a workflow."""
    command = ["bash", "-e", "-c", script]
    env = {**os.environ, **more}
    return subprocess.run(command, cwd=here, env=env, capture_output=True, text=True, check=False)


def test_the_step_runs_the_command_with_the_folder_and_address(tmp_path: Path) -> None:
    script = read(ACTION)["runs"]["steps"][-1]["run"]
    program = tmp_path / "guide" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$PYTHONPATH: $*"\n', encoding="utf-8")
    program.chmod(0o755)
    given = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": "/guide", "FOLDER": "our brand"}
    said = ran(script, tmp_path, COMMAND="release", ADDRESS="https://a.org", **given).stdout
    assert said == "/guide: -P -m guide release our brand --to release --address https://a.org\n"
    assert ran(script, tmp_path, COMMAND="check", ADDRESS="", **given).stdout == (
        "/guide: -P -m guide check our brand\n"
    )


def git(*words: str, here: Path) -> str:
    """What git says."""
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *names, *words], cwd=here, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository made from the template, with one to push to."""
    git("init", "--quiet", "--bare", "there", here=tmp_path)
    git("clone", "--quiet", "there", "here", here=tmp_path)
    here = tmp_path / "here"
    shutil.copytree(TEMPLATE, here, dirs_exist_ok=True)
    git("add", "--all", here=here)
    git("commit", "--quiet", "--message", "Start", here=here)
    git("push", "--quiet", here=here)
    return here


def kept(script: str, repository: Path) -> None:
    """Let the ids be kept three times: when they are new, when they have changed, and again."""
    file = repository / "brand" / "released-ids.txt"
    for number in (1, 2):
        file.write_text("our-council-a text\n" * number, encoding="utf-8")
        for _ in range(2):  # the second time nothing is new
            done = ran(script, repository, FOLDER="brand")
            assert done.returncode == 0, done.stderr
        log = git("log", "--format=%s", "@{upstream}", here=repository).splitlines()
        assert log == ["Keep the ids that are released"] * number + ["Start"]


def test_the_list_of_ids_is_kept_where_it_is_new_or_changed(repository: Path) -> None:
    (script,) = [step["run"] for step in steps() if step.get("name") == "Keep released-ids.txt"]
    assert ran(script, repository, FOLDER="brand").returncode == 0
    assert git("log", "--format=%s", here=repository) == "Start\n"
    kept(script, repository)


def test_gitlab_keeps_the_list_of_ids_too(repository: Path) -> None:
    lines = [one for one in read(GITLAB)["pages"]["script"] if one.startswith("git ")]
    script = "\n".join(lines)
    there = f'"{repository.parent / "there"}"'
    script = re.sub(r'"https://gitlab-ci-token[^"]*"', there, script)
    script = script.replace("HEAD:$CI_COMMIT_BRANCH", "HEAD").replace("--push-option ci.skip", "")
    kept(f"{script}\ngit fetch --quiet", repository)


@pytest.mark.release
def test_the_template_builds(repository: Path) -> None:
    """As the workflow builds it: by the step, with the guide beside it."""
    script = read(ACTION)["runs"]["steps"][-1]["run"]
    place = repository.parent / "guide" / "bin"
    place.mkdir(parents=True)
    python = place / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    given = {"RUNNER_TEMP": str(repository.parent), "GITHUB_ACTION_PATH": str(ROOT)}
    address = "https://our-council.example.org/guide"
    done = ran(script, repository, COMMAND="release", FOLDER="brand", ADDRESS=address, **given)
    assert done.returncode == 0, done.stderr
    home = (repository / "release" / "site" / "index.html").read_text(encoding="utf-8")
    assert "Our Council" in home
    assert f'<link rel="canonical" href="{address}/"' in home
    assert len(list((repository / "release").glob("five-attributes-*.zip"))) == 1
