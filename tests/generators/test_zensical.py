"""Zensical builds the same pages with the same words, records, links and files."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from macros.build.generated_files import FILES
from tests.support.server import BASE

HEAD = (
    "title",
    "meta[name=description]",
    "link[rel=canonical]",
    "link[rel=icon]",
    "link[rel=manifest]",
    'meta[property^="og:"]',
)


@lru_cache(maxsize=128)
def soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def pages(site: Path) -> set[str]:
    return {page.relative_to(site).as_posix() for page in site.rglob("*.html")}


def words(page: Path) -> str:
    """What the page says, without the space between the words."""
    article = soup(page).select_one("article")
    assert article, page
    return re.sub(r"\s+", "", article.get_text())


def address(page: str) -> str:
    return f"{BASE}{page.removesuffix('index.html')}"


def links(site: Path, page: str) -> Iterator[tuple[str, str]]:
    """Each link of the page within the site: where it leads, from the root, and its anchor."""
    for one in soup(site / page).select("[href], [src]"):
        goal = urlsplit(urljoin(address(page), str(one.get("href", one.get("src")))))
        if not goal.netloc and not goal.scheme:
            path = goal.path + "index.html" * goal.path.endswith("/")
            yield path.removeprefix(BASE), unquote(goal.fragment)


def test_every_page_is_there_and_no_other(site: Path, zensical: Path) -> None:
    assert pages(zensical) == pages(site)


def test_every_file_that_pages_ask_for_is_the_same(site: Path, zensical: Path) -> None:
    own = ["assets/images", "assets/js"]
    files = [path for name in own for path in (site / name).rglob("*") if path.is_file()]
    made = [site / name for name in FILES if (site / name).exists()]
    for path in [*files, *made]:
        name = path.relative_to(site)
        assert (zensical / name).read_bytes() == path.read_bytes(), name


def test_no_file_is_there_that_is_excluded(zensical: Path) -> None:
    assert [path.name for path in (zensical / "assets/css").iterdir()] == ["site.css"]


def test_every_record_stands_on_its_page(zensical: Path) -> None:
    data = json.loads((zensical / "data/report.json").read_text(encoding="utf-8"))
    assert len(data["addresses"]) > 200
    for record, place in data["addresses"].items():
        page, _, anchor = place.partition("#")
        found = soup(zensical / page / "index.html").find(id=anchor) if anchor else True
        assert found, (record, place)


def test_every_page_says_the_same(site: Path, zensical: Path) -> None:
    for page in sorted(pages(site)):
        assert words(zensical / page) == words(site / page), page


def test_the_about_page_has_the_edition_of_the_text(site: Path, zensical: Path) -> None:
    footer = soup(site / "index.html").select_one(".site-release")
    assert footer
    told = re.search(r"edition of the text (\w+)", footer.get_text())
    assert told
    assert f"edition{told[1]}ofthetext" in words(zensical / "about/index.html")


def test_no_macro_is_left_on_a_page(zensical: Path) -> None:
    for page in sorted(pages(zensical)):
        html = (zensical / page).read_text(encoding="utf-8")
        assert "{{" not in html, page
        assert "{%" not in html, page


@pytest.mark.parametrize("selector", HEAD)
def test_every_page_says_the_same_of_itself(site: Path, zensical: Path, selector: str) -> None:
    def told(folder: Path, page: str) -> list[str]:
        found = soup(folder / page).select(selector)
        at = address(page)
        return [
            urljoin(at, str(one["href"]))
            if one.get("href")
            else " ".join(str(one.get("content", one.get_text())).split())
            for one in found
        ]

    for page in sorted(pages(site)):
        assert told(zensical, page) == told(site, page), page


def test_every_link_leads_to_a_place_on_the_site(zensical: Path) -> None:
    for page in sorted(pages(zensical)):
        for goal, anchor in links(zensical, page):
            file = zensical / goal
            assert file.is_file(), (page, goal)
            assert not anchor or soup(file).find(id=anchor), (page, goal, anchor)


def test_every_page_says_where_it_stands_in_the_menu(site: Path, zensical: Path) -> None:
    def here(folder: Path, page: str) -> list[str]:
        found = soup(folder / page).select("nav [aria-current]")
        return [f"{one['aria-current']}: {one.get_text(strip=True)}" for one in found]

    for page in sorted(pages(site)):
        assert here(zensical, page) == here(site, page), page


def test_no_page_has_a_script_or_a_style_in_it(zensical: Path) -> None:
    inline = re.compile(
        r'<script(?![^>]*\b(?:src=|type="application/json"))|<style|\sstyle=|\son[a-z]+='
    )
    for page in sorted(pages(zensical)):
        assert not inline.findall((zensical / page).read_text(encoding="utf-8")), page
