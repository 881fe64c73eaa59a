"""YAML text in, a Sheet out. The only module that knows PyYAML.

Nothing is constructed from the text but plain values: no tag, alias or anchor is followed.
Sound text is read by libyaml where PyYAML has it, which is ten times as fast; PyYAML's own
reader, which knows no aliases here, has the word wherever there may be a fault.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import yaml

from .faults import ContentFaults, Fault, shown
from .sheet import Kind, Path, Place, Sheet
from .yaml_words import broken

_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
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
    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event: Any = self.get_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "found an alias", event.start_mark)
        return super().compose_node(parent, index)


def parse(raw: bytes, file: str) -> Sheet:
    """The values of a YAML file and their lines; `file` is its name in the faults.

    Raises ContentFaults where the file is empty or broken, or holds no fields."""
    text = _decoded(raw, file)
    _refuse_tabs(text, file)
    try:
        node = _composed(text)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        raise ContentFaults([broken(error, text, file)]) from error
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        raise ContentFaults([Fault(file, 1, "the file is empty", "write its record")])
    if not isinstance(node, yaml.MappingNode):
        what = "the file does not start with a field"
        line = node.start_mark.line + 1
        raise ContentFaults([Fault(file, line, what, "write 'name: words', a line a field")])
    return _Reader(file).sheet(node)


def _composed(text: str) -> yaml.Node | None:
    """The nodes of the text. Raises what `yaml.compose` raises."""
    fast = getattr(yaml, "CSafeLoader", None)
    if fast:
        with suppress(yaml.YAMLError):
            if _is_tame(yaml.parse(text, Loader=fast)):
                return yaml.compose(text, Loader=fast)
    return yaml.compose(text, Loader=_Loader)


def _is_tame(events: Iterable[yaml.Event]) -> bool:
    """Whether there is no alias, and no nesting so deep that libyaml's reader would crash."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEP or isinstance(event, yaml.AliasEvent):
            return False
    return True


def _decoded(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise ContentFaults([Fault(file, line, what, "save the file as UTF-8")]) from error


def _refuse_tabs(text: str, file: str) -> None:
    lines = enumerate(_LINE_END.split(text), 1)
    tabbed = [number for number, line in lines if re.match(r" *\t\s*\S", line)]
    if tabbed:
        more = f" (and {len(tabbed) - 1} more)" if len(tabbed) > 1 else ""
        what = f"the line is indented with a tab{more}"
        raise ContentFaults([Fault(file, tabbed[0], what, "indent with spaces")])


class _Reader:
    """Turns the nodes of one file into plain values, noting the place of each."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path, Place] = {}
        self.faults: list[Fault] = []

    def sheet(self, node: yaml.MappingNode) -> Sheet:
        self.places[()] = Place(node.start_mark.line + 1, "fields")
        data = self._fields(node, ())
        return Sheet(self.file, data, self.places, tuple(self.faults))

    def _value(self, node: yaml.Node, path: Path, line: int) -> Any:
        if isinstance(node, yaml.MappingNode):
            self.places[path] = Place(line, "fields")
            return self._fields(node, path)
        if isinstance(node, yaml.SequenceNode):
            self.places[path] = Place(line, "list")
            return tuple(
                self._value(item, (*path, index), item.start_mark.line + 1)
                for index, item in enumerate(node.value)
            )
        written = node.value if node.tag in {*_KINDS, _TAG + "bool"} else node.tag
        place = Place(line, self._kind(node), written)
        self.places[path] = place
        return _scalar(place)

    def _fields(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or self._kind(key) != "text":
                written = shown(key.value) if isinstance(key, yaml.ScalarNode) else "a list"
                self._note(line, f"the field {written} is not read as text", "put it in quotes")
            elif key.value in found:
                first = self.places[(*path, key.value)].line
                what = f"field {shown(key.value)} stands twice (first in line {first})"
                self._note(line, what, "keep one of them")
            else:
                found[key.value] = self._value(value, (*path, key.value), line)
        return found

    def _kind(self, node: yaml.Node) -> Kind:
        if node.tag == _TAG + "bool":
            return "true" if node.value.lower() in _TRUE else "false"
        if node.tag not in _KINDS:
            what = f"YAML reads {shown(node.tag)} as a tag, not as text"
            self._note(node.start_mark.line + 1, what, "put the whole text in quotes")
        return _KINDS.get(node.tag, "text")

    def _note(self, line: int, what: str, mend: str) -> None:
        self.faults.append(Fault(self.file, line, what, mend))


def _scalar(place: Place) -> Any:
    if place.kind == "text":
        return place.written
    if place.kind == "nothing":
        return None
    if place.kind in ("true", "false"):
        return place.kind == "true"
    whole = place.kind == "number" and _WHOLE_NUMBER.fullmatch(place.written)
    return int(place.written) if whole else place
