"""Find what the Content-Security-Policy would block in pages, stylesheets and pictures.

A release fails on it, so that no host serves a page that is partly blocked."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from common.svg import NAMESPACE, SAVE_PLAIN, is_script, is_utf_16
from publish.html_tags import Tag, tags, written
from publish.problem import SiteProblem

SCRIPT_TYPES = ("", "module", "importmap", "speculationrules")
LOADING = {
    **dict.fromkeys(("audio", "embed", "iframe", "img", "input", "script", "source"), "src"),
    **dict.fromkeys(("track", "video"), "src"),
    "object": "data",
}
# Elements that have an address in another attribute as well, or in several.
MORE = {
    **dict.fromkeys(("image", "use", "feimage"), ("href", "xlink:href")),
    **dict.fromkeys(("img", "source"), ("srcset",)),
    "link": ("imagesrcset",),
    "script": ("href", "xlink:href"),
    "video": ("poster",),
}
SETS = ("srcset", "imagesrcset")
LOADING_LINKS = {"icon", "manifest", "modulepreload", "preload", "stylesheet"}
MEDIA = ("audio", "track", "video")
# A file of the computer that the page was written on, or of its network.
OWN_COMPUTER = re.compile(r"\s*(?:(?:file|smb):|[a-z]:(?!//)|\\)", re.IGNORECASE)
FRAMES = ("embed", "frame", "iframe", "object")
ELSEWHERE = re.compile(r"""(?:url\(|@import)\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
STYLES = re.compile(r"<(?:\w+:)?style\b.*?</(?:\w+:)?style", re.DOTALL)
OUTSIDE = ("the picture loads from another host", "include it in the page")

_Found = Iterator[tuple[str, str]]


def blocked_in_page(file: str, page: str, host: str) -> Iterator[SiteProblem]:
    """Yield what the policy would block in a page; `host` is the site's own, "" if unknown."""
    for tag in tags(page):
        for what, hint in (*_inline(tag), *_elsewhere(tag, host), *_other(tag)):
            yield SiteProblem(file, tag.line, what, hint, written(tag))


def blocked_in_sheet(file: str, sheet: str) -> Iterator[SiteProblem]:
    """Yield what a stylesheet loads from another host."""
    for number, line in enumerate(sheet.splitlines(), start=1):
        if ELSEWHERE.search(line):
            yield SiteProblem(
                file, number, "the sheet loads from another host", "put the file into docs"
            )


def picture_text(raw: bytes) -> str:
    """Decode an SVG as browsers do: as UTF-16 with a byte order mark, otherwise as UTF-8."""
    return raw.decode("utf-16" if is_utf_16(raw) else "utf-8", "replace")


def blocked_in_picture(file: str, picture: str, host: str) -> Iterator[SiteProblem]:
    """Yield what would run or load in an SVG that is opened by itself.

    Not every host sends the policy with pictures. Styles inside the picture are allowed."""
    for tag in tags(picture):
        found = [one for one in _inline(tag) if "style" not in one[0] and "sheet" not in one[0]]
        if tag.name.endswith("script"):
            found = [("a script in a picture", SAVE_PLAIN)]
        for what, hint in (*found, *_elsewhere(tag, host), *_other(tag)):
            yield SiteProblem(file, tag.line, what, hint)
        if any(ELSEWHERE.search(value) for value in tag.attributes.values()):
            yield SiteProblem(file, tag.line, *OUTSIDE)
    for match in STYLES.finditer(picture):
        if ELSEWHERE.search(NAMESPACE.sub("", match[0])):
            yield SiteProblem(file, picture.count("\n", 0, match.start()) + 1, *OUTSIDE)
    for number, line in enumerate(picture.splitlines(), start=1):
        if "<!ENTITY" in line or "<?xml-stylesheet" in line:
            yield SiteProblem(
                file, number, "the picture refers to something outside itself", SAVE_PLAIN
            )


def _inline(tag: Tag) -> _Found:
    kind = tag.attributes.get("type", "").strip().lower()
    runs = kind in SCRIPT_TYPES or "javascript" in kind or "ecmascript" in kind
    if tag.name == "script" and "src" not in tag.attributes and runs:
        yield "an inline script", "put it into a file of its own and name that as src"
    if tag.name == "style":
        yield "an inline sheet", "put its rules into a file of docs/assets/css"
    if "style" in tag.attributes:
        yield (
            f"<{tag.name}> has a style attribute",
            "give it a class, and that its rules in a sheet",
        )
    for name in tag.attributes:
        if name.startswith("on"):
            yield f"<{tag.name}> has the attribute {name}", "listen for the event in a script"
    for name, value in tag.attributes.items():
        if name in ("href", "xlink:href", "src", "action", "formaction") and is_script(value):
            yield f"the {name} of <{tag.name}> is a script", "listen for the event in a script"


def _elsewhere(tag: Tag, host: str) -> _Found:
    for address in loaded(tag):
        there = urlsplit(address).netloc
        if there and there != host:
            yield f"<{tag.name}> loads from {there}", "put the file into docs"
        elif tag.name in MEDIA and address == tag.attributes.get("src") and _is_data(address):
            yield f"<{tag.name}> has what it plays inside the page", "put it into a file of its own"


def _is_data(address: str) -> bool:
    return address.lower().startswith("data:")


def loaded(tag: Tag) -> Iterator[str]:
    """Yield the addresses that a tag loads; each one of a set separately."""
    rels = set(tag.attributes.get("rel", "").lower().split())
    if tag.name != "link" or rels & LOADING_LINKS:
        first = "href" if tag.name == "link" else LOADING.get(tag.name, "")
        yield tag.attributes.get(first, "").strip()
        for name in MORE.get(tag.name, ()):
            value = tag.attributes.get(name, "")
            several = re.split(r",\s+", value) if name in SETS else [value]
            yield from (one.split()[0] for one in several if one.split())


def _other(tag: Tag) -> _Found:
    if tag.name in FRAMES:
        yield f"a frame (<{tag.name}>)", "link to what it shows"
    for name in ("href", "src", "xlink:href", "poster", "data"):
        if OWN_COMPUTER.match(unquote(tag.attributes.get(name, ""))):
            yield f"the {name} of <{tag.name}> is a file of one computer", "put the file into docs"
    if tag.name == "base":
        yield "<base> moves every address of the page", "remove it"
    if tag.name == "form" and tag.attributes.get("action", ""):
        yield "a form is sent to an address", "link to a page that has the form"
    if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
        yield "the page redirects its readers", "link to the other page"
