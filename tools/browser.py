"""Find the Chromium that the browser tests drive.

In this order: the path in CHROMIUM, Playwright's own browser, then an installed Chromium, Chrome or
Edge. A browser counts only if it starts. Installs nothing; `tools/get_browser.py` does."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_APPS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
QUIET_ARGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)
SECONDS_TO_ANSWER = 60


# Chromium without windows: the same engine, in two thirds of the time.
HEADLESS_SHELL = "chromium-headless-shell"


class BrowserNotFoundError(Exception):
    """There is no browser to test with; the message says what to do."""


def launch_args() -> list[str]:
    """Return the command-line arguments to start a test browser with.

    They keep it from calling home. Root on Linux gets `--no-sandbox` too, as Chromium does not
    start there without it."""
    as_root = sys.platform == "linux" and os.geteuid() == 0
    return [*QUIET_ARGS, *(["--no-sandbox"] if as_root else [])]


def starts(program: Path) -> bool:
    """Whether `program` exists and prints its version.

    On Windows a browser would open a window instead, so there it only has to exist."""
    if not program.is_file() or not os.access(program, os.X_OK):
        return False
    if sys.platform == "win32":
        return True
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, timeout=SECONDS_TO_ANSWER, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def version(program: Path) -> str:
    """The number that `program` says its version is, empty where it says none."""
    answer = subprocess.run(
        [program, "--version"],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS_TO_ANSWER,
        check=False,
    )
    found = re.search(r"\d+(\.\d+)+", answer.stdout)
    return found[0] if found else ""


def quickest(browser: Path) -> Path:
    """Return the installed headless shell of the same release as `browser`, otherwise `browser`.

    It is used where pages are only opened and examined; a test that kills or closes a browser needs
    `browser` itself."""
    shell = shutil.which(HEADLESS_SHELL)
    if shell is None or not browser.name.startswith("chromium") or not starts(Path(shell)):
        return browser
    same = version(Path(shell)).split(".")[0] == version(browser).split(".")[0]
    return Path(shell) if same else browser


def chosen(environ: Mapping[str, str]) -> Path | None:
    """Return the browser that CHROMIUM names (a path or a command); None if it is not set.

    Raises BrowserNotFoundError if CHROMIUM names nothing that starts."""
    name = environ.get("CHROMIUM", "")
    if not name:
        return None
    path = Path(shutil.which(name) or name)
    if not starts(path):
        raise BrowserNotFoundError(
            f"CHROMIUM is set to {name}, but no browser starts there: "
            "set it to the program of a Chromium or Chrome, or unset it"
        )
    return path


def playwrights_own() -> Path | None:
    """Return where Playwright keeps the Chromium that it downloads, whether or not it exists.

    Asked in a process of its own, because a test run has already started Playwright."""
    try:
        answer = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", ASK_PLAYWRIGHT],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS_TO_ANSWER,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    path = answer.stdout.strip()
    return Path(path) if answer.returncode == 0 and path else None


def installed(environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield the places where this system may have a Chromium, Chrome or Edge, best first."""
    for command in COMMANDS:
        if found := shutil.which(command):
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / app for app in MAC_APPS)
    if sys.platform == "win32":
        for key in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if root := environ.get(key):
                yield from (Path(root) / app for app in WINDOWS_APPS)


def find(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the browser to test with.

    Raises BrowserNotFoundError if there is none."""
    if (named := chosen(environ)) is not None:
        return named
    own = playwrights_own()
    if own is not None and starts(own):
        return own
    for program in installed(environ):
        if starts(program):
            return program
    raise BrowserNotFoundError(
        "no Chromium, Chrome or Edge was found: run `make test`, which gets one, "
        "or install one and set CHROMIUM to its program"
    )
