"""Holds a text of the site to the report: what of the source is neither there nor recorded."""

from collections import Counter

from macros.model import Slip

from .words import comparable, sentences


def missing(source: str, site: str, slips: tuple[Slip, ...]) -> list[str]:
    """The sentences that the source has more often than `site` and the slips together.

    A slip that is only `kept` excuses nothing; of a mended one the mend must be on the site."""
    words = comparable(site)
    excused = "\n".join(comparable(one.source) for one in slips if one.kind != "kept")
    laid_out = {comparable(one.source) for one in slips if one.kind == "left-out"}
    wanted = Counter(comparable(one) for one in sentences(source))
    plain = {comparable(one): one for one in sentences(source)}
    lost = [
        plain[one]
        for one, times in wanted.items()
        if one not in laid_out and words.count(one) + excused.count(one) < times
    ]
    mends = [one.site for one in slips if one.kind == "mended" and one.site]
    return lost + [mend for mend in mends if comparable(mend) not in words]
