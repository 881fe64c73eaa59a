"""Load the content folder: YAML files to records, or every problem of the run at once."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from common.problems import ProblemsError
from macros.content.located import LoadedFile
from macros.content.model.base import Part
from macros.content.model.files import Aliases, Content, Glossary, References, Resources, Slips
from macros.content.model.records import Attribute, Report, Workbook
from macros.content.reading.reader import FILES, FOLDERS, Reading
from macros.content.released_ids import NAME
from macros.content.rules.check_all import check

Model = TypeVar("Model", bound=Part)
Fingerprint = tuple[tuple[str, int, int], ...]


def load(folder: Path) -> Content:
    """Load and check the content folder; attributes and workbooks are sorted by number.

    The result is cached until a file changes. Raises ProblemsError with all problems."""
    index = folder.resolve()
    return _load(index, fingerprint(index))


def fingerprint(folder: Path) -> Fingerprint:
    """Return a value that changes when a file of the content is written, added or deleted."""
    files = sorted((*folder.rglob("*.yml"), *folder.rglob("*.yaml"), folder / NAME))
    stats = [(str(file), file.stat()) for file in files if file.is_file()]
    return tuple((file, stat.st_mtime_ns, stat.st_size) for file, stat in stats)


@lru_cache(maxsize=4)
def _load(folder: Path, _fingerprint: Fingerprint) -> Content:
    """Read, check and assemble; `_fingerprint` is only the cache's key."""
    run = read(folder)
    run.problems += check(run.loaded, run.released(), run.unread())
    if run.problems:
        raise ProblemsError(run.problems)
    return content_of(run.loaded)


def read(folder: Path) -> Reading:
    """Read every file of the content folder, without the rules that need all of them."""
    run = Reading(folder)
    for name, model in FILES.items():
        run.read(folder / name, model)
    for name, model in FOLDERS.items():
        run.read_all(folder / name, model)
    for file, _, _ in fingerprint(folder):
        run.refuse_stray(Path(file))
    return run


def content_of(loaded: Iterable[LoadedFile]) -> Content:
    """Assemble the Content from files that have no problems."""
    loaded = list(loaded)
    attributes = sorted(_each(loaded, Attribute), key=lambda a: a.number)
    workbooks = sorted(_each(loaded, Workbook), key=lambda w: (w.number, w.part or 0))
    (report,) = _each(loaded, Report)
    return Content(
        report=report,
        attributes=tuple(attributes),
        workbooks=tuple(workbooks),
        references=tuple(r for file in _each(loaded, References) for r in file.references),
        resources=tuple(r for file in _each(loaded, Resources) for r in file.resources),
        terms=tuple(t for file in _each(loaded, Glossary) for t in file.terms),
        slips=tuple(s for file in _each(loaded, Slips) for s in file.slips),
        aliases=_each(loaded, Aliases)[0],
    )


def _each(loaded: list[LoadedFile], kind: type[Model]) -> list[Model]:
    return [entry.part for entry in loaded if isinstance(entry.part, kind)]
