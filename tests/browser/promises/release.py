"""The next release of the guide: one question has another id, one is gone, one is reworded."""

import shutil
from pathlib import Path

from tests.support.build import ROOT, build

RENAMED = ("live-out-your-values", "live-your-values")
RETIRED = "align-values-with-work"
REWORDED = "choices-aligned-with-values"
FORMER_WORDS = "How closely are the choices you make in your role aligned with your values?"
NEW_WORDS = "How well do your choices fit your values?"
CHANGES = {
    f"- id: {RENAMED[0]}": f"- id: {RENAMED[1]}\n        formerly: [{RENAMED[0]}]",
    f"- id: {RETIRED}": f"- id: {RETIRED}\n        retired: It was asked twice.",
    FORMER_WORDS: NEW_WORDS,
}


def next_release(folder: Path) -> Path:
    """Build the site with these changes into a folder of `folder`, which it gives."""
    project = folder / "project"
    for name in ("content", "docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    workbook = project / "content" / "workbooks" / "self-reflection.yml"
    text = workbook.read_text(encoding="utf-8")
    for before, after in CHANGES.items():
        assert before in text, f"the workbook has changed: there is no {before!r}"
        text = text.replace(before, after)
    workbook.write_text(text, encoding="utf-8")
    return build(folder / "site", project / "mkdocs.yml")
