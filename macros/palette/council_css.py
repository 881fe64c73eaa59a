"""A council's one or two colours in, the guide's colours for both schemes out.

The main colour is that of the header, of links and of buttons; the second marks what has
the focus, and lines in the header. Where one cannot be read or seen so, it becomes as little
darker or lighter as is needed, and the report says so. All other colours, those of the
attributes above all, stay the guide's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.brand.settings import Colours
from macros.palette.guide_colours import SELECTORS
from macros.palette.scheme import Given, worked_out

# Who prints, or asks the device for more contrast, gets the guide's own colours.
_WHERE = "screen and (not (prefers-contrast: more))"


@dataclass(frozen=True)
class Palette:
    """What a council's colours make of the guide's.

    `css` overrides `brand.css`; `report` says what had to be adjusted, a line each;
    `header` is the ground of the header in the light scheme."""

    css: str
    report: tuple[str, ...]
    header: str


def palette(colours: Colours) -> Palette:
    """The palette of the council's colours.

    Raises OSError where the guide's own cannot be read."""
    main = Given("main", colours.main.lower())
    second = Given("second", colours.second.lower()) if colours.second else None
    schemes = {scheme: worked_out(scheme, main, second) for scheme in SELECTORS}
    blocks = [_block(SELECTORS[name], worked.colours) for name, worked in schemes.items()]
    return Palette(
        css=f"@media {_WHERE} {{\n{''.join(blocks)}}}\n",
        report=tuple(line for worked in schemes.values() for line in worked.report),
        header=schemes["light"].colours["header"],
    )


def _block(selector: str, colours: Mapping[str, str]) -> str:
    lines = (f"    --brand-{name}: {colour};\n" for name, colour in colours.items())
    return f"  {selector} {{\n{''.join(lines)}  }}\n"
