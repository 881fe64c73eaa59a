"""Problems as values: the file and line, what is wrong, and how to fix it.

Checks yield problems instead of raising, so that one run reports all of them. Nothing here prints,
and nothing here knows YAML."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to fix, printed as `file:line: what: hint`.

    `file` is relative to the project's folder; `line` counts from 1."""

    file: str
    line: int
    what: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}: {self.hint}"


class ProblemsError(Exception):
    """All problems of a run, without repeats, by file and line; its text has a line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda one: (one.file, one.line, str(one))))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shown(value: str, most: int = 40) -> str:
    """Quote a value for a message, on one line of at most `most` characters.

    Unprintable characters are written as escapes."""
    line = " ".join(value.split())
    short = line if len(line) <= most else line[: most - 1].rstrip() + "…"
    return "'" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in short) + "'"


def listed(words: Iterable[str], last: str = "or") -> str:
    """Join words as English does: "a, b or c"."""
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that `word` may be a misspelling of, or None."""
    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.7)), None)
