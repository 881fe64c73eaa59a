"""Validate the sound part of a faulty brand.yml, so that checks that need it still run."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.brand.settings import Brand
from macros.content.document import Path

# Required settings that no other check depends on.
_STAND_INS: dict[Path, str] = {("site_name",): "?", ("organisation", "name"): "?"}


def salvaged(data: Mapping[str, Any]) -> Brand | None:
    """Return the settings without the invalid ones; None if too little would be left."""
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
    """Return the path to remove for an error.

    That is the path up to the first list in it; for a missing field, the record that lacks it."""
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
    """Return a placeholder for a required setting that was removed; empty for any other."""
    if path not in _STAND_INS:
        return {}
    *outer, last = map(str, path)
    inner = data.get(outer[0]) if outer else data
    if not isinstance(inner, dict):
        return {}
    words = {last: _STAND_INS[path]}
    return {outer[0]: inner | words} if outer else words
