"""Work out one colour scheme from a council's one or two colours."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import floor

from macros.palette.contrast import (
    BLACK,
    WHITE,
    contrast,
    distance,
    least,
    lightness,
    lit,
    mixed,
    nearest,
)
from macros.palette.guide_colours import Scheme, attributes, grounds, own_colours

TEXT, MARK = 4.5, 3.0  # contrast of text and of graphics (WCAG 2.2, 1.4.3 and 1.4.11)
CALM = 7.0  # contrast of white on the dark scheme's header, so that a bright one does not glare
ALIKE = 0.06  # Oklab distance below which two colours look the same


@dataclass(frozen=True)
class Given:
    """A colour of the council, and the setting it comes from."""

    setting: str
    colour: str


@dataclass
class Worked:
    """The colours of a scheme by name without `--brand-`, and a report of adjustments."""

    scheme: Scheme
    colours: dict[str, str] = field(default_factory=dict)
    report: list[str] = field(default_factory=list)

    def adjusted(self, given: Given, part: str, on: Iterable[str], needed: float) -> str:
        """Return the nearest shade with the `needed` contrast on every colour of `on`.

        Reports an adjustment: which setting, for what `part`, and the contrast before and after."""
        on = tuple(on)
        shade = nearest(given.colour, lambda one: least(one, on) >= needed)
        if shade != given.colour:
            before, after = least(given.colour, on), least(shade, on)
            self.report.append(
                f"{given.setting} {given.colour} → {shade} {part} in the {self.scheme} "
                f"scheme: {_said(before)} → {_said(after)}"
            )
        return shade


def worked_out(scheme: Scheme, main: Given, second: Given | None) -> Worked:
    """Work out the scheme's colours; names that are missing keep the guide's."""
    worked = Worked(scheme)
    _header(worked, main, second)
    _page(worked, main, second)
    return worked


def _header(worked: Worked, main: Given, second: Given | None) -> None:
    """Set the header: background, text, search field, lines and focus."""
    header = main.colour
    if worked.scheme == "dark":
        header = worked.adjusted(
            main, "as the background of white text in the header", [WHITE], CALM
        )
    on_header = _ink(header, own_colours("light")["text"])
    behind = (header, _field(header, on_header))
    worked.colours |= {
        "header": header,
        "on-header": on_header,
        "on-header-soft": _soft(on_header, behind, TEXT, 0.2),
        "header-field": behind[1],
    }
    if second:
        mark = worked.adjusted(second, "for lines and focus in the header", behind, MARK)
        marks = dict.fromkeys(("header-line", "header-mark", "header-focus"), mark)
    else:
        focus = own_colours(worked.scheme)["header-focus"]
        marks = {
            "header-line": _soft(on_header, behind, MARK, 0.5),
            "header-mark": on_header,
            "header-focus": focus if least(focus, behind) >= MARK else on_header,
        }
    worked.colours |= marks


def _page(worked: Worked, main: Given, second: Given | None) -> None:
    """Set links, buttons and focus on the page itself."""
    under = grounds(worked.scheme)
    link = worked.adjusted(main, "for links and buttons", under, TEXT)
    worked.report += [
        f"{main.setting} {main.colour}: links and buttons in the {worked.scheme} scheme look "
        f"like the attribute '{alike}', which also has a name and an icon"
        for alike in _alike(link, worked.scheme)
    ]
    hover = _further(link, worked.scheme)
    surface = own_colours(worked.scheme)["surface"]
    worked.colours |= {"action": link, "action-hover": hover, "on-action": surface}
    worked.colours |= {"link": link, "link-hover": hover}
    if second:
        worked.colours["focus"] = worked.adjusted(second, "for the focus", under, MARK)


def _ink(ground: str, ink: str) -> str:
    """Return white if it is readable on the ground, otherwise `ink`, otherwise black."""
    readable = (one for one in (WHITE, ink) if contrast(one, ground) >= TEXT)
    return next(readable, BLACK)


def _field(header: str, on_header: str) -> str:
    """Return the background of a field in the header: visible on it, and as easy to read."""
    light = lightness(header)
    if contrast(on_header, WHITE) > contrast(on_header, BLACK):
        return lit(header, light + 0.06 if light < 0.9 else light - 0.06)
    return lit(header, max(light + 0.08, 0.26) if light < 0.4 else light - 0.08)


def _soft(ink: str, behind: tuple[str, ...], needed: float, most: float) -> str:
    """Mix as much of the ground into the ink, up to `most`, as leaves the `needed` contrast."""
    shares = (most * step / 8 for step in range(8, 0, -1))
    mixes = (mixed(ink, behind[0], share) for share in shares)
    return next((one for one in mixes if least(one, behind) >= needed), ink)


def _further(link: str, scheme: Scheme) -> str:
    """Return a link's colour under the pointer: further from the page's, if there is room."""
    light = lightness(link)
    if scheme == "light":
        return lit(link, light - 0.12 if light > 0.35 else light + 0.15)
    return lit(link, light + 0.08 if light < 0.9 else light - 0.08)


def _alike(link: str, scheme: Scheme) -> list[str]:
    return [
        name
        for name, colours in attributes(scheme).items()
        if any(distance(link, colour) < ALIKE for colour in colours)
    ]


def _said(ratio: float) -> str:
    """Write a ratio with one decimal, rounded down."""
    return f"{floor(ratio * 10) / 10}:1"
