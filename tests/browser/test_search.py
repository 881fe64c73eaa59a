"""The search box finds what people look for, in their own words and spelling."""

import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]
import pytest
import yaml
from playwright.sync_api import Locator, Page, Request, expect

from publish.release import Release
from tests.support.released import assets
from tests.support.server import serving
from tests.support.shell import NARROW, WIDE, WIDTHS, Size, open_at, open_search, search_field

QUERIES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("search_queries.yml").read_text(encoding="utf-8")
)
FIRST = 3
HITS = 0.9
MOST_BYTES = 45_000


class SearchBox:
    """The search of an open page, as a person works it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.field = page.get_by_role("textbox", name="Search")
        self.region = page.get_by_role("region", name="Search results")
        self.items = self.region.get_by_role("listitem")
        self.results = self.items.get_by_role("link")
        self.button = self.region.get_by_role("button", name=re.compile("as typed$"))
        self.offers = self.region.get_by_text("Suggested searches")
        self.field.click()
        expect(self.offers).to_be_visible()

    def told(self, words: str | re.Pattern[str]) -> Locator:
        """What the search says of its results, aloud."""
        return self.page.get_by_role("status").filter(has_text=words)

    def find(self, query: str) -> None:
        """Type `query` into the empty field and wait for what is found."""
        self.field.fill("")
        expect(self.offers).to_be_visible()
        self.field.fill(query)
        expect(
            self.region.get_by_text(re.compile(r"^(Nothing found|\d+ results?)"))
        ).to_be_visible()

    def first_three(self) -> list[str]:
        """The records or pages that the first three results lead to."""
        addresses = [urlsplit(link.get_attribute("href") or "") for link in self.results.all()]
        return [one.fragment or one.path.rstrip("/").split("/")[-1] for one in addresses[:FIRST]]


@pytest.fixture
def box(page: Page) -> SearchBox:
    """The search box of the home page."""
    page.goto("")
    return SearchBox(page)


def test_the_queries_are_twenty_or_more_of_each_kind() -> None:
    assert set(QUERIES) == {"term", "question", "alias", "misspelling", "tool", "natural"}
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
    expect(box.told(re.compile(r"^\d+ results$"))).to_be_visible()
    first.click()
    expect(page).to_have_url(re.compile(r"/framework/buy-in/#learning-for-politicians$"))


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
    expect(box.told("Nothing found")).to_be_visible()
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


def test_nothing_of_the_search_is_loaded_before_its_box_is_touched(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("framework/values/")
    page.wait_for_load_state("networkidle")
    assert [one for one in asked if "/search/" in one] == []
    with page.expect_response("**/search/hosts.json"):
        search_field(page).focus()
    assert any(one.endswith("search/search_index.json") for one in asked)


def test_what_a_search_loads_at_first_is_small(released: Release) -> None:
    loaded = ("search_index.json", "guide.json")
    sent = [brotli.compress((released.site / "search" / one).read_bytes()) for one in loaded]
    assert sum(map(len, sent)) <= MOST_BYTES


@pytest.mark.parametrize("query", ["foo^x", "a:b", "~", "values^", "+-"])
def test_signs_typed_by_chance_do_no_harm(box: SearchBox, query: str) -> None:
    box.find(query)
    box.find("shadowing")
    assert "learning-for-politicians" in box.first_three()


@pytest.mark.parametrize("missing", ["search/guide.json", "search/search_index.json"])
@pytest.mark.page_fault("404")
@pytest.mark.page_fault("another address")
def test_a_search_that_cannot_be_loaded_says_so(
    page: Page, released: Release, tmp_path: Path, missing: str
) -> None:
    copy = shutil.copytree(released.site, tmp_path / "site")
    kept = (copy / missing).read_bytes()
    (copy / missing).unlink()
    with serving(copy) as address:
        page.goto(address)
        search_field(page).fill("storytelling")
        found = page.get_by_role("region", name="Search results")
        expect(found).to_have_text(re.compile("^The search could not load"))
        (copy / missing).write_bytes(kept)
        search_field(page).fill("storytellin")
        expect(found.get_by_text("Leaders are skilled in storytelling").first).to_be_visible()
        page.close()


@pytest.mark.page_fault("404")
@pytest.mark.page_fault("another address")
@pytest.mark.page_fault("Failed to fetch dynamically imported module")
def test_without_its_script_the_box_says_so(page: Page, released: Release, tmp_path: Path) -> None:
    copy = shutil.copytree(released.site, tmp_path / "site")
    (copy / assets(released) / "js/bundles/search.js").unlink()
    with serving(copy) as address:
        page.goto(address)
        search_field(page).click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.close()


def test_a_click_on_what_people_look_for_goes_there(page: Page, box: SearchBox) -> None:
    assert 6 <= box.results.count() <= 8
    box.region.get_by_role("link", name="Owning risk").click()
    expect(page).to_have_url(re.compile("/framework/decisions/#own-risk$"))


def test_where_nothing_is_found_there_is_a_way_on(page: Page, box: SearchBox) -> None:
    box.find("qzxstorrytx")
    expect(box.region).to_contain_text("Nothing found for “qzxstorrytx”")
    for name in ("the glossary", "who made this guide, and who to contact"):
        expect(box.region.get_by_role("link", name=name)).to_be_visible()
    box.find('"champons"')
    box.region.get_by_role("button", name="champions").click()
    expect(box.field).to_have_value("champions")
    expect(box.results.first).to_be_visible()


def test_what_hosts_look_for_is_folded_below_what_leaders_do(box: SearchBox) -> None:
    box.find("risk")
    fold = box.region.get_by_role("group").filter(has_text="For people who host")
    expect(fold).not_to_have_attribute("open", "")
    addresses = [link.get_attribute("href") or "" for link in box.results.all()]
    assert not any("/hosting/" in one or "-format/" in one for one in addresses)
    fold.locator("summary").click()
    expect(fold.get_by_role("link").first).to_be_visible()


def test_what_only_hosts_look_for_is_seen_at_once(box: SearchBox) -> None:
    box.find("nginx")
    expect(box.results.first).to_contain_text("nginx")


@pytest.mark.parametrize("query", ["owning risk", "systemic leadership", "storytelling"])
def test_what_leaders_do_comes_before_the_glossary(box: SearchBox, query: str) -> None:
    box.find(query)
    first = box.results.first.get_attribute("href") or ""
    assert "/framework/" in first, first


def test_the_words_that_were_looked_for_are_marked(box: SearchBox) -> None:
    box.find("owning risk")
    marked = box.results.first.locator("mark").all_inner_texts()
    assert "risk" in marked
    assert all(re.match("(?i)own|risk", one) for one in marked)


def test_enter_leads_to_the_results_and_back_returns_to_them(page: Page, box: SearchBox) -> None:
    box.find("owning risk")
    box.field.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/#q=owning\+risk$"))
    results = page.get_by_role("region", name="Search results")
    found = results.get_by_role("link", name=re.compile("managing ownership of risk"))
    found.click()
    expect(page).to_have_url(re.compile("/framework/decisions/#own-risk$"))
    page.go_back()
    expect(found).to_be_visible()
    expect(page.get_by_role("textbox", name="What are you looking for?")).to_have_value(
        "owning risk"
    )


def test_enter_before_the_search_has_come_leads_to_the_results(page: Page) -> None:
    page.route("**/bundles/search.js", lambda route: None)
    page.goto("")
    search_field(page).fill("owning risk")
    search_field(page).press("Enter")
    expect(page).to_have_url(re.compile(r"/search/#q=owning\+risk$"))


@pytest.mark.parametrize("address", ["search/#q=shadowing", "search/?q=shadowing"])
def test_a_link_to_results_shows_them(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("main").get_by_text("learning for politicians").first).to_be_visible()
    expect(page).to_have_url(re.compile("/search/#q=shadowing$"))


def test_the_page_of_results_takes_another_query(page: Page) -> None:
    page.goto("search/")
    main = page.get_by_role("main")
    expect(main.get_by_text("Suggested searches")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(1)
    page.get_by_role("textbox").fill("storytelling")
    expect(main.get_by_text("Leaders are skilled in storytelling").first).to_be_visible()
    expect(page).to_have_url(re.compile("/search/#q=storytelling$"))
    page.goto("search/#q=shadowing")
    expect(page.get_by_role("textbox")).to_have_value("shadowing")


def test_no_request_tells_what_is_looked_for(page: Page, box: SearchBox) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    box.find("safegarding")
    box.field.press("Enter")
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
    told = [f"{one.url.split('#')[0]} {one.post_data} {one.all_headers()}" for one in asked]
    assert told
    assert not any("safegarding" in one for one in told)


@WIDTHS
def test_a_result_on_the_same_page_is_not_covered_by_the_search(page: Page, size: Size) -> None:
    open_at(page, "framework/decisions/", size)
    open_search(page, size, "owning risk").first.click()
    expect(page).to_have_url(re.compile("#own-risk$"))
    expect(page.get_by_role("region", name="Search results")).to_be_hidden()
    expect(page.locator("#own-risk")).to_be_in_viewport()


@WIDTHS
def test_arrows_go_through_the_results_and_back(page: Page, size: Size) -> None:
    open_at(page, "framework/values/", size)
    found = open_search(page, size, "values")
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(found.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(search_field(page)).to_be_focused()


def test_the_tab_key_alone_opens_nothing(page: Page) -> None:
    open_at(page, "framework/values/", WIDE)
    search_field(page).focus()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("region", name="Search results")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Suggested searches")).to_be_visible()


def test_on_a_narrow_screen_the_page_behind_is_out_of_reach(page: Page) -> None:
    open_at(page, "framework/values/", NARROW)
    open_search(page, NARROW, "values")
    inside = (
        "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
    )
    for _ in range(14):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)


def test_without_script_the_page_of_results_shows_the_way(new_context: Any) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("search/")
    main = page.get_by_role("main")
    expect(main.locator("noscript p").first).to_have_text("The search needs JavaScript")
    expect(main.get_by_role("textbox")).to_have_count(0)
    main.locator("noscript a").click()
    expect(page).to_have_url(re.compile("/about/whole-guide/$"))


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


def test_words_are_read_without_marks(page: Page) -> None:
    page.goto("")
    read = page.evaluate(
        """async (text) => (await siteModule('search/words.js')).words(text)""",
        "Leaders’ “values” & children's café, one-to-one",
    )
    assert read == ["leaders", "values", "children", "cafe", "one", "to", "one"]


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("leads leading lead", "lead"),
        ("relational relate relates", "relat"),
        ("organise organises organizing organization", "organis"),
        ("caresses caress", "caress"),
        ("hopping hop hops", "hop"),
        ("happy", "happi"),
        ("decision decisions", "decis"),
        ("triplicate", "triplic"),
        ("hopeful hopefulness hope", "hope"),
        ("agreed agree", "agre"),
        ("controlling control controlled", "control"),
        ("yes", "ye"),
    ],
)
def test_forms_of_a_word_have_one_stem(page: Page, words: str, stem: str) -> None:
    page.goto("")
    stems = page.evaluate(
        "async (words) => { const { stem } = await siteModule('search/words.js');"
        " return words.map((word) => stem(word)); }",
        words.split(),
    )
    assert set(stems) == {stem}
