"""Find symbolic links, junctions, pipes and devices that would publish files from elsewhere.

A build copies what a link points to, so a link can publish any file of the machine. A hard link
cannot be told from an ordinary file, so it is let through."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from common.problems import Problem, ProblemsError, shown

COPIED = ("docs", "overrides")
_ITSELF = "replace it with what it links to, or remove it"


def outside_reason(path: Path, root: Path) -> tuple[str, str] | None:
    """Say why a path is not a file or folder of `root`, and how to fix it; None if it is one.

    Returns (what is wrong, hint). `root` itself may be a link. A path that may not be opened is not
    reported here: reading it fails later with a message of its own."""
    linked = path.is_symlink() or _is_junction(path)
    try:
        there = path.resolve(strict=True)
        mode = there.stat().st_mode
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself, until Python 3.13
        return ("the link is broken", _ITSELF) if linked else None
    if not there.is_relative_to(root.resolve()):
        return f"the link goes outside the folder, to {shown(str(there))}", _ITSELF
    if linked and S_ISDIR(mode):
        return "the link goes to a folder", _ITSELF
    if not S_ISREG(mode) and not S_ISDIR(mode):
        return "this is a pipe or a device, not a file", "remove it"
    return None


@contextmanager
def refusing_links(project: Path) -> Iterator[None]:
    """Run a block, then raise ProblemsError with its problems and those of links in source folders.

    Checked are the folders that a generator copies from (COPIED). Collecting both kinds of problem
    lets one build report all of them."""
    folders = [project / name for name in COPIED]
    problems = [problem for folder in folders for problem in links_outside(folder, folder)]
    try:
        yield
    except ProblemsError as others:
        raise ProblemsError([*problems, *others.problems]) from others
    if problems:
        raise ProblemsError(problems)


def _is_junction(path: Path) -> bool:
    """Whether a path is a Windows junction, as far as Python can tell (from 3.12)."""
    return bool(getattr(os.path, "isjunction", lambda _: False)(path))


def links_outside(folder: Path, root: Path) -> Iterator[Problem]:
    """Yield a problem for each path below `folder` that is not a file or folder of `root`.

    Its file is given relative to the parent of `root`. A refused folder is not walked."""
    for location, folders, files in os.walk(folder):
        for name in sorted((*folders, *files)):
            path = Path(location, name)
            found = outside_reason(path, root)
            if found:
                yield Problem(path.relative_to(root.parent).as_posix(), 1, *found)
                folders[:] = [one for one in folders if one != name]
