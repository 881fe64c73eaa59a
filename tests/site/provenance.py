"""Holds a text of the site to the report: what of the source is neither there nor recorded."""

from collections import Counter
from dataclasses import dataclass

from macros.content.model.records import Slip

from .source_run import Run
from .words import comparable, sentences, units


@dataclass(frozen=True)
class Wanted:
    """The sentences that the site must have, each with how often."""

    times: Counter[str]

    def missing(self, site: Counter[str]) -> list[str]:
        """Those that the sentences of the site have too seldom."""
        return [one for one, times in self.times.items() if site[one] < times]


def wanted(source: str, slips: tuple[Slip, ...]) -> Wanted:
    """What the source and the slips want on the site: of a mended slip the mend, of one
    that is left out nothing; one that is only `kept`, or of a quote that moved, changes nothing."""
    run = Run(map(comparable, sentences(source)))
    times = Counter(run.units)
    mends: Counter[str] = Counter()
    for slip in slips:
        if slip.kind == "left-out" or (slip.site and slip.kind != "moved"):
            for place in run.every(slip.source):
                times.subtract(run.units[place.start : place.stop])
            mends.update(one.rstrip(":") for one in units(slip.site or ""))
    return Wanted(+times | mends)


def told(site: str) -> Counter[str]:
    """The sentences of a text of the site, one block a line, each with how often."""
    return Counter(one.rstrip(":") for one in units(site))
