"""Print the path of a browser for the tests, after getting one if there is none.

`python -m tools.get_browser` tries Playwright's installer first, then the system's package manager
if this user may use it without a password. Only the path goes to standard output; everything else
goes to standard error."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.browser import BrowserNotFoundError, find

SECONDS_TO_INSTALL = 600
PACKAGE_MANAGERS = {
    "apt-get": (
        "apt-get update",
        "env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "
        "chromium chromium-headless-shell chromium-sandbox fonts-liberation",
    ),
    "dnf": ("dnf install --assumeyes chromium",),
}


def say(text: str) -> None:
    """Write a line to standard error, unbuffered."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def run(command: tuple[str, ...], environ: Mapping[str, str]) -> bool:
    """Run `command` with its output on standard error; True if it succeeded in time.

    On a time-out the command and all processes that it started are killed."""
    say(f"$ {' '.join(command)}")
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        env=dict(environ),
        start_new_session=True,
    ) as process:
        try:
            return process.wait(SECONDS_TO_INSTALL) == 0
        except subprocess.TimeoutExpired:
            say(f"not done after {SECONDS_TO_INSTALL} seconds: ended")
            end(process)
            return False


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill `process`, and on POSIX its children with it."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def rights() -> tuple[str, ...] | None:
    """Return the prefix for a command that needs root: nothing, sudo, or None if neither works."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return ()
    sudo = ("sudo", "--non-interactive")
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    return sudo if allowed else None


def from_playwright(environ: Mapping[str, str]) -> bool:
    """Let Playwright download its own Chromium; True if it reports success."""
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "20000", **environ}
    return run((sys.executable, "-m", "playwright", "install", "chromium"), patience)


def from_system(environ: Mapping[str, str]) -> bool:
    """Install Chromium with the system's package manager; True if it reports success."""
    before = rights()
    manager = next((name for name in PACKAGE_MANAGERS if shutil.which(name)), None)
    if before is None or manager is None:
        return False
    steps = [run((*before, *step.split()), environ) for step in PACKAGE_MANAGERS[manager]]
    return steps[-1]


def get(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the browser to test with, after installing one if there was none.

    Raises BrowserNotFoundError if CHROMIUM names no browser, or none could be installed."""
    for way in (from_playwright, from_system):
        try:
            return find(environ)
        except BrowserNotFoundError:
            if environ.get("CHROMIUM"):
                raise
        say("No browser for the tests was found: installing one.")
        way(environ)
    try:
        return find(environ)
    except BrowserNotFoundError:
        raise BrowserNotFoundError(
            "the browser tests need Chromium, Chrome or Edge; none is installed, and none could be "
            "installed from here: install one (on Debian: `apt-get install chromium`), or set "
            "CHROMIUM to the program of one, and run this again"
        ) from None


def main() -> int:
    """Print the browser's path and return 0, or say what is wrong and return 1."""
    try:
        sys.stdout.buffer.write(os.fsencode(get()) + os.linesep.encode())  # the path's own bytes
        sys.stdout.flush()
    except BrowserNotFoundError as error:
        say(f"Error: {error}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
