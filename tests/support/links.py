"""Which links of a built site lead nowhere."""

from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from tests.support.server import BASE

ELSEWHERE = ("https", "mailto")


def broken_links(site: Path) -> list[tuple[str, str]]:
    """Each link to no page, file or place of the site: the page it stands on, and the link."""
    pages = {
        page.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            page.read_text(encoding="utf-8"), "html.parser"
        )
        for page in sorted(site.rglob("*.html"))
    }
    ids = {
        address: {str(one["id"]) for one in page.select("[id]")} for address, page in pages.items()
    }
    return [
        (address, str(link["href"]))
        for address, page in pages.items()
        for link in page.select("a[href]")
        if not _leads_somewhere(site, ids, address, str(link["href"]))
    ]


def _leads_somewhere(site: Path, ids: dict[str, set[str]], address: str, link: str) -> bool:
    target, anchor = urldefrag(urljoin(f"{BASE}{address}", link))
    parts = urlsplit(target)
    if parts.scheme:
        return parts.scheme in ELSEWHERE
    there = parts.path.removeprefix(BASE)
    if there in ids:
        return not anchor or anchor in ids[there]
    return (site / there).is_file()
