"""Remove comments and needless white space from scripts, and nothing else.

A script is parsed and its tokens are written out unchanged: nothing is renamed or evaluated, so the
published script has the same syntax tree as its source. Line breaks stay wherever a semicolon may
have been left out (ECMAScript 12.10, automatic semicolon insertion)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from publish.script_parser import parsed

_COMMENTS = ("comment", "html_comment")
_WHOLE = ("regex", "string")  # tokens to copy without looking inside
_NO_BREAK_AFTER, _NO_BREAK_BEFORE = b"{(,;", b"}),;"
_OPERATORS = b"!%&*+-./:<=>?^|~@#"
_BREAK = re.compile("[\n\r\u2028\u2029]")


class NotAScriptError(Exception):
    """The text is not JavaScript; `line` is where that shows."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True)
class _Token:
    node: Node
    text: bytes
    in_template: bool  # the text before it belongs to a template literal


def minified(script: str) -> str:
    """Return the script with the same tokens in the same order, and as little space as possible.

    Raises NotAScriptError if it cannot be parsed."""
    source = script.encode()
    root = parsed(script)
    if root.has_error:
        raise NotAScriptError(_broken(root).start_point.row + 1)
    written, end, before = bytearray(), 0, b""
    for token in _tokens(root):
        between = source[end : token.node.start_byte]
        written += between if token.in_template else _space(before, between, token.text)
        written += token.text
        end, before = token.node.end_byte, _last(token)
    return written.decode()


def _broken(node: Node) -> Node:
    """Return the first and innermost node with an error; in an unterminated text, that text."""
    while node.type not in _WHOLE:
        inner = next((child for child in node.children if child.has_error), None)
        if inner is None:
            break
        node = inner
    return node


def _tokens(root: Node) -> Iterator[_Token]:
    left = [(root, False)]
    while left:
        node, in_template = left.pop()
        if node.type in _COMMENTS:
            continue
        if node.type in _WHOLE or not node.children:
            if node.text:
                yield _Token(node, node.text, in_template)
            continue
        inside = [(child, node.type == "template_string") for child in node.children]
        inside[0] = (node.children[0], in_template)
        left.extend(reversed(inside))


def _last(token: _Token) -> bytes:
    """Return the token as the space after it depends on it: flags may follow a regex."""
    return b"_" if token.node.type == "regex" else token.text


def _space(before: bytes, between: bytes, after: bytes) -> bytes:
    """Return the part of `between` (space and comments) that must stay to keep two tokens apart."""
    if not before or not between:
        return b""
    last, first = before[-1:], after[:1]
    if _BREAK.search(between.decode()):
        return b"" if last in _NO_BREAK_AFTER or first in _NO_BREAK_BEFORE else b"\n"
    if _in_word(last) and (_in_word(first) or first in b"#."):
        return b" "
    return b" " if last in _OPERATORS and first in _OPERATORS else b""


def _in_word(sign: bytes) -> bool:
    return sign.isalnum() or sign in b"_$\\" or sign > b"\x7f"
