"""Find in a folder's own pages what a release would refuse, without building the copy.

A folder with errors cannot be built, but all that is wrong in it is listed at once."""

from collections.abc import Iterator
from pathlib import Path

from markdown import Markdown

from common.links_outside import outside_reason
from common.problems import Problem
from macros.brand.local_page import EXTENSIONS, local_page
from macros.brand.site_source import own_source
from publish.blocked_by_policy import blocked_in_page
from publish.council import OwnFiles


def blocked_in_own_pages(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each thing in the folder's pages that the release's policy blocks."""
    own = OwnFiles(folder)
    for place, source in own_source(folder).items():
        if outside_reason(folder / source, folder):
            continue  # listed already, and not opened
        page = local_page((folder / source).read_bytes(), source, [])
        if page:
            html = Markdown(extensions=list(EXTENSIONS)).convert(page.text)
            address = place.removesuffix(".md") + "/index.html"
            yield from map(own.named, blocked_in_page(address, html, ""))
