"""Parse JavaScript, for all that reads or changes scripts."""

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_javascript.language()))


def parsed(script: str) -> Node:
    """Return the root of the script's syntax tree; its nodes count bytes of UTF-8."""
    return _PARSER.parse(script.encode()).root_node
