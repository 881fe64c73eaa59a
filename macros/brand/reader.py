"""Read a council's folder file by file, so that a problem in one hides none in others."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from common.links_outside import links_outside, outside_reason
from common.own_pages import PAGES
from common.problems import Problem, ProblemsError, nearest, shown
from macros.brand.changes import (
    Changes,
    QuestionChanges,
    QuoteChanges,
    ResourceChanges,
    TermChanges,
)
from macros.brand.image_safety import (
    AMONG_THE_FILES,
    ON_EVERY_PAGE,
    Most,
    kind_by_name,
    too_large,
    unfit_file,
)
from macros.brand.local_page import LocalPage, local_page
from macros.brand.partial_settings import salvaged
from macros.brand.published_files import FILES, MARKDOWN, published, unfit_files
from macros.brand.settings import Brand
from macros.brand.svg_safety import unfit
from macros.content.located import LoadedFile
from macros.content.model.base import Part
from macros.content.reading.reader import Reading
from macros.content.reading.yaml_parser import parse
from macros.content.released_ids import NAME as RELEASED
from macros.content.released_ids import Released, parse_released

SETTINGS = "brand.yml"
LOCAL = "local.md"
READ = (".yml", ".yaml", *MARKDOWN)
PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")
LISTS: dict[str, type[Part]] = {
    "resources.yml": ResourceChanges,
    "questions.yml": QuestionChanges,
    "quotes.yml": QuoteChanges,
    "terms.yml": TermChanges,
}
_SAYS_NOTHING = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*|---[ \t\r]*)?(?:\r?\n|$))*")

_ANEW = "copy brand.yml from a new folder: guide new another-name"
_HIDDEN = (
    "name it {}, without .txt; Windows hides endings: to show them in File Explorer, open View, "
    "then 'File name extensions'"
)

Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True)
class Folder:
    """A valid council's folder: its settings, its changes, its own page's title, if any.

    `pages` are the titles of its further pages by the names of their files, in their order."""

    path: Path
    brand: Brand
    changes: Changes
    local_title: str | None
    pages: Mapping[str, str] = field(default_factory=dict)


def picture_file(folder: Path, name: str) -> Path:
    """Return the file of a picture that the settings name, whatever its Unicode normal form.

    macOS stores "ü" in file names as two characters; people type it as one."""
    there = (one for one in sorted(folder.glob("*")) if _composed(one.name) == _composed(name))
    return folder / name if (folder / name).exists() else next(there, folder / name)


def _composed(name: str) -> str:
    return normalize("NFC", name)


def _with_txt(path: Path) -> Path:
    """Return the file's name after an editor has added .txt to it."""
    return path.with_name(f"{path.name}.txt")


class FolderReading(Reading):
    """What has been read of a council's folder: records, problems, its own page and its files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.local: LocalPage | None = None
        self.pages: dict[str, LocalPage] = {}
        self.files: tuple[str, ...] = ()
        self._there = self._is_there()
        if self._there:
            self._read_files()

    def _is_there(self) -> bool:
        """Whether the folder can be read; if not, adds one problem."""
        if not self.folder.is_dir():
            hint = "correct its path, or make it with guide new"
            self._tell(self.folder, "this folder does not exist", hint)
            return False
        if not os.access(self.folder, os.R_OK | os.X_OK):
            hint = "check that you can open it and read what is in it"
            self._tell(self.folder, "the folder cannot be read", hint)
            return False
        return True

    def _read_files(self) -> None:
        folder = self.folder
        self._read_settings(folder / SETTINGS)
        for name, model in LISTS.items():
            if self._says_something(folder / name):
                self.read(folder / name, model)
        self._read_local(folder / LOCAL)
        self._read_pages(folder / PAGES)
        self.files = tuple(published(folder))
        self.problems += unfit_files(folder, self.files)
        self._refuse_links()
        self._look_at_pictures()
        self._refuse_stray()

    @property
    def folder_read(self) -> Folder:
        """The folder as read. Raises ProblemsError if its settings are missing."""
        changes = Changes(
            self._one(ResourceChanges) or ResourceChanges(),
            self._one(QuestionChanges) or QuestionChanges(),
            self._one(QuoteChanges) or QuoteChanges(),
            self._one(TermChanges) or TermChanges(),
        )
        brand = self._one(Brand)
        if not brand:
            raise ProblemsError(self.problems)
        title = self.local.title if self.local else None
        pages = {name: page.title for name, page in self.pages.items()}
        return Folder(self.folder, brand, changes, title, pages)

    def released(self) -> Released:
        """Return the ids that the organisation has released; none if there is no list yet."""
        path = self.folder / RELEASED
        raw = self.bytes_of(path) if self._there and os.path.lexists(path) else None
        try:
            if raw is not None:
                return parse_released(raw.decode("utf-8-sig", "replace"), self.name(path))
        except ProblemsError as error:
            self.problems += error.problems
        return Released(self.name(path))

    def _one(self, kind: type[Model]) -> Model | None:
        return next((one.part for one in self.loaded if isinstance(one.part, kind)), None)

    def _says_something(self, path: Path) -> bool:
        """Whether a file is worth reading; an unreadable one is, so that it is reported."""
        if self._is_missing(path):
            return False
        try:
            elsewhere = outside_reason(path, self.folder)
            return bool(elsewhere) or not _SAYS_NOTHING.fullmatch(path.read_bytes())
        except OSError:
            return True

    def _read_settings(self, path: Path) -> None:
        """Read brand.yml, which every copy needs, or say where to get it."""
        if self._is_missing(path):
            if not self._is_misnamed(path):  # otherwise reported among the files not read
                self._tell(path, "the file is missing", f"put it back, or {_ANEW}")
        elif not self._says_something(path):
            self._tell(path, "the file is empty", f"restore what was in it, or {_ANEW}")
        else:
            self.read(path, Brand)
            self._salvage(path)

    def _is_misnamed(self, path: Path) -> bool:
        """Whether a missing file is there under another spelling of its name."""
        spellings = (path.name, _with_txt(path).name)
        return any(one.name.casefold() in spellings for one in self.folder.glob("*"))

    def _salvage(self, path: Path) -> None:
        """Keep the valid part of faulty settings, so that the files they name are checked too."""
        raw = None if self._one(Brand) else self.bytes_of(path)
        with suppress(ProblemsError):
            document = parse(raw or b"", self.name(path))
            brand = salvaged(document.data)
            if brand:
                self.loaded.append(LoadedFile(brand, document))

    def _read_local(self, path: Path) -> None:
        """Read the council's own page; a file without text is no page."""
        raw = None if self._is_missing(path) else self.bytes_of(path)
        if raw is not None:
            self.local = local_page(raw, self.name(path), self.problems)

    def _read_pages(self, folder: Path) -> None:
        """Read the council's further pages, in their order, those without one last."""
        if folder.is_file():
            self._tell(folder, "this is a file", "make it a folder with a file for each page")
        found: dict[str, LocalPage] = {}
        for path in sorted(folder.glob("*")):
            if path.name.startswith((".", "~$")) or path.name.casefold() in ("thumbs.db",):
                continue
            if path.is_dir() or path.suffix.casefold() not in MARKDOWN:
                hint = f"put pages into it that end in .md; pictures and documents go into {FILES}"
                self._tell(path, "this is not read as a page", hint)
            elif path.stem in ("index", "readme"):
                hint = "give it another name, such as about-us.md"
                self._tell(path, "a page of this name would be the folder's own", hint)
            elif not PAGE_NAME.fullmatch(path.name):
                hint = "name it with small letters, digits and hyphens, such as our-policy.md"
                self._tell(path, "the page's file name becomes its address", hint)
            elif (raw := self.bytes_of(path)) is not None:
                page = local_page(raw, self.name(path), self.problems, PAGES)
                found |= {path.name: page} if page else {}
        last = max((one.order or 0 for one in found.values()), default=0) + 1
        ways = {name: (last if one.order is None else one.order) for name, one in found.items()}
        self.pages = {name: found[name] for name in sorted(found, key=lambda one: (ways[one], one))}

    def _look_at_pictures(self) -> None:
        """Add a problem for whatever keeps a published picture from showing properly."""
        for entry in self.loaded:
            if isinstance(entry.part, Brand):
                for setting, name in entry.part.pictures.items():
                    self._look_at_named(entry, setting, name)
        for path in (self.folder / place for place in self.files):
            if kind_by_name(path):
                for what, hint in self._unfit(path, AMONG_THE_FILES):
                    self._tell(path, f"the picture {what}", hint)

    def _look_at_named(self, entry: LoadedFile, setting: str, name: str) -> None:
        path = picture_file(self.folder, name)
        if self._is_missing(path):
            self.problems.append(entry.document.problem((setting,), *self._not_there(name)))
            return
        for what, hint in self._unfit(path, ON_EVERY_PAGE):
            self.problems.append(
                entry.document.problem((setting,), f"the file '{name}' {what}", hint)
            )

    def _unfit(self, path: Path, most: Most) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with a picture as a file; add problems inside an SVG by their line.

        A file that is too large is not read."""
        with suppress(OSError):  # reported when the file is read
            large = [] if outside_reason(path, self.folder) else list(too_large(path, most))
            if large:
                yield from large
                return
        raw = self.bytes_of(path)
        if raw is None:
            return
        index = list(unfit_file(path, raw, most))
        yield from index
        if not index and kind_by_name(path) == "SVG":
            faults = unfit(raw, most.may_move)
            self.problems += [Problem(self.name(path), *found) for found in faults]

    def _not_there(self, name: str) -> tuple[str, str]:
        """Say what is wrong with a picture that is missing, and how to fix it."""
        what, hint = (
            f"the file '{name}' does not exist",
            f"put it beside {SETTINGS}, or correct its name",
        )
        there = (one.name for one in sorted(self.folder.glob("*")))
        other = next((one for one in there if one.casefold() == name.casefold()), None)
        if other:
            what = f"{what}, but {shown(other)} does"
            hint = f"write {shown(other)}: capital and small letters make a difference"
        return what, hint

    def _refuse_links(self) -> None:
        """Add a problem for each file that is not the folder's own: it would be published."""
        files = self.folder / FILES
        elsewhere = outside_reason(files, self.folder) if os.path.lexists(files) else None
        if elsewhere:
            self._tell(files, *elsewhere)
        else:
            self.problems += links_outside(files, self.folder)

    def _refuse_stray(self) -> None:
        """Add a problem for each file or folder that looks like ours and is not read."""
        known = (SETTINGS, *LISTS, LOCAL)
        for path in sorted(self.folder.glob("*")):
            name, kind = path.name.casefold(), path.suffix.casefold()
            if path.is_dir() and path.name != name in (FILES, PAGES):
                self._tell(path, "the folder is not read", f"name it '{name}', in small letters")
            if path.is_dir() and (path / SETTINGS).is_file():
                what = "this folder has a brand.yml of its own, and is not read"
                self._tell(path, what, "move its files up, to where this folder is, or remove it")
            if kind == ".zip":
                self._tell(path, "a zip file is not read", "unpack it, and put its files here")
            if kind in READ and path.name not in known and name != "readme.md":
                meant = nearest(name, known)
                page = f"put it into the folder '{PAGES}', or remove it"
                other = page if kind in MARKDOWN else "remove it from the folder"
                hint = f"name it {meant}" if meant else other
                self._tell(path, "the file is not read", hint)
        absent = [self.folder / name for name in known if not (self.folder / name).is_file()]
        for path in map(_with_txt, absent):
            if path.is_file():
                self._tell(path, "the file is not read", _HIDDEN.format(path.stem))

    def _tell(self, path: Path, what: str, hint: str) -> None:
        self.problems.append(Problem(self.name(path), 1, what, hint))
