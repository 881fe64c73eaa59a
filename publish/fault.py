"""What is wrong with a built site, as `file:line: what: how to mend`, all of it at once.

Made after macros/faults.py, and apart from it: what publishes a site does not know what built it.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one of the site's files."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        """The fault in a line."""
        return f"{self.file}:{self.line}: {self.what}: {self.mend}"


class UnfitSiteError(Exception):
    """The site cannot be published as it is; the message lists every fault."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in sorted(faults)))
