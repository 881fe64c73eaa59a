"""Collect the names by which a stylesheet could find something: from pages and from scripts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tree_sitter import Node

from publish.html_tags import tags
from publish.script_parser import parsed

_TEXT = "string_fragment"
_PROPERTY = "property_identifier"
_WORD = re.compile(r"[\w-]+")
_CAPITAL = re.compile(r"[A-Z]")
# A part of a name that a script puts together: the first of `rating--${number}`.
_START, _END = re.compile(r"[\w-]{3,}[-_]$"), re.compile(r"[-_][\w-]{2,}")


@dataclass
class UsedNames:
    """Names that occur: in `elements`, `classes`, `ids` and `attributes` those of pages (each
    attribute with its values). Of scripts, `words` are those of their texts, `properties` the
    attributes that their properties may set, and `starts` and `ends` the parts of names that
    they put together, such as `rating--` of `rating--${number}`."""

    elements: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    properties: set[str] = field(default_factory=set)
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    def in_scripts(self, name: str) -> bool:
        """Whether a script has the name, or a part that it could be put together from."""
        return name in self.words or name.startswith(self.starts) or name.endswith(self.ends)

    def has_value(self, attribute: str, operator: str | None, value: str | None) -> bool:
        """Whether an element could have the attribute, with a value that fits."""
        there = self.attributes.get(attribute)
        by_script = attribute in self.properties or self.in_scripts(attribute)
        if there is None and not by_script:
            return False
        if operator != "=" or value is None:
            return True
        return value in (there or ()) or self.in_scripts(value)


def used_names(pages: Iterable[str], scripts: Iterable[str]) -> UsedNames:
    """Return the names in the pages and in the scripts."""
    found = UsedNames()
    for page in pages:
        for tag in tags(page):
            found.elements.add(tag.name)
            found.classes.update(tag.attributes.get("class", "").split())
            found.ids.add(tag.attributes.get("id", ""))
            for name, value in tag.attributes.items():
                found.attributes.setdefault(name, set()).add(value)
    starts, ends = set(), set()
    for script in scripts:
        for node in _nodes(parsed(script)):
            text = node.text.decode() if node.text else ""
            if node.type == _PROPERTY:
                found.properties.update((_kebab(text), f"data-{_kebab(text)}"))
                continue
            found.words.update(_WORD.findall(text))
            cut_before, cut_after = _cut(node)
            if cut_before and (end := _END.match(text)):
                ends.add(end[0])
            if cut_after and (start := _START.search(text)):
                starts.add(start[0])
    found.starts, found.ends = tuple(sorted(starts)), tuple(sorted(ends))
    return found


def _nodes(root: Node) -> Iterable[Node]:
    """Yield each text and each property's name of a script."""
    left = [root]
    while left:
        node = left.pop()
        if node.type in (_TEXT, _PROPERTY):
            yield node
        left.extend(node.children)


def _cut(node: Node) -> tuple[bool, bool]:
    """Whether something is put before a text, or after it, in a template."""
    over = node.parent
    if over is None or over.type != "template_string":
        return False, False
    parts = over.named_children
    at = parts.index(node)
    return at > 0, at < len(parts) - 1


def _kebab(word: str) -> str:
    """Return a property's name as the attribute or property that it sets: `ariaLabel`."""
    return _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", word)
