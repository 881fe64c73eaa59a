"""The files beside a council's own page (its folder `files`): which of them are published."""

from collections.abc import Collection, Iterator
from pathlib import Path

from common.problems import Problem, shown

FILES = "files"
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # generators turn these into pages
# Files that systems and programs create by themselves; some contain the name of their user.
_LEFT = ("thumbs.db", "desktop.ini")
_LEFT_BEGINNINGS = (".", "~$")


def published(folder: Path) -> Iterator[str]:
    """Yield the paths of the files that are published, such as `files/policy.pdf`, sorted."""
    for path in sorted((folder / FILES).rglob("*")):
        place = path.relative_to(folder)
        if path.is_file() and not any(_is_left(part) for part in place.parts):
            yield place.as_posix()


def _is_left(name: str) -> bool:
    return name.casefold() in _LEFT or name.startswith(_LEFT_BEGINNINGS)


def unfit_files(folder: Path, places: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each file that cannot be published as it is."""
    for place in places:
        name = f"{folder.name}/{place}"
        if place.casefold().endswith(MARKDOWN):
            hint = "save it as .pdf, .docx or .txt, or put its words into local.md"
            yield Problem(name, 1, "a Markdown file would become a page outside the menu", hint)
        if not place.isprintable():
            what = f"the name {shown(place, 80)} has letters that no address can have"
            yield Problem(
                name, 1, what, "give the file a name of plain letters, digits and hyphens"
            )
