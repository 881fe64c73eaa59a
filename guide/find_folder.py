"""Find the council's folder that a command is about."""

from pathlib import Path

from common.problems import listed
from macros.brand.reader import SETTINGS

_INSIDE = (".", "brands", "brand")


class NoFolderError(Exception):
    """It is not clear which folder is meant; the message says what to type."""


def find_folder(given: Path | None, here: Path | None = None) -> Path:
    """Return the folder that is given; otherwise the only one here or below.

    That is the current folder if it has a brand.yml, or the one folder with a brand.yml in it or
    in its `brands`. A bare name is looked for in `brands`, too. Raises NoFolderError."""
    here = here or Path()
    if given is not None:
        there = next((one for one in (here / given, here / "brands" / given) if one.exists()), None)
        if there is None and given.is_absolute():
            raise NoFolderError(f"There is no {given}: correct its name.")
        if there is None:
            raise NoFolderError(
                f"There is no {given} in {here.resolve()}: go to where it is (with cd), correct "
                f"its name, or make it: guide new {given}"
            )
        if there.suffix.lower() == ".zip":
            raise NoFolderError(f"{given} is a zip: unpack it, and name the folder in it.")
        if not there.is_dir():
            raise NoFolderError(f"{given} is a file: name the folder that it is in.")
        inner = there / there.name
        if not (there / SETTINGS).exists() and (inner / SETTINGS).is_file():
            raise NoFolderError(f"Your folder is one level down: name {given / there.name}.")
        return there
    if (here / SETTINGS).is_file():
        return here.resolve()
    found = sorted(
        {
            file.parent
            for name in _INSIDE
            for pattern in (SETTINGS, f"*/{SETTINGS}")
            for file in (here / name).glob(pattern)
        }
    )
    if len(found) == 1:
        return found[0]
    if found:
        names = listed(str(one) for one in found)
        raise NoFolderError(f"There are several folders: name one of them, {names}.")
    raise NoFolderError(
        f"There is no folder with a {SETTINGS} here: name it, or make one with guide new."
    )
