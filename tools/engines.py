"""Find the Firefox and the WebKit that the journeys are driven in besides Chromium.

This module never installs anything: `tools/get_engine.py` does.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tools.browser import SECONDS_TO_ANSWER, BrowserNotFoundError, version

FIREFOX_COMMANDS = ("firefox-esr", "firefox")
OLDEST_FIREFOX = 153  # older ones lack commands of WebDriver BiDi that Playwright sends
WEBKIT_DRIVER = "WebKitWebDriver"
SYSTEM_PYTHON = "/usr/bin/python3"  # it alone sees what a system installs for `gi`
ASK_GI = 'import gi; gi.require_version("Gtk", "3.0"); gi.require_version("WebKit2", "4.1")'


def firefox(environ: Mapping[str, str] = os.environ) -> Path:
    """The Firefox to test with: the one that FIREFOX names, or one that is installed.

    Raises BrowserNotFoundError where there is none, or none that is new enough.
    """
    named = environ.get("FIREFOX", "")
    found = [path for name in ((named,) if named else FIREFOX_COMMANDS) if (path := _which(name))]
    for program in found:
        if int((version(program) or "0").partition(".")[0]) >= OLDEST_FIREFOX:
            return program
    if named:
        raise BrowserNotFoundError(
            f"FIREFOX is set to {named}, and no Firefox {OLDEST_FIREFOX} or newer starts there: "
            "set it to the program of one, or unset it"
        )
    old = ", ".join(f"{path} is {version(path)}" for path in found)
    raise BrowserNotFoundError(
        f"there is no Firefox {OLDEST_FIREFOX} or newer{f' ({old})' if old else ''}"
    )


def webkit() -> Path:
    """The driver of WebKit, where all is here that it needs.

    Raises BrowserNotFoundError where something is missing.
    """
    driver = shutil.which(WEBKIT_DRIVER)
    lacking = [
        *([] if driver else [WEBKIT_DRIVER]),
        *([] if shutil.which("Xvfb") else ["Xvfb"]),
        *([] if _has_gi() else ["WebKit2 4.1 for Python (gi)"]),
    ]
    if driver is None or lacking:
        raise BrowserNotFoundError(f"there is no {', no '.join(lacking)}")
    return Path(driver)


def _which(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def _has_gi() -> bool:
    try:
        asked = subprocess.run(
            [SYSTEM_PYTHON, "-c", ASK_GI],
            capture_output=True,
            timeout=SECONDS_TO_ANSWER,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
