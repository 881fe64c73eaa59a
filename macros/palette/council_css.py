"""Make CSS for both colour schemes from a council's one or two colours.

The main colour is for the header, links and buttons; the second marks keyboard focus, and lines in
the header. A colour without enough contrast becomes as little darker or lighter as needed, and the
report says so. All other colours stay the guide's, the attributes' above all."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.palette.guide_colours import SELECTORS
from macros.palette.scheme import Given, worked_out

# Print and "more contrast" keep the guide's own colours: readability comes first there.
_WHERE = "screen and (not (prefers-contrast: more))"


@dataclass(frozen=True)
class Palette:
    """The palette of a council's copy.

    `css` overrides `brand.css`; `report` says what had to be adjusted, a line each; `header` is the
    header's background in the light scheme."""

    css: str
    report: tuple[str, ...]
    header: str


def make_palette(main: str, second: str | None = None) -> Palette:
    """Make the palette of one or two colours, each as `#0c4f5c`.

    Raises OSError if the guide's own colours cannot be read."""
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
