"""The content's files in, its records out; or every fault of the run, all at once."""

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
    """The records of the content folder, attributes and workbooks by number.

    Unchanged files are not read twice. Raises ContentFaults with every fault there is."""
    index = folder.resolve()
    return _load(index, fingerprint(index))


def fingerprint(folder: Path) -> Fingerprint:
    """What changes when a file of the content is written, added or taken away."""
    files = sorted((*folder.rglob("*.yml"), *folder.rglob("*.yaml"), folder / NAME))
    stats = [(str(file), file.stat()) for file in files if file.is_file()]
    return tuple((file, stat.st_mtime_ns, stat.st_size) for file, stat in stats)


@lru_cache(maxsize=4)
def _load(folder: Path, _fingerprint: Fingerprint) -> Content:
    """Read, check and put together; `_fingerprint` is only there to be compared."""
    run = read(folder)
    run.problems += check(run.loaded, run.released(), run.unread())
    if run.problems:
        raise ProblemsError(run.problems)
    return content_of(run.loaded)


def read(folder: Path) -> Reading:
    """Every file of the content folder, read; nothing that needs them all is checked."""
    run = Reading(folder)
    for name, model in FILES.items():
        run.read(folder / name, model)
    for name, model in FOLDERS.items():
        run.read_all(folder / name, model)
    for file, _, _ in fingerprint(folder):
        run.refuse_stray(Path(file))
    return run


def content_of(loaded: Iterable[LoadedFile]) -> Content:
    """The content that these entries, without a fault, make."""
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
