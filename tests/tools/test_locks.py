"""What is installed is exactly what the locks name, from the registries and nowhere else."""

import json
import re

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


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_package_asked_for_is_in_the_lock(name: str) -> None:
    asked = (ROOT / name).with_suffix(".in").read_text(encoding="utf-8")
    lock = (ROOT / name).read_text(encoding="utf-8")
    for pin in re.findall(r"^[a-z][^#\n]*==[^#\s]*", asked, re.MULTILINE):
        assert f"\n{pin} " in lock


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
