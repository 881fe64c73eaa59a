"""What is installed is exactly what the locks name, from the registries and nowhere else."""

import json
import re
import tomllib

import pytest

from tests.support.build import ROOT

REQUIREMENTS = ["requirements.txt", "requirements-dev.txt"]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_python_package_is_pinned_and_has_its_hashes(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in lock.splitlines() if line and not line.lstrip().startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line


def test_every_package_asked_for_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for_tests = (ROOT / "requirements-dev.in").read_text(encoding="utf-8")
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": re.findall(r"^[a-z][^#\n]*==[^#\s]*", for_tests, re.MULTILINE),
    }
    for name, pins in asked.items():
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert len(pins) > 8
        assert [pin for pin in pins if f"\n{pin} " not in lock] == []


def test_the_package_is_built_by_what_the_lock_has() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert all(f"\n{pin} " in lock for pin in project["build-system"]["requires"])


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    runtime, dev = (
        set(
            re.findall(r"^[a-z0-9-]+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        )
        for name in REQUIREMENTS
    )
    assert runtime < dev


def test_every_node_package_has_its_hash_and_no_address_of_its_own() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert package.get("integrity", "").startswith("sha512-"), name
        assert "resolved" not in package, name


def test_node_tools_are_pinned_exactly() -> None:
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
