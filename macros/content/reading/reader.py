"""Read the files of the content one by one, so that a problem in one hides none in others."""

import os
import re
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from common.links_outside import outside_reason
from common.problems import Problem, ProblemsError, nearest
from macros.content.document import SourceDocument
from macros.content.index import Unread
from macros.content.located import LoadedFile
from macros.content.model.base import Part
from macros.content.model.files import Aliases, Glossary, References, Resources, Slips
from macros.content.model.records import Attribute, Report, Workbook
from macros.content.reading.validation_errors import explain, swallowed
from macros.content.reading.yaml_parser import parse
from macros.content.released_ids import NAME, Released, parse_released

FILES: dict[str, type[Part]] = {
    "report.yml": Report,
    "references.yml": References,
    "resources.yml": Resources,
    "glossary.yml": Glossary,
    "slips.yml": Slips,
    "aliases.yml": Aliases,
}
FOLDERS: dict[str, type[Part]] = {"attributes": Attribute, "workbooks": Workbook}
_ID_LIKE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)

Model = TypeVar("Model", bound=Part)


def record(model: type[Model], document: SourceDocument) -> Model:
    """Validate a document as a `model`. Raises ProblemsError."""
    problems = [*document.problems, *swallowed(model, document)]
    try:
        found = model.model_validate(document.data)
    except ValidationError as error:
        raise ProblemsError([*problems, *explain(model, document, error)]) from error
    if problems:
        raise ProblemsError(problems)
    return found


class Reading:
    """A run over one folder: the validated files so far (`loaded`), and the problems found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.loaded: list[LoadedFile] = []
        self.problems: list[Problem] = []
        self._unread = ""
        self._nothing_known = False

    def read(self, path: Path, model: type[Part]) -> None:
        """Read one file, which must hold a `model`."""
        if self._is_missing(path):
            self._fault(path, "the file is missing", "put it back, or write it again")
            self._nothing_known = True
            return
        raw = self.bytes_of(path)
        if raw is None:
            self._nothing_known = True
            return
        try:
            document = parse(raw, self.name(path))
            self.loaded.append(LoadedFile(record(model, document), document))
        except ProblemsError as error:
            self.problems += error.problems
            words = _COMMENT.sub("", raw.decode("utf-8-sig", "replace"))
            self._unread += words
            self._nothing_known |= not words.strip("- \r\n")

    def bytes_of(self, path: Path) -> bytes | None:
        """Return a file's bytes, or None and a problem if it is unreadable or elsewhere."""
        elsewhere = outside_reason(path, self.folder)
        if elsewhere:
            self._fault(path, *elsewhere)
            return None
        try:
            return path.read_bytes()
        except OSError as error:
            what = f"the file cannot be read ({error.strerror or error})"
            self._fault(path, what, "check that you can read it, or write it again")
            return None

    def _is_missing(self, path: Path) -> bool:
        """Whether there is no such file. One that may not be opened is not missing."""
        return not os.path.lexists(path)

    def read_all(self, path: Path, model: type[Part]) -> None:
        """Read every .yml file of a folder, each of which must hold a `model`."""
        files = sorted(path.glob("*.yml"))
        if not files:
            self._fault(path, "the folder has no records", "write a file for each")
            self._nothing_known = True
        for file in files:
            self.read(file, model)

    def refuse_stray(self, path: Path) -> None:
        """Report a file that nothing reads: its content would be missing without notice."""
        location = path.relative_to(self.folder)
        folder = location.parent.as_posix()
        known = [f"{location.stem}.yml"] if folder in FOLDERS else FILES if folder == "." else ()
        if location.name in known or location.name == NAME:
            return
        meant = nearest(location.name, known)
        hint = f"name it {meant}" if meant else "move it to the folder of its kind"
        self._fault(path, "the file is not read", hint)

    def unread(self) -> Unread:
        """Return the words of the files that could not be read: any of them may be an id."""
        return Unread(frozenset(_ID_LIKE.findall(self._unread)), self._nothing_known)

    def released(self) -> Released:
        """Return the released ids; none, with a problem, if their file is missing or malformed."""
        path = self.folder / NAME
        if self._is_missing(path):
            hint = "restore it from the project's history"
            self._fault(path, "the file is missing", hint)
            return Released(self.name(path))
        try:
            raw = self.bytes_of(path) or b""
            return parse_released(raw.decode("utf-8-sig", "replace"), self.name(path))
        except ProblemsError as error:
            self.problems += error.problems
        return Released(self.name(path))

    def _fault(self, path: Path, what: str, hint: str) -> None:
        self.problems.append(Problem(self.name(path), 1, what, hint))

    def name(self, path: Path) -> str:
        """Return the file's name for messages: the folder's own name, and the path from there."""
        return path.relative_to(self.folder.parent).as_posix()
