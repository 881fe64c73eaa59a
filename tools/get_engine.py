"""Get Firefox or WebKit for the journeys, where this system has none that will do.

`python -m tools.get_engine firefox` (or `webkit`) asks the system's package manager, where this
user may use it without being asked for a password.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools import engines
from tools.browser import BrowserNotFoundError
from tools.get_browser import rights, run, say


@dataclass(frozen=True)
class Engine:
    """How an engine is found, and what Debian calls all that it takes."""

    find: Callable[[], Path]
    packages: tuple[str, ...]


ENGINES = {
    "firefox": Engine(engines.firefox, ("firefox-esr", "fonts-liberation")),
    "webkit": Engine(
        engines.webkit,
        (
            *("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi"),
            *("xvfb", "fonts-liberation"),
        ),
    ),
}


def from_system(packages: tuple[str, ...], environ: Mapping[str, str]) -> bool:
    """Install Debian's packages, or newer ones; True where apt says it did."""
    before = rights()
    if before is None or shutil.which("apt-get") is None:
        return False
    run((*before, "apt-get", "--quiet", "update"), environ)
    install = ("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *packages)
    return run((*before, "env", "DEBIAN_FRONTEND=noninteractive", *install), environ)


def get(name: str, environ: Mapping[str, str] = os.environ) -> Path:
    """The engine's program, installed now where there was none that will do.

    Raises BrowserNotFoundError where none could be installed.
    """
    engine = ENGINES[name]
    try:
        return engine.find()
    except BrowserNotFoundError as error:
        say(f"For the journeys in {name}, {error}: installing what is missing.")
    from_system(engine.packages, environ)
    try:
        return engine.find()
    except BrowserNotFoundError as error:
        raise BrowserNotFoundError(
            f"{error}, and it could not be installed from here: install it "
            f"(on Debian: `apt-get install {' '.join(engine.packages)}`), and run this again"
        ) from None


def main(arguments: list[str]) -> int:
    """Get what is missing and return 0, or say what is wrong and return 1."""
    if len(arguments) != 1 or arguments[0] not in ENGINES:
        say(f"Error: say which of {', '.join(ENGINES)}")
        return 1
    try:
        get(arguments[0])
    except BrowserNotFoundError as error:
        say(f"Error: {error}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
