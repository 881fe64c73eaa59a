"""Write a council's copy for a generator to build: settings beside mkdocs.yml, pages in a cache.

The settings are those of mkdocs.yml with the council's in place, so every generator that builds the
guide builds the copy. They do not use INHERIT: MkDocs replaces an inherited list, Zensical appends
to it. Only files that differ are written, so that a server that watches them comes to rest."""

import filecmp
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from common.own_pages import PAGES, page_files
from macros.brand.local_links import page_address
from macros.brand.local_page import LocalPage, local_page
from macros.brand.published_files import published
from macros.brand.reader import LOCAL, Folder, picture_file
from macros.brand.settings import Brand, FooterLink, mail_link
from macros.build.generated_files import FILES as MADE
from macros.build.mkdocs_yml import Variable, read_settings, settings_text
from macros.guide.areas import area_of, is_hidden

CONFIG = "mkdocs.brand.yml"
DOCS = ".cache/brand/docs"
LOCAL_PAGE = "our-council.md"
PICTURES = "assets/brand"
_HEADER = "# Written by the command `guide`: change the folder's brand.yml instead.\n"
_TO_LOCAL = re.compile(
    rf"((?:\]\(|^ {{0,3}}\[[^\]\n]+\]:)\s*<?(?:\.\./)?){re.escape(LOCAL)}(?=[)#>\s]|$)",
    re.MULTILINE,
)
_CONTRIBUTORS = "styleguide.md"  # the page of components, for people who work on the guide


def assemble(folder: Folder, project: Path, moves_html: bool = True) -> Path:
    """Write the copy's settings and pages; return the file with the settings.

    `project` is the folder of mkdocs.yml. `moves_html` is whether the generator rewrites links in
    HTML as relative to the page's source, as Zensical does. Raises OSError if something cannot be
    read or written."""
    docs = project / DOCS
    files = dict(_files(folder, project / "docs"))
    for place, source in files.items():
        _copy(source, docs / place)
    for place, name in own_source(folder.path).items():
        inside = PAGES if place.startswith(f"{PAGES}/") else ""
        page = local_page((folder.path / name).read_bytes(), name, [], inside)
        if page:
            files[place] = folder.path / name
            _write_page(page, docs / place, moves_html)
    for path in sorted(docs.rglob("*")):
        place = path.relative_to(docs).as_posix()
        if path.is_file() and place not in files and place not in MADE:
            path.unlink()
    file = project / CONFIG
    text = _HEADER + settings_text(_settings(folder, read_settings(project / "mkdocs.yml")))
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
    return file


def own_source(folder: Path) -> dict[str, str]:
    """Map the sources of the council's own pages in the copy to the files of its folder."""
    own = {LOCAL_PAGE: LOCAL} if (folder / LOCAL).is_file() else {}
    pages = (f"{PAGES}/{path.name}" for path in page_files(folder))
    return own | {page: page for page in pages}


def _files(folder: Folder, docs: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file of the copy's docs folder: its path there, and its source."""
    for path in sorted(docs.rglob("*")):
        place = path.relative_to(docs).as_posix()
        shown = place != _CONTRIBUTORS and not is_hidden(page_address(place), folder.brand.hidden)
        if path.is_file() and place not in MADE and shown:
            yield place, path
    for place in published(folder.path):
        yield place, folder.path / place
    for setting, name in folder.brand.pictures.items():
        yield _published(setting, name), picture_file(folder.path, name)


def _published(setting: str, name: str) -> str:
    """Return the path of a picture under its setting's name, such as `logo.svg`.

    So no character of the council's own file name has to survive 3 generators, 6 hosts and an
    address."""
    return f"{PICTURES}/{setting}{PurePosixPath(name).suffix.lower()}"


def _write_page(page: LocalPage, to: Path, moves_html: bool) -> None:
    text = page.for_pages_at_their_file() if moves_html else page.for_pages_at_their_address()
    text = _TO_LOCAL.sub(rf"\g<1>{LOCAL_PAGE}", text)
    if not to.is_file() or to.read_text(encoding="utf-8") != text:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8", newline="\n")


def _copy(source: Path, to: Path) -> None:
    if not to.is_file() or not filecmp.cmp(source, to):
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, to)


def _settings(folder: Folder, core: dict[str, Any]) -> dict[str, Any]:
    brand = folder.brand
    theme = {setting: _published(setting, name) for setting, name in brand.pictures.items()}
    return core | {
        "site_name": brand.site_name,
        "site_url": Variable(("SITE_URL",), brand.site_address),
        "docs_dir": DOCS,
        "watch": [*core["watch"], core["docs_dir"], "mkdocs.yml", str(folder.path)],
        "nav": _nav(core["nav"], folder),
        "theme": core["theme"] | theme,
        "extra": core["extra"]
        | {
            "brand_folder": str(folder.path),
            "brand": _said(brand),
            "hidden": list(brand.hidden),
        },
    }


def _said(brand: Brand) -> dict[str, Any]:
    """Return the settings for the theme's templates, with all values that they cannot compute."""
    said: dict[str, Any] = brand.model_dump(mode="json", exclude_none=True)
    if brand.contacts.email:
        said["contacts"]["mail_link"] = mail_link(brand.contacts.email)
    if brand.contacts.postal_address:
        said["contacts"]["postal_lines"] = brand.contacts.postal_lines
    said["footer"] = [footer_link(one) for one in brand.footer]
    return said


def footer_link(link: FooterLink) -> dict[str, Any]:
    """Return a link of the footer: its words, and its address or that of a page of the copy."""
    if not link.place:
        return {"words": link.words, "address": link.address}
    page, mark, place = link.place.partition("#")
    page = LOCAL_PAGE if page == LOCAL else page
    return {"words": link.words, "page": f"{quote(page_address(page))}{mark}{place}"}


def _own_tab(folder: Folder) -> list[Any]:
    """Return the menu's entry for the council's pages; empty if it has none."""
    pages: list[Any] = [{title: f"{PAGES}/{name}"} for name, title in folder.pages.items()]
    if not pages:
        return [{folder.local_title: LOCAL_PAGE}] if folder.local_title else []
    if folder.local_title:
        return [{folder.local_title: [LOCAL_PAGE, *pages]}]
    return pages if len(pages) == 1 else [{folder.brand.organisation.name: pages}]


def _nav(items: list[Any], folder: Folder) -> list[Any]:
    """Return the guide's entries that are shown, with the council's pages before the last tab."""
    left = [one for one in (_shown(item, folder) for item in items) if one]
    local = _own_tab(folder)
    last = max(place for place, item in enumerate(left) if not _has_no_tab(item))
    return [*left[:last], *local, *left[last:]]


def _has_no_tab(item: Any) -> bool:
    """Whether a nav entry is that of the pages for people who host a copy."""
    while not isinstance(item, str):
        item = item[0] if isinstance(item, list) else next(iter(item.values()))
    return area_of(page_address(item)) == "hosting"


def _shown(item: Any, folder: Folder) -> Any:
    """Return a nav entry without its hidden pages; None if nothing is left."""
    if isinstance(item, str):
        return None if is_hidden(page_address(item), folder.brand.hidden) else item
    ((title, inside),) = item.items()
    if isinstance(inside, str):
        return {title: inside} if _shown(inside, folder) else None
    left = [one for one in (_shown(each, folder) for each in inside) if one]
    return {title: left} if left else None
