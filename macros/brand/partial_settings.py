"""What can be read of settings that have faults, so that what hangs on the rest is told as well."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.brand.settings import Brand
from macros.content.document import Path

# What the settings need and nothing else hangs on.
_STAND_INS: dict[Path, str] = {("site_name",): "?", ("organisation", "name"): "?"}


def salvaged(data: Mapping[str, Any]) -> Brand | None:
    """The settings without those that are unsound; None where too little would be left."""
    while True:
        try:
            return Brand.model_validate(data)
        except ValidationError as error:
            unsound = {_settings(details) for details in error.errors()}
        before = data
        for path in sorted(unsound, key=len):
            data = _without(data, path) | _stand_in(data, path)
        if () in unsound or data == before:
            return None


def _settings(details: ErrorDetails) -> Path:
    """The path of what is to go: up to the first list in it, and all that lacks something."""
    path = details["loc"]
    short = next((path[:at] for at, step in enumerate(path) if isinstance(step, int)), path)
    lacks = details["type"] == "missing" and short == path and path not in _STAND_INS
    return short[:-1] if lacks else short


def _without(data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    key, *rest = path or ("",)
    inner = data.get(str(key))
    if rest and isinstance(inner, dict):
        return {**data, str(key): _without(inner, tuple(rest))}
    return {own: value for own, value in data.items() if own != key}


def _stand_in(data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    if path not in _STAND_INS:
        return {}
    *outer, last = map(str, path)
    inner = data.get(outer[0]) if outer else data
    if not isinstance(inner, dict):
        return {}
    words = {last: _STAND_INS[path]}
    return {outer[0]: inner | words} if outer else words
