"""Write what accompanies a release: the bill of materials, the checksums and the zip."""

import hashlib
import os
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from common.markers import RELEASE
from publish.release import Release
from publish.sbom import bill

BILL = "bom.cdx.json"
SUMS = "SHA256SUMS"
NAME = "five-attributes"
LATEST_IN_UTC = 2**31 - 1  # seconds since 1970, in 2038: the field is signed


def papers(made: Release, version: str, moment: datetime) -> Path:
    """Write the bill of materials, the checksums and the zip; return the zip.

    Every file gets `moment` as its time, on every machine where the zip is unpacked. Servers make
    an ETag of a file's time and length, so each release needs a later time than the one before:
    otherwise a page that changed but kept its length would be taken for unchanged."""
    folder, moment = made.folder, _whole(moment)
    (folder / BILL).write_text(bill(folder, version, moment), encoding="utf-8")
    (folder / SUMS).write_text(_sums(folder), encoding="utf-8")
    for path in folder.rglob("*"):
        if not any(one in path.parts for one in made.kept_for_ever[1:]):  # of releases before
            os.utime(path, (moment.timestamp(), moment.timestamp()))
    packed = folder / f"{NAME}-{version}.zip"
    _pack(folder, packed, f"{NAME}-{version}", moment)
    name = f"{packed.name}.sha256"
    (folder / name).write_text(f"{_sum(packed)}  {packed.name}\n", encoding="utf-8")
    return packed


def _whole(moment: datetime) -> datetime:
    """Round a time down to what a zip can hold: even seconds, from 1980."""
    earliest = datetime(1980, 1, 1, tzinfo=UTC)
    moment = max(moment.astimezone(UTC), earliest)
    return moment.replace(microsecond=0, second=moment.second // 2 * 2)


def _files(folder: Path) -> list[Path]:
    """Return the files that are handed over, sorted."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != RELEASE)
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _sums(folder: Path) -> str:
    lines = (
        f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n"
        for path in _files(folder)
        if path.name != SUMS
    )
    return "".join(lines)


def _pack(folder: Path, packed: Path, top: str, moment: datetime) -> None:
    files = _files(folder)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            name = f"{top}/{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever system this runs on
            entry.external_attr = 0o100644 << 16
            seconds = int(moment.timestamp())
            if seconds <= LATEST_IN_UTC:
                # The time in UTC: a zip's own field has no zone ("UT", Info-ZIP's appnote 4.6.1).
                entry.extra = struct.pack("<HHBl", 0x5455, 5, 1, seconds)
            archive.writestr(entry, path.read_bytes())
