"""The council's colours reach the sheet and the manifest, and the build says what it changed."""

import json
import logging
from pathlib import Path

import pytest

from macros import define_env
from macros.brand.load import load_branded
from macros.brand.site_source import DOCS, assemble
from macros.build.mkdocs_yml import stand_in
from macros.palette.council_css import make_palette
from tests.unit.brands import SETTINGS, folder_of, project_in


def test_the_palette_stands_behind_the_guide_s_colours_and_says_what_it_changed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = project_in(tmp_path)
    folder = folder_of(tmp_path, {"brand.yml": SETTINGS + "colours:\n  main: '#ffee00'\n"})
    config = assemble(load_branded(project / "content", folder).folder, project)
    with caplog.at_level(logging.INFO, "mkdocs.macros.brand"):
        define_env(stand_in(config))
    colours = make_palette("#ffee00")
    said = [record.getMessage() for record in caplog.records]
    assert [line for line in said if "#" in line] == list(colours.report)
    assert any("#ffee00" in line for line in colours.report)
    sheet = (project / DOCS / "assets/css/site.css").read_text(encoding="utf-8")
    lines = [
        line.strip() for line in colours.css.splitlines() if line.strip().startswith("--brand")
    ]
    assert lines
    assert all(sheet.index(line) > sheet.index("--brand-header") for line in lines)
    manifest = (project / DOCS / "manifest.webmanifest").read_text(encoding="utf-8")
    assert json.loads(manifest)["theme_color"] == colours.header
