"""Imports go one way through the rooms of the code: a lower room knows nothing of a higher one."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Each room may import those that are named, and itself.
MAY_IMPORT = {
    "common": (),
    "macros.content.model": (),
    "macros.content": ("common",),
    "macros.guide": ("macros.content",),
    "macros.build": ("common", "macros.guide"),
    "macros.palette": ("common",),
    "macros.brand": (
        *("common", "macros.content", "macros.guide", "macros.build"),
        "macros.palette",
    ),
    "macros.render": ("macros.content", "macros.guide", "macros.build", "macros.brand"),
    "macros.editor_schema": ("macros.content", "macros.brand"),
    "macros.plugin": (
        *("common", "macros.content", "macros.guide", "macros.build"),
        *("macros.palette", "macros.brand", "macros.render"),
    ),
    "publish": ("common",),
    "guide": ("common", "macros.brand", "publish"),
    "tools": (),
}
# What reads a command line wires rooms together, as the plugin does for a generator.
DOORS = {"macros.__init__", "macros.__main__"}
OURS = ("common", "guide", "macros", "publish", "bench", "tests", "tools")


def modules() -> list[str]:
    files = [
        path for name in ("common", "guide", "macros", "publish", "tools") for path in sources(name)
    ]
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name for name in names if name not in DOORS]


def sources(folder: str) -> Iterator[Path]:
    yield from sorted((ROOT / folder).rglob("*.py"))


def room(module: str) -> str:
    """The room of a module: the longest of the known ones that its name begins with."""
    name = module.removesuffix(".__init__")
    rooms = [one for one in MAY_IMPORT if name == one or name.startswith(f"{one}.")]
    assert rooms, f"{module} is in no room"
    return max(rooms, key=len)


def imported(module: str) -> Iterator[str]:
    tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write imports in full"
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_what_its_room_may_know(module: str) -> None:
    own = room(module)
    for name in imported(module):
        if name.split(".")[0] in OURS:
            known = (own, *MAY_IMPORT[own])
            assert any(name == one or name.startswith(f"{one}.") for one in known), name


def test_no_room_knows_one_that_knows_it() -> None:
    def reached(name: str, way: tuple[str, ...] = ()) -> None:
        assert name not in way, " -> ".join((*way, name))
        for other in MAY_IMPORT[name]:
            reached(other, (*way, name))

    for name in MAY_IMPORT:
        reached(name)
