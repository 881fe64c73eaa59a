"""Read and write mkdocs.yml without running a generator."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml


@dataclass(frozen=True)
class Variable:
    """A `!ENV` value: the environment variables to try in order, and the default."""

    names: tuple[str, ...]
    otherwise: Any = None

    @property
    def value(self) -> Any:
        """The first variable that is set, parsed as YAML; otherwise the default."""
        found = next((os.environ[name] for name in self.names if name in os.environ), None)
        return self.otherwise if found is None else yaml.safe_load(found)


class _Loader(yaml.SafeLoader):
    """A safe YAML loader that also knows `!ENV`."""


def _variable(loader: yaml.SafeLoader, node: yaml.Node) -> Variable:
    if isinstance(node, yaml.SequenceNode):
        *names, otherwise = loader.construct_sequence(node)
        return Variable(tuple(names), otherwise)
    return Variable((str(node.value),))


_Loader.add_constructor("!ENV", _variable)


def read_settings(file: Path) -> dict[str, Any]:
    """Read the settings in `file`, with a Variable for each `!ENV`.

    Raises OSError and yaml.YAMLError."""
    read: dict[str, Any] = yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506 - a safe loader
    return read


def settings_text(settings: Mapping[str, Any]) -> str:
    """Write settings as YAML, one a line: each value as JSON, which is YAML, after any `!ENV`."""
    return "".join(f"{key}: {_written(value)}\n" for key, value in settings.items())


def _written(value: Any) -> str:
    if isinstance(value, Variable):
        return f"!ENV {json.dumps([*value.names, value.otherwise], ensure_ascii=False)}"
    return json.dumps(value, ensure_ascii=False)


def stand_in(file: Path) -> Any:
    """Return an object like the one a generator passes to `define_env`, for the settings in `file`.

    It has no page and discards the macros. Raises OSError and yaml.YAMLError."""
    read = read_settings(file)
    conf = {
        key: value.value if isinstance(value, Variable) else value for key, value in read.items()
    }
    return SimpleNamespace(
        project_dir=str(file.resolve().parent), conf=conf, macro=lambda *_: None, page=None
    )
