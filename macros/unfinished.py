"""The mark of a site whose build is not finished: `python -m publish` does not take it then.

A build that is broken off leaves the site that was there before, or one with dead links. MkDocs
clears the site's folder of all but hidden files, so that the mark outlives that.
"""

from pathlib import Path
from typing import Any

from .generator import builds

MARK = ".unfinished"


def begin(env: Any) -> None:
    """Mark the site as unfinished, where it is being built."""
    if builds(env):
        mark = _mark(env)
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text("The build of this site was broken off.\n", encoding="utf-8")


def end(env: Any) -> None:
    """Take the mark away."""
    if builds(env):
        _mark(env).unlink(missing_ok=True)


def _mark(env: Any) -> Path:
    return Path(env.project_dir, env.conf["site_dir"], MARK)
