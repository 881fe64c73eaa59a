"""The guide's own colours, read from `brand.css`: the backgrounds and neighbours of a council's."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Scheme = Literal["light", "dark"]

SHEET = Path(__file__).parents[2] / "docs" / "assets" / "css" / "brand.css"
SELECTORS: Mapping[Scheme, str] = MappingProxyType(
    {"light": ":root", "dark": '[data-md-color-scheme="slate"]'}
)
ATTRIBUTES = ("values", "decisions", "practice-and-culture", "partnerships", "buy-in")
# Every background that links, buttons and keyboard focus may have.
GROUNDS = (
    *("surface", "surface-raised", "surface-sunken"),
    *("good-surface", "warn-surface", "bad-surface"),
    *(f"{attribute}-soft" for attribute in ATTRIBUTES),
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VALUE = re.compile(r"--brand-([\w-]+):\s*(#[0-9a-f]{6});")


@cache
def own_colours(scheme: Scheme) -> Mapping[str, str]:
    """Return the colours of one scheme, by name without `--brand-`.

    Raises OSError if the stylesheet cannot be read."""
    css = _COMMENT.sub("", SHEET.read_text(encoding="utf-8"))
    block = css.split(f"{SELECTORS[scheme]} {{", 1)[1].split("}", 1)[0]
    return MappingProxyType(dict(_VALUE.findall(block)))


def grounds(scheme: Scheme) -> tuple[str, ...]:
    """Return the colours of GROUNDS in one scheme."""
    return tuple(own_colours(scheme)[name] for name in GROUNDS)


def attributes(scheme: Scheme) -> Mapping[str, tuple[str, ...]]:
    """Return the colours that mean each attribute in one scheme, by the attribute's id."""
    own = own_colours(scheme)
    return {one: (own[one], own[f"{one}-text"]) for one in ATTRIBUTES}
