"""A generator's settings, read and written without one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.build.mkdocs_yml import Variable, read_settings, settings_text, stand_in
from tests.support.build import ROOT

TEXT = """
site_name: A guide
docs_dir: pages
site_url: !ENV [A_SITE, AN_ADDRESS, null]
draft_docs: !ENV A_DRAFT
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mkdocs.yml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_variable_is_kept_until_it_is_asked_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url: Any = read_settings(file)["site_url"]
    assert url == Variable(("A_SITE", "AN_ADDRESS"), None)
    found = [url.value]
    for name in ("AN_ADDRESS", "A_SITE"):
        monkeypatch.setenv(name, f"http://{name}/")
        found.append(url.value)
    assert found == [None, "http://AN_ADDRESS/", "http://A_SITE/"]


def test_what_is_written_is_read_as_the_same(tmp_path: Path) -> None:
    settings = read_settings(ROOT / "mkdocs.yml")
    written = tmp_path / "written.yml"
    written.write_text(settings_text(settings), encoding="utf-8")
    assert read_settings(written) == settings


def test_the_stand_in_has_what_define_env_asks_of_a_generator(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_DRAFT", "draft.md")
    env = stand_in(file)
    assert env.project_dir == str(file.parent)
    assert env.conf == {
        "site_name": "A guide",
        "docs_dir": "pages",
        "site_url": None,
        "draft_docs": "draft.md",
    }
    assert env.macro(len, "length") is None


def test_settings_that_are_no_yaml_are_refused(file: Path) -> None:
    file.write_text("site_name: [", encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        read_settings(file)
