"""What PyYAML says of a broken file, in plain words."""

import yaml

from .faults import Fault, shown

_QUOTES = "put the whole text in quotes"
# What PyYAML says (a part of it): what is wrong, how to mend it, and whether the line
# to look at is where it began reading ("start") or where it stopped ("stop").
_KNOWN = (
    ("mapping values are not allowed", "a ': ' stands inside a text", _QUOTES, "stop"),
    (
        "could not find expected ':'",
        "the line is not a field",
        "write 'name: words', or indent it under the text it belongs to",
        "start",
    ),
    (
        "expected <block end>, but found '<scalar>'",
        "words stand after a closing quote mark or bracket",
        _QUOTES + "; write a quote mark inside single quotes twice",
        "stop",
    ),
    (
        "expected <block end>",
        "the line is not indented like those before it",
        "line it up with the fields or items it belongs to",
        "stop",
    ),
    ("found an alias", "a text starts with *", _QUOTES, "stop"),
    ("alphabetic or numeric character", "a text starts with * or &", _QUOTES, "stop"),
    ("cannot start any token", "a text starts with a sign that YAML keeps", _QUOTES, "stop"),
    (
        "unexpected end of stream",
        "the quote mark that opens here is never closed",
        "close it; write a quote mark inside single quotes twice",
        "start",
    ),
    (
        "expected the node content",
        "a [ or { is not closed, or holds what no list can",
        "close it, or " + _QUOTES,
        "stop",
    ),
    ("expected ',' or", "a text starts with [ or {", _QUOTES, "start"),
    ("unknown escape character", "a backslash in double quotes", "use single quotes", "stop"),
    ("found another document", "a second '---'", "keep one record a file", "stop"),
)


def broken(error: Exception, text: str, file: str) -> Fault:
    """The fault of a file that PyYAML (or Python, under it) could not read."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        what = f"the character U+{int(error.character):04X} is not allowed"
        return Fault(file, line, what, "take it away")
    if isinstance(error, RecursionError):
        return Fault(file, 1, "lists stand in lists too deep to read", "make it flatter")
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(file, 1, "a \\U in double quotes is no character", "use single quotes")
    problem = error.problem or "something it did not expect"
    for said, what, mend, look in _KNOWN:
        if said in problem:
            mark = error.context_mark if look == "start" else error.problem_mark
            return Fault(file, _line(mark or error.problem_mark, text), what, mend)
    what = f"YAML cannot read this ({shown(problem, 80)})"
    return Fault(file, _line(error.problem_mark, text), what, "check its quotes and indentation")


def _line(mark: yaml.Mark | None, text: str) -> int:
    """The line of a mark; the last line with words for one at the end of the file."""
    last = text.rstrip().count("\n") + 1
    return min(mark.line + 1, last) if mark else 1
