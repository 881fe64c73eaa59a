"""Remove retired records from the content."""

from typing import Any, TypeVar

from macros.content.model.base import Part, Record

AnyPart = TypeVar("AnyPart", bound=Part)


def only_living(part: AnyPart) -> AnyPart:
    """Return the part without the retired records in it, at any depth."""
    kept = {name: _kept(getattr(part, name)) for name in type(part).model_fields}
    return part.model_copy(update=kept)


def _kept(value: Any) -> Any:
    if _is_retired(value):
        return None
    if isinstance(value, Part):
        return only_living(value)
    if isinstance(value, tuple):
        return tuple(_kept(one) for one in value if not _is_retired(one))
    return value


def _is_retired(value: Any) -> bool:
    return isinstance(value, Record) and value.retired is not None
