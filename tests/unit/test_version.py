"""One version: what the site says and what the changes say, beside those to come (`Next`)."""

import re
from pathlib import Path

from macros.build.mkdocs_yml import read_settings

ROOT = Path(__file__).parents[2]


def test_the_last_version_in_the_changes_is_the_one_that_the_site_shows() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\S+)", changes, re.MULTILINE)
    version = read_settings(ROOT / "mkdocs.yml")["extra"]["release"]
    assert next(one for one in headings if one != "Next") == version
