"""Keep the scripts of the previous release, so that a page still open can go on loading them."""

import shutil
from pathlib import Path

from publish.fingerprint import FINGERPRINTED


class NotAReleaseError(Exception):
    """The folder does not hold a release; the message says what to do."""


MOST = 3  # releases back: several may be made before one is published


def keep(before: Path | None, site: Path) -> tuple[str, ...]:
    """Copy fingerprinted folders of the release `before` into `site`, and return their names.

    They are that of the release itself and those that it kept, newest first, up to MOST, without
    one that the new release has too. `before` may be the folder of a release, its `site`, or what a
    host serves. Raises NotAReleaseError if there is no release in it."""
    if before is None:
        return ()
    old = before / "site" if (before / "site" / "index.html").is_file() else before
    if not (old / "index.html").is_file():
        raise NotAReleaseError(f"{before}: there is no release here: give the folder of one")
    own = FINGERPRINTED.search((old / "index.html").read_text(encoding="utf-8"))
    there = sorted(path.name for path in old.iterdir() if FINGERPRINTED.fullmatch(path.name))
    if own is None or own[0] not in there:
        raise NotAReleaseError(f"{before}: its pages have no fingerprinted files: choose another")
    older = sorted((one for one in there if one != own[0]), key=lambda one: _made(old / one))
    names = [one for one in (own[0], *reversed(older)) if not (site / one).exists()][:MOST]
    for name in names:
        shutil.copytree(old / name, site / name)
    return tuple(names)


def _made(folder: Path) -> float:
    """Return when the files of a fingerprinted folder were made, in seconds since 1970."""
    return max((path.stat().st_mtime for path in folder.rglob("*") if path.is_file()), default=0)
