"""A YAML file that PyYAML cannot read, and what it had read when it stopped."""

from dataclasses import dataclass
from typing import Any

import yaml

from macros.content.reading.yaml_lines import lines_of

_BLOCK_ENDS = (yaml.BlockEndToken, yaml.StreamEndToken)


@dataclass(frozen=True)
class Broken:
    """A file that cannot be read: PyYAML's sentence, from where and to where it read (lines and
    columns from 0), the file's lines, and what was read before the place where it stopped."""

    problem: str
    start: int
    line: int
    column: int
    lines: list[str]
    before: list[yaml.Token]

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, text: str) -> "Broken":
        """What is known of an error in the text of a file."""
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
        """Whether nothing stands before the place in its line."""
        return not self.lines[self.line][: self.column].strip()

    def scalar(self) -> yaml.ScalarToken | None:
        """The last text before the place; None where something else was read after it."""
        last = next((t for t in reversed(self.before) if not isinstance(t, _BLOCK_ENDS)), None)
        return last if isinstance(last, yaml.ScalarToken) else None


def _tokens(text: str) -> list[yaml.Token]:
    """All that can be read of a text, up to where it breaks."""
    loader: Any = yaml.SafeLoader(text)
    found: list[yaml.Token] = []
    try:
        while loader.check_token():
            found.append(loader.get_token())
    except (yaml.YAMLError, ValueError, OverflowError):
        found += loader.tokens
    return found
