"""Find what keeps a browser from showing an SVG, and what in one could run or fetch something.

A picture in a page does neither, but opened by itself the same file is a page of its own, and some
hosts do not send the headers that would prevent it. In a page it is shown only if it is well-formed
XML with namespaces, has an area, draws something and needs no other file (SVG 2, 2.2 and 8.2; SVG
Integration, "secure static mode")."""

import re
from collections.abc import Iterator
from xml.parsers.expat import ExpatError, ParserCreate
from xml.parsers.expat.errors import XML_ERROR_UNBOUND_PREFIX

from common.problems import shown
from common.svg import NAMESPACE, SAVE_PLAIN, is_script, is_utf_16
from macros.brand.image_decoding import MOVES_IN_HEADER, is_unfit_data

SVG, XLINK, XHTML = (
    f"http://www.w3.org/{path}" for path in ("2000/svg", "1999/xlink", "1999/xhtml")
)
INSIDE = "put what it shows into the picture itself"
ANEW = "save it as an SVG again"

_RUNS = ("audio", "embed", "foreignObject", "frame", "iframe", "object", "script", "video")
_SHOWS_DATA = ("feImage", "image", "img")
# Elements that are drawn, with the attributes without which they are not.
_DRAWN = {
    "circle": ("r",),
    "ellipse": (),
    "image": ("href",),
    "line": (),
    "path": ("d",),
    "polygon": ("points",),
    "polyline": ("points",),
    "rect": ("width", "height"),
}
_ONLY_REFERRED_TO = (
    *("clipPath", "defs", "filter", "linearGradient", "marker", "mask", "metadata"),
    *("pattern", "radialGradient", "symbol"),
)
_MOVING = ("animate", "animateColor", "animateMotion", "animateTransform", "set")
_MOVES_IN_A_STYLE = re.compile(r"@keyframes|animation(?:-name)?\s*:\s*(?!none)", re.IGNORECASE)
_MOVES_ON = ("repeatCount", "repeatDur")
_MOVES_ON_IN_A_STYLE = re.compile(
    r"animation(?:-iteration-count)?\s*:[^;}]*\binfinite\b", re.IGNORECASE
)
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_VIEW_BOX = re.compile(rf"\s*(?:{_NUMBER}[\s,]+){{2}}({_NUMBER})[\s,]+({_NUMBER})\s*", re.I)
_ZERO = re.compile(r"\s*[+-]?(?:0+\.?0*|\.0+)(?:[a-z]+|%)?\s*", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")
_HIDDEN = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_IN_A_STYLE = re.compile(
    r"""@import\s*(?:url\()?\s*["']?\s*(?P<sheet>[^"')\s;]+)|url\(\s*["']?\s*(?P<file>[^"')\s]*)""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)

_MOVES = (
    "the picture moves for longer than 5 seconds, and people cannot stop it",
    "save it without animation, or let it move for a shorter time",
)

Found = tuple[int, str, str]


class _StopError(Exception):
    """Raised to stop reading the picture."""


def unfit(raw: bytes, may_move: bool = True) -> list[Found]:
    """Return (line, what is wrong, how to fix it) for each problem of an SVG, in order."""
    return _not_in_utf_8(raw) or sorted(_Reader(may_move).read(raw))


def _not_in_utf_8(raw: bytes) -> list[Found]:
    """Report an encoding in which Chromium does not read pictures: only UTF-8 and marked UTF-16."""
    if is_utf_16(raw):
        return []
    try:
        at = raw.decode("utf-8").find("\0")
    except UnicodeDecodeError as problem:
        at = problem.start
    line = raw.count(b"\n", 0, at) + 1
    return [(line, "the picture is not in UTF-8", "save it in UTF-8")] if at >= 0 else []


class _Reader:
    """Reads a picture and collects what is wrong with it, each thing once."""

    def __init__(self, may_move: bool) -> None:
        self._may_move = may_move
        self._found: dict[tuple[str, str], int] = {}
        self._open: list[str] = []
        self._not_drawn = 0
        self._draws = False
        self._ids: set[str] = set()
        self._used: set[str] = set()
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._unknown
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, raw: bytes) -> Iterator[Found]:
        try:
            self._parser.Parse(raw, True)
            if not self._draws and not self._used & self._ids:
                self._tell(
                    "the picture draws nothing",
                    "save the picture that people should see as an SVG again",
                    1,
                )
        except ExpatError as error:
            self._tell(*_unsound(error), error.lineno)
        except _StopError:
            pass
        return ((line, what, hint) for (what, hint), line in self._found.items())

    def _tell(self, what: str, hint: str, line: int = 0) -> None:
        self._found.setdefault((what, hint), line or self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, kind = name.rpartition(" ")
        if not self._open:
            self._root(space, kind, attributes)
        if kind in _RUNS:
            self._tell(f"the picture has a <{kind}>", SAVE_PLAIN)
        if kind in _MOVING and not self._may_move:
            self._tell(f"the picture {MOVES_IN_HEADER[0]}", MOVES_IN_HEADER[1])
        own = {bare: value for long, value in attributes.items() if (bare := _own(long))}
        for attribute, value in own.items():
            self._attribute(kind, attribute, value, loads=space in (SVG, XHTML))
        if space == SVG:
            self._draw(kind, own)
        self._ids.add(own.get("id", ""))
        self._open.append(kind)

    def _root(self, space: str, kind: str, attributes: dict[str, str]) -> None:
        if kind != "svg":
            self._tell(f"the file is not an SVG picture: it begins with <{kind}>", ANEW)
            raise _StopError
        if space != SVG:
            what = "the picture does not say that it is an SVG"
            self._tell(what, f'add xmlns="{SVG}" to <svg>')
            raise _StopError
        sides = [attributes.get(one) for one in ("width", "height")]
        box = _VIEW_BOX.fullmatch(attributes.get("viewBox", ""))
        if any(side and _ZERO.fullmatch(side) for side in sides):
            self._tell("the picture has no width or no height", "give <svg> those that it has")
        elif not box or any(side.startswith("-") for side in box.groups()):
            self._tell("the picture is cut off if it is shown smaller", _with_box(sides))
        elif _ZERO.fullmatch(box[1]) or _ZERO.fullmatch(box[2]):
            hint = "write viewBox with the width and height of what it shows"
            self._tell("the picture has an empty viewBox", hint)

    def _attribute(self, kind: str, attribute: str, value: str, loads: bool) -> None:
        if attribute.lower().startswith("on"):
            self._tell(f"<{kind}> has the attribute {attribute}", SAVE_PLAIN)
        elif is_script(value):
            self._tell(f"the {attribute} of <{kind}> is a script", SAVE_PLAIN)
        elif attribute in _MOVES_ON and value.strip() == "indefinite":
            self._tell(*_MOVES)
        elif loads and attribute in ("href", "src") and kind != "a":
            self._reference(f"<{kind}>", value.strip(), data=kind in _SHOWS_DATA)
        elif loads and kind != "a":
            self._style(f"<{kind}>", value)

    def _reference(self, what: str, to: str, data: bool) -> None:
        """Report a reference that leads out of the picture."""
        inside = ("#", "data:") if data else "#"
        if _ELSEWHERE.match(to):
            self._tell(f"{what} loads from another website", INSIDE)
        elif to and not to.lower().startswith(inside):
            self._tell(f"{what} shows {shown(to)}, which is not in the picture", INSIDE)
        elif data and not to.startswith("#") and is_unfit_data(to):
            self._tell(f"{what} has a picture in it that no browser shows", ANEW)

    def _style(self, what: str, text: str) -> None:
        if not self._may_move and _MOVES_IN_A_STYLE.search(text):
            self._tell(f"the picture {MOVES_IN_HEADER[0]}", MOVES_IN_HEADER[1])
        elif _MOVES_ON_IN_A_STYLE.search(text):
            self._tell(*_MOVES)
        for match in _IN_A_STYLE.finditer(NAMESPACE.sub("", _COMMENT.sub("", text))):
            self._reference(what, match["sheet"] or match["file"], data=not match["sheet"])

    def _draw(self, kind: str, attributes: dict[str, str]) -> None:
        hidden = attributes.get("display") == "none" or _HIDDEN.search(attributes.get("style", ""))
        if self._not_drawn or hidden or kind in _ONLY_REFERRED_TO:
            self._not_drawn += 1
        elif kind == "use":
            self._used.add(attributes.get("href", "").strip().removeprefix("#"))
        elif kind in _DRAWN:
            needed = [attributes.get(one, "0") for one in _DRAWN[kind]]
            self._draws |= not any(not one.strip() or _ZERO.fullmatch(one) for one in needed)

    def _end(self, name: str) -> None:
        self._open.pop()
        self._not_drawn -= bool(self._not_drawn and name.startswith(f"{SVG} "))

    def _text(self, text: str) -> None:
        if self._open[-1] == "style":
            self._style("a style", text)
        elif "text" in self._open and not self._not_drawn:
            self._draws |= bool(text.strip())

    def _entity(self, name: str, *_: object) -> None:
        self._tell(f"the picture declares the entity {name}", SAVE_PLAIN)
        raise _StopError  # before it is expanded, which may never end

    def _unknown(self, name: str, _: bool) -> None:
        self._tell(f"the picture names the entity {name}, which it does not declare", ANEW)

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._tell("the picture loads a style sheet", INSIDE)


def _own(long: str) -> str:
    """Return an attribute's name without its namespace; "" for one that no browser knows."""
    space, _, name = long.rpartition(" ")
    return name if space in ("", XLINK) else ""


def _with_box(sides: list[str | None]) -> str:
    pixels = [_PIXELS.fullmatch(side or "") for side in sides]
    width, height = (match[1] if match else None for match in pixels)
    how = "" if width and height else ", with its width and height in pixels"
    return f'add viewBox="0 0 {width or "W"} {height or "H"}" to <svg>{how}'


def _unsound(error: ExpatError) -> tuple[str, str]:
    """Say what is wrong with a file that is not well-formed XML, and how to fix it."""
    reason = str(error).partition(":")[0]
    if reason == XML_ERROR_UNBOUND_PREFIX:
        hint = f'add xmlns:xlink="{XLINK}" to <svg>, if it is xlink, or {ANEW}'
        return "the picture uses a prefix that it does not declare", hint
    return f"the picture cannot be read as an SVG ({reason})", ANEW
