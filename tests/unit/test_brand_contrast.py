"""The colours of `brand.css` can be read by everyone, in light and in dark.

Contrast is that of WCAG 2.2 ("contrast ratio", "relative luminance"): 4.5:1 for
text (1.4.3), 3:1 for what one must see to know a field or the focus (1.4.11).
"""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "docs/assets/css"
SCHEMES = {
    "light": ":root",
    "dark": '[data-md-color-scheme="slate"]',
}
# What a person can choose besides; a council's colours are not worked out for these.
CHOSEN = {
    "cream": '[data-md-color-scheme="cream"]',
    "contrast": '[data-md-color-scheme="contrast"]',
}
ALL = {**SCHEMES, **CHOSEN}
ATTRIBUTES = ("values", "decisions", "practice-and-culture", "partnerships", "buy-in")
STATES = ("good", "warn", "bad")
SURFACES = ("surface", "surface-raised", "surface-sunken")
TINTS = (
    *(f"{state}-surface" for state in STATES),
    *(f"{attribute}-soft" for attribute in ATTRIBUTES),
)
WRITING = (
    *("text", "text-soft", "link", "link-hover"),
    *STATES,
    *(f"{attribute}-text" for attribute in ATTRIBUTES),
)
PRESSED = ("action", "link", "link-hover")  # a button in a line has its words in its colour

TEXT_PAIRS = (
    *((writing, surface) for writing in WRITING for surface in SURFACES),
    *(("text", tint) for tint in TINTS),
    *(("text-soft", tint) for tint in TINTS),
    *((pressed, tint) for pressed in PRESSED for tint in TINTS),
    *((state, f"{state}-surface") for state in STATES),
    *((f"{attribute}-text", f"{attribute}-soft") for attribute in ATTRIBUTES),
    *(("on-attribute", attribute) for attribute in ATTRIBUTES),
    ("text", "highlight"),
    ("on-action", "action"),
    ("on-action", "action-hover"),
    ("on-header", "header"),
    ("on-header", "header-field"),
    ("on-header-soft", "header"),
    ("on-header-soft", "header-field"),
    *(("action", surface) for surface in SURFACES),
)
EDGE_PAIRS = (
    *(
        (edge, surface)
        for edge in ("line-strong", "focus", "action", *ATTRIBUTES)
        for surface in ("surface", "surface-raised")
    ),
    ("line-strong", "surface-sunken"),
    ("focus", "surface-sunken"),
    *(("focus", tint) for tint in TINTS),
    ("header-line", "header"),
    ("header-mark", "header"),
    ("header-focus", "header"),
    ("header-focus", "header-field"),
)


def colours(scheme: str) -> dict[str, str]:
    """The values of one scheme, by name without `--brand-`; each other stands on light."""
    css = re.sub(r"/\*.*?\*/", "", (CSS / "brand.css").read_text(encoding="utf-8"), flags=re.S)
    values: dict[str, str] = {}
    for name in dict.fromkeys(("light", scheme)):
        block = css.split(f"{ALL[name]} {{", 1)[1].split("}", 1)[0]
        values |= dict(re.findall(r"--brand-([\w-]+):\s*([^;]+);", block))
    return values


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 (black) to 1 (white)."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(pairs: tuple[tuple[str, str], ...], scheme: str, least: float) -> list[str]:
    """The pairs with less contrast than `least`, with what they have."""
    values = colours(scheme)
    ratios = {pair: contrast(values[pair[0]], values[pair[1]]) for pair in pairs}
    return [f"{a} on {b}: {ratio:.2f}" for (a, b), ratio in ratios.items() if ratio < least]


def test_black_on_white_has_the_contrast_that_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ALL)
def test_text_stands_out_from_what_it_is_written_on(scheme: str) -> None:
    assert faint(TEXT_PAIRS, scheme, 4.5) == []


@pytest.mark.parametrize("scheme", ALL)
def test_edges_and_focus_stand_out_from_what_they_are_drawn_on(scheme: str) -> None:
    assert faint(EDGE_PAIRS, scheme, 3) == []


@pytest.mark.parametrize("scheme", ALL)
def test_a_link_is_told_from_the_text_around_it_in_both_of_its_states(scheme: str) -> None:
    values = colours(scheme)
    assert len({values[name] for name in ("text", "link", "link-hover")}) == 3


def test_high_contrast_has_the_contrast_that_it_says() -> None:
    assert faint(TEXT_PAIRS, "contrast", 7) == []
    assert faint(EDGE_PAIRS, "contrast", 4.5) == []


def test_cream_is_no_darker_than_the_grounds_that_a_council_s_colours_can_be_read_on() -> None:
    light, cream = colours("light"), colours("cream")
    darkest = min(luminance(light[tint]) for tint in TINTS)
    assert all(luminance(cream[surface]) >= darkest for surface in SURFACES)
    assert {name for name in light if light[name] != cream[name]} == {*SURFACES, "line"}


def test_dark_and_high_contrast_set_every_colour_that_light_sets_and_paper_no_other() -> None:
    css = (CSS / "brand.css").read_text(encoding="utf-8")

    def names(selector: str) -> set[str]:
        block = css.split(f"{selector} {{", 1)[1].split("}", 1)[0]
        return set(re.findall(r"(--brand-[\w-]+):", block))

    light = names(SCHEMES["light"])
    assert names(SCHEMES["dark"]) == names(CHOSEN["contrast"]) == light
    assert names("@media print {\n  :root") < light


def test_no_other_stylesheet_names_a_colour() -> None:
    named = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|color)a?\(")
    found = [
        f"{sheet.name}: {value}"
        for sheet in sorted(CSS.glob("*.css"))
        if sheet.name not in ("brand.css", "site.css")  # the second is all of them as one
        for value in named.findall(re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S))
    ]
    assert found == []
