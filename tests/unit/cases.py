"""The cases of bad content: a small sound content, and files that are laid over it.

A case is a folder of files for the content folder, `problems.txt` with exactly the lines
it must give, and where files must go, `removed.txt` with their names.
"""

import shutil
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"


def laid_out(folder: Path, case: str | None = None) -> Path:
    """A content folder inside `folder`: the sound content, with a case's files over it."""
    content = folder / "content"
    shutil.copytree(CASES / "_sound", content)
    if case:
        told = shutil.ignore_patterns("problems.txt", "removed.txt")
        shutil.copytree(CASES / case, content, dirs_exist_ok=True, ignore=told)
        removed = CASES / case / "removed.txt"
        for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
            (content / name).unlink()
    return content
