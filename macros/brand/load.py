"""The guide's content and a council's folder in, one content out; or every fault of both."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.check import check
from macros.faults import ContentFaults
from macros.load import Fingerprint, content_of, fingerprint, read
from macros.model import Content
from macros.whole import Unread, gather

from .check import check_folder
from .folder import Folder, FolderReading
from .merge import merge


@dataclass(frozen=True)
class Branded:
    """The content of a council's copy, and the folder that made it so."""

    content: Content
    folder: Folder


def load_branded(content: Path, folder: Path) -> Branded:
    """The records of the content folder with those of a council's folder among them.

    Unchanged files are not read twice. Raises ContentFaults with every fault of both."""
    content, folder = content.resolve(), folder.resolve()
    return _load(content, fingerprint(content), folder, _fingerprint(folder))


def _fingerprint(folder: Path) -> Fingerprint:
    if not os.access(folder, os.R_OK | os.X_OK):
        return ()
    stats = [(str(file), file.stat()) for file in sorted(folder.rglob("*")) if file.is_file()]
    return tuple((file, stat.st_mtime_ns, stat.st_size) for file, stat in stats)


@lru_cache(maxsize=4)
def _load(
    content: Path, _of_content: Fingerprint, folder: Path, _of_folder: Fingerprint
) -> Branded:
    core, own = read(content), FolderReading(folder)
    entries = [*core.entries, *own.entries]
    released = core.released(), own.released()
    unread = _either(core.unread(), own.unread())
    faults = [*core.faults, *own.faults, *check(entries, released[0], unread)]
    faults += check_folder(gather(entries, released[0], unread), released[1])
    if faults:
        raise ContentFaults(faults)
    found = own.folder_read
    return Branded(merge(content_of(core.entries), found.changes), found)


def _either(one: Unread, other: Unread) -> Unread:
    return Unread(one.ids | other.ids, one.anything or other.anything)
