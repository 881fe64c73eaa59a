"""The guide's content and a council's folder in, one content out; or every fault of both."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from macros.check import check
from macros.faults import ContentFaults, Fault
from macros.files import FILES as MADE
from macros.load import Fingerprint, content_of, fingerprint, read
from macros.model import Content
from macros.whole import Unread, gather

from .assemble import LOCAL_PAGE
from .check import check_folder
from .folder import LOCAL, Folder, FolderReading
from .local_links import link_faults
from .merge import merge
from .model import Brand


@dataclass(frozen=True)
class Branded:
    """The content of a council's copy, and the folder that made it so."""

    content: Content
    folder: Folder


def load_branded(content: Path, folder: Path) -> Branded:
    """The records of the content folder with those of a council's folder among them.

    Unchanged files are not read twice. Raises ContentFaults with every fault of both."""
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
    entries = [*core.entries, *own.entries]
    released = core.released(), own.released()
    unread = _either(core.unread(), own.unread())
    faults = [*core.faults, *own.faults, *check(entries, released[0], unread)]
    faults += check_folder(gather(entries, released[0], unread), released[1])
    faults += _dead_links(own, places)
    if faults:
        raise ContentFaults(faults)
    found = own.folder_read
    return Branded(merge(content_of(core.entries), found.changes), found)


def _places(content: Path) -> frozenset[str]:
    """The places of the guide's pages and files, beside its content; none where it has none."""
    docs = content.parent / "docs"
    found = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    return frozenset({*found, *MADE, LOCAL_PAGE}) if found else frozenset()


def _dead_links(own: FolderReading, places: frozenset[str]) -> Iterator[Fault]:
    brand = next((one.part for one in own.entries if isinstance(one.part, Brand)), None)
    links = own.local.links if own.local else ()
    hidden = brand.hidden if brand else ()
    base = urlsplit(brand.site_address or "").path if brand else ""
    page = own.name(own.folder / LOCAL)
    yield from link_faults(links, page, own.files, places, hidden, base or "/")


def _either(one: Unread, other: Unread) -> Unread:
    return Unread(one.ids | other.ids, one.anything or other.anything)
