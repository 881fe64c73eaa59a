"""One version: what the site says and what the changes begin with."""

import re
from pathlib import Path

from macros.settings import read_settings

ROOT = Path(__file__).parents[2]


def test_the_changes_begin_with_the_version_that_the_site_shows() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", changes, re.MULTILINE)
    assert first
    assert first[1] == read_settings(ROOT / "mkdocs.yml")["extra"]["release"]
