"""From any colours of a council's comes a palette that everybody can read, near to them."""

import random
import re
from collections.abc import Iterator
from functools import cache

import pytest
from coloraide import Color

from macros.brand.settings import Colours
from macros.palette.council_css import Palette, make_palette
from tests.unit.test_brand_contrast import (
    EDGE_PAIRS,
    SCHEMES,
    SURFACES,
    TEXT_PAIRS,
    TINTS,
    colours,
    contrast,
)

MATERIAL = {
    "red": "#f44336",
    "pink": "#e91e63",
    "purple": "#9c27b0",
    "deep purple": "#673ab7",
    "indigo": "#3f51b5",
    "blue": "#2196f3",
    "light blue": "#03a9f4",
    "cyan": "#00bcd4",
    "teal": "#009688",
    "green": "#4caf50",
    "light green": "#8bc34a",
    "lime": "#cddc39",
    "yellow": "#ffeb3b",
    "amber": "#ffc107",
    "orange": "#ff9800",
    "deep orange": "#ff5722",
    "brown": "#795548",
    "grey": "#9e9e9e",
    "blue grey": "#607d8b",
}
GREYS = tuple(f"#{part:02x}{part:02x}{part:02x}" for part in range(0, 256, 15))
EXTREMES = ("#ffff00", "#00ff00", "#00ffff", "#0000ff", "#ff00ff", "#ff0000", "#1a2230", "#10181c")
NAMED = (*MATERIAL.values(), *GREYS, *EXTREMES)
RANDOM = 1000

LINE = re.compile(
    r"(main|second) (#[0-9a-f]{6}) → (#[0-9a-f]{6}) (.+) in the (light|dark) scheme: "
    r"([\d.]+):1 → ([\d.]+):1"
)
PAGE = (*SURFACES, *TINTS)
HEADER = ("header", "header-field")
# What the report calls a part: the names of its colours, what they stand on, the least ratio.
PARTS = {
    "as the background of white text in the header": (("header",), ("on-header",), 7.0),
    "for links and buttons": (("link", "action"), PAGE, 4.5),
    "for lines and focus in the header": (
        ("header-line", "header-mark", "header-focus"),
        HEADER,
        3.0,
    ),
    "for the focus": (("focus",), PAGE, 3.0),
}


@cache
def given() -> tuple[Colours, ...]:
    """The same colours in each run: at random, half of them in twos, and those with a name."""
    chance = random.Random(20261123)  # noqa: S311

    def one() -> str:
        return f"#{chance.randrange(0x1000000):06x}"

    drawn = [Colours(main=one(), second=one() if at % 2 else None) for at in range(RANDOM)]
    named = [Colours(main=colour) for colour in NAMED]
    twos = [
        Colours(main=colour, second=other) for colour, other in zip(NAMED, NAMED[::-1], strict=True)
    ]
    return *drawn, *named, *twos


@cache
def palettes() -> dict[Colours, Palette]:
    return {colours: make_palette(colours.main, colours.second) for colours in given()}


def overrides(css: str, scheme: str) -> dict[str, str]:
    """What the palette itself sets in a scheme, by name without `--brand-`."""
    block = css.split(f"{SCHEMES[scheme]} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--brand-([\w-]+):\s*([^;]+);", block))


@cache
def own(scheme: str) -> dict[str, str]:
    return colours(scheme)


def shown(made: Palette, scheme: str) -> dict[str, str]:
    """Every colour of a scheme as the palette leaves it."""
    return own(scheme) | overrides(made.css, scheme)


def every() -> Iterator[tuple[Colours, str, Palette, dict[str, str]]]:
    for wanted, made in palettes().items():
        for scheme in SCHEMES:
            yield wanted, scheme, made, shown(made, scheme)


def adjustments(made: Palette) -> dict[tuple[str, str], tuple[str, str, str, float, float]]:
    """The report, by part and scheme: whose colour, from what, to what, both ratios."""
    found = [LINE.fullmatch(line) for line in made.report if "→" in line]
    assert all(found), made.report
    return {
        (one[4], one[5]): (one[1], one[2], one[3], float(one[6]), float(one[7]))
        for one in found
        if one
    }


def least(colour: str, names: tuple[str, ...], values: dict[str, str]) -> float:
    return min(contrast(colour, values[name]) for name in names)


def wished(wanted: Colours) -> Iterator[tuple[str, str]]:
    """Each part with the colour that the council wishes for it."""
    yield "for links and buttons", wanted.main
    if wanted.second:
        yield "for lines and focus in the header", wanted.second
        yield "for the focus", wanted.second


def halfway(one: str, other: str) -> str:
    """The colour in the middle between two, as the eye has it."""
    middle = Color(one).mix(other, 0.5, space="oklch", hue="shorter")
    return middle.convert("srgb").fit(method="raytrace", pspace="oklch").to_string(hex=True)


def steps(one: str, other: str) -> int:
    """By how many of 255 steps the part of two colours that differs most does so."""
    return max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))


def test_every_pair_of_every_palette_has_the_contrast_that_wcag_asks_for() -> None:
    pairs = dict.fromkeys(EDGE_PAIRS, 3.0) | dict.fromkeys(TEXT_PAIRS, 4.5)
    fixed = {
        name
        for scheme in SCHEMES
        for name in own(scheme)
        if not any(name in overrides(made.css, scheme) for made in palettes().values())
    }
    open_pairs = {pair: least for pair, least in pairs.items() if not fixed.issuperset(pair)}
    faint = [
        f"{wanted}, {scheme}: {a} on {b}"
        for wanted, scheme, _, values in every()
        for (a, b), needed in open_pairs.items()
        if contrast(values[a], values[b]) < needed
    ]
    assert len(palettes()) >= RANDOM + 2 * len(NAMED) - 10
    assert faint == []


def test_a_colour_that_serves_is_left_as_it_is() -> None:
    left = 0
    for wanted, scheme, made, values in every():
        for part, colour in wished(wanted):
            names, behind, needed = PARTS[part]
            if least(colour, behind, values) >= needed:
                left += 1
                assert {values[name] for name in names} == {colour}, (wanted, scheme, part)
                assert (part, scheme) not in adjustments(made)
        if scheme == "light" or contrast("#ffffff", wanted.main) >= 7:
            assert values["header"] == wanted.main, (wanted, scheme)
    assert left > RANDOM / 2


def test_a_colour_that_does_not_serve_is_adjusted_no_further_than_needed() -> None:
    adjusted = 0
    for wanted, scheme, made, values in every():
        for (part, where), (_, before, after, _, _) in adjustments(made).items():
            if where != scheme:
                continue
            adjusted += 1
            _, behind, needed = PARTS[part]
            back = halfway(before, after)
            if steps(before, after) > 2:
                assert least(back, behind, values) < needed, (wanted, scheme, part, back)
            assert least(after, behind, values) < needed + 0.15, (wanted, scheme, part, after)
    assert adjusted > RANDOM


def test_an_adjusted_colour_keeps_its_hue() -> None:
    turned = []
    for _, _, made, _ in every():
        for _, before, after, _, _ in adjustments(made).values():
            one, other = (Color(colour).convert("oklch") for colour in (before, after))
            if min(one["chroma"], other["chroma"]) < 0.03:  # greys: rounding turns them
                continue
            apart = abs(one["hue"] - other["hue"]) % 360
            if min(apart, 360 - apart) > 4:
                turned.append(f"{before} → {after}")
    assert turned == []


def test_the_report_says_what_was_changed_and_nothing_else() -> None:
    for wanted, scheme, made, values in every():
        said = adjustments(made)
        for part, colour in (
            *wished(wanted),
            ("as the background of white text in the header", wanted.main),
        ):
            names, behind, needed = PARTS[part]
            line = said.get((part, scheme))
            assert (line is None) == (values[names[0]] == colour), (wanted, scheme, part)
            if line:
                setting, before, after, was, became = line
                assert before == getattr(wanted, setting) == colour
                assert {values[name] for name in names} == {after}
                assert 0 <= least(before, behind, values) - was < 0.1001
                assert 0 <= least(after, behind, values) - became < 0.1001
                assert was < needed <= became


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_pressed_changes_under_the_pointer(scheme: str) -> None:
    same = [
        wanted
        for wanted, where, _, values in every()
        if where == scheme
        for calm, hover in (("link", "link-hover"), ("action", "action-hover"))
        if Color(values[calm]).distance(values[hover], space="oklab") < 0.03
    ]
    assert same == []


def test_the_colours_of_attributes_states_and_text_stay_the_guide_s() -> None:
    names = {name for made in palettes().values() for name in overrides(made.css, "light")}
    assert all(
        name.startswith(("header", "on-header", "action", "on-action", "link", "focus"))
        for name in names
    )


def test_the_report_says_where_a_link_looks_like_an_attribute() -> None:
    report = make_palette(own("light")["values"]).report
    assert [line for line in report if "→" not in line] == [
        f"main {own('light')['values']}: links and buttons in the light scheme look like the "
        "attribute 'values', which also has a name and an icon"
    ]
    assert all("→" in line for line in make_palette("#000000").report)


def test_paper_and_those_who_ask_for_more_contrast_get_the_guide_s_own_colours() -> None:
    css = make_palette("#7a2a86", "#e0a100").css
    assert css.startswith("@media screen and (not (prefers-contrast: more)) {\n")
    assert css.count("@media") == 1
    assert css.rstrip().endswith("}")
    assert css.count("{") == css.count("}") == 3


def test_both_schemes_get_the_same_names_and_the_manifest_the_header() -> None:
    made = make_palette("#7A2A86", "#E0A100")
    assert overrides(made.css, "light").keys() == overrides(made.css, "dark").keys()
    assert made.header == overrides(made.css, "light")["header"] == "#7a2a86"
    assert set(overrides(made.css, "light")) < set(own("light"))
