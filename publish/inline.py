"""Put into each page what it is painted with: its stylesheet, and the scripts that run before that.

A page is then shown as soon as it has come, without waiting for another file. The policy names each
of these by its hash. A server that still sends an earlier release's policy blocks them: then the
page's own scripts load the files that they were made of (`material/blocked.js`)."""

import base64
import hashlib
import re
from collections.abc import Callable
from html import escape

from publish.html_tags import Tag, tags

# The scripts that run before a page is painted, in the folder of scripts.
BEFORE_PAINT = ("material/base.js", "material/reading-menu.js")
# The attribute that has the address of the file.
SOURCE = "data-from"
DIRECTIVES = {"script": "script-src", "style": "style-src"}
_SRC = re.compile(r"(?<=\s)src=")
_ENDS_ELEMENT = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)


def inlined(page: str, text_of: Callable[[str], str | None]) -> str:
    """Return the page with the text of each sheet and script for which `text_of(address)` has one.

    A file that the page names again is not put there twice. Where a text would end its element,
    the file stays a file."""
    parts, end, seen = [], 0, set()
    for tag in tags(page):
        address = tag.attributes.get("href" if tag.name == "link" else "src", "")
        text = text_of(address) if tag.name in ("link", "script") and address else None
        if text is None or address in seen or _ENDS_ELEMENT.search(text):
            continue
        seen.add(address)
        parts += [page[end : tag.start], _element(tag, text)]
        end = tag.start + len(tag.text)
        if tag.name == "script":
            end += len("</script>")
    return "".join([*parts, page[end:]])


def _element(tag: Tag, text: str) -> str:
    """Return the element in place of one that loads a file."""
    if tag.name == "script":
        return f"{_SRC.sub(f'{SOURCE}=', tag.text, count=1)}{text}</script>"
    address = escape(tag.attributes["href"])
    style = f'<style {SOURCE}="{address}">{text}</style>'
    # Without script, nothing else would bring it where it is blocked.
    return f'{style}<noscript><link rel="stylesheet" href="{address}"></noscript>'


def hashes(page: str) -> dict[str, list[str]]:
    """Return what the policy has to name of a page, by directive: what `inlined` put there."""
    found: dict[str, list[str]] = {}
    for tag in tags(page):
        if tag.name in DIRECTIVES and SOURCE in tag.attributes:
            found.setdefault(DIRECTIVES[tag.name], []).append(_hash(tag.inside))
    return found


def _hash(text: str) -> str:
    """Return the text's hash as a policy names it (CSP Level 3, 2.3.1)."""
    whole = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{whole}'"
