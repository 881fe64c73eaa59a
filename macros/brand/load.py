"""Load the guide's content with a council's changes, or report every problem of both."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from common.own_pages import PAGES
from common.problems import Problem, ProblemsError
from macros.brand.following import follow, needless
from macros.brand.local_links import link_faults
from macros.brand.merge import merge
from macros.brand.own_links import own_links
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
    """The content of a council's copy, and the folder whose changes are in it.

    `notes` say what an upgrade of the guide did to the folder's changes, by file and line."""

    content: Content
    folder: Folder
    notes: tuple[str, ...] = ()


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
    followed = follow(core.loaded, own.loaded)
    own.loaded = list(followed.loaded)
    loaded = [*core.loaded, *own.loaded]
    released = core.released(), own.released()
    unread = _either(core.unread(), own.unread())
    problems = [*core.problems, *own.problems, *check(loaded, released[0], unread)]
    index = build_index(loaded, released[0], unread)
    problems += check_folder(index, released[1])
    problems += _dead_links(own, places)
    if problems:
        raise ProblemsError(problems)
    found = own.folder_read
    notes = (*followed.notes, *needless(index))
    return Branded(merge(content_of(core.loaded), found.changes), found, notes)


def _places(content: Path) -> frozenset[str]:
    """Return the paths of the guide's pages and files, in docs/ beside its content."""
    docs = content.parent / "docs"
    found = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    return frozenset({*found, *MADE}) if found else frozenset()


def _dead_links(own: FolderReading, places: frozenset[str]) -> Iterator[Problem]:
    brand = next((one.part for one in own.loaded if isinstance(one.part, Brand)), None)
    hidden = brand.hidden if brand else ()
    base = (urlsplit(brand.site_address or "").path if brand else "") or "/"
    pages = {f"{PAGES}/{name}": page for name, page in own.pages.items()}
    local = (LOCAL, LOCAL_PAGE) if own.local else ()
    here = {*places, *pages, *local} if places else places
    for name, page in {**({LOCAL: own.local} if own.local else {}), **pages}.items():
        file = own.name(own.folder / name)
        yield from link_faults(page.links, file, own.files, here, hidden, base, page.inside)
    for file, link in own_links(own.loaded):
        yield from link_faults([link], file, own.files, here, hidden, base)


def _either(one: Unread, other: Unread) -> Unread:
    return Unread(one.ids | other.ids, one.anything or other.anything)
