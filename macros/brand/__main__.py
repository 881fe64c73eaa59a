"""Commands for the guide's own Makefile: `python -m macros.brand assemble`, `release-ids`.

People who host a copy use the command `guide`."""

import argparse
import sys
from pathlib import Path
from shlex import quote

from common.console import say
from common.links_outside import refusing_links
from common.problems import ProblemsError
from macros.brand.load import load_branded
from macros.brand.own_ids import keep_ids, unlisted
from macros.brand.site_source import CONFIG, assemble
from macros.build.incomplete_marker import mark
from macros.content.released_ids import NAME

PROJECT = Path(__file__).parents[2]


class UnreleasedError(Exception):
    """Ids of the organisation are missing from its list of released ones; the message has them."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and print its result; return 1, after the reasons, if it cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m macros.brand", description=__doc__)
    chores = {"assemble": _assemble, "release-ids": _release_ids}
    parser.add_argument("chore", choices=chores)
    parser.add_argument("folder", help="the council's folder")
    parser.add_argument("--project", type=Path, default=PROJECT, help="the folder of mkdocs.yml")
    parser.add_argument(
        "--check",
        action="store_true",
        help="with release-ids: do not write, and fail if ids are missing",
    )
    chosen = parser.parse_args(arguments)
    if chosen.check:
        chores["release-ids"] = _check_ids
    try:
        say(chores[chosen.chore](chosen.folder, chosen.project))
    except (ProblemsError, UnreleasedError) as problem:
        say(str(problem))
        return 1
    except OSError as error:
        say(_denied(error))
        return 1
    return 0


def _denied(error: OSError) -> str:
    """Say in one line what the system did not allow."""
    hint = "check that it exists, that you can read it and write to it, and that there is room"
    path = error.filename2 or error.filename
    return f"{path}: {error.strerror or error}: {hint}; then try again"


def _assemble(folder: str, project: Path) -> str:
    """Write the copy's settings and pages; if that fails, leave no older copy to build."""
    try:
        with refusing_links(project):
            branded = load_branded(project / "content", Path(folder))
        return f"{assemble(branded.folder, project)} is ready to build"
    except BaseException:
        _take_away(project / CONFIG)
        _shut(project / "site")
        raise


def _take_away(file: Path) -> None:
    """Delete the settings of an earlier copy, or say that they are still there."""
    try:
        file.unlink()
        say(f"{file} is removed, so an old copy is not built by mistake")
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError:
        say(f"{file} is from an old copy and cannot be removed: do not build it")


def _shut(site: Path) -> None:
    """Mark a site that was built earlier, so that it is not published until it is built again."""
    try:
        if site.is_dir():
            mark(site)
    except OSError:
        say(f"{site} has an old build in it: do not publish it")


def _release_ids(folder: str, project: Path) -> str:
    changes = load_branded(project / "content", Path(folder)).folder.changes
    count = keep_ids(Path(folder), changes)
    return f"{count} of your own ids are released" if count else "you have no ids of your own"


def _check_ids(folder: str, project: Path) -> str:
    """Check that every id is in the file. Raises UnreleasedError with those that are not."""
    changes = load_branded(project / "content", Path(folder)).folder.changes
    new = unlisted(Path(folder), changes)
    if new:
        raise UnreleasedError(
            f"{Path(folder) / NAME}: {', '.join(new)}: not in this file yet. Run this where your "
            f"folder is, and save or commit the file:\n  guide release {quote(folder)}"
        )
    return "all your own ids are in the list of released ids"


if __name__ == "__main__":
    sys.exit(main())
