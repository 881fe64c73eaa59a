"""Web servers are fetched only where there are none, without rights and without starting one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tools import get_servers, servers
from tools.get_servers import get, main, needed
from tools.servers import BROTLI, Program, ServerNotFoundError, missing, module, program


class Machine:
    """A machine that has all servers once the way named `gives_them` was tried."""

    def __init__(self, gives_them: str) -> None:
        self.gives_them = gives_them
        self.tried: list[str] = []

    def missing(self) -> list[str]:
        return [] if self.gives_them in ("at once", *self.tried) else ["nginx", "Apache"]

    def from_debian(self, _: Mapping[str, str]) -> bool:
        self.tried.append("debian")
        return self.gives_them == "debian"

    def from_system(self, _: Mapping[str, str]) -> bool:
        self.tried.append("system")
        return self.gives_them == "system"


def machine(monkeypatch: pytest.MonkeyPatch, gives_them: str) -> Machine:
    """Let `get` work on a machine of this kind."""
    one = Machine(gives_them)
    for name in ("missing", "from_debian", "from_system"):
        monkeypatch.setattr(get_servers, name, getattr(one, name))
    return one


@pytest.mark.parametrize(
    ("gives_them", "tried"),
    [("at once", []), ("debian", ["debian"]), ("system", ["debian", "system"])],
)
def test_nothing_more_is_got_than_it_takes(
    monkeypatch: pytest.MonkeyPatch, gives_them: str, tried: list[str]
) -> None:
    one = machine(monkeypatch, gives_them)
    get({})
    assert one.tried == tried
    assert main() == 0


def test_where_no_way_brings_them_the_message_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, "never")
    assert main() == 1
    said = capsys.readouterr().err
    assert "nginx, Apache" in said
    assert "apt-get install nginx" in said


def test_only_packages_that_would_be_installed_are_needed() -> None:
    said = "Reading...\nInst nginx (1.22 Debian [amd64])\nConf nginx (1.22)\nInst wrk [1] (2)\n"
    assert needed(said) == ["nginx", "wrk"]
    assert needed(None) == []


def test_all_that_hosting_is_tested_with_is_here() -> None:
    assert missing() == []
    assert "nginx version" in program("nginx").ask("-v")
    assert "Apache" in program("Apache").ask("-v")
    assert module(BROTLI).is_file()


def test_what_is_not_there_is_told_with_the_command_that_gets_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(servers, "roots", lambda: iter([tmp_path]))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerNotFoundError, match=r"no nginx: run `make test-release`"):
        program("nginx")
    with pytest.raises(ServerNotFoundError, match=r"get_servers"):
        module(BROTLI)
    assert missing() == ["nginx", "Apache", "wrk", "OpenSSL", *servers.MODULES]


def test_a_program_that_does_not_answer_says_nothing(tmp_path: Path) -> None:
    assert Program(tmp_path / "none", {}).ask("-v") == ""
