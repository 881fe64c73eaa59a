"""Keep the scripts of the previous release, so that a page still open can go on loading them."""

import shutil
from pathlib import Path

from publish.fingerprint import FINGERPRINTED


class NotAReleaseError(Exception):
    """The folder does not hold a release; the message says what to do."""


def keep(before: Path | None, site: Path) -> tuple[str, ...]:
    """Copy the fingerprinted folder of the release `before` into `site`, and return its name.

    Returns nothing if the new release has the same one; then the folder that `before` itself kept
    is copied instead, if it has one. One release back is enough for a page that is left open.
    `before` may be the folder of a release, its `site`, or what a host serves. Raises
    NotAReleaseError if there is no release in it."""
    if before is None:
        return ()
    old = before / "site" if (before / "site" / "index.html").is_file() else before
    if not (old / "index.html").is_file():
        raise NotAReleaseError(f"{before}: there is no release here: give the folder of one")
    own = FINGERPRINTED.search((old / "index.html").read_text(encoding="utf-8"))
    there = sorted(path.name for path in old.iterdir() if FINGERPRINTED.fullmatch(path.name))
    if own is None or own[0] not in there:
        raise NotAReleaseError(f"{before}: its pages have no fingerprinted files: choose another")
    for name in (own[0], *there):
        if not (site / name).exists():
            shutil.copytree(old / name, site / name)
            return (name,)
    return ()
