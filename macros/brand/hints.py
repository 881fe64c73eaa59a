"""What is worth a look in a folder: a logo that can hardly be seen, or is very wide or tall."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from macros.brand.common_forms import hex_of
from macros.brand.reader import Folder, picture_file
from macros.palette.contrast import contrast
from macros.palette.council_css import make_palette

TEMPLATE_NAME = "Our Council"
_COLOUR_IN_SVG = re.compile(r"""(?:fill|stroke|stop-color)\s*[=:]\s*["']?\s*([^"';}<>]+)""")
_SHAPE = re.compile(r"<(?:path|rect|circle|ellipse|polygon|text)\b[^>]*>")
_PAINTED = re.compile(r"fill|class|style|stroke")
_ROOT_PAINTED = re.compile(r"<(?:svg|g)\b[^>]*\bfill\s*=|<style")
_SIZES_IN_SVG = re.compile(r"""viewBox\s*=\s*["'][\s\d.+-]*?([\d.]+)[\s,]+([\d.]+)\s*["']""")
_HARD_TO_SEE = 1.6  # times the contrast of a ground with itself
_SMALL = 64  # pixels on a side are enough to see its colours
_OPAQUE = 200
_MOST = 0.9  # of what is drawn
_LONG, _TALL = 6, 0.6  # width divided by height
_GROUNDS = {"light": "#ffffff", "dark": "#1b1f24"}


def hints(folder: Folder) -> Iterator[str]:
    """Yield a note for each thing that a person should look at."""
    brand = folder.brand
    if brand.organisation.name == TEMPLATE_NAME:
        yield (
            f"{folder.path.name}/brand.yml: the name is still {TEMPLATE_NAME}, as in the template: "
            "write your own, or upload your own brand.yml over this one"
        )
    if brand.colours:
        yield from make_palette(brand.colours.main, brand.colours.second).report
    if not brand.logo:
        return
    path = picture_file(folder.path, brand.logo)
    own, other = brand.logo_ground, "dark" if brand.logo_ground == "light" else "light"
    found = list(_svg_colours(path) if path.suffix.lower() == ".svg" else _raster_colours(path))
    if found and _share_unseen(found, _GROUNDS[own]) >= _MOST:
        yield (
            f"{folder.path.name}/{path.name}: the logo is drawn in colours that can hardly be seen "
            f"on the {own} ground it is on: write 'logo_ground: {other}', or use another logo"
        )
    ratio = _ratio(path)
    if ratio and not _TALL <= ratio <= _LONG:
        shape = "wide" if ratio > 1 else "tall"
        yield (
            f"{folder.path.name}/{path.name}: the logo is very {shape}, so it is small in the "
            "header: use one without its name, or of another shape, if you have it"
        )


def _share_unseen(colours: Iterable[str], ground: str) -> float:
    ratios = [contrast(colour, ground) for colour in colours]
    return sum(ratio < _HARD_TO_SEE for ratio in ratios) / len(ratios)


def _raster_colours(path: Path) -> Iterator[str]:
    """Yield the colour of each opaque pixel of a small copy of a picture."""
    with Image.open(path) as picture:
        picture.thumbnail((_SMALL, _SMALL))
        pixels: Iterable[Any] = picture.convert("RGBA").get_flattened_data()
        for red, green, blue, alpha in pixels:
            if alpha >= _OPAQUE:
                yield f"#{red:02x}{green:02x}{blue:02x}"


def _svg_colours(path: Path) -> Iterator[str]:
    """Yield each colour that an SVG names, and black if a shape has none."""
    text = path.read_bytes().decode("utf-8", "replace")
    if any(
        not _PAINTED.search(shape) for shape in _SHAPE.findall(text)
    ) and not _ROOT_PAINTED.search(text):
        yield "#000000"  # a shape without a colour is black
    for word in _COLOUR_IN_SVG.findall(text):
        if colour := hex_of(word.strip()):
            yield colour


def _ratio(path: Path) -> float | None:
    """Return a picture's width divided by its height; None if it is not known."""
    if path.suffix.lower() == ".svg":
        found = _SIZES_IN_SVG.search(path.read_bytes().decode("utf-8", "replace"))
        return float(found[1]) / float(found[2]) if found and float(found[2]) else None
    with Image.open(BytesIO(path.read_bytes())) as picture:
        return picture.width / picture.height
