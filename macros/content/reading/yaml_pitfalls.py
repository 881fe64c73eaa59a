"""Find values that YAML reads without an error but not as they were meant.

A text may be cut by ` #`, which begins a comment, or may take in the lines after it. After unquoted
words a comment may be meant as part of the text (`Plan #2`); so only a `#` followed by a space and
no number is accepted as a comment there."""

import re

import yaml

from common.problems import shown
from macros.content.reading.yaml_lines import FIELD, without_space

Scalar = yaml.ScalarNode | yaml.ScalarEvent | yaml.ScalarToken
Slip = tuple[int, str, str]  # the line, what is wrong, how to fix it

QUOTE = "put the whole text in quotes"
CLOSE = "close it; write a quote mark inside single quotes twice"
_BEHIND = re.compile(r"[ \t]+(#.*)")
_COMMENT = re.compile(r"#+(?:[ \t]+(?!\d)|$)")
_COMMENT_LINE = re.compile(r"[ ]*#+(?:[ ](?!\d)|$)")
_NOT_TEXT = {"&": "an anchor", "!": "a tag"}
_ITEM = re.compile(r"[ ]*-[ \t]")
_BELOW = re.compile(r"([ ]*)#(.*)")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]|^[A-Za-z]:\n")
_SENTENCE_END = (".", "?", "!")
_CURLY = re.compile(r"[“„«][^“”„«»\"]*[”“»\"]|[‘‚‹][^‘‚‹›]*[’‘›']")


def slip(scalar: Scalar, lines: list[str]) -> Slip | None:
    """Return the first pitfall in a scalar that YAML finds sound; None if there is none.

    `lines` are those of the whole file."""
    plain = (_marked, _cut, _cut_below, _swallowed, _in_curly)
    other = (_marked, _unclosed, _escaped, _comment_inside)
    ways = plain if is_plain(scalar) else other
    return next((found for way in ways if (found := way(scalar, lines))), None)


def is_plain(scalar: Scalar) -> bool:
    """Whether a value is written without quotes, `>` or `|`."""
    return not scalar.style


def doubtful(scalar: Scalar, lines: list[str]) -> str:
    """Return what is read as a comment after a value but may be part of it; otherwise ""."""
    line, column = _end(scalar)
    behind = _BEHIND.match(lines[line][column:]) if line < len(lines) else None
    return behind[1].rstrip() if behind and not _COMMENT.match(behind[1]) else ""


def _start(scalar: Scalar) -> tuple[int, int]:
    """Return the line and column where a value begins, from 0."""
    return (mark.line, mark.column) if (mark := scalar.start_mark) else (0, 0)


def _end(scalar: Scalar) -> tuple[int, int]:
    """Return the line and column where a value ends, from 0."""
    return (mark.line, mark.column) if (mark := scalar.end_mark) else (0, 0)


def fields_inside(scalar: Scalar, lines: list[str]) -> tuple[tuple[int, str], ...]:
    """Return the lines under a `>` or `|` that look like fields, as (line, field name)."""
    found = ((number, FIELD.match(line)) for number, line in _under(scalar, lines))
    return tuple((number, field[1]) for number, field in found if field)


def joined(scalar: Scalar, lines: list[str]) -> tuple[str, ...]:
    """Return the lines of a text that YAML joins into one; empty if there is only one line.

    Also empty for a text under `|`, which keeps its lines."""
    first, last = _start(scalar)[0], _end(scalar)[0]
    written = [line for _, line in _under(scalar, lines)] if scalar.style == ">" else []
    if is_plain(scalar) and first < last:
        written = [lines[first][_start(scalar)[1] :], *lines[first + 1 : last + 1]]
    found = tuple(line.strip() for line in written if line.strip())
    return found if len(found) > 1 else ()


def _under(scalar: Scalar, lines: list[str]) -> list[tuple[int, str]]:
    """Return the lines of a text under `>` or `|` with their numbers; empty for other scalars."""
    if scalar.style not in (">", "|"):
        return []
    first, last = _start(scalar)[0] + 1, _end(scalar)[0]
    return [(number + 1, lines[number]) for number in range(first, min(last, len(lines)))]


def _comment_inside(scalar: Scalar, lines: list[str]) -> Slip | None:
    """Find a comment among the lines of a text, where it is part of the text."""
    inside = (number for number, line in _under(scalar, lines) if _COMMENT_LINE.match(line))
    line = next(inside, None)
    if line is None:
        return None
    what = "the line is under a > or |, so it is part of the text and not a comment"
    return line, what, "put the comment above the field; or begin the line with another word"


def _cut(scalar: Scalar, lines: list[str]) -> Slip | None:
    is_text = getattr(scalar, "tag", None) in (None, "tag:yaml.org,2002:str")
    comment = doubtful(scalar, lines) if scalar.value and is_text else ""
    if not comment:
        return None
    what = f"the text ends before {shown(comment)}, for ' #' begins a comment"
    return _end(scalar)[0] + 1, what, f"{QUOTE}, or the comment on a line of its own"


def _cut_below(scalar: Scalar, lines: list[str]) -> Slip | None:
    """A line that was meant to go on with the text above it, and begins with `#`."""
    line, column = _end(scalar)
    if line + 1 >= len(lines) or lines[line][column:].strip():
        return None
    below = _BELOW.match(lines[line + 1])
    first = lines[_start(scalar)[0]]
    if not below or len(below[1]) <= len(first) - len(first.lstrip()):
        return None
    if _COMMENT_LINE.match(below[0]) or FIELD.match(below[2]) or _ITEM.match(below[2]):
        return None
    what = "the line begins with '#', so it is a comment and not part of the text above"
    return line + 2, what, f"{QUOTE}; or write a space after the '#' if it is a comment"


def _swallowed(scalar: Scalar, lines: list[str]) -> Slip | None:
    """Find a line that was meant as an item or a field and continues the text above it."""
    first, last = _start(scalar)[0], _end(scalar)[0]
    if first >= len(lines):  # an empty value at the end of the file
        return None
    is_item = not lines[first][: _start(scalar)[1]].strip(" -")
    for number in range(first + 1, last + 1):
        line = lines[number] if number < len(lines) else ""
        words = without_space(line)
        if words:
            return number + 1, f"{words[0]}, so the line continues the text above", words[1]
        if is_item and _ITEM.match(line):
            what = "the line begins with '-' and continues the text above"
            return number + 1, what, f"line it up with the items of its list, or {QUOTE}"
    return None


def _marked(scalar: Scalar, lines: list[str]) -> Slip | None:
    """Find a text whose first word YAML takes for an anchor or a tag and drops."""
    line, column = _start(scalar)
    sign = lines[line][column : column + 1] if line < len(lines) else ""
    if sign not in _NOT_TEXT:
        return None
    word = lines[line][column:].split()[0]
    return line + 1, f"YAML reads {shown(word)} as {_NOT_TEXT[sign]}, not as text", QUOTE


def _in_curly(scalar: Scalar, _lines: list[str]) -> Slip | None:
    """Find a text in curly quotation marks, which YAML does not treat as quotes."""
    if not _CURLY.fullmatch(scalar.value):
        return None
    what = "the text is in curly quotation marks, which are read as a part of it"
    hint = "write straight ones (' or \") instead, or around them if people should see them"
    return _start(scalar)[0] + 1, what, hint


def _escaped(scalar: Scalar, lines: list[str]) -> Slip | None:
    """A backslash in double quotes that begins a sign nobody sees: `"C:\\new\\temp"`."""
    first, last = _start(scalar)[0], _end(scalar)[0]
    written = "".join(lines[first : last + 1])
    if scalar.style != '"' or "\\" not in written or not _CONTROL.search(scalar.value):
        return None
    what = "a backslash in double quotes begins a character that nobody sees"
    return first + 1, what, "use single quotes"


def divided(node: yaml.SequenceNode) -> Slip | None:
    """A sentence in a list in brackets, which its commas divide: `[The name, in our logo.]`."""
    items = [one for one in node.value if isinstance(one, yaml.ScalarNode)]
    words = [one.value for one in items if is_plain(one)]
    is_sentence = any(one.endswith(_SENTENCE_END) for one in words)
    if not node.flow_style or not is_sentence or not any(one[:1].islower() for one in words[1:]):
        return None
    what = f"the commas divide what is in the brackets into {len(items)} items"
    return node.start_mark.line + 1, what, "put each item in quotes"


def _unclosed(scalar: Scalar, lines: list[str]) -> Slip | None:
    """Find a quotation mark that is closed only in a later field."""
    first, last = _start(scalar)[0], _end(scalar)[0]
    inside = lines[first + 1 : last + 1] if scalar.style in ("'", '"') else ()
    if not any(FIELD.match(line) for line in inside):
        return None
    what = "the quote mark that opens here is not closed before the next field"
    return first + 1, what, CLOSE
