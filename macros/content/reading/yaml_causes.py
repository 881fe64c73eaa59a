"""Find the true cause, and its line, where one PyYAML message covers many mistakes.

PyYAML says "mapping values are not allowed" of a ': ' inside a text, and also of the line after one
that has no space after its colon, has no colon at all or is indented differently."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from macros.content.reading.yaml_broken import Broken
from macros.content.reading.yaml_lines import FIELD, Words, without_space
from macros.content.reading.yaml_pitfalls import CLOSE, QUOTE

_NO_FIELD = (
    "the line is not a field",
    "write 'name: words', or indent it under the text it belongs to",
)
_INDENTED = (
    "the line is not indented like those before it",
    "line it up with the fields or items it belongs to",
)
_COLON = ("a ': ' is inside a text", QUOTE)
_COMMENT = re.compile(r"(?:^|[ \t])#")
_NAME = re.compile(r"[ ]*[\w-]+[ ]*$")


@dataclass(frozen=True)
class Cause:
    """The line with the mistake, what is wrong, and how to fix it."""

    line: int
    what: str
    hint: str


def cause(broken: Broken) -> Cause | None:
    """Return the cause; None if PyYAML's own message already says it."""
    return next((found(broken) for said, found in _CAUSES if said in broken.problem), None)


def _at(line: int, words: Words) -> Cause:
    return Cause(line + 1, *words)


def _odd_colon(broken: Broken) -> Cause:
    """Explain a ': ' where none can be: inside a text, or in a line that continues one."""
    line = broken.lines[broken.line]
    scalar = broken.scalar()
    if (
        not scalar
        or scalar.start_mark.line == broken.line
        or not _NAME.match(line[: broken.column])
    ):
        return _in_text(broken, scalar)
    first = scalar.start_mark.line
    for number in range(first, broken.line):
        words = without_space(broken.lines[number])
        if words:
            return _at(number, words)
    if _begins_line(scalar, broken.lines):
        return _at(first, _NO_FIELD)
    what = "the line is indented more than the field above, so it is read as a part of its text"
    hint = f"line it up with that field; if it is a part of the text, {QUOTE}"
    return Cause(broken.line + 1, what, hint)


def _in_text(broken: Broken, scalar: yaml.ScalarToken | None) -> Cause:
    if scalar and scalar.value[:1] in ("“", "‘", "„", "«"):
        what = "a text in curly quotation marks has a ': ' in it"
        return Cause(scalar.start_mark.line + 1, what, "write straight quotation marks instead")
    slip = None
    if scalar and scalar.start_mark.line < broken.line and _begins_line(scalar, broken.lines):
        slip = without_space(broken.lines[scalar.start_mark.line])
    return _at(scalar.start_mark.line, slip) if scalar and slip else _at(broken.line, _COLON)


def _begins_line(scalar: yaml.ScalarToken, lines: list[str]) -> bool:
    before = lines[scalar.start_mark.line][: scalar.start_mark.column]
    return not before.strip(" -")


def _no_colon(broken: Broken) -> Cause:
    """Explain a line without a colon among fields."""
    return _at(broken.start, without_space(broken.lines[broken.start]) or _NO_FIELD)


def _odd_words(broken: Broken) -> Cause:
    """Explain words where a field belongs: after a value, or in a line of their own."""
    scalar = broken.scalar()
    quoted = scalar and scalar.style in ("'", '"')
    if scalar and quoted and _holds_field(scalar, broken.lines):
        what = "the quote mark that opens here is not closed before the next field"
        return Cause(scalar.start_mark.line + 1, what, CLOSE)
    if not broken.begins_line or quoted:
        what = "there are words after a closing quote mark or bracket"
        hint = f"{QUOTE}; write a quote mark inside single quotes twice"
        return Cause(broken.line + 1, what, hint)
    words = without_space(broken.lines[broken.line])
    comment = _comment_before(broken, scalar)
    if comment is not None:
        what = "a comment ends the text above, which goes on below it"
        hint = f"put the comment above the field; if it is a part of the text, {QUOTE}"
        return Cause(comment + 1, what, hint)
    return _at(broken.line, words or _INDENTED)


def _comment_before(broken: Broken, scalar: yaml.ScalarToken | None) -> int | None:
    """Return the line of the first comment between a scalar and the position, or None."""
    if not scalar:
        return None
    end = scalar.end_mark
    first = broken.lines[end.line][end.column :]
    between = [first, *broken.lines[end.line + 1 : broken.line]]
    return next((end.line + n for n, line in enumerate(between) if _COMMENT.search(line)), None)


def _holds_field(scalar: yaml.ScalarToken, lines: list[str]) -> bool:
    inside = lines[scalar.start_mark.line + 1 : scalar.end_mark.line + 1]
    return any(FIELD.match(line) for line in inside)


def _odd_indent(broken: Broken) -> Cause:
    return _at(broken.line, without_space(broken.lines[broken.line]) or _INDENTED)


def _odd_item(broken: Broken) -> Cause:
    """Explain a '- ' where no item can be."""
    if broken.begins_line:
        return _at(broken.line, _INDENTED)
    what = "a '- ' comes after the name of a field"
    return Cause(broken.line + 1, what, f"begin the list on the next line, or {QUOTE}")


def _unclosed_list(broken: Broken) -> Cause | None:
    if broken.line == broken.start:
        return _at(broken.line, _COLON) if "got ':'" in broken.problem else None
    what = "the [ or { that opens here is not closed in its line"
    return Cause(broken.start + 1, what, f"close it, or {QUOTE}")


def _odd_sign(broken: Broken) -> Cause | None:
    """Explain a closing bracket or a comma at the beginning of a text."""
    last = broken.before[-1] if broken.before else None
    if not isinstance(last, yaml.ValueToken | yaml.BlockEntryToken):
        return None
    return Cause(broken.line + 1, "a text starts with a sign that YAML keeps", QUOTE)


def _odd_end(broken: Broken) -> Cause | None:
    """Explain a line that begins with %, which YAML reads as a directive."""
    kept = (n for n, line in enumerate(broken.lines[: broken.line + 1]) if line.startswith("%"))
    line = next(kept, None)
    return None if line is None else Cause(line + 1, "a line starts with %", QUOTE)


_CAUSES: tuple[tuple[str, Callable[[Broken], Cause | None]], ...] = (
    ("mapping values are not allowed", _odd_colon),
    ("could not find expected ':'", _no_colon),
    ("expected <block end>, but found '<scalar>'", _odd_words),
    ("expected <block end>", _odd_indent),
    ("sequence entries are not allowed", _odd_item),
    ("expected ',' or", _unclosed_list),
    ("'<document start>'", _odd_end),
    ("but found ']'", _odd_sign),
    ("but found '}'", _odd_sign),
    ("but found ','", _odd_sign),
)
