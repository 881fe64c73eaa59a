"""The releases that have been frozen, and what of them is kept."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Release:
    """A release's folder: the example council's as it was then, and what a browser held."""

    path: Path

    @property
    def version(self) -> str:
        """Its number, such as 1.0.0."""
        return self.path.name

    @property
    def brand(self) -> Path:
        """The council's folder."""
        return self.path / "brand"

    @property
    def anchors(self) -> list[str]:
        """Every place of the guide that could be linked to, such as `quotes/#flame-inside-him`."""
        return (self.path / "anchors.txt").read_text(encoding="utf-8").splitlines()

    @property
    def site(self) -> Path:
        """The release's own pages of workbooks with all that they load, packed."""
        return self.path / "site.tar.xz"

    @property
    def pages(self) -> list[str]:
        """The addresses that the council's copy had, from the site's root."""
        return (self.path / "pages.txt").read_text(encoding="utf-8").splitlines()

    @property
    def records(self) -> dict[str, Any]:
        """The database's records by their keys."""
        records: dict[str, Any] = self._profile["records"]
        return records

    @property
    def local(self) -> dict[str, str]:
        """What local storage held, by what follows the database's name in the key."""
        local: dict[str, str] = self._profile["local"]
        return local

    @property
    def _profile(self) -> dict[str, Any]:
        profile: dict[str, Any] = json.loads(
            (self.path / "profile.json").read_text(encoding="utf-8")
        )
        return profile


RELEASES = [Release(file.parent) for file in sorted(HERE.glob("*/profile.json"))]
