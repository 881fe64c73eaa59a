"""What differs from one generator to another, under one name."""

import importlib
import os
import socket
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import click
import pytest
from mkdocs.exceptions import PluginError

import macros.build.generator
from macros.build.generator import BuildStopped, address, root
from tests.support.build import ROOT


def env(url: str, **more: Any) -> SimpleNamespace:
    return SimpleNamespace(page=SimpleNamespace(url=url, **more))


@pytest.mark.parametrize(
    ("url", "found"),
    [("./", ""), ("", ""), ("/", ""), ("quotes/", "quotes/"), ("/quotes/", "quotes/")],
)
def test_an_address_starts_from_the_site_s_root(url: str, found: str) -> None:
    assert address(env(url)) == found


def test_mkdocs_leaves_links_in_html_as_they_are() -> None:
    assert root(env("framework/values/")) == "../../"
    assert root(env("./")) == ""


def test_zensical_takes_links_in_html_as_those_from_the_page_s_file() -> None:
    assert root(env("framework/values/", path="framework/values.md")) == "../"
    assert root(env("framework/", path="framework/index.md")) == "../"
    assert root(env("quotes/", path="quotes.md")) == ""


def test_a_build_is_stopped_as_mkdocs_wants_it() -> None:
    assert BuildStopped is PluginError


def test_a_build_is_stopped_in_one_line_where_there_is_no_mkdocs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "mkdocs.exceptions", None)
    try:
        assert importlib.reload(macros.build.generator).BuildStopped is click.ClickException
    finally:
        monkeypatch.undo()
        importlib.reload(macros.build.generator)


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_a_taken_port_is_one_line_that_says_what_to_do(generator: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", generator, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=ROOT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (told,) = [line for line in done.stderr.splitlines() if f"127.0.0.1:{port} " in line]
    assert f"or add --dev-addr 127.0.0.1:{port + 1} (with make: ARGS=" in told


def test_a_port_that_no_system_has_is_one_line_that_says_what_to_do() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:99999"],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "or add --dev-addr 127.0.0.1:8001 (with make: ARGS=" in done.stderr
