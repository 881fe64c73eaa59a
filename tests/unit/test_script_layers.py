"""The scripts' imports go one way through their rooms: storage knows nothing of a feature.

What is loaded later, by `import()`, may lead up again: it is named where it is wanted, and no
module waits for it.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "js"
# Each room may import those that are named, and itself.
MAY_IMPORT = {
    "page": (),
    "storage": ("page",),
    "search": ("page",),
    "material": (),
    "answers": ("page", "storage"),
    "export": ("page", "storage", "answers"),
    "charts": ("page", "export"),
    "backup": ("page", "storage", "answers"),
    "named-workbooks": ("page", "storage", "answers"),
    "profile": ("page", "storage", "answers", "charts", "export"),
    "feedback": ("page", "storage", "answers", "charts", "export", "profile"),
    "device": ("page", "storage", "answers"),
    "reading": ("page",),
    "hosting": ("page", "export"),
    "panel": ("page", "storage", "answers", "named-workbooks", "export", "backup"),
    "rounds": (
        *("page", "storage", "answers", "named-workbooks", "profile", "charts", "export", "backup"),
    ),
}
STATIC = re.compile(r'^(?:import|export)\b[^;]*?["\'](\.[^"\']+\.js)["\'];$', re.MULTILINE)


def scripts() -> list[str]:
    names = (path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.js"))
    return sorted(name for name in names if name != "main.js")


def imported(script: str) -> Iterator[str]:
    """What a script imports before it runs, from the folder of the scripts."""
    text = (SCRIPTS / script).read_text(encoding="utf-8")
    for found in STATIC.findall(text):
        yield Path(os.path.normpath(Path(script).parent / found)).as_posix()


@pytest.mark.parametrize("script", scripts())
def test_a_script_imports_only_what_its_room_may_know(script: str) -> None:
    room = script.split("/", maxsplit=1)[0]
    for other in imported(script):
        assert (SCRIPTS / other).is_file(), other
        assert other.split("/", maxsplit=1)[0] in (room, *MAY_IMPORT[room]), other


def test_there_are_imports_to_look_at() -> None:
    assert sum(len(list(imported(script))) for script in scripts()) > 200


def test_no_two_scripts_have_one_name() -> None:
    names = Counter(Path(script).name for script in scripts())
    assert [name for name, times in names.items() if times > 1] == []


def test_no_room_knows_one_that_knows_it() -> None:
    def reached(name: str, way: tuple[str, ...] = ()) -> None:
        assert name not in way, " -> ".join((*way, name))
        for other in MAY_IMPORT[name]:
            reached(other, (*way, name))

    for name in MAY_IMPORT:
        reached(name)


def test_elements_are_torn_down_by_their_base() -> None:
    """The filter of a reading page, which loads nothing else of `page/`, does it by itself."""
    by_themselves = ["page/site-element.js", "reading/quote-filter.js"]
    texts = {script: (SCRIPTS / script).read_text(encoding="utf-8") for script in scripts()}
    assert [name for name, text in texts.items() if "disconnectedCallback" in text] == by_themselves
