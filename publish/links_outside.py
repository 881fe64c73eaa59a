"""What in a site would be published as something else than it is: links, pipes and devices."""

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from publish.problem import Fault

_MEND = "put what is meant in its place, or take it away, and build the site again"


def outside(site: Path) -> Iterator[Fault]:
    """Each path of the site that is no file or folder in it. `site` itself may be a link."""
    root = site.resolve()
    for place, folders, files in os.walk(root):
        for name in sorted((*folders, *files)):
            what = _unfit(Path(place, name), root)
            if what:
                yield Fault(Path(place, name).relative_to(root).as_posix(), 1, what, _MEND)
                folders[:] = [one for one in folders if one != name]


def _unfit(path: Path, root: Path) -> str:
    try:
        there = path.resolve(strict=True)
        mode = there.stat().st_mode
    except (OSError, RuntimeError):  # RuntimeError: a link to itself, until Python 3.13
        return "a link that leads nowhere" if path.is_symlink() else ""
    if not there.is_relative_to(root):
        return f"a link that leads out of the site, to {there}"
    if path.is_symlink() and S_ISDIR(mode):
        return "a link to a folder"
    return "" if S_ISREG(mode) or S_ISDIR(mode) else "a pipe or a device"
