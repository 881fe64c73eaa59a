"""A YAML file that PyYAML cannot read, and what it had read when it stopped."""

from dataclasses import dataclass
from typing import Any

import yaml

from macros.content.reading.yaml_lines import lines_of

_BLOCK_ENDS = (yaml.BlockEndToken, yaml.StreamEndToken)


@dataclass(frozen=True)
class Broken:
    """An unreadable file: PyYAML's message, where it started and stopped, and the tokens so far.

    Lines and columns count from 0."""

    problem: str
    start: int
    line: int
    column: int
    lines: list[str]
    before: list[yaml.Token]

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, text: str) -> "Broken":
        """Collect what is known about an error in a file's text."""
        stop = error.problem_mark
        line, column = (stop.line, stop.column) if stop else (0, 0)
        start = error.context_mark.line if error.context_mark else line
        lines = [*lines_of(text), ""]
        before = [
            token
            for token in _tokens(text)
            if (token.start_mark.line, token.start_mark.column) < (line, column)
        ]
        return cls(error.problem or "", start, line, column, lines, before)

    @property
    def begins_line(self) -> bool:
        """Whether only white space is before the position in its line."""
        return not self.lines[self.line][: self.column].strip()

    def scalar(self) -> yaml.ScalarToken | None:
        """Return the last token before the position if it is a scalar, otherwise None."""
        last = next((t for t in reversed(self.before) if not isinstance(t, _BLOCK_ENDS)), None)
        return last if isinstance(last, yaml.ScalarToken) else None


def _tokens(text: str) -> list[yaml.Token]:
    """Return all tokens up to the error."""
    loader: Any = yaml.SafeLoader(text)
    found: list[yaml.Token] = []
    try:
        while loader.check_token():
            found.append(loader.get_token())
    except (yaml.YAMLError, ValueError, OverflowError):
        found += loader.tokens
    return found
