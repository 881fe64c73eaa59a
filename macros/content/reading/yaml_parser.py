"""Parse YAML text to a SourceDocument.

Only plain values are constructed: no tag, alias or anchor is followed. Sound text is read by
libyaml if PyYAML has it, which is ten times as fast; anything else is read again by PyYAML's own
loader, whose errors have exact positions. In `content`, only the modules called yaml_* know
PyYAML."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import yaml

from common.problems import Problem, ProblemsError, shown
from macros.content.document import Kind, Location, Path, SourceDocument
from macros.content.reading.yaml_errors import broken
from macros.content.reading.yaml_lines import badly_indented, lines_of
from macros.content.reading.yaml_pitfalls import (
    QUOTE,
    Slip,
    divided,
    doubtful,
    fields_inside,
    is_plain,
    joined,
    slip,
)

_WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})")
_TAG = "tag:yaml.org,2002:"
_KINDS: dict[str, Kind] = {
    _TAG + "str": "text",
    _TAG + "int": "number",
    _TAG + "float": "number",
    _TAG + "timestamp": "date",
    _TAG + "null": "nothing",
    _TAG + "merge": "text",
    _TAG + "value": "text",
}
_TRUE = ("true", "yes", "on")
_DEEP = 100


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader without aliases, with which a small file can expand without end."""

    def compose_node(self, parent: yaml.Node | None, position: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event: Any = self.get_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "found an alias", event.start_mark)
        return super().compose_node(parent, position)


def parse(raw: bytes, file: str) -> SourceDocument:
    """Parse a YAML file; `file` is its name in messages.

    Raises ProblemsError if the file is empty or unreadable, or does not hold fields."""
    text = _decoded(raw, file)
    lines = lines_of(text)
    _refuse_odd_blanks(lines, file)
    try:
        node = _composed(text)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        raise ProblemsError(_problems_of_broken(error, text, file)) from error
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        raise ProblemsError([Problem(file, 1, "the file is empty", "write its record")])
    if not isinstance(node, yaml.MappingNode):
        what = "the file does not start with a field"
        line = node.start_mark.line + 1
        raise ProblemsError([Problem(file, line, what, "write 'name: words', a line a field")])
    return _Reader(file, lines).document(node)


def _composed(text: str) -> yaml.Node | None:
    """Compose the text to YAML nodes. Raises what `yaml.compose` raises."""
    fast = getattr(yaml, "CSafeLoader", None)
    if fast:
        with suppress(yaml.YAMLError):
            if _is_tame(yaml.parse(text, Loader=fast)):
                return yaml.compose(text, Loader=fast)
    return yaml.compose(text, Loader=_Loader)


def _is_tame(events: Iterable[yaml.Event]) -> bool:
    """Whether there are no aliases, and no nesting so deep that libyaml would crash."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEP or isinstance(event, yaml.AliasEvent):
            return False
    return True


def is_utf_16(raw: bytes) -> bool:
    """Whether a file of words is saved in two bytes a letter, with the mark of it or without."""
    return raw.startswith((BOM_UTF16_BE, BOM_UTF16_LE)) or raw[1:2] == b"\0" or raw[:1] == b"\0"


def _decoded(raw: bytes, file: str) -> str:
    if is_utf_16(raw):
        raise ProblemsError([Problem(file, 1, "the file is saved as UTF-16", "save it as UTF-8")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise ProblemsError([Problem(file, line, what, "save the file as UTF-8")]) from error


def _refuse_odd_blanks(lines: list[str], file: str) -> None:
    odd = [
        (number, words) for number, line in enumerate(lines, 1) if (words := badly_indented(line))
    ]
    if odd:
        number, (what, hint) = odd[0]
        more = f" (and {len(odd) - 1} more)" if len(odd) > 1 else ""
        raise ProblemsError([Problem(file, number, f"{what}{more}", hint)])


def _problems_of_broken(error: Exception, text: str, file: str) -> list[Problem]:
    """Say why a file cannot be read, and list the pitfalls in the text before that position."""
    problems = [broken(error, text, file)]
    lines = lines_of(text)
    slips: list[Slip] = []
    with suppress(yaml.YAMLError, RecursionError, ValueError, OverflowError):
        for event in yaml.parse(text, Loader=_Loader):
            found = slip(event, lines) if isinstance(event, yaml.ScalarEvent) else None
            slips += [found] if found else []
    if slips and slips[-1][0] >= problems[0].line:  # the pitfall is the cause of the error
        problems = []
    return [*problems, *(Problem(file, *one) for one in slips)]


class _Reader:
    """Turn the nodes of one file into plain values, and record the location of each."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.locations: dict[Path, Location] = {}
        self.problems: list[Problem] = []

    def document(self, node: yaml.MappingNode) -> SourceDocument:
        self.locations[()] = Location(node.start_mark.line + 1, "fields")
        data = self._fields(node, ())
        return SourceDocument(self.file, data, self.locations, tuple(self.problems))

    def _value(self, node: yaml.Node, path: Path, line: int) -> Any:
        if isinstance(node, yaml.MappingNode):
            self.locations[path] = Location(line, "fields")
            return self._fields(node, path)
        if isinstance(node, yaml.SequenceNode):
            self.locations[path] = Location(line, "list")
            found = divided(node)
            if found:
                self._note(*found)
            return tuple(
                self._value(item, (*path, position), item.start_mark.line + 1)
                for position, item in enumerate(node.value)
            )
        return self._scalar(node, path, line) if isinstance(node, yaml.ScalarNode) else None

    def _scalar(self, node: yaml.ScalarNode, path: Path, line: int) -> Any:
        kind = self._kind(node)
        found = slip(node, self.lines)
        if found:
            self._note(*found)
        comment = doubtful(node, self.lines) if is_plain(node) else ""
        if node.value and is_plain(node):
            line = node.start_mark.line + 1
        location = Location(
            line,
            kind,
            node.value,
            comment,
            slipped=found is not None,
            inside=fields_inside(node, self.lines),
            joined=joined(node, self.lines),
        )
        self.locations[path] = location
        return _value_of(location)

    def _fields(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._note(line, "the field a list is not read as text", QUOTE)
            elif self._kind(key) != "text":
                what = f"the field {shown(key.value)} is not read as text"
                self._note(line, what, "put it in quotes")
            elif key.value in found:
                first = self.locations[(*path, key.value)].line
                what = f"field {shown(key.value)} is there twice (first in line {first})"
                self._note(line, what, "keep one of them")
            else:
                found[key.value] = self._value(value, (*path, key.value), line)
        return found

    def _kind(self, node: yaml.Node) -> Kind:
        if node.tag == _TAG + "bool":
            return "true" if node.value.lower() in _TRUE else "false"
        return _KINDS.get(node.tag, "text")

    def _note(self, line: int, what: str, hint: str) -> None:
        self.problems.append(Problem(self.file, line, what, hint))


def _value_of(location: Location) -> Any:
    """Return a scalar's plain value; its Location if it is something that no model accepts."""
    if location.kind == "text":
        return location.written
    if location.kind == "nothing":
        return location if location.comment else None
    if location.kind in ("true", "false"):
        return location.kind == "true"
    index = location.kind == "number" and _WHOLE_NUMBER.fullmatch(location.written)
    return int(location.written) if index else location
