"""A YAML file after parsing: plain values, and the line of each.

Values are dict, tuple, str, int, bool and None. A scalar that YAML reads as something else (a date,
a fraction, a comment) is given as its own Location, which no model accepts, so that validation
reports it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from common.problems import Problem

Path = tuple[str | int, ...]
Kind = Literal["text", "number", "date", "true", "false", "nothing", "list", "fields"]


@dataclass(frozen=True)
class Location:
    """The line of a value, what YAML reads it as, and a scalar's text as written.

    `comment` is text after the value that YAML takes for a comment but that may be part of it.
    `slipped` means that another check already reports the value as misread. `inside` lists the
    lines of a long text that look like fields, as (line, name). `joined` lists the lines of a text
    that YAML joins into one."""

    line: int
    kind: Kind
    written: str = ""
    comment: str = ""
    slipped: bool = False
    inside: tuple[tuple[int, str], ...] = ()
    joined: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceDocument:
    """The parsed values of one file, with the Location of the value at every path.

    `problems` are what YAML accepts and this guide does not, such as a field given twice."""

    file: str
    data: dict[str, Any]
    locations: Mapping[Path, Location]
    problems: tuple[Problem, ...] = ()

    def location(self, path: Path) -> Location:
        """Return the location of the value at `path`, or of the nearest value that contains it."""
        while path and path not in self.locations:
            path = path[:-1]
        return self.locations[path]

    def problem(self, path: Path, what: str, hint: str) -> Problem:
        """Make a problem about the value at `path`."""
        return Problem(self.file, self.location(path).line, what, hint)

    def where(self, path: Path) -> str:
        """Return the value's place for a message: file:line."""
        return f"{self.file}:{self.location(path).line}"
