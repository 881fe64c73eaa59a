"""Councils' copies of the guide, built as `make build BRAND=…` builds them."""

import shutil
from pathlib import Path

from tests.support.build import ROOT, build, run_python

EXAMPLE = ROOT / "brands" / "example"
# A copy with as little as there can be, for a place where computers are shared.
SPARE = """\
organisation:
  name: Spareshire & District Trust
  id: spareshire
site_name: Reflect & grow in Spareshire
hide: [quotes, questions, recruiting, developing, evidence, glossary, data, whole-guide]
shared_computer: true
"""


def build_copy(folder: Path, brand: Path) -> Path:
    """Build the copy of a council's folder into a folder of `folder`, which it gives.

    The guide is copied first: what is put together stands beside its mkdocs.yml.
    Raises BuildFailedError."""
    project = folder / "project"
    made = shutil.ignore_patterns("__pycache__")
    for name in ("content", "docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=made)
    shutil.copy(ROOT / "mkdocs.yml", project)
    run_python(["-m", "macros.brand", "assemble", str(brand), "--project", str(project)])
    return build(folder / "copy", project / "mkdocs.brand.yml")


def spare_folder(folder: Path) -> Path:
    """Write the folder of the copy with as little as there can be; gives it."""
    spare = folder / "spareshire"
    spare.mkdir()
    (spare / "brand.yml").write_text(SPARE, encoding="utf-8")
    return spare
