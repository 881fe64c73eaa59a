"""Load the guide's content with a council's changes, or report every problem of both."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from common.problems import Problem, ProblemsError
from macros.brand.local_links import link_faults
from macros.brand.merge import merge
from macros.brand.reader import LOCAL, Folder, FolderReading
from macros.brand.rules import check_folder
from macros.brand.settings import Brand
from macros.brand.site_source import LOCAL_PAGE
from macros.build.generated_files import FILES as MADE
from macros.content.index import Unread, build_index
from macros.content.load import Fingerprint, content_of, fingerprint, read
from macros.content.model.files import Content
from macros.content.rules.check_all import check


@dataclass(frozen=True)
class Branded:
    """The content of a council's copy, and the folder whose changes are in it."""

    content: Content
    folder: Folder


def load_branded(content: Path, folder: Path) -> Branded:
    """Load the content folder with the changes of a council's folder.

    The result is cached until a file changes. Raises ProblemsError with all problems of both."""
    content, folder = content.resolve(), folder.resolve()
    return _load(content, fingerprint(content), folder, _fingerprint(folder), _places(content))


def _fingerprint(folder: Path) -> Fingerprint:
    if not os.access(folder, os.R_OK | os.X_OK):
        return ()
    stats = [(str(file), file.stat()) for file in sorted(folder.rglob("*")) if file.is_file()]
    return tuple((file, stat.st_mtime_ns, stat.st_size) for file, stat in stats)


@lru_cache(maxsize=4)
def _load(
    content: Path,
    _of_content: Fingerprint,
    folder: Path,
    _of_folder: Fingerprint,
    places: frozenset[str],
) -> Branded:
    core, own = read(content), FolderReading(folder)
    loaded = [*core.loaded, *own.loaded]
    released = core.released(), own.released()
    unread = _either(core.unread(), own.unread())
    problems = [*core.problems, *own.problems, *check(loaded, released[0], unread)]
    problems += check_folder(build_index(loaded, released[0], unread), released[1])
    problems += _dead_links(own, places)
    if problems:
        raise ProblemsError(problems)
    found = own.folder_read
    return Branded(merge(content_of(core.loaded), found.changes), found)


def _places(content: Path) -> frozenset[str]:
    """Return the paths of the guide's pages and files, in docs/ beside its content."""
    docs = content.parent / "docs"
    found = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    return frozenset({*found, *MADE, LOCAL_PAGE}) if found else frozenset()


def _dead_links(own: FolderReading, places: frozenset[str]) -> Iterator[Problem]:
    brand = next((one.part for one in own.loaded if isinstance(one.part, Brand)), None)
    links = own.local.links if own.local else ()
    hidden = brand.hidden if brand else ()
    base = urlsplit(brand.site_address or "").path if brand else ""
    page = own.name(own.folder / LOCAL)
    yield from link_faults(links, page, own.files, places, hidden, base or "/")


def _either(one: Unread, other: Unread) -> Unread:
    return Unread(one.ids | other.ids, one.anything or other.anything)
