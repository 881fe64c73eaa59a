"""The workflow files run what this project has, and hand over what a host serves."""

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


@pytest.mark.parametrize("path", FOR_GITHUB, ids=lambda path: path.stem)
def test_a_workflow_makes_the_release_for_its_address_and_brand(path: Path) -> None:
    run = [step for step in steps(path) if "run" in step]
    assert [step["run"] for step in run] == ["make release"]
    assert set(run[0]["env"]) == {"SITE_URL", "BRAND"}
    assert any(SERVED in str(step.get("with", "")) for step in steps(path))


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
    assert job["script"] == ["make release", f"mv {SERVED} public"]
    assert job["artifacts"]["paths"] == ["public"]


def test_make_has_what_they_run() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nrelease: build" in makefile
    assert "-m publish" in makefile.partition("\nrelease: build")[2].partition("\n\n")[0]
