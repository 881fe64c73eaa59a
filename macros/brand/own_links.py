"""The links that a council's settings and records have to its own pages and files.

They are written from the top of its folder: `files/policy.pdf`, `pages/help.md`, `local.md`, or a
page of the guide such as `workbooks/index.md`."""

from collections.abc import Iterable, Iterator

from macros.brand.changes import AddedResource, ReplacedResource
from macros.brand.local_page import Link
from macros.brand.published_files import FILES
from macros.brand.settings import FooterLink
from macros.content.document import Path, SourceDocument
from macros.content.located import LoadedFile, all_located
from macros.content.references import PLACE, links


def own_links(loaded: Iterable[LoadedFile]) -> Iterator[tuple[str, Link]]:
    """Yield each such link with the name of its file."""
    for one in (located for file in loaded for located in all_located(file)):
        for field, kind, to in links(one.part):
            if not kind and PLACE.fullmatch(to):
                yield _link(one.document, (*one.path, field), to)
        if isinstance(one.part, FooterLink) and one.part.place:
            yield _link(one.document, (*one.path, "address"), one.part.place)
        if isinstance(one.part, AddedResource | ReplacedResource):
            address = one.part.address or ""
            if address.startswith(f"{FILES}/"):
                yield _link(one.document, (*one.path, "address"), address)


def _link(document: SourceDocument, path: Path, to: str) -> tuple[str, Link]:
    line = document.location(path).line
    return document.file, Link(to, line, in_html=False, shows=False)
