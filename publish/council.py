"""Report problems in what a council wrote by the file and line of its own folder.

Checks find them in built pages, but a council knows only the files of its folder."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

from common.own_pages import page_files
from publish.problem import SiteProblem

SETTINGS = "mkdocs.brand.yml"  # beside the site: the copy's settings, one a line
# Where files of the folder are in the site.
OWN_PAGE, OWN_FILE = "our-council/index.html", "local.md"
FILES, PICTURES = "files/", "assets/brand/"
_PAGE = re.compile(r"(pages/[^/]+)/index\.html")
_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
_SHORTEST = 4  # letters; a shorter text does not identify a line
# Hints for a council, where those for the guide's authors do not help.
_HINTS = (
    (r"loads from|one computer", "put the file into the folder 'files' and name it files/…"),
    (r"inline sheet|style attribute", "remove the style: the site has its own"),
    (r"script|has the attribute on", "remove the script: the site only runs its own"),
)


def folder_of(site: Path) -> Path | None:
    """Return the council's folder that the site was built with; None if there is none."""
    settings = site.resolve().with_name(SETTINGS)
    if not settings.is_file():
        return None
    found = re.search(r"^extra: (\{.*\})$", settings.read_text(encoding="utf-8"), re.MULTILINE)
    folder = json.loads(found[1]).get("brand_folder") if found else None
    return Path(folder) if folder and Path(folder).is_dir() else None


def by_own_files(problems: Iterable[SiteProblem], site: Path) -> Iterator[SiteProblem]:
    """Yield the problems; those from a council's own files with their place in its folder."""
    folder = folder_of(site)
    own = OwnFiles(folder) if folder else None
    for problem in problems:
        yield own.named(problem) if own else problem


class OwnFiles:
    """The files of a council's folder, in which the source of each problem is looked up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = [*folder.glob(OWN_FILE), *page_files(folder), *folder.glob("*.yml")]
        self.texts = {
            path.relative_to(folder).as_posix(): _NOTE.sub(
                _line_ends, path.read_text(encoding="utf-8", errors="replace")
            )
            for path in sorted(files)
            if path.is_file()
        }
        self.found_until: dict[tuple[str, str], int] = {}

    def named(self, problem: SiteProblem) -> SiteProblem:
        """Return the problem with its place in the folder; unchanged if it is not from there."""
        for beginning, place in ((FILES, FILES), (PICTURES, "")):
            if problem.file.startswith(beginning):
                name = place + problem.file.removeprefix(beginning)
                return self._told(problem, name, problem.line)
        page = _PAGE.fullmatch(problem.file)
        own = OWN_FILE if problem.file == OWN_PAGE else f"{page[1]}.md" if page else ""
        if own in self.texts:
            return self._told(problem, own, self._line(own, problem.said, True) or 1)
        for name in self.texts:
            line = self._line(name, problem.said, False) if name.endswith(".yml") else 0
            if line:
                return self._told(problem, name, line)
        return problem

    def _told(self, problem: SiteProblem, name: str, line: int) -> SiteProblem:
        hints = (hint for what, hint in _HINTS if re.search(what, problem.what))
        hint = next(hints, re.sub(rf"what the page is made of|{OWN_FILE}", name, problem.hint))
        return replace(problem, file=f"{self.folder.name}/{name}", line=line, hint=hint)

    def _line(self, name: str, said: Iterable[str], moves_on: bool) -> int:
        """Return the line of a file that has one of the texts; 0 if none has.

        `moves_on` continues after the last match: a page has one problem for each time that its
        source says it, but a setting is said once and shown on many pages."""
        text = self.texts.get(name, "")
        for one in (form for words in said for form in _forms(words)):
            start = self.found_until.get((name, one), 0) if moves_on else 0
            found = _whole(one).search(text, start) if len(one) >= _SHORTEST else None
            if found:
                place = found.start()
                self.found_until[name, one] = found.end()
                return text.count("\n", 0, place) + 1
        return 0


def _whole(words: str) -> re.Pattern[str]:
    """The words, but not as the end of a longer address: `#a` is no part of `b.md#a`."""
    before = "" if words.startswith("<") else r"(?<![\w./#%-])"
    return re.compile(before + re.escape(words))


def _forms(words: str) -> Iterator[str]:
    """Yield the ways in which somebody may have written what a page has.

    Relative to the page's address or to the site's top, where a page's file has its ending."""
    plain = unescape(words)
    yield from (words, plain, re.sub(r"(=[\"'])\.\./", r"\1", plain))
    if plain.startswith("../"):
        path, mark, place = plain.removeprefix("../").partition("#")
        yield from (path + mark + place, f"{path.rstrip('/')}.md{mark}{place}")
        yield f"{path}index.md{mark}{place}"


def _line_ends(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
