"""`python -m publish SITE FOLDER`: turn a built site into what a host serves."""

import argparse
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from common.build_time import build_time
from common.console import say
from common.markers import RELEASE
from common.problems import ProblemsError
from publish.previous_release import NotAReleaseError
from publish.release import NotASiteError, release
from publish.release_files import papers

SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"
UNNAMED = "0"
_NUMBER_AND_FILE = re.compile(r"^\[Errno \d+\] |: '.*$")  # around the words of an OSError


def main(arguments: list[str] | None = None) -> int:
    """Publish as the command line says; return 1, after the reasons, if that cannot be done."""
    asked = _options().parse_args(arguments)
    try:
        when = build_time()
        made = release(asked.site, asked.folder, asked.keep or release_in(asked.folder))
        packed = papers(made, asked.version, when)
    except (NotASiteError, NotAReleaseError, ProblemsError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    except OSError as problem:
        sys.stderr.write("".join(f"{line}\n" for line in refusals(problem, asked.folder)))
        return 1
    if not made.at.known:
        sys.stderr.write(
            "The pages do not say where the site will be, so the page for wrong addresses works "
            "only at the top of a server: for a folder of one, write site_address into the "
            "council's brand.yml, or build with SITE_URL=https://…/.\n"
        )
    say(
        f"{made.site}/ has what a host serves, {made.folder}/hosts/ the settings for each host, "
        f"{packed} all of it."
    )
    return 0


def release_in(folder: Path) -> Path | None:
    """Return the folder if there is a release in it, whose scripts the next one then keeps."""
    is_whole = (folder / RELEASE).is_file() and (folder / "site" / "index.html").is_file()
    return folder if is_whole else None


def refusals(problem: OSError, folder: Path) -> Iterator[str]:
    """Yield a line for each file that could not be read or written, with how to fix it."""
    hint = f"make it readable, or publish into a folder other than {folder} that you can write to"
    if isinstance(problem, shutil.Error):  # one for all files that could not be copied
        for _, there, why in problem.args[0]:
            yield f"{there}: {_NUMBER_AND_FILE.sub('', str(why))}: {hint}"
    else:
        yield f"{problem.filename or folder}: {problem.strerror or problem}: {hint}"


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="publish", description=__doc__)
    options.add_argument("site", type=Path, nargs="?", default=Path("site"))
    options.add_argument("folder", type=Path, nargs="?", default=Path("release"))
    options.add_argument(
        "--keep",
        type=Path,
        metavar="BEFORE",
        help="the folder of the previous release, where it is not FOLDER itself: pages that are "
        "still open can use its scripts",
    )
    options.add_argument("--version", default=version(SETTINGS.read_text(encoding="utf-8")))
    return options


def version(settings: str) -> str:
    """Return the version that mkdocs.yml gives as `release`, or "0"."""
    found = re.search(r"""^  release: ["']?([\w.+-]+)["']?\s*$""", settings, re.MULTILINE)
    return found[1] if found else UNNAMED


if __name__ == "__main__":
    raise SystemExit(main())
