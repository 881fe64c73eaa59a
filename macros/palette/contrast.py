"""Colours as `#rrggbb`: contrast, distance, and the nearest shade with enough contrast.

Contrast is that of WCAG 2.2. Shades are made in OKLCH, where a colour can become lighter or darker
and keep its hue to the eye; if a screen cannot show a shade that saturated, it becomes greyer."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from coloraide import Color

BLACK, WHITE = "#000000", "#ffffff"

_STEP = 1 / 2048  # in lightness from 0 to 1: finer than a screen can show


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least(colour: str, grounds: Iterable[str]) -> float:
    """Return the smallest contrast of the colour with any of the grounds."""
    return min(contrast(colour, ground) for ground in grounds)


def distance(one: str, other: str) -> float:
    """Return how different two colours look (Oklab): 0 for the same, 1 for black and white."""
    return Color(one).distance(other, space="oklab")


def lightness(colour: str) -> float:
    """Return the perceived lightness (OKLCH), from 0 (black) to 1 (white)."""
    return _oklch(colour)[0]


def lit(colour: str, to: float) -> str:
    """Return the colour with the lightness `to` (0 to 1) and the same hue."""
    _, chroma, hue = _oklch(colour)
    shade = Color("oklch", (to, chroma, hue)).convert("srgb")
    if not shade.in_gamut():
        shade.fit(method="raytrace", pspace="oklch")
    return _hex(shade[:-1])


def mixed(colour: str, other: str, share: float) -> str:
    """Mix a `share` (0 to 1) of the other colour into the first."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return _hex(one + (more - one) * share for one, more in pairs)


def nearest(colour: str, serves: Callable[[str], bool]) -> str:
    """Return the colour if `serves` accepts it, otherwise the nearest darker or lighter shade.

    Raises ValueError if neither black nor white is accepted."""
    if serves(colour):
        return colour
    ends = [end for end, extreme in ((0.0, BLACK), (1.0, WHITE)) if serves(extreme)]
    found = [_first(colour, end, serves) for end in ends]
    if not found:
        raise ValueError(f"no shade of {colour} can be read")
    return min(found, key=lambda shade: distance(colour, shade))


def _first(colour: str, end: float, serves: Callable[[str], bool]) -> str:
    """Bisect for the first accepted shade towards the lightness `end`, which is accepted."""
    start, found = lightness(colour), lit(colour, end)
    while abs(end - start) > _STEP:
        middle = (start + end) / 2
        shade = lit(colour, middle)
        if serves(shade):
            end, found = middle, shade
        else:
            start = middle
    return found


@lru_cache(maxsize=256)
def _oklch(colour: str) -> tuple[float, float, float]:
    light, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return light, chroma, hue


@lru_cache(maxsize=256)
def _luminance(colour: str) -> float:
    """Return the relative luminance, from 0 (black) to 1 (white) (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]


def _hex(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in parts)
