"""The content many times over: records of the same kinds, with ids and words of their own.

There are always five attributes, as the model has it; what they and the workbooks
hold is multiplied: behaviours, quotes, questions, passages, references, resources,
terms, slips. A copy names copies: its links and quotes lead to records of the same
number. Every text differs from its original, so that nothing is gained by keeping it.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

# Lists of records that are multiplied, and lists without ids that are, too.
LISTS = ("behaviours", "quotes", "questions", "passages", "closing", "references", "resources")
LISTS_TOO = ("terms", "slips")
# Fields with a word of a closed list, which may look like an id.
CLOSED = ("kind", "origin", "status", "stage", "audience", "themes")
# Texts of one piece, besides those whose key ends in _md.
WORDS = ("title", "listed_as", "text", "hint", "term", "source", "site", "why", "status_note")

_LINK = re.compile(r"(\]\([a-z]+:)([a-z0-9-]+)(\))")


def numbered(own: str, number: int) -> str:
    """The id of a record's copy; the first copy is the record itself."""
    return own if number == 1 else f"{own}-n{number}"


def grow(content: Path, folder: Path, times: int) -> None:
    """Write into `folder` the records of the content folder, `times` over."""
    files = {path.relative_to(content): _read(path) for path in sorted(content.rglob("*.yml"))}
    names = {own for data in files.values() for own in multiplied(data)}
    for place, data in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        _write(folder / place, grown(data, times, names))
    shutil.copy(content / "released-ids.txt", folder)


def multiplied(data: Any, *, inside: bool = False) -> Iterator[str]:
    """The ids of the records in `data` that are multiplied."""
    if isinstance(data, dict):
        if inside and "id" in data:
            yield data["id"]
        for key, value in data.items():
            yield from multiplied(value, inside=inside or key in (*LISTS, *LISTS_TOO))
    elif isinstance(data, list):
        for item in data:
            yield from multiplied(item, inside=inside)


def grown(data: dict[str, Any], times: int, names: set[str]) -> dict[str, Any]:
    """The fields of a file with all that is multiplied in them, `times` over."""
    found = {key: _grown(key, value, times, names) for key, value in data.items()}
    if "records" in found:
        found["records"] = _more_aliases(found["records"], times, names)
    return found


def _grown(key: str, value: Any, times: int, names: set[str]) -> Any:
    if key in (*LISTS, *LISTS_TOO) and _of_records(value):
        return [copy(item, number, names) for number in range(1, times + 1) for item in value]
    if isinstance(value, dict):
        return grown(value, times, names)
    if isinstance(value, list) and _of_records(value):
        return [grown(item, times, names) for item in value]
    return value


def _of_records(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _more_aliases(records: dict[str, Any], times: int, names: set[str]) -> dict[str, Any]:
    return {
        numbered(own, number): [*said]
        for number in range(1, times + 1)
        for own, said in records.items()
        if number == 1 or own in names
    }


def copy(record: dict[str, Any], number: int, names: set[str]) -> dict[str, Any]:
    """A record's copy of that number, with all that it holds and names."""
    if number == 1:
        return record
    return {key: _copied(key, value, number, names) for key, value in record.items()}


def _copied(key: str, value: Any, number: int, names: set[str]) -> Any:
    again: Callable[[Any], Any] = lambda item: _copied(key, item, number, names)  # noqa: E731
    if isinstance(value, dict):
        return copy(value, number, names)
    if isinstance(value, list):
        return [again(item) for item in value]
    if not isinstance(value, str) or key in CLOSED:
        return value
    if value in names:
        return numbered(value, number)
    return _reworded(value, number, names) if key.endswith("_md") or key in WORDS else value


def _reworded(text: str, number: int, names: set[str]) -> str:
    def link(found: re.Match[str]) -> str:
        own = found[2]
        return found[1] + (numbered(own, number) if own in names else own) + found[3]

    return f"{_LINK.sub(link, text)} ({number})"


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _write(path: Path, data: Any) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")
