"""What building costs beside plain Material, as the content grows."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from bench.measured import Cost
from bench.project import plain, sized
from bench.table import Part, Target, growth, megabytes

MOST = 1.3
LINEAR = 1.1  # the power of the size; the tenth is the clock's

HOW = """\
The records many times over, in the same pages: each attribute, workbook and list has as many
times its behaviours, quotes, questions, passages, references, resources, terms and slips, with ids
and words of their own. Plain Material builds the Markdown that these pages are after their macros
have run. The two builds take turns; of each the median is taken. Memory is the most that the
build's process had at a time."""


@dataclass(frozen=True)
class Pair:
    """The cost of a build of the site, and of the same pages as plain Material."""

    site: Cost
    plain: Cost

    @property
    def slower(self) -> float:
        """Times plain Material's time."""
        return self.site.seconds / self.plain.seconds

    @property
    def larger(self) -> float:
        """Times plain Material's memory."""
        return self.site.peak / self.plain.peak


def build_sizes(folder: Path, runs: Mapping[int, int]) -> dict[int, Pair]:
    """The costs by size; `runs` says how often to build at each size."""
    return {times: _pair(folder / f"times-{times}", times, count) for times, count in runs.items()}


def _pair(folder: Path, times: int, count: int) -> Pair:
    shutil.rmtree(folder, ignore_errors=True)
    site = sized(folder / "site", times)
    same = plain(site, folder / "plain")
    costs = [(site.build(), same.build()) for _ in range(count)]
    return Pair(middle([one for one, _ in costs]), middle([other for _, other in costs]))


def middle(costs: list[Cost]) -> Cost:
    """The median of the times, and of the peaks."""
    return Cost(median(one.seconds for one in costs), int(median(one.peak for one in costs)))


def building_part(pairs: Mapping[int, Pair]) -> Part:
    """The table of the costs by size, and their targets."""
    rows = tuple(
        (
            f"{times}",
            *(f"{pair.site.seconds:.2f} s", f"{pair.plain.seconds:.2f} s", f"{pair.slower:.2f}"),
            *(megabytes(pair.site.peak), megabytes(pair.plain.peak), f"{pair.larger:.2f}"),
        )
        for times, pair in pairs.items()
    )
    columns = ("times the content", "time", "plain", "ratio", "memory", "plain", "ratio")
    return Part("Building", HOW, columns, rows, tuple(_targets(pairs)))


def _targets(pairs: Mapping[int, Pair]) -> list[Target]:
    found = []
    for times, pair in pairs.items():
        size = f"at {times} times the content at most {MOST:g} times plain Material's"
        found.append(Target(f"time {size}", f"{pair.slower:.2f}", pair.slower <= MOST))
        found.append(Target(f"memory {size}", f"{pair.larger:.2f}", pair.larger <= MOST))
    sizes = sorted(pairs)
    for before, after in pairwise(sizes):
        costs = [pairs[before].site.seconds, pairs[after].site.seconds]
        power = growth([before, after], costs)
        text = f"time grows no faster than the content from {before} to {after} times"
        measured = f"{costs[1] / costs[0]:.1f} times the time"
        found.append(Target(text, measured, power <= LINEAR))
    return found
