"""What differs from one generator to another, under one name."""

import importlib
import sys
from types import SimpleNamespace
from typing import Any

import click
import pytest
from mkdocs.exceptions import PluginError

import macros.generator
from macros.generator import BuildStopped, address, root


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
        assert importlib.reload(macros.generator).BuildStopped is click.ClickException
    finally:
        monkeypatch.undo()
        importlib.reload(macros.generator)
