"""Rename the folder `assets` to a name with a hash of its contents, so that browsers may cache it.

The folder is renamed as a whole. Files in it still find each other by relative addresses, an open
page of the previous release still finds its own, and scripts that work out the site's address from
their own depth still do."""

import hashlib
import re
from pathlib import Path

from publish.html_tags import Tag, tags
from publish.site_address import Place

FOLDER = "assets"
FINGERPRINTED = re.compile(rf"{FOLDER}-[0-9a-f]{{12}}")
ADDRESSES = ("content", "data", "data-from", "href", "poster", "src", "srcset")
_ATTRIBUTE = re.compile(
    rf"""(?P<before>\s(?:{"|".join(ADDRESSES)})\s*=\s*)(?P<sign>["'])(?P<value>.*?)(?P=sign)""",
    re.IGNORECASE | re.DOTALL,
)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


def fingerprint(folder: Path) -> str:
    """Return the new name of `assets`: `assets-` and 12 hex digits of a hash of all its files."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return f"{FOLDER}-{whole.hexdigest()[:12]}"


def moved(address: str, page: str, at: Place, name: str) -> str:
    """Return an address on `page`, with `name` for `assets` if it leads there."""
    inside = at.inside(address, page)
    if inside is None or not inside.startswith(f"{FOLDER}/"):
        return address
    kept = re.split("[?#]", address)[0]
    if not kept.endswith(inside):
        return address
    before = kept.removesuffix(inside)
    return f"{before}{name}{inside.removeprefix(FOLDER)}{address[len(kept) :]}"


def moved_page(text: str, page: str, at: Place, name: str) -> str:
    """Return the page with every address of a file of `assets` changed, in tags and in JSON."""

    def in_attribute(found: re.Match[str]) -> str:
        value = re.sub(r"[^\s,]+", lambda one: moved(one[0], page, at, name), found["value"])
        return f"{found['before']}{found['sign']}{value}{found['sign']}"

    parts, end = [], 0
    for tag in tags(text):
        parts.append(text[end : tag.start] + _ATTRIBUTE.sub(in_attribute, tag.text))
        end = tag.start + len(tag.text)
        if _holds_data(tag):
            parts.append(text[end : tag.inside_start] + moved_data(tag.inside, page, at, name))
            end = tag.inside_start + len(tag.inside)
    return "".join([*parts, text[end:]])


def _holds_data(tag: Tag) -> bool:
    return tag.name == "script" and tag.attributes.get("type") == "application/json"


def moved_data(text: str, page: str, at: Place, name: str) -> str:
    """Return JSON with every string that is an address of a file of `assets` changed."""
    return _TEXT.sub(lambda found: f'"{moved(found[1], page, at, name)}"', text)
