"""Find what is no file of a folder: links that lead out of it, to folders or nowhere, and pipes.

What is published is copied from what a link leads to, so a link can publish any file of the
machine. A hard link is a file like any other: nothing can tell it apart.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from common.problems import ContentFaults, Fault, shown

COPIED = ("docs", "overrides")
_ITSELF = "put what it leads to there in its place, or take it away"


def not_of(path: Path, root: Path) -> tuple[str, str] | None:
    """Why a path is no file or folder of `root`, and how to fix it; None where it is one.

    `root` itself may be a link. What may not be looked at is left to whoever reads it."""
    linked = path.is_symlink() or _is_junction(path)
    try:
        there = path.resolve(strict=True)
        mode = there.stat().st_mode
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself, until Python 3.13
        return ("the link leads nowhere", _ITSELF) if linked else None
    if not there.is_relative_to(root.resolve()):
        return f"the link leads out of the folder, to {shown(str(there))}", _ITSELF
    if linked and S_ISDIR(mode):
        return "the link leads to a folder", _ITSELF
    if not S_ISREG(mode) and not S_ISDIR(mode):
        return "this is no file but a pipe or a device", "take it away"
    return None


@contextmanager
def refusing_links(project: Path) -> Iterator[None]:
    """Raise ContentFaults with each path in the folders that a generator copies from that is none
    of theirs, and with those that the block raises."""
    folders = [project / name for name in COPIED]
    faults = [fault for folder in folders for fault in all_not_of(folder, folder)]
    try:
        yield
    except ContentFaults as others:
        raise ContentFaults([*faults, *others.faults]) from others
    if faults:
        raise ContentFaults(faults)


def _is_junction(path: Path) -> bool:
    """Whether a path is a folder of Windows that leads elsewhere (Python can tell from 3.12)."""
    return bool(getattr(os.path, "isjunction", lambda _: False)(path))


def all_not_of(folder: Path, root: Path) -> Iterator[Fault]:
    """Each path below `folder` that is no file or folder of `root`, named from beside `root`."""
    for place, folders, files in os.walk(folder):
        for name in sorted((*folders, *files)):
            path = Path(place, name)
            found = not_of(path, root)
            if found:
                yield Fault(path.relative_to(root.parent).as_posix(), 1, *found)
                folders[:] = [one for one in folders if one != name]
