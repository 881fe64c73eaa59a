"""Choose the rules of the stylesheet that a page has in itself.

There is one for each kind of page: those that are only read, those with questions, workbooks, and
the others. More would be shorter still, and the policy would have to name each of them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from publish.bundles import FOLDER, MAIN, WHEN_WANTED, Modules
from publish.html_tags import tags
from publish.preload import at_once
from publish.site_address import Place
from publish.stylesheet import is_sheet, used_of
from publish.used_names import used_names

SCRIPTS = "assets/js"
# What such an address leads to depends on the page, so a sheet with one stays a file.
_RELATIVE = re.compile(r"""url\((?!["']?(?:data:|#))|image-set\(|@import""", re.IGNORECASE)
_CHARSET = re.compile(r'^@charset "[^"]*";')  # only for a file
# The most bundles that a page of each kind loads at once; a page of the last kind loads others.
KINDS = (
    {"page", "search"},
    {"page", "search", "answers"},
    {"page", "search", "answers", "workbook"},
)


def page_sheets(site: Path, at: Place, shown_at: Callable[[str], str]) -> dict[str, dict[str, str]]:
    """Return the rules that could match on each page, by page and by the sheet's file.

    What scripts may still bring to a page counts as well."""
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
    }
    modules = Modules(site / SCRIPTS)
    elements = {name: {tag.name for tag in tags(text)} for name, text in pages.items()}
    everywhere = set().union(*elements.values())
    groups: dict[int, list[str]] = {}
    for name, text in pages.items():
        groups.setdefault(_kind(text, modules), []).append(name)
    found: dict[str, dict[str, str]] = {}
    for group in groups.values():
        absent = everywhere.difference(*(elements[name] for name in group))
        names = {*_reached(modules, absent)}
        sheets = set()
        for name in group:
            for tag in tags(pages[name]):
                address = tag.attributes.get("href" if is_sheet(tag) else "src", "")
                inside = at.inside(address, shown_at(name)) if address else None
                if is_sheet(tag) and inside and (site / inside).is_file():
                    sheets.add(inside)
                elif inside and inside.startswith(f"{SCRIPTS}/"):
                    names.add(inside.removeprefix(f"{SCRIPTS}/"))
        scripts = [modules.texts[name] for name in sorted(names) if name in modules.texts]
        used = used_names((pages[name] for name in group), scripts)
        texts = {one: (site / one).read_text(encoding="utf-8") for one in sheets}
        of_group = {
            one: used_of(_CHARSET.sub("", text), used)
            for one, text in texts.items()
            if not _RELATIVE.search(text)
        }
        found.update(dict.fromkeys(group, of_group))
    return found


def _kind(page: str, modules: Modules) -> int:
    """Return the place of the page's kind in KINDS, behind the last for one that loads more."""
    brought = {Path(name).stem: name for name in modules.later(MAIN)}
    bundles = {
        Path(file).stem
        for tag in tags(at_once(page))
        if tag.name in brought and tag.name not in WHEN_WANTED
        for file in modules.files(brought[tag.name])
        if file.startswith(f"{FOLDER}/")
    }
    return next((at for at, most in enumerate(KINDS) if bundles <= most), len(KINDS))


def _reached(modules: Modules, absent: set[str]) -> Iterator[str]:
    """Yield each module that `main.js` may bring to a page without the elements in `absent`."""
    left, seen = [MAIN], set()
    while left:
        name = left.pop()
        if name in seen or name not in modules.texts:
            continue
        seen.add(name)
        yield name
        later = modules.later(name)
        left += modules.imports(name)
        left += [one for one in later if name != MAIN or Path(one).stem not in absent]
