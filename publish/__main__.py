"""`python -m publish SITE FOLDER`: a built site to what a host serves."""

import argparse
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from publish.fault import UnfitSiteError
from publish.kept import NotAReleaseError
from publish.papers import papers
from publish.release import NotASiteError, release

SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"
UNNAMED = "0"


def main(arguments: list[str] | None = None) -> int:
    """Publish as the command line says; 1 where that cannot be done, and why."""
    asked = _options().parse_args(arguments)
    try:
        made = release(asked.site, asked.folder, asked.keep)
    except (NotASiteError, NotAReleaseError, UnfitSiteError) as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    packed = papers(made, asked.version, moment(os.environ.get("SOURCE_DATE_EPOCH", "")))
    if not made.at.known:
        sys.stderr.write(
            "The pages do not say where the site will stand, so the page for wrong addresses works "
            "only at the top of a server: for a folder of one, write site_address into the "
            "council's brand.yml, or build with SITE_URL=https://…/.\n"
        )
    sys.stdout.write(
        f"{made.site}/ holds what a host serves, {made.folder}/hosts/ the settings of each host, "
        f"{packed} all of it.\n"
    )
    return 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="publish", description=__doc__)
    options.add_argument("site", type=Path, nargs="?", default=Path("site"))
    options.add_argument("folder", type=Path, nargs="?", default=Path("release"))
    options.add_argument(
        "--keep",
        type=Path,
        metavar="BEFORE",
        help="the folder of the release before: its scripts stay there for pages still open",
    )
    options.add_argument("--version", default=version(SETTINGS.read_text(encoding="utf-8")))
    return options


def version(settings: str) -> str:
    """The version that mkdocs.yml gives as `release`, or 0."""
    found = re.search(r"""^  release: ["']?([\w.+-]+)["']?\s*$""", settings, re.MULTILINE)
    return found[1] if found else UNNAMED


def moment(seconds: str) -> datetime:
    """The time of the release: SOURCE_DATE_EPOCH (reproducible-builds.org) or now."""
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)


if __name__ == "__main__":
    raise SystemExit(main())
