"""A generator's settings, read and written where no generator runs."""

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
    """What comes after `!ENV`: names of environment variables, and what holds without them."""

    names: tuple[str, ...]
    otherwise: Any = None

    @property
    def value(self) -> Any:
        """The first of the variables that is set, as YAML reads it."""
        found = next((os.environ[name] for name in self.names if name in os.environ), None)
        return self.otherwise if found is None else yaml.safe_load(found)


class _Loader(yaml.SafeLoader):
    """YAML as mkdocs.yml is written: with `!ENV`."""


def _variable(loader: yaml.SafeLoader, node: yaml.Node) -> Variable:
    if isinstance(node, yaml.SequenceNode):
        *names, otherwise = loader.construct_sequence(node)
        return Variable(tuple(names), otherwise)
    return Variable((str(node.value),))


_Loader.add_constructor("!ENV", _variable)


def read_settings(file: Path) -> dict[str, Any]:
    """What `file` sets; a Variable where `!ENV` stands. Raises OSError and yaml.YAMLError."""
    read: dict[str, Any] = yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506 - a safe loader
    return read


def settings_text(settings: Mapping[str, Any]) -> str:
    """The settings as YAML, a line each: JSON, which YAML reads, with `!ENV` at its beginning."""
    return "".join(f"{key}: {_written(value)}\n" for key, value in settings.items())


def _written(value: Any) -> str:
    if isinstance(value, Variable):
        return f"!ENV {json.dumps([*value.names, value.otherwise], ensure_ascii=False)}"
    return json.dumps(value, ensure_ascii=False)


def stand_in(file: Path) -> Any:
    """What `define_env` is given by a generator that builds with `file`, without pages.

    Raises OSError and yaml.YAMLError."""
    read = read_settings(file)
    conf = {
        key: value.value if isinstance(value, Variable) else value for key, value in read.items()
    }
    return SimpleNamespace(
        project_dir=str(file.resolve().parent), conf=conf, macro=lambda *_: None, page=None
    )
