"""Files that pages load and that are not there."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from publish.blocked import LOADING, LOADING_LINKS
from publish.fault import Fault
from publish.place import Place
from publish.tags import Tag, tags


def lost(site: Path, at: Place) -> Iterator[Fault]:
    """Each file of the site that a page of it loads, where there is none."""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for tag in tags(path.read_text(encoding="utf-8")):
            inside = at.inside(address, page) if (address := _loaded(tag)) else None
            if inside is not None and not (site / unquote(inside)).exists():
                what = f"<{tag.name}> loads {inside}, which is not there"
                yield Fault(page, tag.line, what, "build the site anew, or mend the address")


def _loaded(tag: Tag) -> str:
    rels = set(tag.attributes.get("rel", "").lower().split())
    if tag.name == "link" and rels & LOADING_LINKS:
        return tag.attributes.get("href", "")
    return tag.attributes.get(LOADING.get(tag.name, ""), "")
