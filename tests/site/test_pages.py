"""What holds for every built page."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from mkdocs.config import load_config

from tests.support.links import broken_links

SECTIONS = """
    framework/ framework/values/ framework/decisions/ framework/practice-and-culture/
    framework/partnerships/ framework/buy-in/ quotes/ questions/ workbooks/
    workbooks/recruiting/ workbooks/developing/ workbooks/profile/ workbooks/feedback/
    workbooks/give-feedback/ workbooks/self-reflection/ workbooks/my-workbooks/
    workbooks/will-this-browser-keep-my-work/ evidence/
    evidence/executive-summary/ evidence/key-questions/ evidence/recommendations/
    evidence/conclusion/ evidence/literature-review/ evidence/methodology/
    evidence/references/ about/ about/slips/ about/glossary/ about/data/
    about/accessibility/ about/privacy/ about/storage/ about/data-protection/
    about/backup-format/ about/feedback-format/ about/whole-guide/ hosting/ hosting/start/
    404.html
"""
ROOT = Path(__file__).parents[2]


def test_every_section_of_the_guide_is_there(pages: dict[str, BeautifulSoup]) -> None:
    assert set(SECTIONS.split()) <= set(pages)
    assert "" in pages


def test_every_page_has_one_main_heading_a_title_and_a_description(
    pages: dict[str, BeautifulSoup],
) -> None:
    for address, page in pages.items():
        assert len(page.find_all("h1")) == 1, address
        assert page.title, address
        description = page.select_one('meta[name="description"]')
        assert description, address
        assert 40 <= len(str(description["content"])) <= 200, address


def test_descriptions_and_titles_are_each_page_s_own(pages: dict[str, BeautifulSoup]) -> None:
    titles = Counter(page.title.text for page in pages.values() if page.title)
    assert [title for title, times in titles.items() if times > 1] == []
    described = Counter(
        str(one["content"])
        for address, page in pages.items()
        for one in page.select('meta[name="description"]')
        if address != "404.html"
    )
    assert [words for words, times in described.items() if times > 1] == []


def test_code_of_several_lines_is_a_block(pages: dict[str, BeautifulSoup]) -> None:
    """A fence inside a list is none to Python-Markdown, which makes running text of it."""
    for address, page in pages.items():
        running = [code.text for code in page.select("code") if not code.find_parent("pre")]
        assert [text for text in running if "\n" in text.strip() or "```" in text] == [], address


def test_no_heading_level_is_skipped(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        article = page.select_one("article")
        assert article
        levels = [int(one.name[1]) for one in article.find_all(["h1", "h2", "h3", "h4", "h5"])]
        leaps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert leaps == [], address


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        times = Counter(str(one["id"]) for one in page.select("[id]"))
        assert [one for one, count in times.items() if count > 1] == [], address


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        sources = [str(one["src"]) for one in page.select("[src]")]
        sources += [str(one["href"]) for one in page.select("link[href]:not([rel=canonical])")]
        foreign = [
            one
            for one in sources
            if urlsplit(one).netloc not in ("", "127.0.0.1") and not one.startswith("data:")
        ]
        assert foreign == [], address


def test_no_page_has_a_script_or_style_that_a_strict_policy_blocks(
    pages: dict[str, BeautifulSoup],
) -> None:
    for address, page in pages.items():
        assert page.select("style, [style], [onclick], [onload], [onsubmit]") == [], address
        inline = page.select('script:not([src]):not([type="application/json"])')
        assert inline == [], address
        assert page.select('a[href^="javascript:"]') == [], address


def test_no_macro_or_template_shows_through(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        text = "".join(one for one in page.strings if one.parent and one.parent.name != "code")
        for trace in ("{{", "{%", "{:", "ref:", "](", "Macro Rendering Error", "None."):
            assert trace not in text, (address, trace)


def test_no_hook_and_no_plugin_but_search_and_macros_is_needed_to_build() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert list(config.plugins) == ["material/search", "macros"]
    assert not config.hooks


def test_only_a_workbook_for_posts_can_be_copied(pages: dict[str, BeautifulSoup]) -> None:
    """A copied round or sheet would be of no round, and of the wrong candidate."""
    with_it = {
        address
        for address, page in pages.items()
        if address.startswith("workbooks/") and page.select(".shelf [data-do=copy]")
    }
    assert with_it == {"workbooks/recruiting/"}
