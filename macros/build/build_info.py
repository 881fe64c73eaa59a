"""What pages say about the build that they are part of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Build:
    """The guide's version, the edition of its text, and the day (ISO) its tests passed."""

    release: str = ""
    edition: str = ""
    tested_on: str = ""
