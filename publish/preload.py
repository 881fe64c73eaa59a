"""Have each page ask for all its scripts at once."""

import re
from collections.abc import Mapping

from publish.bundles import MAIN
from publish.html_tags import Tag, tags
from publish.inline import SOURCE

_FOLD = re.compile(r"<details\b[^>]*>|</details>")
CLASSIC = '<link rel="preload" as="script" href="{address}">'
MODULE = '<link rel="modulepreload" href="{address}">'


def preloaded(page: str, needed: Mapping[str, list[str]]) -> str:
    """Return the page with links, before its first script or sheet, that load its scripts at once.

    A browser that sees a policy in a page does not look ahead for what the page loads (Chromium),
    so each script would wait for the one before it. By element, `needed` are the modules that it
    needs."""
    found = list(tags(page))
    scripts = [tag for tag in found if tag.name == "script" and "src" in tag.attributes]
    if not scripts:
        return page
    here = dict.fromkeys(tag.name for tag in tags(at_once(page)))
    files = dict.fromkeys(file for element in here for file in needed.get(element, ()))
    links = []
    for tag in scripts:  # the first, too: what is drawn waits for it
        address = tag.attributes["src"]
        if "async" in tag.attributes:
            continue
        if tag.attributes.get("type") == "module":
            base = address.removesuffix(MAIN) if address.endswith(f"/{MAIN}") else None
            links += [MODULE.format(address=f"{base}{file}") for file in files if base is not None]
            links.append(MODULE.format(address=address))
        else:
            links.append(CLASSIC.format(address=address))
    first = next(tag for tag in found if tag in scripts or _is_own(tag))
    return f"{page[: first.start]}{''.join(links)}{page[first.start :]}"


def _is_own(tag: Tag) -> bool:
    """Whether the tag is of a sheet or script that the page has in itself."""
    return tag.name in ("style", "script") and SOURCE in tag.attributes


def at_once(page: str) -> str:
    """Return the page without what waits until it is opened, `<details data-later>` (`main.js`)."""
    parts, start, depth = [], 0, 0
    for found in _FOLD.finditer(page):
        if depth == 0 and "data-later" in found[0]:
            parts.append(page[start : found.start()])
            depth = 1
        elif depth:
            depth += 1 if found[0].startswith("<d") else -1
            start = found.end()
    return "".join([*parts, page[start:]])
