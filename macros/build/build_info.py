"""What a page says of the build that it is part of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Build:
    """The version of the guide, the edition of its text, and the day (ISO) on which the tests
    of that version passed."""

    release: str = ""
    edition: str = ""
    tested_on: str = ""
