"""Fill values into the commented examples of a new folder's brand.yml.

Every setting has a line there, most of them behind `# `. A setting that has a value gets it in its
own line, without the sign, and so do the settings around it; all other lines stay. The page
"Make your own copy" does the same in the browser (docs/assets/js/hosting/fill-in.js); the cases in
tests/vectors/fill-in.json hold both."""

import json
import re
from collections.abc import Mapping
from typing import Any

Settings = Mapping[tuple[str, ...], Any]
_LINE = re.compile(r"(?P<outer> *)(?P<mark># )?(?P<inner> *)(?P<key>[a-z_]+):(?= |$)(?P<rest>.*)")


def filled_in(text: str, settings: Settings) -> str:
    """Return the text with each setting's value in its line: ("contacts", "email") is a path.

    Raises KeyError for a path that has no line."""
    wanted = set(settings)
    open_ones = {path[:length] for path in wanted for length in range(1, len(path))}
    lines, way = [], list[tuple[int, str]]()
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found:
            indent = len(found["outer"]) + len(found["inner"])
            way = [step for step in way if step[0] < indent]
            path = (*(key for _, key in way), found["key"])
            way.append((indent, found["key"]))
            if path in wanted:
                wanted.remove(path)
                line = f"{' ' * indent}{found['key']}: {written(settings[path])}"
            elif path in open_ones:
                line = f"{' ' * indent}{found['key']}:"
        lines.append(line)
    if wanted:
        raise KeyError(min(wanted))
    return "\n".join([*lines, ""])


def written(value: Any) -> str:
    """Write a value as JSON on one line, which YAML reads as the same."""
    return json.dumps(value, ensure_ascii=False)
