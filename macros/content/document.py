"""A file of the content as it was read: its values, and the line of each.

The values are plain: dict, tuple, str, int, bool and None. A scalar that YAML takes
for something else (a date, a fraction, a comment) stands as its own Place, which no model accepts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from common.problems import Problem

Path = tuple[str | int, ...]
Kind = Literal["text", "number", "date", "true", "false", "nothing", "list", "fields"]


@dataclass(frozen=True)
class Location:
    """Where a value stands, what YAML reads it as, and a scalar as it is written.

    `comment` is what is read as a comment behind it and may be a part of it; `slipped` says
    that the value is not what was meant, which is a fault of its own; `inside` are the lines
    of a long text that begin as a field does, each with the field's name; `joined` those of a
    text that YAML reads as one line."""

    line: int
    kind: Kind
    written: str = ""
    comment: str = ""
    slipped: bool = False
    inside: tuple[tuple[int, str], ...] = ()
    joined: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceDocument:
    """What one file holds. `places` has a Place for the path of every value; `faults`
    are those that YAML lets pass and we do not (a doubled field, an odd tag)."""

    file: str
    data: dict[str, Any]
    locations: Mapping[Path, Location]
    problems: tuple[Problem, ...] = ()

    def location(self, path: Path) -> Location:
        """The place of the value at `path`, or of the nearest value around it."""
        while path and path not in self.locations:
            path = path[:-1]
        return self.locations[path]

    def problem(self, path: Path, what: str, hint: str) -> Problem:
        """A fault of the value at `path`."""
        return Problem(self.file, self.location(path).line, what, hint)

    def where(self, path: Path) -> str:
        """The value's place as people read it: file:line."""
        return f"{self.file}:{self.location(path).line}"
