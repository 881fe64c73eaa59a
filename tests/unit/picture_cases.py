"""Pictures that browsers show and pictures that none shows, each with what must be said of it."""

from base64 import b64encode
from collections.abc import Mapping
from gzip import compress
from io import BytesIO
from itertools import pairwise
from typing import Any

from PIL import Image

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
BOX = 'viewBox="0 0 8 8"'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
SHAPE = '<path d="M0 0h8v8H0z"/>'
COLOURS = ("#7a2a86", "#e0a100", "#0c4f5c", "#ffffff")


def svg(inside: str = SHAPE, root: str = f"{NAMESPACE} {BOX}", before: str = "") -> bytes:
    """An SVG picture in UTF-8."""
    return f"{before}<svg {root}>{inside}</svg>".encode()


def striped(mode: str = "RGB", size: tuple[int, int] = (64, 64)) -> Image.Image:
    """A picture of coloured stripes, so that what is cut off of its file leaves a gap in it."""
    picture = Image.new("RGB", size, COLOURS[0])
    edges = range(0, size[1] + 1, max(1, size[1] // 16))
    for index, (top, bottom) in enumerate(pairwise(edges)):
        picture.paste(COLOURS[index % len(COLOURS)], (0, top, size[0] - index, bottom))
    return picture.convert(mode)


def raster(kind: str, mode: str = "RGB", size: tuple[int, int] = (64, 64), **more: Any) -> bytes:
    """A picture of this kind (Pillow's name) and size as its bytes."""
    made = BytesIO()
    striped(mode, size).save(made, kind, **more)
    return made.getvalue()


def data_of(picture: bytes) -> str:
    """The address that holds a picture, as programs write it into an SVG."""
    return f"data:image/png;base64,{b64encode(picture).decode()}"


def clear(kind: str) -> bytes:
    """A picture of this kind of which nothing is to be seen."""
    made = BytesIO()
    Image.new("RGBA", (64, 64), (200, 20, 20, 0)).save(made, kind)
    return made.getvalue()


def moving(kind: str, duration: int, **more: Any) -> bytes:
    """A picture that moves: two frames of so many milliseconds each."""
    frame = Image.new("RGB", (64, 64), COLOURS[1])
    return raster(kind, save_all=True, append_images=[frame], duration=duration, **more)


def cut(picture: bytes, at: float = 0.6) -> bytes:
    """The first part of a picture, as where its copying was broken off."""
    return picture[: int(len(picture) * at)]


PNG, JPEG, GIF = raster("PNG"), raster("JPEG"), raster("GIF")
WEBP, ICO = raster("WEBP"), raster("ICO", sizes=[(32, 32)])

FINE: Mapping[str, bytes] = {
    "NCC Logo RGB.svg": svg(),
    "LOGO.PNG": PNG,
    "Wappen Müllroße.svg": svg('<circle cx="4" cy="4" r="4"/>'),
    "100% #1 'best' \"logo\".jpeg": JPEG,
    "..logo..Jpg": raster("JPEG", "CMYK"),
    "-logo.gif": GIF,
    "logo(1).webp": WEBP,
    "favicon.ICO": ICO,
    "a;b,c&d=e+f?g.png": raster("PNG", "P"),
    "one-bit.png": raster("PNG", "1"),
    "progressive.jpg": raster("JPEG", progressive=True),
    "lossless.webp": raster("WEBP", lossless=True),
    "old.ico": raster("ICO", sizes=[(16, 16)], bitmap_format="bmp"),
    "short.gif": moving("GIF", 400),
    "utf-16.svg": '\ufeff<?xml version="1.0" encoding="UTF-16"?>'.encode("utf-16-le")
    + svg().decode().encode("utf-16-le"),
    "declared.svg": svg(before='<?xml version="1.0" encoding="ISO-8859-1"?>'),
    "mark.svg": b"\xef\xbb\xbf" + svg("<desc>Gr\u00fcn</desc>" + SHAPE),
    "prefixed.svg": b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
    b'<svg:rect width="8" height="8"/></svg:svg>',
    "doctype.svg": svg(
        before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    ),
    "used.svg": svg(
        f'<defs><g id="a">{SHAPE}</g></defs><use xlink:href="#a"/>', f"{NAMESPACE} {BOX} {LINK}"
    ),
    "text.svg": svg('<text y="8" font-size="8">NCC</text>'),
    "styled.svg": svg(
        "<style>@namespace url(http://www.w3.org/2000/svg); /* url(a.svg) */ .a { fill: url(#g) }"
        '</style><linearGradient id="g"><stop stop-color="red"/></linearGradient>'
        '<path class="a" d="M0 0h8v8H0z"/><text y="8">see url(https://a.example/)</text>'
    ),
    "percent.svg": svg(root=f'{NAMESPACE} width="100%" height="100%" {BOX}'),
    "linking.svg": svg(f'<a href="https://www.example.org/">{SHAPE}</a>'),
    "inkscape.svg": svg(
        f'<i:view href="a.svg" i:file="url(a.png)"/>{SHAPE}',
        f'{NAMESPACE} {BOX} xmlns:i="http://www.inkscape.org/namespaces/inkscape"',
    ),
    "nested.svg": svg(f'<svg x="1" width="4" height="4" {BOX}>{SHAPE}</svg>'),
}
CUT = "the picture is cut off if it is shown smaller"
NOTHING = "the picture draws nothing"
LATIN = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + svg(
    f"<desc>Gr\u00fcn</desc>{SHAPE}"
).decode().encode("latin-1")
# What a browser shows nothing of, or not the whole, with what is said.
UNSHOWN: Mapping[str, tuple[bytes, str]] = {
    "no-namespace.svg": (svg(root=BOX), "does not say that it is an SVG"),
    "other-namespace.svg": (
        svg(root=f'xmlns="http://www.w3.org/svg" {BOX}'),
        "does not say that it is an SVG",
    ),
    "page.svg": (b'<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', "with <html>"),
    "linked.svg": (svg('<image href="logo.png" width="8" height="8"/>'), "<image> shows"),
    "linked-file.svg": (
        svg('<image href="file:///C:/Users/me/logo.png" width="8" height="8"/>'),
        "<image> loads from another website",
    ),
    "used-outside.svg": (svg('<use href="icons.svg#a"/>'), "<use> shows"),
    "used-nowhere.svg": (svg('<use href="#a"/>'), NOTHING),
    "no-box.svg": (svg(root=NAMESPACE), CUT),
    "no-box-percent.svg": (svg(root=f'{NAMESPACE} width="100%" height="100%"'), CUT),
    "odd-box.svg": (svg(root=f'{NAMESPACE} viewBox="0 0 8"'), CUT),
    "empty-box.svg": (svg(root=f'{NAMESPACE} viewBox="0 0 0 0"'), "an empty viewBox"),
    "no-width.svg": (svg(root=f'{NAMESPACE} {BOX} width="0"'), "no width or no height"),
    "no-height.svg": (svg(root=f'{NAMESPACE} {BOX} height="0.0px"'), "no width or no height"),
    "blank.svg": (svg(""), NOTHING),
    "only-defs.svg": (svg(f"<defs>{SHAPE}</defs><symbol>{SHAPE}</symbol>"), NOTHING),
    "hidden.svg": (svg(f'<g display="none"><g>{SHAPE}</g></g>'), NOTHING),
    "hidden-by-style.svg": (svg(f'<g style="fill: red; display: none">{SHAPE}</g>'), NOTHING),
    "no-size.svg": (svg('<rect width="8"/><circle/><path d=" "/><text> </text>'), NOTHING),
    "title.svg": (svg("<title>Our logo</title><desc>NCC</desc>"), NOTHING),
    "no-prefix.svg": (svg(f'{SHAPE}<use xlink:href="#a"/>'), "a prefix that it does not declare"),
    "entity.svg": (
        svg(f"<desc>&nbsp;</desc>{SHAPE}", before="<!DOCTYPE svg>"),
        "the picture cannot be read as an SVG (undefined entity)",
    ),
    "half.svg": (cut(svg()), "the picture cannot be read as an SVG (unclosed token)"),
    "late.svg": (b"\n" + svg(before="<?xml version='1.0'?>"), "cannot be read as an SVG"),
    "latin.svg": (LATIN, "the picture is not in UTF-8"),
    "latin-unsaid.svg": (LATIN.partition(b"?>")[2], "the picture is not in UTF-8"),
    "no-mark.svg": (svg().decode().encode("utf-16-le"), "the picture is not in UTF-8"),
    "packed.svg": (compress(svg()), "is not an SVG but a compressed file"),
    "packed.svgz": (compress(svg()), "is not an SVG but a compressed file"),
    "nothing.svg": (b"", "is empty"),
    "nothing.png": (b"", "is empty"),
    "start.png": (PNG[:40], "is cut off or damaged"),
    "cut.png": (cut(PNG), "is cut off or damaged"),
    "cut.jpg": (cut(JPEG), "is cut off or damaged"),
    "cut.webp": (cut(WEBP), "is cut off or damaged"),
    "clear.png": (clear("PNG"), "is completely transparent"),
    "clear.webp": (clear("WEBP"), "is completely transparent"),
    "cut.ico": (cut(ICO), "is cut off or damaged"),
    "cut-old.ico": (cut(raster("ICO", sizes=[(16, 16)], bitmap_format="bmp")), "is cut off"),
    "damaged.png": (PNG[:60] + b"\0\0\0\0" + PNG[64:], "is cut off or damaged"),
    "drawing.PNG": (svg(), "is not a PNG but an SVG"),
    "drawn.svg": (PNG, "is not an SVG but a PNG"),
    "words.png": (b"This is no picture.", "is not a PNG"),
    "paper.jpg": (b"%PDF-1.7\n", "is not a JPEG but a PDF"),
}
# What a browser would show, and what nobody should have to see, or a host may not send as it is.
UNFIT: Mapping[str, tuple[bytes, str]] = {
    "cut.gif": (cut(GIF), "is cut off or damaged"),
    "photo.png": (JPEG, "is not a PNG but a JPEG"),
    "packed.jpg": (WEBP, "is not a JPEG but a WebP"),
    "for-ever.gif": (moving("GIF", 100, loop=0), "moves for longer than 5 seconds"),
    "long.png": (moving("PNG", 2_000, loop=2), "moves for longer than 5 seconds"),
    "for-ever.webp": (moving("WEBP", 100, loop=0), "moves for longer than 5 seconds"),
    "sheet.svg": (svg(f"<style>@import 'a.css';</style>{SHAPE}"), "a style shows 'a.css'"),
    "font.svg": (
        svg(f"<style>@font-face {{ font-family: a; src: url(a.woff2) }}</style>{SHAPE}"),
        "a style shows 'a.woff2'",
    ),
    "filled.svg": (svg(f'{SHAPE}<path fill="url(\'a.svg#b\')" d="M0 0"/>'), "<path> shows"),
}
