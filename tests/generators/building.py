"""The site built from the same source by the generators that may come after MkDocs."""

import shutil
from pathlib import Path

from macros.build.generated_files import FILES
from tests.support.build import ROOT, run_python

SOURCE = ("common", "content", "docs", "macros", "overrides")


def by_properdocs(folder: Path) -> Path:
    """Build the site into `folder`, which it gives. Raises BuildFailedError."""
    run_python(["-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(folder)])
    return folder


def by_zensical(folder: Path) -> Path:
    """The same. It is built in a copy, because Zensical builds nowhere else than below it."""
    project = copied(folder.with_name("zensical-project"))
    zensical(project, "mkdocs.yml")
    return (project / "site").rename(folder)


def a_council_by_zensical(folder: Path) -> Path:
    """The copy of the council in brands/example, built in the same way."""
    project = copied(folder.with_name("zensical-council"))
    shutil.copytree(ROOT / "brands", project / "brands")
    run_python(["-m", "macros.brand", "assemble", "brands/example"], project)
    zensical(project, "mkdocs.brand.yml")
    return (project / "site").rename(folder)


def copied(project: Path) -> Path:
    """The project as it comes, without what a build has put there, in the folder `project`."""
    for name in SOURCE:
        shutil.copytree(ROOT / name, project / name)
    for name in FILES:
        (project / "docs" / name).unlink(missing_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def zensical(project: Path, settings: str) -> None:
    """Build as `make build GENERATOR=zensical` does. Raises BuildFailedError."""
    run_python(["-m", "macros", "files", "-f", settings], project)
    run_python(["-m", "zensical", "build", "--strict", "-f", settings], project)
