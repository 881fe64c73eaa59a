"""Check that a file is a picture that browsers show, and not too large to wait for."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path, PurePath

from macros.brand.image_decoding import ENDINGS, a, kind_of, unfit_raster

_KINDS = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}


@dataclass(frozen=True)
class Most:
    """The most that a picture may have: pixels on a side, bytes, and whether it may move."""

    pixels: int
    size: int
    may_move: bool = True


ON_EVERY_PAGE = Most(2_000, 500_000, may_move=False)
AMONG_THE_FILES = Most(6_000, 2_000_000)


def kind_by_name(path: PurePath) -> str | None:
    """The kind of picture that the file's ending promises; None where it promises none."""
    ending = path.suffix.lower().removeprefix(".")
    return _KINDS.get(ending) or ("SVG" if ending == "svgz" else None)


def too_large(path: Path, most: Most) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a picture that has too many bytes, and how to fix it.

    Raises OSError if the file cannot be examined."""
    size = path.stat().st_size
    if size > most.size:
        other = "" if kind_by_name(path) == "SVG" else ", or as an SVG"
        what = f"has {ceil(size / 1000):,} KB, which every reader has to download"
        yield what, f"make it smaller, with up to {most.size // 1000:,} KB{other}"


def unfit_file(path: Path, raw: bytes, most: Most) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a picture's bytes, and how to fix it; an SVG's text is not read."""
    promised, found = kind_by_name(path), kind_of(raw)
    if not raw:
        yield "is empty", "save the picture there again"
    elif promised and promised != found and not (promised == "SVG" and found is None):
        yield _disguised(promised, found)
    elif found in ENDINGS and found != "SVG":
        yield from unfit_raster(raw, found, most.pixels, most.may_move)


def _disguised(promised: str, found: str | None) -> tuple[str, str]:
    """Say what a file is that is not what its ending promises."""
    what, anew = f"is not {a(promised)}", f"save it as {a(promised)}"
    if not found:
        return what, f"{anew}, or change its ending to match what it is"
    hint = f"{anew}, or change its ending to .{ENDINGS[found][0]}" if found in ENDINGS else anew
    return f"{what} but {a(found)}", hint
