"""A council's one or two colours in, the guide's colours for both schemes out.

The main colour is that of the header, of links and of buttons; the second marks what has
the focus, and lines in the header. Where one cannot be read or seen so, it becomes as little
darker or lighter as is needed, and the report says so. All other colours, those of the
attributes above all, stay the guide's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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


def make_palette(main: str, second: str | None = None) -> Palette:
    """Make the palette of one or two colours, each as `#0c4f5c`.

    Raises OSError where the guide's own cannot be read."""
    first = Given("main", main.lower())
    other = Given("second", second.lower()) if second else None
    schemes = {scheme: worked_out(scheme, first, other) for scheme in SELECTORS}
    blocks = [_block(SELECTORS[name], worked.colours) for name, worked in schemes.items()]
    return Palette(
        css=f"@media {_WHERE} {{\n{''.join(blocks)}}}\n",
        report=tuple(line for worked in schemes.values() for line in worked.report),
        header=schemes["light"].colours["header"],
    )


def _block(selector: str, colours: Mapping[str, str]) -> str:
    lines = (f"    --brand-{name}: {colour};\n" for name, colour in colours.items())
    return f"  {selector} {{\n{''.join(lines)}  }}\n"
