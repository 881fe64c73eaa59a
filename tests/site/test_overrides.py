"""What the overrides rest on: Material's own partials, unchanged since they were replaced."""

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.support.server import BASE

ROOT = Path(__file__).resolve().parents[2]
PARTIALS = ROOT / "overrides/partials"
ORIGINALS = Path(str(files("material"))) / "templates/partials"

# The SHA-256 of each of Material's partials that overrides/partials/ replaces, as it was then.
REPLACED = {
    "footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
    "javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "logo.html": "e0925ef6c190174a5162ed1ecc55295016dd8a7beec3018db3e04aac283a2dd9",
    "nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "palette.html": "fb935107ae7d3d7475965019eec36c1ad72bf1d154254dab2474921fcd2710e3",
    "tabs.html": "d2c82916569e645a6b6dc5a36a2beddfaca5a66c8738c5b3e13b7d100ac2e8b7",
    "toc-item.html": "418f31ce2e6d559934f610084a5c8493f9618b96268909601552ac48aa0c15c2",
    "toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}


def replaced() -> list[str]:
    """The partials of Material's that the project replaces, by their path."""
    ours = sorted(str(path.relative_to(PARTIALS)) for path in PARTIALS.rglob("*.html"))
    return [name for name in ours if (ORIGINALS / name).exists()]


def pages(site: Path) -> list[Path]:
    """Every page of the built site."""
    return sorted(site.rglob("*.html"))


def configuration(page: Path) -> dict[str, Any]:
    """What the page tells Material's bundle."""
    html = page.read_text(encoding="utf-8")
    found = re.search(r'<script id="__config" type="application/json">(.*?)</script>', html, re.S)
    assert found, page
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_every_replaced_partial_is_watched() -> None:
    assert replaced() == sorted(REPLACED)


def test_a_partial_that_replaces_none_is_the_project_s_own() -> None:
    ours = {str(path.relative_to(PARTIALS)) for path in PARTIALS.rglob("*.html")}
    assert ours - set(REPLACED) == {
        "failure.html",
        "languages/en-GB.html",
        "quote-actions.html",
        "search-box.html",
        "sharing.html",
    }


@pytest.mark.parametrize("name", REPLACED)
def test_material_has_not_changed_a_partial_that_is_replaced(name: str) -> None:
    found = hashlib.sha256((ORIGINALS / name).read_bytes()).hexdigest()
    assert found == REPLACED[name], (
        f"Material has changed its partials/{name}. Compare its old and its new one, carry over "
        f"into overrides/partials/{name} what matters, then put {found} here."
    )


@pytest.mark.parametrize("name", REPLACED)
def test_a_replaced_partial_says_why_and_what_differs(name: str) -> None:
    comment = (PARTIALS / name).read_text(encoding="utf-8").split("-#}", 1)[0]
    assert comment.startswith("{#-")
    assert "Why: " in comment
    assert "What differs: " in comment


def test_no_page_has_a_script_or_a_style_in_it(site: Path) -> None:
    inline = re.compile(
        r'<script(?![^>]*\b(?:src=|type="application/json"))|<style|\sstyle=|\son[a-z]+='
        r'|(?:href|src)="(?:javascript|data):'
    )
    found = {
        str(page.relative_to(site)): inline.findall(page.read_text(encoding="utf-8"))
        for page in pages(site)
    }
    assert {name: parts for name, parts in found.items() if parts} == {}


def test_every_page_tells_material_all_it_asks_for(site: Path) -> None:
    for page in pages(site):
        told = configuration(page)
        assert {"base", "features", "search", "translations"} <= told.keys()
        assert "search.result.placeholder" in told["translations"]


def test_every_page_names_the_search_s_index(site: Path) -> None:
    named = re.compile(r'data-search-root="([^"]*)" data-search-index="([^"]*)"')
    for page in pages(site):
        found = named.search(page.read_text(encoding="utf-8"))
        assert found, page
        at = urljoin(BASE + page.relative_to(site).as_posix(), found[1])
        address = urljoin(f"{at.rstrip('/')}/", found[2])
        assert (site / urlsplit(address).path.removeprefix(BASE)).is_file(), page


def test_every_page_has_one_place_to_skip_to(site: Path) -> None:
    for page in pages(site):
        html = page.read_text(encoding="utf-8")
        assert html.count('href="#main-content"') == html.count('id="main-content"') == 1, page


@pytest.fixture(scope="module")
def named_with_signs() -> tuple[Environment, dict[str, Any]]:
    """The templates as MkDocs has them, and a page of a site whose names HTML would take apart."""
    loader = FileSystemLoader([ROOT / "overrides", ORIGINALS.parent])
    environment = Environment(loader=loader, autoescape=False)  # noqa: S701 - as MkDocs has it
    environment.filters["url"] = str
    page = SimpleNamespace(title="Care <and> share", url="care/", meta={}, toc=[], active=True)
    page.previous_page = page.next_page = page
    section = SimpleNamespace(title="Our <b>ways", children=[page], active=True)
    config = SimpleNamespace(site_name="Reflect </title> grow", extra={}, theme={})
    lang = SimpleNamespace(t=str)
    return environment, {
        "page": page,
        "nav": SimpleNamespace(items=[section, page]),
        "config": config,
        "features": ["navigation.footer"],
        "lang": lang,
    }


@pytest.mark.parametrize("name", ["nav", "tabs", "footer", "sharing"])
def test_a_title_is_shown_sign_by_sign(
    name: str, named_with_signs: tuple[Environment, dict[str, Any]]
) -> None:
    environment, given = named_with_signs
    html = environment.get_template(f"partials/{name}.html").render(given)
    assert "Care &lt;and&gt; share" in html
    assert re.findall(r"<and>|<b>|</title>", html) == []


@pytest.mark.parametrize("meta", [{}, {"title": "Care <and> share"}])
def test_the_title_of_a_page_is_shown_sign_by_sign(
    meta: dict[str, str], named_with_signs: tuple[Environment, dict[str, Any]]
) -> None:
    environment, given = named_with_signs
    page = SimpleNamespace(**vars(given["page"]) | {"meta": meta})
    template = environment.get_template("main.html")
    html = "".join(template.blocks["htmltitle"](template.new_context(given | {"page": page})))
    title = "Care &lt;and&gt; share - Reflect &lt;/title&gt; grow"
    assert " ".join(html.split()) == f"<title>{title}</title>"
