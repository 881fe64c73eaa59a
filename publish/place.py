"""Where a site will stand: its address, as its own pages tell it."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from publish.tags import tags

UNKNOWN = "https://unknown.invalid"


@dataclass(frozen=True)
class Place:
    """The site's origin (UNKNOWN where the pages do not tell it) and its path, `/` or `/guide/`."""

    origin: str
    base: str

    @property
    def known(self) -> bool:
        """Whether the site's pages say where it will stand."""
        return self.origin != UNKNOWN

    @property
    def host(self) -> str:
        """The site's host, with its port."""
        return urlsplit(self.origin).netloc if self.known else ""

    def inside(self, address: str, page: str) -> str | None:
        """The path within the site of an address on `page` (both from the site's root);
        None for one elsewhere."""
        try:
            whole = urljoin(f"{self.origin}{self.base}{page}", address)
        except ValueError:
            return None
        root = f"{self.origin}{self.base}"
        return re.split("[?#]", whole.removeprefix(root))[0] if whole.startswith(root) else None


def place(site: Path) -> Place:
    """Where the site in this folder will stand, by the canonical link of its first page."""
    home = (site / "index.html").read_text(encoding="utf-8")
    for tag in tags(home):
        if tag.name == "link" and tag.attributes.get("rel") == "canonical":
            address = urlsplit(tag.attributes.get("href", ""))
            if address.scheme and address.netloc:
                path = re.sub(r"(index\.html)?$", "", address.path)
                return Place(f"{address.scheme}://{address.netloc}", f"{path.rstrip('/')}/")
    return Place(UNKNOWN, "/")
