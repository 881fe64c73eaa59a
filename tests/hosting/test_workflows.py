"""The workflow files run what this project has, and hand over what a host serves."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.build import ROOT

FILES = sorted((ROOT / "deploy").glob("*.yml"))
FOR_GITHUB = [path for path in FILES if path.name != "gitlab-pages.yml"]
SERVED = "release/site"


def steps(path: Path) -> list[dict[str, Any]]:
    """The steps of all jobs of a workflow for GitHub."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_there_is_a_workflow_for_each_of_the_three_hosts() -> None:
    names = ["azure-static-web-apps.yml", "github-pages.yml", "gitlab-pages.yml"]
    assert [path.name for path in FILES] == names


def scripts(path: Path) -> list[str]:
    """What a workflow runs in a shell, in order."""
    if path in FOR_GITHUB:
        return [step["run"] for step in steps(path) if "run" in step]
    lines: list[str] = yaml.safe_load(path.read_text(encoding="utf-8"))["pages"]["script"]
    return ["\n".join(lines[:1]), "\n".join(lines[1:3])]


def ran(script: str, folder: Path, **environ: str) -> list[str]:
    """What a script calls, where make and our commands only write down what they are given."""
    tell = f'#!/bin/sh\necho "$* SITE_URL=${{SITE_URL-unset}} KEEP=${{KEEP-}}" >> "{folder}/said"\n'
    for name in ("make", ".venv/bin/python"):
        program = folder / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(tell, encoding="utf-8")
        program.chmod(0o755)
    env = {"PATH": f"{folder}:/usr/bin:/bin"} | environ
    subprocess.run(["sh", "-e", "-c", script], cwd=folder, env=env, check=True)
    said = folder / "said"
    return said.read_text(encoding="utf-8").splitlines() if said.exists() else []


@pytest.mark.parametrize("path", FOR_GITHUB, ids=lambda path: path.stem)
def test_a_workflow_makes_the_release_for_its_address_and_brand(path: Path) -> None:
    run = [step for step in steps(path) if "run" in step]
    assert set(run[-1]["env"]) == {"SITE_URL", "BRAND"}
    assert any(SERVED in str(step.get("with", "")) for step in steps(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_workflow_fails_where_an_id_is_not_in_the_list_of_released_ones(
    path: Path, tmp_path: Path
) -> None:
    said = ran(scripts(path)[0], tmp_path, BRAND="brands/northshire")
    assert [line.partition(" SITE_URL")[0] for line in said] == [
        "assembled",
        "-m macros.brand release-ids brands/northshire --check",
    ]
    for step in steps(path) if path in FOR_GITHUB else ():
        if "run" in step and "release-ids" in step["run"]:
            assert step["if"] == "vars.BRAND != ''"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_workflow_keeps_the_scripts_of_the_release_before(path: Path, tmp_path: Path) -> None:
    address = "https://example.org/"
    script = scripts(path)[-1]
    assert ran(script, tmp_path, SITE_URL=address) == [f"release SITE_URL={address} KEEP="]
    (tmp_path / "release" / "site").mkdir(parents=True)
    (tmp_path / "release" / "site" / "index.html").touch()
    said = ran(script, tmp_path, SITE_URL=address)
    assert said[-1] == f"release SITE_URL={address} KEEP=release"
    assert "cache" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FOR_GITHUB, ids=lambda path: path.stem)
def test_an_address_that_is_not_set_leaves_the_one_in_brand_yml(path: Path, tmp_path: Path) -> None:
    assert ran(scripts(path)[-1], tmp_path, SITE_URL="") == ["release SITE_URL=unset KEEP="]


@pytest.mark.parametrize("path", FOR_GITHUB, ids=lambda path: path.stem)
def test_a_workflow_may_do_no_more_than_it_must(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert set(job.get("permissions", {})) <= {"pages", "id-token"}
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": False}


def test_gitlab_is_handed_what_is_served() -> None:
    job = yaml.safe_load((ROOT / "deploy" / "gitlab-pages.yml").read_text(encoding="utf-8"))[
        "pages"
    ]
    assert job["script"][2:] == ["make release", f"cp -a {SERVED} public"]
    assert job["artifacts"]["paths"] == ["public"]


def test_make_has_what_they_run() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nrelease: build" in makefile
    assert "-m publish" in makefile.partition("\nrelease: build")[2].partition("\n\n")[0]
