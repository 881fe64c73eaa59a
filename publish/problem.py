"""What is wrong with a built site, as `file:line: what: how to mend`, all of it at once.

Made after macros/faults.py, and apart from it: what publishes a site does not know what built it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one of the site's files; `said` is how it may be written in what that is
    made of, likeliest first."""

    file: str
    line: int
    what: str
    mend: str
    said: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        """The fault in a line."""
        return f"{self.file}:{self.line}: {self.what}: {self.mend}"


class UnfitSiteError(Exception):
    """The site cannot be published as it is; the message lists every fault."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in sorted(set(faults))))
