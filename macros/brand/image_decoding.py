"""Find what keeps a browser from showing a PNG, JPEG, GIF, WebP or ICO picture.

Pillow decodes it, as a browser would. Its size in pixels is read first, so that a small file that
claims to be huge is never decoded."""

import re
import struct
import warnings
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote_to_bytes

from PIL import Image, ImageSequence

# The kind of a file by its first bytes; below, the endings that a file of each kind may have.
_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\0\0\1\0": "ICO",
    b"%PDF": "PDF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"\x1f\x8b": "compressed file",
}
ENDINGS = {
    "GIF": ("gif",),
    "ICO": ("ico",),
    "JPEG": ("jpg", "jpeg"),
    "PNG": ("png",),
    "SVG": ("svg",),
    "WebP": ("webp",),
}
MOST_UNPACKED = 100_000_000  # pixels, of all its frames
MOST_MOVING = 5_000  # milliseconds that something may move by itself (WCAG 2.2, 2.2.2)
_MOST_INSIDE = 10_000  # pixels on a side, of a picture in an SVG, which draws it smaller
_DATA = re.compile(r"data:[^,]*?(?P<base64>;base64)?,(?P<data>.*)", re.IGNORECASE | re.DOTALL)
_MOVING = ("GIF", "PNG", "WebP")
_DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError),
    *(OverflowError, struct.error),
)

Found = tuple[str, str]
MOVES_IN_HEADER = ("moves, and is on every page", "save it as one picture that does not move")


def kind_of(raw: bytes) -> str | None:
    """Name the kind of a picture by its bytes, such as "PNG"; None if it is unknown."""
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WebP"
    kind = next((kind for first, kind in _BEGINNINGS.items() if raw.startswith(first)), None)
    return kind or ("SVG" if b"<svg" in raw[:4096] else None)


def a(kind: str) -> str:
    """Put "a" or "an" before the name of a kind."""
    return f"an {kind}" if kind in ("SVG", "ICO") else f"a {kind}"


def unfit_raster(raw: bytes, kind: str, most_pixels: int, may_move: bool = True) -> Iterator[Found]:
    """Yield (what is wrong, how to fix it) for what keeps a picture of this kind from showing.

    `most_pixels` is the most that a side may have."""
    try:
        with warnings.catch_warnings(action="ignore"):
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(raw), formats=[kind.upper()]) as picture:
                yield from _unfit(picture, kind, most_pixels, may_move)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        yield "has more pixels than browsers can show", _smaller(most_pixels)
    except _DAMAGE:
        yield "is cut off or damaged", f"save it as {a(kind)} again"


def is_unfit_data(address: str) -> bool:
    """Whether what a `data:` address holds is no picture, or a damaged one. An SVG is let be."""
    found = _DATA.fullmatch(address)
    raw = unquote_to_bytes(found["data"]) if found else b""
    if found and found["base64"]:
        try:
            plain = b"".join(raw.split()).rstrip(b"=")
            raw = b64decode(plain + b"=" * (-len(plain) % 4), validate=True)
        except ValueError:
            return True
    kind = kind_of(raw)
    if kind not in ENDINGS:
        return True
    return kind != "SVG" and any(True for _ in unfit_raster(raw, kind, _MOST_INSIDE))


def _unfit(picture: Image.Image, kind: str, most_pixels: int, may_move: bool) -> Iterator[Found]:
    width, height = picture.size
    if max(width, height) > most_pixels:
        what = f"is {width:,} by {height:,} pixels, which is larger than a page needs"
        yield what, _smaller(most_pixels)
        return
    frames = getattr(picture, "n_frames", 1) if kind in _MOVING else 1
    if frames * width * height > MOST_UNPACKED:
        yield f"moves through {frames:,} pictures", "save it as one picture"
    elif frames > 1 and not may_move:
        yield MOVES_IN_HEADER
    elif _milliseconds(picture, frames) > MOST_MOVING:
        what = "moves for longer than 5 seconds, and people cannot stop it"
        yield what, "save it as one picture, or let it move for a shorter time"
    elif frames == 1 and picture.mode in ("LA", "RGBA") and not picture.getchannel("A").getbbox():
        yield "is completely transparent", "save the picture that people should see"


def _smaller(most_pixels: int) -> str:
    return f"save it with up to {most_pixels:,} pixels a side, or as an SVG"


def _milliseconds(picture: Image.Image, frames: int) -> float:
    """Return how long the picture moves, infinity if it never ends. Decodes every frame."""
    if frames == 1:
        picture.load()
        return 0
    once = 0.0
    for frame in ImageSequence.Iterator(picture):
        frame.load()
        once += frame.info.get("duration", 0)
    times = picture.info.get("loop", 1)
    return once * times if times else float("inf")
