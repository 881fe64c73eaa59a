"""`python -m publish SITE FOLDER`: a built site to what a host serves."""

import argparse
import os
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from publish.previous_release import NotAReleaseError
from publish.problem import UnfitSiteError
from publish.release import NotASiteError, release
from publish.release_files import papers

SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"
UNNAMED = "0"
LATEST = 2**32 - 1  # that gzip can write (RFC 1952, 2.3.1), as generators do: in 2106
_NUMBER_AND_FILE = re.compile(r"^\[Errno \d+\] |: '.*$")  # around the words of an OSError


class NotATimeError(Exception):
    """SOURCE_DATE_EPOCH says no time; the message says what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Publish as the command line says; 1 where that cannot be done, and why."""
    asked = _options().parse_args(arguments)
    try:
        when = moment(os.environ.get("SOURCE_DATE_EPOCH", ""))
        made = release(asked.site, asked.folder, asked.keep)
        packed = papers(made, asked.version, when)
    except (NotASiteError, NotAReleaseError, UnfitSiteError, NotATimeError) as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    except OSError as fault:
        sys.stderr.write("".join(f"{line}\n" for line in refusals(fault, asked.folder)))
        return 1
    if not made.at.known:
        sys.stderr.write(
            "The pages do not say where the site will stand, so the page for wrong addresses works "
            "only at the top of a server: for a folder of one, write site_address into the "
            "council's brand.yml, or build with SITE_URL=https://…/.\n"
        )
    _say(
        f"{made.site}/ holds what a host serves, {made.folder}/hosts/ the settings of each host, "
        f"{packed} all of it.\n"
    )
    return 0


def refusals(fault: OSError, folder: Path) -> Iterator[str]:
    """What could not be read or written, a line each, and how to mend it."""
    mend = f"let it be read, or publish into another folder than {folder}, where you may write"
    if isinstance(fault, shutil.Error):  # one for all files that could not be copied
        for _, there, why in fault.args[0]:
            yield f"{there}: {_NUMBER_AND_FILE.sub('', str(why))}: {mend}"
    else:
        yield f"{fault.filename or folder}: {fault.strerror or fault}: {mend}"


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
    """The time of the release: SOURCE_DATE_EPOCH (reproducible-builds.org) or now.

    Raises NotATimeError where that says none from 1970 to 2106."""
    if not seconds:
        return datetime.now(UTC)
    try:
        number = int(seconds)
    except ValueError:
        number = -1
    if not 0 <= number <= LATEST:
        mend = f"write the seconds since 1970, at most {LATEST}, or leave it out"
        raise NotATimeError(f"SOURCE_DATE_EPOCH: '{seconds}' is no time: {mend}")
    return datetime.fromtimestamp(number, UTC)


def _say(text: str) -> None:
    """Write to standard output, with numbers for the letters that its encoding does not have."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


if __name__ == "__main__":
    raise SystemExit(main())
