"""Councils' folders for tests, beside the small sound content of the cases."""

import shutil
from pathlib import Path

from common.problems import ProblemsError
from macros.brand.load import Branded, load_branded
from tests.unit.cases import laid_out

ROOT = Path(__file__).parents[2]
SETTINGS = """\
organisation:
  name: Northshire Council
  id: northshire
site_name: Leading in Northshire
"""


def folder_of(parent: Path, files: dict[str, str] | None = None) -> Path:
    """A folder with these files, and a short brand.yml where there is none among them."""
    folder = parent / "northshire"
    folder.mkdir()
    for name, text in ({"brand.yml": SETTINGS} | (files or {})).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def branded(parent: Path, files: dict[str, str] | None = None) -> Branded:
    """The small sound content with what such a folder makes of it."""
    return load_branded(laid_out(parent), folder_of(parent, files))


def problems_of(parent: Path, files: dict[str, str]) -> list[str]:
    """What is wrong with such a folder, a line each."""
    try:
        branded(parent, files)
    except ProblemsError as problems:
        return str(problems).splitlines()
    return []


def project_in(parent: Path) -> Path:
    """The guide's own project, without what only a theme needs, in a folder of `parent`."""
    folder = parent / "guide-itself"
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder
