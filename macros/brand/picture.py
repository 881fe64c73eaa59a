"""What makes a picture unfit: what in an SVG could run or fetch something, and what is too large.

A picture in a page does neither, but the same file opened by itself is a page of its own, and
some hosts send no header that would hold it back.
"""

import re
from collections.abc import Iterator
from math import ceil
from struct import unpack
from xml.parsers.expat import ExpatError, ParserCreate

ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
IN_A_STYLE = re.compile(r"""(?:url\(|@import)\s*["']?\s*(?:[a-z]+:)?//""", re.IGNORECASE)
SPACE = re.compile(r"[\s\x00-\x20]")
FRAMES = ("audio", "embed", "foreignObject", "frame", "iframe", "object", "script", "video")
PNG = b"\x89PNG\r\n\x1a\n"
_SIDES = slice(16, 24)  # of a PNG's bytes: its width and height (its specification, 11.2.1)
MOST_PIXELS, MOST_BYTES = 2_000, 500_000
_PIXELS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")
PLAIN = "save it as a plain SVG, without scripts"
INSIDE = "put what it shows into the picture itself"

Found = tuple[int, str, str]


def unfit_png(raw: bytes | None) -> Iterator[tuple[str, str]]:
    """What is unfit in a PNG picture (None: it could not be read): what, and how to mend it."""
    if raw is None:
        return
    if not raw.startswith(PNG) or len(raw) < _SIDES.stop:
        yield "is no PNG picture", "save it as a PNG, or give it the ending of what it is"
        return
    width, height = unpack(">II", raw[_SIDES])
    if max(width, height) > MOST_PIXELS:
        what = f"is {width:,} by {height:,} pixels, which is more than anybody sees"
        yield what, f"save it with at most {MOST_PIXELS:,} pixels a side, or as an SVG"
    elif len(raw) > MOST_BYTES:
        what = f"has {ceil(len(raw) / 1000):,} KB, which every reader must load"
        yield what, f"save it smaller, with at most {MOST_BYTES // 1000} KB, or as an SVG"


def unfit(raw: bytes) -> Iterator[Found]:
    """What is unfit in an SVG picture: the line, what it is and how to mend it, in order."""
    reader = _Reader()
    try:
        reader.parser.Parse(raw, True)
    except ExpatError as error:
        mend = "save it as an SVG anew"
        reader.found.append((error.lineno, "the picture cannot be read as an SVG", mend))
    yield from sorted(reader.found)


class _Reader:
    """Reads a picture and notes what is unfit in it."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.is_inside = False
        self.parser = ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction

    def _tell(self, what: str, mend: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, what, mend))

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        kind = _bare(name)
        if not self.is_inside:
            self.is_inside = True
            self._frame(attributes)
        if kind in FRAMES:
            self._tell(f"the picture has a <{kind}>", PLAIN)
        for long, value in attributes.items():
            own = _bare(long)
            if own.lower().startswith("on"):
                self._tell(f"<{kind}> has the attribute {own}", PLAIN)
            elif SPACE.sub("", value).lower().startswith("javascript:"):
                self._tell(f"the {own} of <{kind}> is a script", PLAIN)
            elif IN_A_STYLE.search(value) or _loads(kind, own, value):
                self._tell(f"<{kind}> loads from another website", INSIDE)

    def _frame(self, attributes: dict[str, str]) -> None:
        """A picture of a fixed size that says nothing of its own measures is cut, not scaled."""
        sides = [attributes.get(one) for one in ("width", "height")]
        if "viewBox" in attributes or not all(sides):
            return
        pixels = [_PIXELS.fullmatch(side or "") for side in sides]
        width, height = (match[1] if match else None for match in pixels)
        box = f'viewBox="0 0 {width or "W"} {height or "H"}"'
        how = "" if width and height else ", with its width and height in pixels"
        self._tell("the picture is cut where it is shown smaller", f"add {box} to <svg>{how}")

    def _text(self, text: str) -> None:
        if IN_A_STYLE.search(text):
            self._tell("a style loads from another website", INSIDE)

    def _entity(self, name: str, *_: object) -> None:
        self._tell(f"the picture declares the entity {name}", PLAIN)
        self.parser.StartElementHandler = None

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._tell("the picture loads a style sheet", INSIDE)


def _loads(kind: str, attribute: str, value: str) -> bool:
    return attribute in ("href", "src") and kind != "a" and bool(ELSEWHERE.match(value))


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
