"""Firefox and WebKit are fetched only where there are none that will do."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tools import engines, get_engine
from tools.browser import BrowserNotFoundError
from tools.get_engine import ENGINES, get, main


def program(folder: Path, name: str, says: str) -> Path:
    """A program of this name that says its version."""
    made = folder / name
    made.write_text(f"#!/bin/sh\necho {says}\n", encoding="utf-8")
    made.chmod(0o755)
    return made


def machine(monkeypatch: pytest.MonkeyPatch, gives_one: bool, there: bool = False) -> list[str]:
    """Let `get` work on a machine where the package manager brings an engine, or does not; gives
    what is asked of it."""
    asked: list[str] = []

    def find() -> Path:
        if there or (asked and gives_one):
            return Path("/an/engine")
        raise BrowserNotFoundError("there is none")

    def install(packages: tuple[str, ...], _: Mapping[str, str]) -> bool:
        asked.extend(packages)
        return gives_one

    found = {name: replace(one, find=find) for name, one in ENGINES.items()}
    monkeypatch.setattr(get_engine, "ENGINES", found)
    monkeypatch.setattr(get_engine, "from_system", install)
    return asked


def test_nothing_is_installed_where_the_engine_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = machine(monkeypatch, gives_one=False, there=True)
    assert get("firefox", {}) == Path("/an/engine")
    assert asked == []


@pytest.mark.parametrize(
    ("name", "wanted"), [("firefox", "firefox-esr"), ("webkit", "webkit2gtk-driver")]
)
def test_what_an_engine_takes_is_installed_where_it_is_not_here(
    monkeypatch: pytest.MonkeyPatch, name: str, wanted: str
) -> None:
    asked = machine(monkeypatch, gives_one=True)
    assert get(name, {}) == Path("/an/engine")
    assert wanted in asked


def test_where_it_cannot_be_installed_the_message_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, gives_one=False)
    assert main(["webkit"]) == 1
    assert "apt-get install webkit2gtk-driver" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["netscape"], ["firefox", "webkit"]])
def test_an_engine_that_is_not_known_is_told(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert "firefox, webkit" in capsys.readouterr().err


def test_a_firefox_that_is_too_old_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "firefox-esr", "Mozilla Firefox 140.12.0esr")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BrowserNotFoundError, match=r"firefox-esr is 140\.12\.0"):
        engines.firefox({})
    newer = program(tmp_path, "firefox", "Mozilla Firefox 153.8.0")
    assert engines.firefox({}) == newer


def test_a_firefox_that_is_named_is_taken_or_told(tmp_path: Path) -> None:
    named = program(tmp_path, "mine", "Mozilla Firefox 160.0")
    assert engines.firefox({"FIREFOX": str(named)}) == named
    with pytest.raises(BrowserNotFoundError, match="FIREFOX is set to"):
        engines.firefox({"FIREFOX": str(tmp_path / "nowhere")})


@pytest.mark.parametrize("missing", ["WebKitWebDriver", "Xvfb"])
def test_what_webkit_lacks_is_told(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in {"WebKitWebDriver", "Xvfb"} - {missing}:
        program(tmp_path, name, "1")
    monkeypatch.setenv("PATH", str(tmp_path))
    has_gi: Callable[[], bool] = lambda: True  # noqa: E731
    monkeypatch.setattr(engines, "_has_gi", has_gi)
    with pytest.raises(BrowserNotFoundError, match=f"^there is no {missing}$"):
        engines.webkit()
