"""Tables in Markdown, and targets with what was measured beside them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """What was to be reached, what was measured, and whether that reaches it."""

    text: str
    measured: str
    met: bool


@dataclass(frozen=True)
class Part:
    """One of the things measured: how, a table of it, and its targets."""

    title: str
    how: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    targets: tuple[Target, ...]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a bar in a cell is written so that it stays in its cell."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in lines
    )


def targets_table(targets: Iterable[Target]) -> str:
    """A table of the targets, each with a plain yes or no."""
    rows = [(one.text, one.measured, "yes" if one.met else "**no**") for one in targets]
    return table(("target", "measured", "met"), rows)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that `percent` of the values do not exceed (nearest rank).

    Raises ValueError where there is no value."""
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def growth(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """How cost grows from the first size to the last: the power of the size it follows
    (1 is linear, 2 is quadratic)."""
    return math.log(costs[-1] / costs[0]) / math.log(sizes[-1] / sizes[0])


def kilobytes(size: float) -> str:
    """Bytes as people read them: `12.3 KB`, of 1,024 bytes."""
    return f"{size / 1024:,.1f} KB"


def megabytes(size: float) -> str:
    """Bytes as people read them: `123 MB`."""
    return f"{size / 1024**2:,.0f} MB"
