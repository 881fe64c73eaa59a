"""Turn what a generator warns of into problems of the folder's own files."""

import re
from collections.abc import Iterator
from pathlib import Path

from common.problems import Problem, shown
from macros.brand.site_source import own_source

_TOLD = re.compile(
    r"^(?:WARNING|ERROR|Error)\s*[-:]\s*(.*(?:\n(?!INFO|WARNING|ERROR|Error|Aborted|Exited).*)*)",
    re.MULTILINE,
)
_MACRO = re.compile(r"_File_: `(?P<page>[^`]+)`.*?_(?P<kind>\w*Error)_: (?P<why>[^\n]+)", re.DOTALL)
_LONGEST = 300  # letters of what is not known here
_LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains a link '(?P<link>[^']*)', but (?P<why>.*)")
_NO_ANCHOR = re.compile(r"no such anchor|does not contain an anchor")
_OF_THE_RUN = ("Aborted with", "Exited with")


def problems_told(said: str, folder: Path) -> Iterator[Problem]:
    """Yield a problem for each warning and error in what a generator printed.

    One about a page of the folder is given with its file and line there."""
    own = own_source(folder)
    told = [found[1] for found in _TOLD.finditer(said)] or said.strip().splitlines()[-20:]
    for line in dict.fromkeys(_short(one) for one in told):
        if line.startswith(_OF_THE_RUN):
            continue
        found = _LINK.search(line)
        source = own.get(found["page"]) if found else None
        if found and source:
            yield _of_link(folder, source, found["link"], found["why"])
        else:
            yield Problem(f"{folder.resolve().name}/", 1, line, "fix this in your folder")


def _short(told: str) -> str:
    """Return on one line what is said of an error, without the lines of code that led to it."""
    macro = _MACRO.search(told)
    if macro:
        return f"{macro['page']}: {macro['why'].strip()}"
    line = " ".join(told.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _of_link(folder: Path, source: str, link: str, why: str) -> Problem:
    text = (folder / source).read_text(encoding="utf-8-sig", errors="replace")
    place = text.find(f"({link}")
    line = text.count("\n", 0, max(place, 0)) + 1
    what = f"the link {shown(link, 80)} is broken: {why}"
    hint = "correct it, or remove it"
    if _NO_ANCHOR.search(why):
        what = f"the link {shown(link, 80)} leads to a heading that is not there"
        hint = "write what follows # in the address of the heading, or leave # and the rest out"
    return Problem(f"{folder.resolve().name}/{source}", line, what, hint)
