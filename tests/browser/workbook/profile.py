"""A browser of one's own, on a profile of one's own, that can be killed and started again."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Playwright

from tools.browser import launch_args

SECONDS_TO_START = 60


@dataclass(frozen=True)
class Running:
    """A started browser: its page, and the way to kill it."""

    page: Page
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """Kill every process of the browser at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        """Close the browser as a person does, and wait until it has gone."""
        session = self.page.context.browser.new_browser_cdp_session()  # type: ignore[union-attr]
        with suppress(Error):  # it may be gone before it has answered
            session.send("Browser.close")
        self.process.wait(SECONDS_TO_START)


def port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """The port on which the browser listens, which it writes into its profile."""
    written = profile / "DevToolsActivePort"
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        with suppress(FileNotFoundError, ValueError):
            return int(written.read_text(encoding="utf-8").split("\n")[0])
        time.sleep(0.02)
    raise TimeoutError(f"the browser did not start on {profile}")


@contextmanager
def launched(program: Path, profile: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Begin to start the browser, in a process group that is gone when the block ends."""
    (profile / "DevToolsActivePort").unlink(missing_ok=True)
    process = subprocess.Popen(
        [
            program,
            *launch_args(),
            "--headless=new",
            f"--user-data-dir={profile}",
            "--remote-debugging-port=0",
            "about:blank",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def connected(playwright: Playwright, process: subprocess.Popen[bytes], profile: Path) -> Running:
    """The browser that `process` starts on `profile`, once it has."""
    address = f"http://127.0.0.1:{port(profile, process)}"
    browser: Browser = playwright.chromium.connect_over_cdp(address)
    return Running(browser.contexts[0].pages[0], process)


@contextmanager
def started(playwright: Playwright, program: Path, profile: Path) -> Iterator[Running]:
    """Start the browser on `profile`; it is gone when the block ends."""
    with launched(program, profile) as process:
        yield connected(playwright, process, profile)
