"""A browser is fetched only where there is none, by one way after the other."""

import sys
from pathlib import Path

import pytest

from tools import get_browser
from tools.browser import BrowserNotFoundError
from tools.get_browser import get, main, run


class Machine:
    """A machine that has a browser once the way named `gives_one` was tried."""

    def __init__(self, gives_one: str) -> None:
        self.gives_one = gives_one
        self.tried: list[str] = []

    def find(self, _: object = None) -> Path:
        if self.gives_one in ("at once", *self.tried):
            return Path("/a/browser")
        raise BrowserNotFoundError("none")

    def from_playwright(self, _: object) -> bool:
        self.tried.append("playwright")
        return self.gives_one == "playwright"

    def from_system(self, _: object) -> bool:
        self.tried.append("system")
        return self.gives_one == "system"


def machine(monkeypatch: pytest.MonkeyPatch, gives_one: str) -> Machine:
    """Let `get` work on a machine of this kind."""
    one = Machine(gives_one)
    for name in ("find", "from_playwright", "from_system"):
        monkeypatch.setattr(get_browser, name, getattr(one, name))
    return one


@pytest.mark.parametrize(
    ("gives_one", "tried"),
    [
        ("at once", []),
        ("playwright", ["playwright"]),
        ("system", ["playwright", "system"]),
    ],
)
def test_nothing_more_is_installed_than_it_takes(
    monkeypatch: pytest.MonkeyPatch, gives_one: str, tried: list[str]
) -> None:
    one = machine(monkeypatch, gives_one)
    assert get({}) == Path("/a/browser")
    assert one.tried == tried


def test_where_no_way_brings_a_browser_the_message_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, "nothing")
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert main() == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "set CHROMIUM" in printed.err


def test_a_wrong_chromium_is_told_and_nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    one = machine(monkeypatch, "nothing")
    with pytest.raises(BrowserNotFoundError):
        get({"CHROMIUM": "nowhere"})
    assert one.tried == []


def test_an_installer_that_hangs_is_ended(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(get_browser, "SECONDS_TO_INSTALL", 0.2)
    hanging = (sys.executable, "-c", "import threading; threading.Event().wait()")
    assert not run(hanging, {})
    assert "ended" in capfd.readouterr().err
