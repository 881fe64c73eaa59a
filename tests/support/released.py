"""What a host serves of a built site, made as `make release` makes it."""

from functools import partial
from pathlib import Path
from unittest import mock

import pytest

from publish import compress
from publish.problem import UnfitSiteError
from publish.release import Release, release
from publish.site_address import place
from tests.support.build import BuildFailedError, built

# How hard Brotli tries in a release for tests, from 0 to 11.
QUICK = 5


def released_once(factory: pytest.TempPathFactory, name: str, site: Path) -> Release:
    """The release of the site, made once for all test processes of the run."""
    return opened(built(factory, f"{name}-release", partial(_make, site)))


def quick_release(site: Path, folder: Path, previous: Path | None = None) -> Release:
    """The release of a site, compressed less than that of a host."""
    with mock.patch.object(compress, "BROTLI_QUALITY", QUICK):
        return release(site, folder, previous)


def _make(site: Path, folder: Path) -> Path:
    try:
        return quick_release(site, folder).folder
    except UnfitSiteError as fault:
        raise BuildFailedError(str(fault)) from fault


def opened(folder: Path) -> Release:
    """The release in a folder, which need not be where it was made."""
    site = folder / "site"
    names = tuple(sorted(path.name for path in site.glob("assets-*")))
    return Release(folder, place(site), names)


def assets(made: Release) -> str:
    """The fingerprinted folder of a release that kept none of the one before."""
    (name,) = made.kept_for_ever
    return name
