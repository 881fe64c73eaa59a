"""Find what pages load or link to that does not exist: files, pages, and places in pages."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from publish.blocked_by_policy import loaded
from publish.council import OWN_FILE, OWN_PAGE
from publish.html_tags import Tag, tags, written
from publish.problem import SiteProblem
from publish.site_address import Place

LINKS = ("a", "area")
NO_PAGE = "404.html"  # shown at any address, so its "#…" links are not checked
TOP = ("", "top")  # places that every page has

_Pages = Mapping[str, Sequence[Tag]]


def lost(site: Path, at: Place) -> Iterator[SiteProblem]:
    """Yield a problem for each missing file that a page loads, and each broken link."""
    pages = {
        path.relative_to(site).as_posix(): tuple(tags(path.read_text(encoding="utf-8")))
        for path in sorted(site.rglob("*.html"))
    }
    for page, found in pages.items():
        for tag in found:
            yield from _unloaded(site, at, page, tag)
    yield from _dead_links(site, at, pages)


def _unloaded(site: Path, at: Place, page: str, tag: Tag) -> Iterator[SiteProblem]:
    for address in loaded(tag):
        inside = at.inside(address, page) if address else None
        if inside is not None and not (site / unquote(inside)).exists():
            what = f"<{tag.name}> loads {inside}, which does not exist"
            own = page == OWN_PAGE and tag.name == "img"
            hint = f"fix the address in {OWN_FILE}" if own else "fix the address"
            said = (address, *written(tag))
            yield SiteProblem(page, tag.line, what, f"build the site again, or {hint}", said)


def _dead_links(site: Path, at: Place, pages: _Pages) -> Iterator[SiteProblem]:
    places = {page: _places(found) for page, found in pages.items()}
    for page, found in pages.items():
        hint = f"fix the link in {OWN_FILE if page == OWN_PAGE else 'what the page is made of'}"
        for tag in found:
            address = tag.attributes.get("href", "").strip() if tag.name in LINKS else ""
            there = at.inside(address, page) if address else None
            if there is None:
                continue
            file, place = _file(site, unquote(there)), address.partition("#")[2]
            if file is None:
                what = f"broken link to {there}"
                yield SiteProblem(page, tag.line, what, hint, (address,))
            elif file in places and not _has(places[file], place) and page != NO_PAGE:
                where = "its own page" if file == page else there or "the home page"
                what = f"broken link to #{place} of {where}"
                yield SiteProblem(page, tag.line, what, hint, (address,))


def _file(site: Path, there: str) -> str | None:
    """Return the file that a host serves at an address; None if there is none."""
    try:
        path = site / there / "index.html" if (site / there).is_dir() else site / there
        return path.relative_to(site).as_posix() if path.is_file() else None
    except OSError:  # a name that is longer than any file's
        return None


def _places(page: Sequence[Tag]) -> set[str]:
    named = {tag.attributes["name"] for tag in page if tag.name == "a" and "name" in tag.attributes}
    return named | {tag.attributes["id"] for tag in page if "id" in tag.attributes}


def _has(places: set[str], place: str) -> bool:
    """Whether a page has an anchor, which may be followed by text to find (`#a:~:text=b`)."""
    name = place.partition(":~:")[0]
    return name.lower() in TOP or name in places or unquote(name) in places
