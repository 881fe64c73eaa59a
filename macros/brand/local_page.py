"""A council's own page, local.md or one in `pages`: its title, its text, and its links.

Help and notes, written `<!-- so -->` or `{# so #}`, are for the page's authors. They are removed,
so that they are neither on the page nor in its HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from common.problems import Problem, ProblemsError, listed, shown
from macros.content.document import SourceDocument
from macros.content.reading.yaml_parser import is_utf_16, parse

# The Markdown extensions of mkdocs.yml, with those that MkDocs adds.
EXTENSIONS = ("attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc")
_HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_CODE = (
    r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
)
_NOTE = r"<!--(?:-?>|.*?--!?>)|\{#(?=\s).*?#\}"
_CODE_OR_NOTE = re.compile(
    rf"{_CODE}|^[ \t]*(?P<lines>{_NOTE})[ \t]*(?:\n|\Z)|(?P<note>{_NOTE})", re.DOTALL | re.MULTILINE
)
_CODE_OR_TAG = re.compile(
    rf"""{_CODE}|(?P<tag><[a-z][\w-]*(?:\s+[^<>"'=\s]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?>)""",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"""(?P<name>\s(?:href|src|poster)\s*=\s*)(?P<quote>["']?)(?P<address>[^"'\s<>]*|(?<=")[^"]*|(?<=')[^']*)(?P=quote)""",
    re.IGNORECASE,
)
_LIKE_AN_ADDRESS = r"(?:files/|https?:|mailto:|www\.|[\w./-]+\.md\b)"
# Links that Markdown shows as they are written.
_NO_LINK = re.compile(
    rf"\](?P<gap>[ \t]+)\({_LIKE_AN_ADDRESS}|\)\[(?P<turned>{_LIKE_AN_ADDRESS})"
    rf"|\]\({_LIKE_AN_ADDRESS}[^)\n]*(?P<open>$)|(?<!\\)\][ ]?\[(?P<label>[^\]\n]+)\]",
    re.MULTILINE,
)
_LABEL = re.compile(r"^ {0,3}\[([^\]\n]+)\]:", re.MULTILINE)
_NO_LINK_HINTS = {
    "gap": ("there is a space between ] and (, so this is not a link", "remove the space"),
    "turned": ("the brackets of a link are the other way round", "write [words](address)"),
    "open": ("a link has no ) after its address", "write )"),
}
_IMAGE = re.compile(r"<(?:img|input)\s", re.IGNORECASE)
_FIELDS = ("title", "order", "description", "hide")
_HIDEABLE = ("navigation", "toc")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?\\]|$", re.IGNORECASE)
_UTF_8 = "save the file as UTF-8: in Notepad, with 'Save as' and the encoding UTF-8"


@dataclass(frozen=True)
class Link:
    """An address on the page, as it is written there, with its line; `in_html` where a tag has
    it, `shows` where the page shows what is there as a picture."""

    address: str
    line: int
    in_html: bool
    shows: bool


@dataclass(frozen=True)
class LocalPage:
    """A council's own page without its notes: title, text with front matter, links.

    `order` is its place in the menu among the pages of the folder `pages`, or None for a page that
    comes after those that have one. `inside` is the folder it is in, "" or "pages"."""

    title: str
    text: str
    links: tuple[Link, ...]
    order: int | None = None
    inside: str = ""

    def for_pages_at_their_address(self) -> str:
        """Return the text for a generator that leaves addresses in HTML unchanged.

        They must then be relative to the page's address, which is one folder down."""
        return _moved(self.text, ("href", "poster", "src"), self.inside)

    def for_pages_at_their_file(self) -> str:
        """Return the text for a generator that rewrites addresses in HTML, except a poster's.

        It reads them as relative to the page's source file, as in Markdown."""
        return _moved(self.text, ("poster",), self.inside)


def local_page(
    raw: bytes, file: str, problems: list[Problem], inside: str = ""
) -> LocalPage | None:
    """Read a page; None if it has no text or cannot be read.

    `file` is its name in messages, which are added to `problems`; from a page with problems, what
    is sound is returned. `inside` is the folder of the council's that it is in."""
    text = _decoded(raw, file, problems)
    head = _HEAD.match(text)
    before, body = (text[: head.end()], text[head.end() :]) if head else ("", text)
    words = _without_notes(body)
    if not words.strip():
        return None
    # Notes leave their line ends, so that each line has its number.
    lines = "\n" * before.count("\n") + _without_notes(body, keep_lines=True)
    plain = re.sub(_CODE, lambda code: "\n" * code[0].count("\n"), lines, flags=re.DOTALL | re.M)
    problems += [*_left_open(plain, file), *_no_links(plain, file)]
    title, order = _title_and_order(head, file, problems)
    return LocalPage(title, before + words, tuple(_links(lines)), order, inside)


def _decoded(raw: bytes, file: str, problems: list[Problem]) -> str:
    """The file's text with plain line ends; "" where it is in another encoding, which is told."""
    if is_utf_16(raw):
        problems.append(Problem(file, 1, "the file is saved as UTF-16", _UTF_8))
        return ""
    try:
        return re.sub(r"\r\n?", "\n", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        letter = raw[error.start : error.start + 1].decode("cp1252", "replace")
        problems.append(Problem(file, line, f"the letter {letter} is not saved as UTF-8", _UTF_8))
        return ""


def _unknown_fields(document: SourceDocument) -> Iterator[Problem]:
    """A problem for each field of a page's head that is not for councils: some would run code."""
    for name, value in document.data.items():
        if name not in _FIELDS:
            what = f"{shown(name)} is not a field of a page"
            yield document.problem(
                (name,), what, f"remove it; there may be {listed(_FIELDS, 'and')}"
            )
        elif name == "hide" and not (isinstance(value, tuple) and set(value) <= {*_HIDEABLE}):
            yield document.problem(
                (name,), "hide is not a list of what it may hide", "write hide: [toc]"
            )


def _title_and_order(
    head: re.Match[str] | None, file: str, problems: list[Problem]
) -> tuple[str, int | None]:
    """Return the page's title; "", and a problem, if it has none; and its order, if it has one."""
    title: Any = None
    order: Any = None
    try:
        # Begin with an empty line, so that line numbers are those of the file.
        if head and re.sub(r"#.*", "", head[1]).strip():
            document = parse(f"\n{head[1]}".encode(), file)
            problems += document.problems
            problems += _unknown_fields(document)
            title, order = document.data.get("title"), document.data.get("order")
            if order is not None and (isinstance(order, bool) or not isinstance(order, int)):
                line = document.location(("order",)).line
                what = "order is not a whole number"
                problems.append(Problem(file, line, what, "write digits without quotes, such as 2"))
                order = None
    except ProblemsError as error:
        problems += error.problems
        return "", None
    if isinstance(title, str) and title.strip():
        return title, order
    hint = "begin the file with 3 lines: ---, title: In our council, ---"
    problems.append(Problem(file, 1, "the page has no title", hint))
    return "", order


def _without_notes(text: str, keep_lines: bool = False) -> str:
    """Remove notes, but not in code, where they are text."""

    def kept(found: re.Match[str]) -> str:
        if not found["lines"] and not found["note"]:
            return found[0]
        return "\n" * found[0].count("\n") if keep_lines else ""

    return _CODE_OR_NOTE.sub(kept, text)


def _no_links(plain: str, file: str) -> Iterator[Problem]:
    """A problem for each link that would be shown as it is written; `plain` has no code."""
    labels = {" ".join(label.split()).casefold() for label in _LABEL.findall(plain)}
    for found in _NO_LINK.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        label = found["label"]
        if not label:
            yield Problem(file, line, *_NO_LINK_HINTS[str(found.lastgroup)])
        elif " ".join(label.split()).casefold() not in labels:
            what = f"no line has the address of [{label}], so this is not a link"
            yield Problem(file, line, what, f"write [words](address), or a line [{label}]: address")


def _left_open(plain: str, file: str) -> Iterator[Problem]:
    place = plain.find("<!--")
    if place >= 0:
        line = plain.count("\n", 0, place) + 1
        what = "a note begins with <!-- and has no end: nothing after it would be shown"
        yield Problem(file, line, what, "write --> after the note")


def _moved(text: str, names: tuple[str, ...], inside: str) -> str:
    """Rewrite addresses in HTML, relative to the page's source, to be relative to its address.

    That is one folder down, and 2 for a page in a folder. A page at the top may also write them as
    if it were one folder down."""

    def tag(found: re.Match[str]) -> str:
        return _ADDRESS.sub(address, found[0]) if found["tag"] else found[0]

    def address(found: re.Match[str]) -> str:
        said, name = found["address"], found["name"].strip(" \t\n=").lower()
        if _ELSEWHERE.match(said):
            return found[0]
        up = "../" if name in names else ""
        plain = said if inside else said.removeprefix("../")
        return f"{found['name']}{found['quote']}{up}{plain}{found['quote']}"

    return _CODE_OR_TAG.sub(tag, text)


def _links(text: str) -> Iterator[Link]:
    """Yield each address on the page: those in HTML, then those in Markdown."""
    for found in _CODE_OR_TAG.finditer(text):
        for one in _ADDRESS.finditer(found["tag"] or ""):
            line = text.count("\n", 0, found.start() + one.start("address")) + 1
            name = one["name"].strip().lower()
            shows = name.startswith("poster") or bool(_IMAGE.match(found["tag"]) and name[0] == "s")
            yield Link(unescape(one["address"]).strip(), line, True, shows)
    collected = _Addresses()
    reader = Markdown(extensions=list(EXTENSIONS))
    reader.treeprocessors.register(collected, "addresses", -1)
    reader.convert(text)
    places: dict[str, int] = {}
    for said, shows in collected.found:
        places[said] = _place(text, said, places.get(said, 0))
        line = text.count("\n", 0, max(places[said] - 1, 0)) + 1
        yield Link(said.strip(), line, False, shows)


def _place(text: str, address: str, start: int) -> int:
    """Return the position after an address in the text; `start` if it is not found after that."""
    written = (
        address,
        address.replace("\\", "\\\\"),
        escape(address),
        quote(address),
        unquote(address),
    )
    for one in written:
        place = text.find(one, start)
        if place >= 0:
            return place + len(one)
    return start


class _Addresses(Treeprocessor):
    """Collects the addresses of links and pictures in Markdown, in order, without changing any."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []

    def run(self, root: Element) -> None:
        """Collect what each element links to or shows."""
        for element in root.iter():
            name = "src" if element.tag == "img" else "href"
            said = element.get(name)
            if said is not None:
                self.found.append((self._plain(said), name == "src"))

    @staticmethod
    def _plain(said: str) -> str:
        """Undo Markdown's placeholders for characters of an email address."""
        return unescape(said.replace("\x02amp\x03", "&"))
