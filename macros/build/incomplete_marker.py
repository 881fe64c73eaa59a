"""Mark a site whose build has not finished; `python -m publish` refuses such a site.

A build that stops leaves the site of the build before, or one with dead links. The marker is a
hidden file because MkDocs clears the site's folder of all others."""

from pathlib import Path
from typing import Any

from common.markers import INCOMPLETE_BUILD
from macros.build.generator import builds


def begin(env: Any) -> None:
    """Mark the site as incomplete, if this is a real build."""
    if builds(env):
        mark(_site(env))


def end(env: Any) -> None:
    """Remove the mark."""
    if builds(env):
        (_site(env) / INCOMPLETE_BUILD).unlink(missing_ok=True)


def mark(site: Path) -> None:
    """Mark the site in this folder as incomplete. Raises OSError if it cannot be written."""
    site.mkdir(parents=True, exist_ok=True)
    text = "The build of this site was interrupted.\n"
    (site / INCOMPLETE_BUILD).write_text(text, encoding="utf-8")


def _site(env: Any) -> Path:
    return Path(env.project_dir, env.conf["site_dir"])
