"""Find everything that has to be fixed in a folder before its copy can be published."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guide.building import Built, build, workspace
from guide.says import step
from macros.brand.hints import hints
from macros.brand.publication_checklist import ToDo, to_do
from publish.release import Release, release


@dataclass(frozen=True)
class Checked:
    """A folder without errors: what is good to know about it, and what is left for a person."""

    notes: Sequence[str]
    to_do: Sequence[ToDo]


def checked(folder: Path) -> Checked:
    """Check a folder as a release would, without making one.

    Raises ProblemsError with every problem, of the folder or of the pages made of it."""
    with workspace() as project:
        built = build(folder, project)
        published(built, project / "release", None)
        return found(built)


def published(built: Built, to: Path, before: Path | None) -> Release:
    """Make a release of a built copy. Raises ProblemsError if its pages cannot be published."""
    with step("Making what a host serves"):
        return release(built.site, to, before)


def found(built: Built) -> Checked:
    """Return what a person should know about a copy that can be published."""
    brand = built.branded.folder.brand
    return Checked((*built.branded.notes, *hints(built.branded.folder)), to_do(brand))
