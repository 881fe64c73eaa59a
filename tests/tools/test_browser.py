"""A browser is found where it may be, and a wrong choice is told."""

from pathlib import Path

import pytest

from tools import browser
from tools.browser import BrowserNotFoundError, find, launch_args, quickest, starts


def program(path: Path, status: int = 0) -> Path:
    """A program at `path` that does nothing but end with `status`."""
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is all of PATH, on a system without any browser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "playwrights_own", lambda: None)
    monkeypatch.setattr(browser, "MAC_APPS", ())
    monkeypatch.setattr(browser, "WINDOWS_APPS", ())
    return tmp_path


def test_the_browser_that_chromium_names_comes_first(nothing_installed: Path) -> None:
    program(nothing_installed / "chromium")
    mine = program(nothing_installed / "my-browser")
    assert find({"CHROMIUM": str(mine)}) == mine
    assert find({"CHROMIUM": "my-browser"}) == mine


@pytest.mark.parametrize("name", ["nowhere/chromium", "broken", "."])
def test_a_wrong_chromium_is_told_and_no_other_browser_taken(
    nothing_installed: Path, name: str
) -> None:
    program(nothing_installed / "chromium")
    program(nothing_installed / "broken", status=1)
    with pytest.raises(BrowserNotFoundError, match=f"CHROMIUM is set to {name}, but no browser"):
        find({"CHROMIUM": name})


def test_playwrights_own_browser_comes_before_an_installed_one(
    nothing_installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(nothing_installed / "chromium")
    own = program(nothing_installed / "own")
    monkeypatch.setattr(browser, "playwrights_own", lambda: own)
    assert find({}) == own


def test_a_browser_that_does_not_start_is_passed_over(nothing_installed: Path) -> None:
    program(nothing_installed / "chromium-browser", status=1)
    chrome = program(nothing_installed / "google-chrome")
    assert find({}) == chrome


def test_without_any_browser_the_message_says_what_to_do(nothing_installed: Path) -> None:
    assert not any(nothing_installed.iterdir())
    with pytest.raises(BrowserNotFoundError, match=r"`make test`.*set CHROMIUM"):
        find({})


def saying(path: Path, words: str) -> Path:
    """A program at `path` that says `words` when it is started."""
    program(path).write_text(f"#!/bin/sh\necho '{words}'\n")
    return path


@pytest.mark.parametrize(
    ("shell", "name", "quick"),
    [("150.0.1", "chromium", True), ("149.9", "chromium", False), ("150.0.1", "msedge", False)],
)
def test_the_headless_shell_stands_in_for_a_chromium_of_its_own_release(
    nothing_installed: Path, shell: str, name: str, quick: bool
) -> None:
    stand_in = saying(nothing_installed / "chromium-headless-shell", f"Chromium {shell}")
    mine = saying(nothing_installed / name, "Chromium 150.0.1")
    assert quickest(mine) == (stand_in if quick else mine)


def test_without_a_headless_shell_the_browser_itself_is_driven(nothing_installed: Path) -> None:
    mine = program(nothing_installed / "chromium")
    assert quickest(mine) == mine


def test_the_browser_of_this_run_starts(browser_path: Path) -> None:
    assert starts(browser_path)


def test_the_browser_is_told_not_to_call_home() -> None:
    assert "--disable-background-networking" in launch_args()
