"""Turn PyYAML's message about an unreadable file into a problem in plain words.

Where one message fits several mistakes, `yaml_causes.py` decides from the lines and tokens."""

import yaml

from common.problems import Problem, shown
from macros.content.reading.yaml_broken import Broken
from macros.content.reading.yaml_causes import Cause, cause
from macros.content.reading.yaml_lines import lines_of
from macros.content.reading.yaml_pitfalls import CLOSE, QUOTE

# A part of PyYAML's message: what is wrong, how to fix it, and whether the line to report is
# where it began reading the element ("start") or where it stopped ("stop").
_KNOWN = (
    (
        "unexpected end of stream",
        "the quote mark that opens here is never closed",
        CLOSE,
        "start",
    ),
    ("unexpected document separator", "the quote mark that opens here is never closed", CLOSE,
     "start"),
    ("found an alias", "a text starts with *", QUOTE, "stop"),
    ("alphabetic or numeric character", "a text starts with * or &", QUOTE, "stop"),
    ("character '\\t' that cannot", "a tab is where a space belongs", "write a space", "stop"),
    ("cannot start any token", "a text starts with a sign that YAML keeps", QUOTE, "stop"),
    (
        "expected the node content",
        "a [ or { is not closed, or has in it what a list cannot have",
        "close it, or " + QUOTE,
        "stop",
    ),
    ("expected ',' or", "a text starts with [ or {", QUOTE, "start"),
    ("comment or a line break", "there are words after a > or |",
     f"begin them on the next line, or {QUOTE}", "stop"),
    ("indentation indicator", "a text starts with > or |", QUOTE, "stop"),
    ("mapping keys are not allowed", "a text starts with '? '", QUOTE, "stop"),
    ("unknown escape character", "a backslash in double quotes", "use single quotes", "stop"),
    ("expected escape sequence", "a backslash in double quotes", "use single quotes", "stop"),
    ("undefined tag handle", "a text starts with !", QUOTE, "start"),
    ("found another document", "a second '---'", "keep one record a file", "stop"),
    ("'<document start>'", "there is a line of dots above, which ends the file for YAML",
     "remove that line", "stop"),
)  # fmt: skip
_IN_TAG = ("while scanning a tag", "while parsing a tag")


def broken(error: Exception, text: str, file: str) -> Problem:
    """Explain why PyYAML, or Python below it, could not read the file."""
    if isinstance(error, yaml.reader.ReaderError):
        line = len(lines_of(text[: error.position]))
        what = f"the character U+{int(error.character):04X} is not allowed"
        return Problem(file, line, what, "remove it")
    if isinstance(error, RecursionError):
        return Problem(file, 1, "lists are nested too deeply to read", "make it flatter")
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(file, 1, "a \\U in double quotes is not a character", "use single quotes")
    found = cause(Broken.of(error, text)) or _known(error)
    return Problem(file, min(found.line, _last(text)), found.what, found.hint)


def _known(error: yaml.MarkedYAMLError) -> Cause:
    problem = error.problem or "something it did not expect"
    start, stop = error.context_mark or error.problem_mark, error.problem_mark
    if error.context in _IN_TAG:
        return Cause(_line(start), "a text starts with !", QUOTE)
    for said, what, hint, look in _KNOWN:
        if said in problem:
            return Cause(_line(start if look == "start" else stop), what, hint)
    what = f"YAML cannot read this ({shown(problem, 80)})"
    return Cause(_line(stop), what, "check its quotes and indentation")


def _line(mark: yaml.Mark | None) -> int:
    return mark.line + 1 if mark else 1


def _last(text: str) -> int:
    """Return the last line with text, for an error at the end of the file."""
    return len(lines_of(text.rstrip()))
