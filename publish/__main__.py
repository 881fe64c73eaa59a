"""`python -m publish SITE FOLDER`: a built site to what a host serves."""

import argparse
import sys
from pathlib import Path

from publish.release import NotASiteError, release


def main() -> int:
    """Publish as the command line says; 1 where that cannot be done, and why."""
    options = argparse.ArgumentParser(prog="publish", description=__doc__)
    options.add_argument("site", type=Path, nargs="?", default=Path("site"))
    options.add_argument("folder", type=Path, nargs="?", default=Path("release"))
    asked = options.parse_args()
    try:
        release(asked.site, asked.folder)
    except NotASiteError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write(f"{asked.folder}/ holds what a host serves.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
