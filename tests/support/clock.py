"""A clock that a script in a page moves by hand: that of the tests in Node."""

from pathlib import Path

# For the beginning of an async function: `rest`, `clock`, `reach` and `next` of clock.mjs.
CLOCK = (Path(__file__).parents[1] / "scripts/clock.mjs").read_text("utf-8").replace(
    "export ", ""
) + "const { clock, reach, next } = makeClock();"
