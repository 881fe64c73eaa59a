"""The files of a council's further pages, in the folder `pages` of its own."""

from pathlib import Path

PAGES = "pages"
_LEFT = (".", "~$")  # what editors and Office leave beside an open file


def page_files(folder: Path) -> list[Path]:
    """Return the Markdown files of the folder's `pages`, sorted, without what programs left."""
    found = sorted((folder / PAGES).glob("*.md"))
    return [one for one in found if one.is_file() and not one.name.startswith(_LEFT)]
