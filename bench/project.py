"""The folders that are built: the site at a size, and the same pages as plain Material."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.measured import Cost, measure
from bench.records import grow
from publish.release import SITE, Release, release
from tests.support.build import ROOT
from tests.support.server import BASE

ENVIRON = {"SITE_URL": f"http://127.0.0.1{BASE}", "NO_MKDOCS_2_WARNING": "1"}
MORE = 5  # times the content, for more than 100 questions in a workbook


@dataclass(frozen=True)
class Project:
    """A folder with a mkdocs.yml, and where its site is built."""

    folder: Path

    @property
    def site(self) -> Path:
        """The built site."""
        return self.folder / "site"

    @property
    def released(self) -> Path:
        """What a host serves, once `release` has been called."""
        return self.folder / "release" / SITE

    def release(self) -> Release:
        """Make of the built site what a host serves."""
        return release(self.site, self.folder / "release")

    def build(self) -> Cost:
        """Build the site anew; what that costs. Raises CommandFailedError."""
        command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--quiet"]
        return measure(command, self.folder, ENVIRON)


def sized(folder: Path, times: int) -> Project:
    """Write the site's project into `folder`, with the content `times` over."""
    for name in ("common", "docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    grow(ROOT / "content", folder / "content", times)
    return Project(folder)


def questioned(folder: Path, questions: int) -> Project:
    """Write the site's project into `folder`, with so many questions for self-reflection."""
    project = sized(folder, MORE)
    path = folder / "content" / "workbooks" / "self-reflection.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["sections"] = cut(data["sections"], questions)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "content" / "released-ids.txt").write_text("", encoding="utf-8")
    return project


def cut(sections: list[dict[str, Any]], questions: int) -> list[dict[str, Any]]:
    """The first sections, with so many questions in all."""
    found = []
    for section in sections:
        kept = section["questions"][:questions]
        questions -= len(kept)
        if kept:
            found.append({**section, "questions": kept})
    return found


def plain(project: Project, folder: Path) -> Project:
    """Write the same pages as plain Material into `folder`. Raises CommandFailedError."""
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "bench.capture", str(project.folder), str(folder)]
    measure(command, ROOT, ENVIRON)
    return Project(folder)
