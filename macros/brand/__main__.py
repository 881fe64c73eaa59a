"""Commands for a council's folder: `python -m macros.brand new`, `assemble`, `release-ids`."""

import argparse
import sys
from pathlib import Path
from shlex import quote

from common.console import say
from common.links_outside import refusing_links
from common.problems import ProblemsError
from macros.brand.changes import Changes
from macros.brand.load import load_branded
from macros.brand.scaffold import CannotMakeError, make
from macros.brand.site_source import CONFIG, assemble
from macros.build.incomplete_marker import mark
from macros.content.located import parts
from macros.content.model.base import Record
from macros.content.released_ids import NAME, kinds_of, parse_released, released_text

PROJECT = Path(__file__).parents[2]
HEADER = """\
# The ids of our own records that have been released. Saved answers and links depend on
# them, so none is ever taken out of this file: a record is renamed with `formerly` or withdrawn
# with `retired`. Beside a question's id is its kind. Written by `make release`; keep it with
# the folder.
"""


class UnreleasedError(Exception):
    """Ids of the organisation are missing from its list of released ones; the message has them."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and print its result; return 1, after the reasons, if it cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m macros.brand", description=__doc__)
    chores = {"new": _new, "assemble": _assemble, "release-ids": _release_ids}
    parser.add_argument("chore", choices=chores)
    parser.add_argument("folder", help="the council's folder, or a name for a new one")
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
    except (ProblemsError, CannotMakeError, UnreleasedError) as problem:
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


def _new(name: str, project: Path) -> str:
    folder = make(name, project)
    return (
        f"{folder} is ready. Fill in {folder / 'brand.yml'}, then look at your copy:\n"
        f"  make serve BRAND={quote(str(folder))}"
    )


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
    own, kinds = _added(changes)
    file = Path(folder) / NAME
    if not own and not file.is_file():
        return "you have no ids of your own to release"
    text = file.read_text(encoding="utf-8-sig") if file.is_file() else HEADER
    file.write_text(released_text(text, own, kinds), encoding="utf-8")
    return f"{len(own)} of your own ids are released"


def _check_ids(folder: str, project: Path) -> str:
    """Check that every id is in the file. Raises UnreleasedError with those that are not."""
    own, kinds = _added(load_branded(project / "content", Path(folder)).folder.changes)
    file = Path(folder) / NAME
    text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
    released = parse_released(text, str(file))
    lines = {one: f"{one} {kinds[one]}" if one in kinds else one for one in own}
    there = {one: f"{one} {released.kinds[one]}" if one in released.kinds else one for one in own}
    new = [line for one, line in lines.items() if one not in released.lines or there[one] != line]
    if new:
        raise UnreleasedError(
            f"{file}: {', '.join(new)}: not in this file yet. Run this where your folder is, "
            f"and save or commit the file:\n  python -m macros.brand release-ids {quote(folder)}"
        )
    return "all your own ids are in the list of released ids"


def _added(changes: Changes) -> tuple[list[str], dict[str, str]]:
    """Return the ids of the records that the organisation added, and the kinds of its questions."""
    lists = (changes.resources, changes.questions, changes.quotes, changes.terms)
    added: list[Record] = [one for each in lists for one in each.add]
    all_parts = [part for one in added for part in parts(one)]
    ids = [part.id for part in all_parts if isinstance(part, Record)]
    return ids, {own: kind for part in all_parts for own, kind in kinds_of(part).items()}


if __name__ == "__main__":
    sys.exit(main())
