"""Orca on a screen of its own, with a Chromium that it listens to.

Keys come through the X server, as from a keyboard, so that the browser and Orca both get them.
"""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

# What is said of a key that is pressed has a space before the brace.
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*)'\{'established")
SILENT = Path(__file__).parent / "silent"
ACCESSIBILITY_BUS = "/usr/libexec/at-spi-bus-launcher"
SIZE = (1280, 900)
SECONDS_TO_START = 60
SECONDS_OF_QUIET = 1.5
SECONDS_AT_MOST = 12


class ReaderNotFoundError(Exception):
    """Orca did not start; the message is what it wrote."""


class Reader:
    """A browser's page, and the screen reader that reads it."""

    def __init__(self, page: Page, log: Path) -> None:
        self.page = page
        self._log = log
        self._read = 0

    def open(self, address: str) -> list[str]:
        """Go to a page; what is heard."""
        self.page.goto(address)
        self.page.bring_to_front()
        return self.heard()

    def go_to(self, selector: str) -> None:
        """Give an element the focus, and come to it once more with the Tab key.

        Without the key Orca may go on reading the page, and take letters for its commands.
        """
        self.page.locator(selector).first.focus()
        self.press("shift+Tab")
        _xdotool("key", "--clearmodifiers", "Tab")

    def press(self, *keys: str) -> list[str]:
        """Press keys, one after another; what is heard."""
        said = []
        for key in keys:
            _xdotool("key", "--clearmodifiers", key)
            said += self.heard()
        return said

    def type(self, words: str) -> list[str]:
        """Type words as a person does; what is heard, without the keys' own echo."""
        _xdotool("type", "--delay", "120", words)
        return [one for one in self.heard(quiet=3) if len(one) > 1 and one not in words.split()]

    def heard(self, quiet: float = SECONDS_OF_QUIET) -> list[str]:
        """What has been said since one last asked, once it has been quiet for a while."""
        start = last = time.monotonic()
        size = self._log.stat().st_size
        while time.monotonic() - last < quiet and time.monotonic() - start < SECONDS_AT_MOST:
            self.page.wait_for_timeout(100)
            if self._log.stat().st_size != size:
                size, last = self._log.stat().st_size, time.monotonic()
        text = self._log.read_text(encoding="utf-8", errors="replace")
        new, self._read = text[self._read :], len(text)
        return [" ".join(one.split()) for one in SPOKEN.findall(new) if one.strip()]


@contextmanager
def reading(folder: Path, browser: str, address: str) -> Iterator[Reader]:
    """Start Orca and the browser on the screen of this session, with all they keep in `folder`.

    Raises ReaderNotFoundError where Orca does not say that it is there.
    """
    log = folder / "orca.log"
    environ = _environ(folder)
    os.environ.update(environ)  # The browser is started by Playwright, which takes it from here.
    with ExitStack() as stack:
        for command in (
            ("openbox",),
            (ACCESSIBILITY_BUS, "--launch-immediately"),
            ("orca", "--disable", "braille", "--debug", f"--debug-file={log}"),
        ):
            stack.enter_context(_running(command, environ, folder))
        _wait_for(log, "Screen reader on", folder)
        playwright = stack.enter_context(sync_playwright())
        context = playwright.chromium.launch_persistent_context(
            folder / "browser",
            executable_path=browser,
            headless=False,
            no_viewport=True,
            args=["--no-sandbox", "--force-renderer-accessibility", "--kiosk", f"--app={address}"],
        )
        stack.callback(context.close)
        page = context.pages[0]
        page.wait_for_function(f"innerWidth === {SIZE[0]}")  # it opens smaller
        yield Reader(page, log)


def _environ(folder: Path) -> Mapping[str, str]:
    folders = {name: folder / name.lower() for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    folders["XDG_RUNTIME_DIR"] = folder / "run"
    for path in folders.values():
        path.mkdir(mode=0o700, exist_ok=True)
    of_orca = {"PYTHONPATH": str(SILENT), "ACCESSIBILITY_ENABLED": "1", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **of_orca, **{name: str(path) for name, path in folders.items()}}


@contextmanager
def _running(command: tuple[str, ...], environ: Mapping[str, str], folder: Path) -> Iterator[None]:
    name = Path(command[0]).name
    with (folder / f"{name}.txt").open("w") as said:
        process = subprocess.Popen(command, env=environ, stdout=said, stderr=said)
        try:
            yield
        finally:
            process.kill()
            process.wait()


def _wait_for(log: Path, words: str, folder: Path) -> None:
    for _ in range(SECONDS_TO_START * 10):
        if log.exists() and words in log.read_text(encoding="utf-8", errors="replace"):
            return
        time.sleep(0.1)
    raise ReaderNotFoundError((folder / "orca.txt").read_text(encoding="utf-8") or "no word of it")


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True)
