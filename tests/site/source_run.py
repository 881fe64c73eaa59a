"""The source as one run of words, the slips applied: what stands in it, and where."""

from collections.abc import Iterable
from itertools import accumulate

from macros.content.model.records import Slip

from .words import comparable, sentences


class Run:
    """Sentences one after the other, each as `comparable` gives it. A text is found only
    from the start of a sentence to the end of one."""

    def __init__(self, units: Iterable[str]) -> None:
        self.units = [one for one in (unit.rstrip(":") for unit in units) if one]
        self._words = "".join(self.units)
        ends = [0, *accumulate(map(len, self.units))]
        self._index = {at: index for index, at in enumerate(ends)}

    def find(self, texts: Iterable[str], start: int = 0) -> range:
        """The sentences, from number `start` on, that these texts are; empty where they
        do not stand there as a whole, one after the other and with nothing between."""
        words = "".join(_words_of(text) for text in texts)
        at = self._words.find(words)
        while words and at >= 0:
            first, end = self._index.get(at), self._index.get(at + len(words))
            if first is not None and end is not None and first >= start:
                return range(first, end)
            at = self._words.find(words, at + 1)
        return range(0)

    def every(self, text: str) -> list[range]:
        """Every place of a text."""
        places: list[range] = []
        while place := self.find([text], places[-1].stop if places else 0):
            places.append(place)
        return places

    def with_mends(self, text: str, hint: str) -> "Run":
        """The run with another text wherever this one stands; unchanged without it."""
        units = list(self.units)
        for place in reversed(self.every(text)):
            units[place.start : place.stop] = map(comparable, sentences(hint))
        return Run(units)

    def without(self, texts: Iterable[str]) -> "Run":
        """The run with every one of these texts taken out."""
        rest = self
        for text in texts:
            rest = rest.with_mends(text, "")
        return rest


def _words_of(text: str) -> str:
    return "".join(comparable(one).rstrip(":") for one in sentences(text))


def source_run(source: str, slips: tuple[Slip, ...]) -> Run:
    """The report as the site has to tell it: left out what the slips leave out, and their
    mends in place."""
    run = Run(map(comparable, sentences(source)))
    for slip in slips:
        if slip.kind not in ("kept", "moved"):
            run = run.with_mends(slip.source, slip.site or "")
    return run
