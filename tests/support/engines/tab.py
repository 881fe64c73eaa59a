"""What a journey does in a tab and with a browser, whichever engine it is."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS_TO_WAIT = 30
LOOKS_PER_SECOND = 20


@dataclass(frozen=True)
class Setup:
    """What a browser is started with: the folder of its profile, and what it is short of."""

    folder: Path
    cookies_blocked: bool = False
    quota: int | None = None  # bytes that a site may keep

    @property
    def profile(self) -> Path:
        """What outlives the browser."""
        return self._made("profile")

    @property
    def downloads(self) -> Path:
        """Where the browser puts files."""
        return self._made("downloads")

    def _made(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder


class Tab(ABC):
    """A tab. Elements are named by a CSS selector or, from `//` on, by an XPath; the first that
    can be seen is meant. A script is a function, which the page calls with `value`."""

    not_yet: tuple[type[Exception], ...] = ()  # what is raised while a page is going

    @abstractmethod
    def go(self, address: str) -> None:
        """Open the address, and wait until it is loaded."""

    @abstractmethod
    def run(self, script: str, value: Any = None) -> Any:
        """What the script gives; where that is a promise, what comes of it."""

    @abstractmethod
    def click(self, element: str) -> None:
        """Click, as with a mouse."""

    @abstractmethod
    def keys(self, text: str) -> None:
        """Type, key by key, into what has the focus."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key by its name: `Enter`, `Tab`, `End`."""

    @abstractmethod
    def back(self) -> None:
        """Go back, as with the browser's button."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again, as with the browser's button."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make the page's part of the window so large, in CSS pixels."""

    @abstractmethod
    def choose_file(self, element: str, file: Path) -> None:
        """Choose the file in a file field, which may be hidden."""

    @abstractmethod
    def pdf(self, file: Path) -> None:
        """Write what the page prints on A4 to the file."""

    @abstractmethod
    def close(self) -> None:
        """Close the tab."""

    def until(self, script: str, value: Any = None, seconds: float = SECONDS_TO_WAIT) -> Any:
        """What the script gives, once it is true of the page or of one that comes after it."""
        end = time.monotonic() + seconds
        given: Any = None
        while time.monotonic() < end:
            try:
                if given := self.run(script, value):
                    return given
            except self.not_yet as error:
                given = error
            time.sleep(1 / LOOKS_PER_SECOND)
        raise AssertionError(f"not so after {seconds} s: {script} {value!r} (last: {given!r})")


class Running(ABC):
    """A started browser, on a profile."""

    setup: Setup

    @abstractmethod
    def tab(self) -> Tab:
        """A new tab; the first one is that which the browser starts with."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """The errors in the console so far, a breach of the policy among them."""

    @abstractmethod
    def kill(self) -> None:
        """Kill every process of the browser at once."""

    def rest(self) -> None:
        """Wait a moment, in which the browser goes on."""
        time.sleep(1 / LOOKS_PER_SECOND)

    def downloaded(self, act: Callable[[], None]) -> Path:
        """The file that the browser puts into its folder after `act`."""
        before = set(self.setup.downloads.iterdir())
        act()
        end = time.monotonic() + SECONDS_TO_WAIT
        while time.monotonic() < end:
            files = [file for file in self.setup.downloads.iterdir() if file not in before]
            if len(files) == 1 and files[0].suffix != ".part" and files[0].stat().st_size:
                return files[0]
            self.rest()
        raise AssertionError("no file was downloaded")
