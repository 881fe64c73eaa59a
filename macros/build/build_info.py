"""What pages say about the build that they are part of."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DOWNLOADS = "download"  # the folder of docs/ and of the site in which a release offers them
_ADDRESS = "https://ADDRESS-OF-THE-GUIDE/"


@dataclass(frozen=True)
class Download:
    """A file that the pages on hosting offer: its address from the site's root, and its size."""

    address: str
    kilobytes: int

    @property
    def name(self) -> str:
        """The file's name."""
        return self.address.rpartition("/")[2]


@dataclass(frozen=True)
class Build:
    """The guide's version, the edition of its text, and the day (ISO) its tests passed.

    `address` is where the site will be, if that is known; `downloads` are what it offers."""

    release: str = ""
    edition: str = ""
    tested_on: str = ""
    address: str = ""
    downloads: Sequence[Download] = ()

    @property
    def wheel_address(self) -> str:
        """The address of what installs the command `guide` in this version."""
        name = f"five_attributes_guide-{self.release}-py3-none-any.whl"
        address = self.address if self.downloads and self.address else _ADDRESS
        return f"{address}{DOWNLOADS}/{name}"


def downloads(docs: Path, release: str) -> tuple[Download, ...]:
    """Return what is there to be downloaded of this version; nothing outside a release."""
    found = sorted((docs / DOWNLOADS).glob(f"*-{release}*"))
    return tuple(
        Download(f"{DOWNLOADS}/{one.name}", -(-one.stat().st_size // 1000)) for one in found
    )
