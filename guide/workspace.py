"""Where a copy is built: a copy of the guide's source that is removed afterwards.

So nothing is written where the guide is installed, nothing is left behind, and two councils' copies
can be built at the same time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from guide import SOURCE

_NEEDED = ("common", "content", "docs", "macros", "overrides")
_LEFT_OUT = shutil.ignore_patterns("__pycache__")


@contextmanager
def workspace() -> Iterator[Path]:
    """Copy the source into a folder, give it, and remove it at the end."""
    with TemporaryDirectory(prefix="guide-", ignore_cleanup_errors=True) as made:
        folder = Path(made).resolve()
        for name in _NEEDED:
            shutil.copytree(SOURCE / name, folder / name, ignore=_LEFT_OUT)
        shutil.copy(SOURCE / "mkdocs.yml", folder)
        yield folder
