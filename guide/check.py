"""Find everything that has to be fixed in a folder before its copy can be published."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from common.problems import ProblemsError
from guide.building import BuildFailedError, Built, build
from guide.own_pages import blocked_in_own_pages
from guide.says import step
from guide.workspace import workspace
from macros.brand.hints import hints
from macros.brand.publication_checklist import ToDo, to_do
from publish.release import Release, problems_in, release


@dataclass(frozen=True)
class Checked:
    """A folder without errors: what is good to know about it, and what is left for a person."""

    notes: Sequence[str]
    to_do: Sequence[ToDo]


def checked(folder: Path) -> Checked:
    """Check a folder as a release would, without making one.

    Raises ProblemsError with every problem, of the folder or of the pages made of it."""
    with workspace() as project:
        try:
            built = build(folder, project)
        except BuildFailedError as error:
            if not error.has_all_pages:
                raise
            of_pages = problems_in(project / "site")
            places = {(one.file, one.line) for one in of_pages}
            others = [one for one in error.problems if (one.file, one.line) not in places]
            raise ProblemsError([*of_pages, *others]) from error
        except ProblemsError as error:
            raise ProblemsError([*error.problems, *blocked_in_own_pages(folder)]) from error
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
