"""Chromium and Firefox, as Playwright drives them; Firefox speaks WebDriver BiDi.

Over BiDi some things are missing: the event of a download (the folder tells), and `pdf` takes
inches for centimetres.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Playwright

from tests.support.engines.tab import LOOKS_PER_SECOND, SECONDS_TO_WAIT, Running, Setup, Tab
from tools.browser import launch_args

A4 = {"chromium": ("21cm", "29.7cm"), "firefox": ("21in", "29.7in")}
KILOBYTE = 1024


class DrivenTab(Tab):
    """A page of Playwright's."""

    not_yet = (Error,)

    def __init__(self, page: Page, engine: str, quota: int | None) -> None:
        self.page = page
        self._engine = engine
        self._quota = quota if engine == "chromium" else None  # Firefox has it in its settings

    def go(self, address: str) -> None:
        """As Tab says."""
        self.page.goto(address)
        if self._quota is not None:
            session = self.page.context.new_cdp_session(self.page)
            asked = {"origin": address, "quotaSize": self._quota}
            session.send("Storage.overrideQuotaForOrigin", asked)

    def run(self, script: str, value: Any = None) -> Any:
        """As Tab says."""
        return self.page.evaluate(script, value)

    def click(self, element: str) -> None:
        """As Tab says."""
        self.page.locator(element).locator("visible=true").first.click()

    def keys(self, text: str) -> None:
        """As Tab says."""
        for key in text:
            self.page.keyboard.press(key)

    def press(self, key: str) -> None:
        """As Tab says."""
        self.page.keyboard.press(key)

    def back(self) -> None:
        """As Tab says."""
        self.page.go_back()

    def reload(self) -> None:
        """As Tab says."""
        self.page.reload()

    def resize(self, width: int, height: int) -> None:
        """As Tab says."""
        self.page.set_viewport_size({"width": width, "height": height})

    def choose_file(self, element: str, file: Path) -> None:
        """As Tab says."""
        self.page.locator(element).first.set_input_files(file)

    def pdf(self, file: Path) -> None:
        """As Tab says."""
        width, height = A4[self._engine]
        self.page.pdf(path=file, width=width, height=height)

    def close(self) -> None:
        """As Tab says."""
        self.page.close()


class Driven(Running):
    """A browser that Playwright has started on a profile."""

    def __init__(self, context: BrowserContext, engine: str, setup: Setup) -> None:
        self.setup = setup
        self._context = context
        self._engine = engine
        self._complaints: list[str] = []
        self._unused = context.pages
        context.set_default_timeout(SECONDS_TO_WAIT * 1000)
        for page in self._unused:
            self._watch(page)
        context.on("page", self._watch)

    def tab(self) -> Tab:
        """As Running says."""
        page = self._unused.pop() if self._unused else self._context.new_page()
        return DrivenTab(page, self._engine, self.setup.quota)

    def complaints(self) -> list[str]:
        """As Running says."""
        return list(dict.fromkeys(self._complaints))

    def kill(self) -> None:
        """As Running says."""
        for process in processes(self.setup.profile):
            with suppress(ProcessLookupError):
                os.killpg(process, signal.SIGKILL)
        end = time.monotonic() + SECONDS_TO_WAIT
        while processes(self.setup.profile) and time.monotonic() < end:
            time.sleep(0.02)

    def rest(self) -> None:
        """As Running says: Playwright hears of a download while it is asked something."""
        self._context.pages[0].wait_for_timeout(1000 / LOOKS_PER_SECOND)

    def _watch(self, page: Page) -> None:
        page.on(
            "console", lambda said: self._note(said.text, page) if said.type == "error" else None
        )
        page.on("pageerror", lambda error: self._note(str(error), page))
        page.on("download", lambda one: one.save_as(self.setup.downloads / one.suggested_filename))

    def _note(self, said: str, page: Page) -> None:
        self._complaints.append(f"{said} ({page.url})")


def processes(profile: Path) -> list[int]:
    """The processes that lead a group and have this profile: the browser's own first one."""
    folder = os.fsencode(profile)
    named = {folder, b"--user-data-dir=" + folder}
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if named & set(words) and os.getpgid(int(process.name)) == int(process.name):
                found.append(int(process.name))
    return found


def preferences(setup: Setup) -> dict[str, str | float | bool]:
    """Firefox's own settings, for such a browser."""
    wanted: dict[str, str | float | bool] = {
        "browser.download.dir": str(setup.downloads),
        "browser.download.folderList": 2,
        "browser.download.always_ask_before_handling_new_types": False,
    }
    if setup.cookies_blocked:
        wanted["network.cookie.cookieBehavior"] = 2
    if setup.quota is not None:
        wanted["dom.quotaManager.temporaryStorage.fixedLimit"] = setup.quota // KILOBYTE
        wanted["dom.quotaManager.temporaryStorage.chunkSize"] = 64
    return wanted


@contextmanager
def firefox(playwright: Playwright, program: Path, setup: Setup) -> Iterator[Running]:
    """Firefox on the profile for as long as the block runs."""
    context = playwright.firefox.launch_persistent_context(
        setup.profile,
        channel="moz-firefox",
        executable_path=program,
        firefox_user_prefs=preferences(setup),
        downloads_path=setup.downloads,
    )
    yield from _driven(context, "firefox", setup)


@contextmanager
def chromium(playwright: Playwright, program: Path, setup: Setup) -> Iterator[Running]:
    """Chromium on the profile for as long as the block runs."""
    if setup.cookies_blocked:
        _block_cookies(setup.profile)
    context = playwright.chromium.launch_persistent_context(
        setup.profile, executable_path=program, args=launch_args()
    )
    yield from _driven(context, "chromium", setup)


def _block_cookies(profile: Path) -> None:
    """Chromium reads from its profile what its settings page writes there: 2 blocks."""
    folder = profile / "Default"
    folder.mkdir(exist_ok=True)
    kept = '{"profile": {"default_content_setting_values": {"cookies": 2}}}'
    (folder / "Preferences").write_text(kept, encoding="utf-8")


def _driven(context: BrowserContext, engine: str, setup: Setup) -> Iterator[Running]:
    running = Driven(context, engine, setup)
    try:
        yield running
    finally:
        with suppress(Error):  # it may have been killed
            context.close()
