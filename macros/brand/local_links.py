"""Check where the links of a council's own page lead."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from common.problems import Problem, nearest, shown
from macros.brand.image_safety import kind_by_name
from macros.brand.local_page import Link
from macros.brand.published_files import FILES
from macros.guide.areas import Area, is_hidden

MOVING = (".mp4", ".m4v", ".webm", ".ogv", ".mov")
SOUND = (".mp3", ".m4a", ".ogg", ".oga", ".wav")
_THERE = "put the file into the folder 'files' in your own folder, and write files/ and its name"
_PUBLIC = "write the address that readers have"
# A Windows drive, a network share, a home folder, or a server on the same computer.
_OWN = re.compile(
    r"""\s*(?:(?:file|smb|afp|nfs):|[a-z]:(?!//)|[a-z][:|][\\/]|\\|~[\\/]|/(?:users|home|volumes|mnt)/
    |//[^/.:]+/|(?:https?:)?//(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)(?:[:/?\#]|$))""",
    re.IGNORECASE | re.VERBOSE,
)
_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[a-z]{2,}", re.IGNORECASE)
# A website without its https://, or with half of it.
_WEBSITE = re.compile(
    r"(?:https?:?/+(?=[\w-]+\.)|(?=www\.|(?:[\w-]+\.)+"
    r"(?:uk|org|com|net|eu|ie|wales|cymru|scot|london)(?:/|$)))(\S+)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def is_of_one_computer(address: str) -> bool:
    """Whether an address leads to files of one computer or network, not to a website."""
    return bool(_OWN.match(unquote(address)))


def link_faults(
    links: Collection[Link],
    file: str,
    own: Collection[str],
    pages: Collection[str] | None,
    hidden: Collection[Area],
    base: str = "/",
    inside: str = "",
) -> Iterator[Problem]:
    """Yield a problem for each link that leads nowhere; `file` is the page's name in it.

    `own` are the council's files, as `files/policy.pdf`; `pages` the places of all that the guide
    has, as `quotes.md` (None: they are not known); `hidden` the areas that the copy is without;
    `base` the path that it has on its server; `inside` the folder that the page is in."""
    for link in links:
        top = _at_the_top(link, {*own, *(pages or ())}, base)
        for what, hint in [top] if top else _wrong(link, own, pages, hidden, inside):
            yield Problem(file, link.line, what, hint)


def _at_the_top(link: Link, there: Collection[str], base: str) -> tuple[str, str] | None:
    """What is wrong with a link from the top of a server to what is in the copy, below a path."""
    path = unquote(re.split("[?#]", link.address)[0])
    place = path.removeprefix("/")
    ways = (place, f"{place.rstrip('/')}.md", f"{place.rstrip('/')}/index.md")
    meant = next((way for way in ways if way in there), None)
    if base == "/" or path.startswith(base) or not path.startswith("/") or not meant:
        return None
    what = f"{shown(link.address, 80)} begins with a slash, so it links to the top of the server"
    return what, f"write {page_address(meant) if link.in_html else meant}"


def _wrong(
    link: Link,
    own: Collection[str],
    pages: Collection[str] | None,
    hidden: Collection[Area],
    inside: str,
) -> Iterator[tuple[str, str]]:
    said = shown(link.address, 80)
    if is_of_one_computer(link.address):
        what = f"{said} is on your own computer or network, so readers cannot open it"
        yield what, _PUBLIC if "http" in link.address[:5].lower() else _THERE
        return
    place = _inside(link, inside)
    if place is None:
        return
    from_top = _inside(link, "") if inside else None
    if (
        from_top
        and _exists(from_top, own, pages, link.in_html)
        and not _exists(place, own, pages, link.in_html)
    ):
        yield f"{said} is a broken link", f"write ../{link.address}"
        return
    if place.startswith(f"{FILES}/") or not pages:
        yield from _no_file(said, place, own) if place.startswith(f"{FILES}/") else ()
    elif not _is_there(place, pages, link.in_html):
        yield _no_page(said, place, own, pages, link.in_html)
    elif is_hidden(page_address(place), hidden):
        what = f"{said} links to a part of the guide that is not in your copy"
        yield what, "remove the link, or change 'hide' and 'show' in brand.yml"
    if link.shows and place.startswith(f"{FILES}/"):
        yield from _no_picture(said, place)


def _exists(place: str, own: Collection[str], pages: Collection[str] | None, in_html: bool) -> bool:
    return place in own or _is_there(place, pages or (), in_html)


def _inside(link: Link, inside: str) -> str | None:
    """Return the path that a link leads to, from the top of docs/; None for one to elsewhere.

    `inside` is the folder of the page that has the link."""
    address = link.address
    if _SCHEME.match(address) or address.startswith(("/", "#", "?")) or not address:
        return None
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return None
    if link.in_html and not inside:
        path = path.removeprefix("../")
    parts: list[str] = [inside] if inside else []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _no_picture(said: str, place: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a file that a page shows and browsers do not, by its ending."""
    lower = place.lower()
    if lower.endswith((*MOVING, *SOUND)):
        kind = "video" if lower.endswith(MOVING) else "audio"
        hint = f'write <{kind} controls src="{place}"></{kind}>, on a line of its own'
        yield f"{said} is not a picture", hint
    elif not kind_by_name(PurePosixPath(place)):
        hint = (
            "save it as .jpg, .png, .gif, .webp or .svg; or link to it, without the ! for a picture"
        )
        yield f"{said} is not a picture that browsers show", hint


def _no_file(said: str, place: str, own: Collection[str]) -> Iterator[tuple[str, str]]:
    if place in own:
        return
    other = next((one for one in sorted(own) if one.casefold() == place.casefold()), None)
    alike = [one for one in sorted(own) if PurePosixPath(one).suffix == PurePosixPath(place).suffix]
    meant = nearest(place, alike)
    what = f"{said} is not in your folder"
    if other:
        yield f"{what}, and {shown(other, 80)} is", "write it with the same capital letters"
    elif meant:
        yield what, f"did you mean {shown(meant, 80)}?"
    else:
        yield what, "put the file into the folder 'files', or remove the link"


def _is_there(place: str, pages: Collection[str], in_html: bool) -> bool:
    """Whether the guide has a file; a link in HTML names it by its page's address."""
    if not in_html:
        return place in pages
    plain = re.sub(r"(?:(?:^|/)index\.html|/)$", "", place)
    ways = (f"{plain}.md", f"{plain}/index.md") if plain else ("index.md",)
    return place.endswith(".md") is False and any(one in pages for one in (place, *ways))


def _no_page(
    said: str, place: str, own: Collection[str], pages: Collection[str], in_html: bool
) -> tuple[str, str]:
    """Say what is wrong with a link that leads to no file or page, and how to fix it."""
    what = f"{said} is a broken link"
    if _MAIL.fullmatch(place):
        return what, f"write mailto:{place}"
    website = _WEBSITE.fullmatch(place)
    if website:
        return what, f"write https://{website[1]}"
    if "\\" in place:
        return what, f"write {place.replace(chr(92), '/')}"
    if in_html and place in {one.removesuffix(".md") for one in pages} | {page_address(place)}:
        return what, f"write {page_address(place)}"
    name = PurePosixPath(place).name.casefold()
    other = next((one for one in sorted(own) if name == PurePosixPath(one).name.casefold()), None)
    if other:
        return what, f"write {other}"
    ways = (f"{place.rstrip('/')}.md", f"{place.rstrip('/')}/index.md")
    meant = next((one for one in ways if one in pages), None) or nearest(place, sorted(pages))
    if meant:
        return what, f"did you mean {shown(page_address(meant) if in_html else meant, 80)}?"
    return (
        what,
        "write files/ and the name of one of your files, or a page such as framework/index.md",
    )


def page_address(place: str) -> str:
    """Return a page's address by the path of its source; any other path is returned as it is."""
    if not place.endswith(".md"):
        return place
    page = place.removesuffix(".md")
    return "" if page == "index" else page.removesuffix("/index") + "/"
