"""Walk through a built site with Orca, and write down what is heard.

`python -m tests.readers.walk SITE` serves the folder SITE, which `make release` writes into
`release/site`, and prints what is heard as Markdown. It starts a screen and a session of its own,
and needs Debian's packages PACKAGES, which it installs where it may, and a Chromium that has a
window. Nothing is played.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.readers.orca import SIZE, ReaderNotFoundError, reading
from tests.readers.steps import PARTS
from tests.support.server import serving
from tools.browser import find
from tools.get_browser import rights, run, say

PACKAGES = ("orca", "at-spi2-core", "xvfb", "xauth", "dbus", "openbox", "xdotool")
PROGRAMS = ("orca", "xvfb-run", "dbus-run-session", "openbox", "xdotool")
INSIDE = "THE_WALK_IS_INSIDE"


def missing() -> list[str]:
    """The programs that are not here."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def get() -> None:
    """Install what is missing. Raises ReaderNotFoundError where that cannot be done."""
    before = rights()
    if missing() and before is not None and shutil.which("apt-get"):
        run((*before, "apt-get", "--quiet", "update"), os.environ)
        install = ("apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES)
        run((*before, *install), {**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if lacking := missing():
        raise ReaderNotFoundError(
            f"the walk needs {', '.join(lacking)}: install them "
            f"(on Debian: `apt-get install {' '.join(PACKAGES)}`), and run this again"
        )


def outside(site: Path) -> int:
    """Run the walk in a session and on a screen of its own."""
    width, height = SIZE
    screen = ("xvfb-run", "--auto-servernum", f"--server-args=-screen 0 {width}x{height}x24")
    walk = (sys.executable, "-m", "tests.readers.walk", str(site))
    command = ("dbus-run-session", "--", *screen, *walk)
    return subprocess.run(command, env={**os.environ, INSIDE: "yes"}, check=False).returncode


def inside(site: Path) -> None:
    """Walk, and print what is heard."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(site) as address,
        reading(Path(folder), str(find()), address) as reader,
    ):
        reader.heard()
        for title, part in PARTS.items():
            _write(f"## {title}\n\n| what is done | what is heard |\n| --- | --- |\n")
            for done, heard in part(reader, address):
                said = " ".join(heard).replace("|", "\\|") or "(nothing)"
                _write(f"| {done} | {said} |\n")
            _write("\n")


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Walk, and return 0; or say what is wrong, and return 1."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "index.html").is_file():
        say("name the folder of a built site: python -m tests.readers.walk release/site")
        return 1
    site = Path(arguments[0]).resolve()
    try:
        get()
        if INSIDE not in os.environ:
            return outside(site)
        inside(site)
    except ReaderNotFoundError as fault:
        say(f"Error: {fault}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
