"""What each built page says of itself: to search engines, shared links and screen readers."""

import json
from collections import Counter
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from macros.palette.guide_colours import own_colours
from tests.support.server import BASE

CARD = f"{BASE}assets/images/card.png"
LANDMARKS = "nav, [role=navigation], form[aria-label], section[aria-label], aside"


def said(page: BeautifulSoup, name: str) -> str:
    """What the page's one `meta` of this name says; nothing where there is none, or more."""
    found = page.select(f'meta[name="{name}"], meta[property="{name}"]')
    return str(found[0]["content"]) if len(found) == 1 else ""


def name_of(landmark: Tag, page: BeautifulSoup) -> str:
    """What a screen reader calls it: its label, or the text of what labels it."""
    by = landmark.get("aria-labelledby")
    label = page.find(id=str(by)) if by else None
    return label.get_text(" ", strip=True) if label else str(landmark.get("aria-label", ""))


def test_every_page_is_in_british_english(pages: dict[str, BeautifulSoup]) -> None:
    assert {address for address, page in pages.items() if page.html["lang"] != "en-GB"} == set()  # type: ignore[index]


def test_a_description_is_a_sentence_that_a_list_of_results_shows_whole(
    pages: dict[str, BeautifulSoup],
) -> None:
    lengths = {address: len(said(page, "description")) for address, page in pages.items()}
    assert {one: length for one, length in lengths.items() if not 50 <= length <= 160} == {}


def test_a_title_names_the_page_and_then_the_guide(pages: dict[str, BeautifulSoup]) -> None:
    guide = pages[""].title.get_text()  # type: ignore[union-attr]
    ends = {address: page.title.get_text() for address, page in pages.items() if page.title}
    assert ends.keys() == pages.keys()
    assert [
        one for address, one in ends.items() if address and not one.endswith(f" - {guide}")
    ] == []


def test_a_shared_address_shows_the_page_s_own_words_and_the_picture(
    pages: dict[str, BeautifulSoup], site: Path
) -> None:
    assert (site / "assets/images/card.png").is_file()
    for address, page in pages.items():
        assert said(page, "og:title"), address
        assert said(page, "og:description") == said(page, "description"), address
        assert said(page, "og:image").endswith(CARD), address
        assert said(page, "og:image:alt"), address
        assert said(page, "twitter:card") == "summary_large_image", address


def test_titles_where_an_address_is_shared_are_each_page_s_own(
    pages: dict[str, BeautifulSoup],
) -> None:
    shared = (said(page, "og:title") for one, page in pages.items() if one != "404.html")
    assert [title for title, times in Counter(shared).items() if times > 1] == []


def test_no_page_has_a_browser_fetch_what_nobody_has_asked_for(
    pages: dict[str, BeautifulSoup],
) -> None:
    """Firefox fetches `next` in advance, others `prefetch` and its kin: the policy forbids it."""
    fetched = {"canonical", "icon", "manifest", "stylesheet"}
    kinds = {kind for page in pages.values() for one in page.select("link") for kind in one["rel"]}
    assert kinds == fetched


def test_every_landmark_has_a_name_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        names = Counter(name_of(one, page) for one in page.select(LANDMARKS))
        assert "" not in names, address
        assert [name for name, times in names.items() if times > 1] == [], address


def test_there_is_one_header_one_main_part_and_one_footer(
    pages: dict[str, BeautifulSoup],
) -> None:
    for address, page in pages.items():
        for landmark in ("main", "body > header, body > div > header", "footer.md-footer"):
            assert len(page.select(landmark)) == 1, (address, landmark)


def test_the_headings_of_the_whole_page_begin_with_its_title(
    pages: dict[str, BeautifulSoup],
) -> None:
    for address, page in pages.items():
        headings = page.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
        assert headings, address
        assert headings[0].name == "h1", address
        assert headings[0].find_parent("main"), address


def test_a_saved_site_has_the_header_s_colour_from_the_stylesheet(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["theme_color"] == own_colours("light")["header"]
