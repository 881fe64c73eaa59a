"""WebKit, driven by its WebDriver, in a window on a screen that nobody sees."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.options import Options

from tests.support.engines.tab import LOOKS_PER_SECOND, SECONDS_TO_WAIT, Running, Setup, Tab
from tests.support.hosts import free_ports

WINDOW = Path(__file__).with_name("webkit_window.py")
# WebKitGTK is built without web manifests, passes over what a policy says of them, and says so.
UNKNOWN_TO_IT = "Unrecognized Content-Security-Policy directive 'manifest-src'."
# Its driver tells a page that a file was chosen before the file is there.
TOLD = """const [field] = arguments;
if (field.files.length) field.dispatchEvent(new Event("change", { bubbles: true }));"""
# Calls the script with its value, waits for what comes of it, and tells a fault as one.
CALLED = """const [value, done] = arguments;
Promise.resolve().then(() => (%s)(value)).then(
    (given) => done({ given }),
    (fault) => done({ fault: String(fault) }),
);"""

# Waits until the element keeps its place for a tenth of a second, as a page may still be filled.
STILL = """const [element, done] = arguments;
let at = NaN;
const look = () => {
    const top = element.getBoundingClientRect().top;
    if (top === at) return done();
    at = top;
    setTimeout(look, 100);
};
look();"""


class WebKitTab(Tab):
    """A window of the driver's."""

    not_yet = (WebDriverException,)

    def __init__(self, driver: webdriver.Remote, handle: str) -> None:
        self._all = driver
        self._handle = handle

    @property
    def _driver(self) -> webdriver.Remote:
        """The driver, turned to this window."""
        self._all.switch_to.window(self._handle)
        return self._all

    def go(self, address: str) -> None:
        """As Tab says."""
        self._driver.get(address)

    def run(self, script: str, value: Any = None) -> Any:
        """As Tab says."""
        answer = self._driver.execute_async_script(CALLED % script, value)
        if "fault" in answer:
            raise WebDriverException(answer["fault"])
        return answer.get("given")

    def click(self, element: str) -> None:
        """As Tab says."""
        one = self._seen(element)
        self._driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", one)
        self._driver.execute_async_script(STILL, one)
        one.click()

    def keys(self, text: str) -> None:
        """As Tab says."""
        webdriver.ActionChains(self._driver, duration=0).send_keys(text).perform()

    def press(self, key: str) -> None:
        """As Tab says."""
        self.keys(getattr(Keys, key.upper()))

    def back(self) -> None:
        """As Tab says."""
        self._driver.back()

    def reload(self) -> None:
        """As Tab says."""
        self._driver.refresh()

    def resize(self, width: int, height: int) -> None:
        """As Tab says."""
        self._driver.set_window_size(width, height)
        self.until("([width]) => innerWidth === width", [width])

    def choose_file(self, element: str, file: Path) -> None:
        """As Tab says."""
        field = self._found(element)[0]
        field.send_keys(str(file))
        self._driver.execute_script(TOLD, field)

    def pdf(self, file: Path) -> None:
        """As Tab says; but WebKit's driver prints nothing."""
        raise NotImplementedError

    def close(self) -> None:
        """As Tab says."""
        self._driver.close()

    def _found(self, element: str) -> list[WebElement]:
        way = By.XPATH if element.startswith("//") else By.CSS_SELECTOR
        return self._driver.find_elements(way, element)

    def _seen(self, element: str) -> WebElement:
        end = time.monotonic() + SECONDS_TO_WAIT
        while time.monotonic() < end:
            for one in self._found(element):
                if one.is_displayed():
                    return one
            time.sleep(1 / LOOKS_PER_SECOND)
        raise AssertionError(f"{element} is not to be seen")


class WebKit(Running):
    """A browser that the driver has started, in a session of processes of its own."""

    def __init__(self, driver: Path, screen: str, setup: Setup) -> None:
        self.setup = setup
        self._console = setup.folder / "console.txt"
        (port,) = free_ports(1)
        self._process = subprocess.Popen(
            [driver, f"--port={port}"],
            env={**os.environ, "DISPLAY": screen, **self._told()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._unused = True
        options = Options()
        options.binary_location = str(WINDOW)
        try:
            _wait(port)
            address = ClientConfig(remote_server_addr=f"http://127.0.0.1:{port}")
            self._driver = webdriver.Remote(
                RemoteConnection(client_config=address), options=options
            )
        except BaseException:
            self.kill()
            raise
        self._driver.set_script_timeout(SECONDS_TO_WAIT)
        self._driver.file_detector = UselessFileDetector()

    def tab(self) -> Tab:
        """As Running says."""
        if not self._unused:
            self._driver.switch_to.new_window("window")
        self._unused = False
        return WebKitTab(self._driver, self._driver.current_window_handle)

    def complaints(self) -> list[str]:
        """As Running says."""
        said = self._console.read_text(encoding="utf-8", errors="replace").splitlines()
        errors = [line for line in said if line.startswith("CONSOLE") and " ERROR " in line]
        return [line for line in dict.fromkeys(errors) if not line.endswith(UNKNOWN_TO_IT)]

    def kill(self) -> None:
        """As Running says."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _told(self) -> dict[str, str]:
        told = {
            "WK_PROFILE": self.setup.profile,
            "WK_DOWNLOADS": self.setup.downloads,
            "WK_CONSOLE": self._console,
            "WK_QUOTA": self.setup.quota or "",
            "WK_COOKIES_BLOCKED": self.setup.cookies_blocked or "",
        }
        return {name: str(value) for name, value in told.items()}

    def end(self) -> None:
        """Close the browser as far as it is there, and whatever it has left."""
        if self._process.poll() is None:
            with suppress(WebDriverException, OSError):
                self._driver.quit()
        self.kill()


def _wait(port: int) -> None:
    end = time.monotonic() + SECONDS_TO_WAIT
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


@contextmanager
def webkit(driver: Path, screen: str, setup: Setup) -> Iterator[Running]:
    """WebKit on the profile for as long as the block runs."""
    running = WebKit(driver, screen, setup)
    try:
        yield running
    finally:
        running.end()


@contextmanager
def unseen_screen() -> Iterator[str]:
    """The name of a screen of its own, for as long as the block runs."""
    ours, its = os.pipe()
    command = ["Xvfb", "-displayfd", str(its), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[its], stderr=subprocess.DEVNULL)
    os.close(its)
    try:
        with os.fdopen(ours, encoding="ascii") as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait()
