"""The mark of a site whose build is not finished: `python -m publish` does not take it then.

A build that is broken off leaves the site that was there before, or one with dead links. MkDocs
clears the site's folder of all but hidden files, so that the mark outlives that.
"""

from pathlib import Path
from typing import Any

from common.markers import INCOMPLETE_BUILD
from macros.build.generator import builds


def begin(env: Any) -> None:
    """Mark the site as unfinished, where it is being built."""
    if builds(env):
        mark(_site(env))


def end(env: Any) -> None:
    """Take the mark away."""
    if builds(env):
        (_site(env) / INCOMPLETE_BUILD).unlink(missing_ok=True)


def mark(site: Path) -> None:
    """Mark the site in this folder. Raises OSError where that cannot be done."""
    site.mkdir(parents=True, exist_ok=True)
    text = "The build of this site was broken off.\n"
    (site / INCOMPLETE_BUILD).write_text(text, encoding="utf-8")


def _site(env: Any) -> Path:
    return Path(env.project_dir, env.conf["site_dir"])
