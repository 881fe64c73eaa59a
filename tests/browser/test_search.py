"""The search box finds what people look for, in their own words and spelling."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from publish.release import Release
from tests.support.build import ROOT, build
from tests.support.released import assets
from tests.support.server import serving

QUERIES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("search_queries.yml").read_text(encoding="utf-8")
)
FIRST = 3
HITS = 0.9
MOST_GROWTH = 1.3


class SearchBox:
    """The search of an open page, as a person works it."""

    def __init__(self, page: Page) -> None:
        self.field = page.get_by_role("textbox", name="Search")
        self.header = page.get_by_role("banner")
        self.items = page.get_by_role("region", name="Search results").get_by_role("listitem")
        self.results = self.items.get_by_role("link")
        self.button = self.header.get_by_role("button", name=re.compile("as typed$"))
        self.field.click()
        expect(self.told("Type to start searching")).to_be_visible()

    def told(self, words: str | re.Pattern[str]) -> Locator:
        """What the search says of its results, aloud as well."""
        return self.header.get_by_role("status").filter(has_text=words)

    def find(self, query: str) -> None:
        """Type `query` into the empty field and wait for what is found."""
        self.field.fill("")
        expect(self.told("Type to start searching")).to_be_visible()
        self.field.fill(query)
        expect(self.told(re.compile(r"(No|\d+) results?"))).to_be_visible()

    def first_three(self) -> list[str]:
        """The records or pages that the first three results lead to."""
        addresses = [urlsplit(link.get_attribute("href") or "") for link in self.results.all()]
        return [one.fragment or one.path.rstrip("/").split("/")[-1] for one in addresses[:FIRST]]


@pytest.fixture
def box(page: Page) -> SearchBox:
    """The search box of the home page."""
    page.goto("")
    return SearchBox(page)


def test_the_queries_are_forty_or_more_of_four_kinds() -> None:
    assert set(QUERIES) == {"term", "question", "alias", "misspelling"}
    assert all(len(queries) >= 20 for queries in QUERIES.values())


@pytest.mark.parametrize("kind", QUERIES)
def test_nine_of_ten_queries_bring_their_section_among_the_first_three(
    box: SearchBox, kind: str
) -> None:
    missed = []
    for one in QUERIES[kind]:
        box.find(one["query"])
        found = box.first_three()
        if not set(found) & set(one["finds"]):
            missed.append(f"{one['query']}: {', '.join(found) or 'nothing'}")
    hits = len(QUERIES[kind]) - len(missed)
    told = f"{hits} of {len(QUERIES[kind])} {kind} queries hit; missed:\n" + "\n".join(missed)
    assert hits >= HITS * len(QUERIES[kind]), told


def test_a_result_is_one_link_to_a_section_and_names_its_page(page: Page, box: SearchBox) -> None:
    box.find("shadowing")
    first = box.results.first
    expect(first).to_contain_text("Leaders invest in learning for politicians")
    expect(first).to_contain_text("Leadership that secures buy-in")
    expect(box.told(f"{box.results.count()} results")).to_be_visible()
    first.click()
    expect(page).to_have_url(re.compile(r"/framework/buy-in/(\?.*)?#learning-for-politicians$"))


def test_a_corrected_query_is_announced_and_what_was_typed_can_be_searched_for(
    page: Page, box: SearchBox
) -> None:
    box.find("safegarding")
    expect(box.told("Showing results for safeguarding.")).to_be_visible()
    box.field.press("Tab")
    while not box.button.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    expect(box.button).to_have_text("Search for “safegarding” as typed")
    page.keyboard.press("Enter")
    expect(box.field).to_have_value('"safegarding"')
    expect(box.field).to_be_focused()
    expect(box.told("No results")).to_be_visible()
    expect(box.button).to_be_hidden()


def test_a_query_in_the_guides_own_words_is_not_corrected(box: SearchBox) -> None:
    box.find("safeguarding")
    expect(box.button).to_be_hidden()
    expect(box.told("Showing results for")).to_have_count(0)


def test_a_word_finds_sections_before_it_is_typed_to_its_end(box: SearchBox) -> None:
    box.find("storytel")
    assert "storytelling" in box.first_three()
    expect(box.button).to_be_hidden()


def test_a_typed_tag_is_shown_as_text(page: Page, box: SearchBox) -> None:
    box.find("safegarding <b id=sign>bold</b>")
    expect(page.locator("#sign")).to_have_count(0)


def test_nothing_of_the_search_is_loaded_before_somebody_searches(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("framework/values/")
    box = SearchBox(page)
    assert [one for one in asked if "search/ranking" in one or "guide.json" in one] == []
    box.find("shadowing")
    assert [one for one in asked if "guide.json" in one] != []


@pytest.mark.parametrize("query", ["foo^x", "a:b", "~", "values^", "+-"])
def test_signs_typed_by_chance_do_no_harm(box: SearchBox, query: str) -> None:
    box.find(query)
    box.find("shadowing")
    assert "learning-for-politicians" in box.first_three()


@pytest.mark.parametrize("missing", ["search/guide.json", "{assets}/js/search/query.js"])
@pytest.mark.page_fault("404")
@pytest.mark.page_fault("another address")
def test_without_its_own_files_search_is_materials(
    page: Page, released: Release, tmp_path: Path, missing: str
) -> None:
    copy = shutil.copytree(released.site, tmp_path / "site")
    (copy / missing.format(assets=assets(released))).unlink()
    with serving(copy) as address:
        page.goto(address)
        box = SearchBox(page)
        box.find("storytelling")
        expect(box.results.get_by_text("Leaders are skilled in storytelling").first).to_be_visible()
        page.close()


def test_the_search_adds_little_to_what_material_makes_of_the_same_pages(
    site: Path, tmp_path: Path
) -> None:
    stock = build(tmp_path / "site", stock_config(tmp_path))
    own = [site / "search/search_index.json", site / "search/guide.json"]
    most = MOST_GROWTH * (stock / "search/search_index.json").stat().st_size
    assert sum(path.stat().st_size for path in own) <= most


def stock_config(folder: Path) -> Path:
    """The settings that make the same pages with Material's theme and search as they come."""
    for name in ("content", "docs", "macros"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "nothing").mkdir()
    macros = {"module_name": "macros", "on_undefined": "strict", "on_error_fail": True}
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "theme": {"custom_dir": "nothing", "language": "en"},
        "extra": {"search_worker": None},
        "plugins": ["search", {"macros": macros}],
        "watch": [],
    }
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(settings), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("typed", "known", "off"),
    [
        ("politicans", "politicians", 1),
        ("vlaues", "values", 1),
        ("perspecives", "perspectives", 1),
        ("storeyteling", "storytelling", 2),
        ("dignity", "dignity", 0),
        ("harm", "support", 3),
    ],
)
def test_swapped_missing_and_doubled_letters_are_counted(
    page: Page, typed: str, known: str, off: int
) -> None:
    page.goto("")
    counted = page.evaluate(
        """async ([typed, known]) =>
            (await siteModule('search/spelling.js')).distance(typed, known, 2)""",
        [typed, known],
    )
    assert counted == off


def test_words_are_read_without_marks_and_tags(page: Page) -> None:
    page.goto("")
    read = page.evaluate(
        """async (text) => (await siteModule('search/words.js')).words(text)""",
        "<p>Leaders’ “values” &amp; children's café, one-to-one</p>",
    )
    assert read == ["leaders", "values", "children", "cafe", "one", "to", "one"]
