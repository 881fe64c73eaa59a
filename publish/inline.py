"""Put into each page what it is painted with: its stylesheet, and the scripts that run before that.

A page is then shown as soon as it has come, without waiting for another file. The policy names each
of these by its hash. A server that still sends an earlier release's policy blocks them: then the
page's own scripts load the files that they were made of (`material/blocked.js`)."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from publish.html_tags import Tag, tags

# The scripts that run before a page is painted, in the folder of scripts.
BEFORE_PAINT = ("material/base.js", "material/reading-menu.js")
DIRECTIVES = {"script": "script-src", "style": "style-src"}
_SRC = re.compile(r"(?<=\s)src=")
_HASH = re.compile(r"'sha256-[\w+/]{43}='")


def inlined(page: str, text_of: Callable[[str], str | None]) -> str:
    """Return the page with the text of each sheet and script for which `text_of(address)` has one.

    The address of the file stays, as `data-file`."""
    parts, end = [], 0
    for tag in tags(page):
        address = tag.attributes.get("href" if tag.name == "link" else "src", "")
        text = text_of(address) if tag.name in ("link", "script") and address else None
        if text is None:
            continue
        parts += [page[end : tag.start], _element(tag, text)]
        end = tag.start + len(tag.text)
        if tag.name == "script":
            end += len("</script>")
    return "".join([*parts, page[end:]])


def _element(tag: Tag, text: str) -> str:
    """Return the element in place of one that loads a file."""
    if tag.name == "link":
        return f'<style data-file="{tag.attributes["href"]}">{text}</style>'
    return f"{_SRC.sub('data-file=', tag.text, count=1)}{text}</script>"


def hashes(page: str) -> dict[str, list[str]]:
    """Return what the policy has to name of a page, by directive: its own sheets and scripts."""
    found: dict[str, list[str]] = {}
    for tag in tags(page):
        directive = DIRECTIVES.get(tag.name)
        runs = "src" not in tag.attributes and "json" not in tag.attributes.get("type", "")
        if directive and runs:
            found.setdefault(directive, []).append(_hash(tag.inside))
    return found


def _hash(text: str) -> str:
    """Return the text's hash as a policy names it (CSP Level 3, 2.3.1)."""
    whole = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{whole}'"


def hashes_of_all(site: Path) -> dict[str, list[str]]:
    """Return what the policies in the pages of a published site name, by directive."""
    found: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        head = path.read_text(encoding="utf-8")[:4096]
        for directive in DIRECTIVES.values():
            said = re.search(rf"{directive} ([^;\"]*)", head)
            if said:
                found.setdefault(directive, set()).update(_HASH.findall(said[1]))
    return {directive: sorted(names) for directive, names in found.items()}
