"""Name the value at a path of a YAML file for error messages: "title of quote 'own-risk'"."""

from dataclasses import dataclass
from typing import Any, get_args

from common.problems import shown
from macros.content.document import Path
from macros.content.model.base import Part
from macros.content.model.blocks import BLOCKS, block_kind
from macros.content.naming import noun


@dataclass(frozen=True)
class Owner:
    """The innermost part that contains the value at a path, with its own path and its name."""

    model: type[Part]
    path: Path
    name: str

    @property
    def is_block(self) -> bool:
        """Whether the part is one block of a body."""
        return self.model in BLOCKS.values()


def owner_of(model: type[Part], data: Any, path: Path) -> Owner:
    """Return the owner of the value at `path` in `data`, the values of a `model`."""
    owner = Owner(model, (), _name(model, data, (), ""))
    annotation: Any = None
    for depth, step in enumerate(path[:-1], 1):
        if not isinstance(step, int):
            field = owner.model.model_fields.get(step)
            annotation = field.annotation if field else None
        data = _inside(data, step)
        kind = _model_of(annotation, data)
        if kind:
            here = path[:depth]
            owner = Owner(kind, here, _name(kind, data, here, f" of {owner.name}"))
            annotation = None
        elif not _models(annotation):
            break
    return owner


def inside(model: type[Part], name: str) -> list[str]:
    """Return the fields of a model whose own records have a field called `name`."""
    fields = model.model_fields.items()
    return [
        field
        for field, info in fields
        if any(name in inner.model_fields for inner in _models(info.annotation))
    ]


def subject(owner: Owner, path: Path) -> str:
    """Name the value at `path`: "title of quote 'x'", "item 2 of themes of quote 'x'"."""
    steps = path[len(owner.path) :]
    words = [f"item {step + 1}" if isinstance(step, int) else step for step in steps[:1]]
    words += [f"item {s + 1}" if isinstance(s, int) else shown(s) for s in steps[1:]]
    return " of ".join([*reversed(words), owner.name])


def _name(model: type[Part], data: Any, path: Path, outside: str) -> str:
    word = "block" if model in BLOCKS.values() else noun(model)
    own = data.get("id") if isinstance(data, dict) else None
    if own and isinstance(own, str):
        return f"{word} {shown(own)}"
    if path and isinstance(path[-1], int):
        return f"{word} {path[-1] + 1}{outside}"
    return f"the {word}{outside}"


def _inside(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _models(annotation: Any) -> list[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def _model_of(annotation: Any, data: Any) -> type[Part] | None:
    models = _models(annotation)
    if not isinstance(data, dict) or not models:
        return None
    return models[0] if len(models) == 1 else BLOCKS.get(block_kind(data) or "")
