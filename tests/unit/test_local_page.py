"""The words of a council's own page are words, whatever signs stand in them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.brand.site_source import LOCAL_PAGE
from macros.build.mkdocs_yml import read_settings
from tests.support.build import ROOT

PAGE = "# Us\n\n## Braces {#ids}\n\n{{ nope }} and {% if %} and {{ 1 + 1 }} here.\n"


def set_up(folder: Path) -> Path:
    """A small project whose macros are set as the guide's are, without those of ours."""
    plugins: list[Any] = read_settings(ROOT / "mkdocs.yml")["plugins"]
    (ours,) = (one["macros"] for one in plugins if "macros" in one)
    ours = {name: value for name, value in ours.items() if name != "module_name"}
    settings = {"site_name": "Guide", "theme": "material", "plugins": [{"macros": ours}]}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    for name, text in {"index.md": "# Guide", "a/b.md": "{{ 40 + 2 }}", LOCAL_PAGE: PAGE}.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs", "zensical"])
def test_braces_in_a_council_s_own_page_are_words(tmp_path: Path, generator: str) -> None:
    folder = set_up(tmp_path)
    command = [sys.executable, "-m", generator, "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    said = (folder / "site/our-council/index.html").read_text(encoding="utf-8")
    assert "{{ nope }} and {% if %} and {{ 1 + 1 }} here." in said
    assert "<p>42</p>" in (folder / "site/a/b/index.html").read_text(encoding="utf-8")
