"""Find out where a site will be served, from the address in its own pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit

from common.addresses import split_address
from publish.html_tags import Tag, tags
from publish.problem import SiteProblem

UNKNOWN = "https://unknown.invalid"
HTTPS, HTTP = 443, 80
HOME = "index.html"
_NAME = r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
# An address of IPv6 is no name to Apache, and nginx looks for none that ends in a dot.
_HOST = re.compile(rf"{_NAME}(?:\.{_NAME})*")
# What servers' settings take as it stands, and no two of them read differently.
_PATH = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*(?:index\.html)?")
_HINT = "write it as https://leadership.example.org/, as site_address in brand.yml or as SITE_URL"


@dataclass(frozen=True)
class Place:
    """The site's origin (UNKNOWN if the pages do not say) and its path, `/` or `/guide/`."""

    origin: str
    base: str

    @property
    def known(self) -> bool:
        """Whether the site's pages say where it will be served."""
        return self.origin != UNKNOWN

    @property
    def host(self) -> str:
        """The site's host with its port, or ""."""
        return urlsplit(self.origin).netloc if self.known else ""

    @property
    def server(self) -> str:
        """The site's host as server settings name it: without port, in ASCII ("xn--…")."""
        return _server(urlsplit(self.origin)) if self.known else ""

    @property
    def port(self) -> int:
        """The port where the server listens for https."""
        parts = urlsplit(self.origin)
        return parts.port or HTTPS if parts.scheme == "https" else HTTPS

    def inside(self, address: str, page: str) -> str | None:
        """Return the path within the site of an address on `page`; None for one elsewhere.

        Both paths are relative to the site's root."""
        try:
            whole = urljoin(f"{self.origin}{self.base}{page}", address)
        except ValueError:
            return None
        root = f"{self.origin}{self.base}"
        return re.split("[?#]", whole.removeprefix(root))[0] if whole.startswith(root) else None


def place(site: Path) -> Place:
    """Return where the site will be served, from the canonical link of its home page."""
    tag = _canonical(site)
    address = split_address(tag.attributes.get("href", "")) if tag else None
    if address and address.scheme and address.netloc:
        path = re.sub(r"(index\.html)?$", "", address.path)
        return Place(f"{address.scheme}://{address.netloc}", f"{path.rstrip('/')}/")
    return Place(UNKNOWN, "/")


def misplaced(site: Path) -> Iterator[SiteProblem]:
    """Yield what is wrong with the address in the canonical link of the home page."""
    tag = _canonical(site)
    what = _unfit(tag.attributes.get("href", "")) if tag else ""
    if tag and what:
        yield SiteProblem(HOME, tag.line, what, _HINT)


def _canonical(site: Path) -> Tag | None:
    home = tags((site / HOME).read_text(encoding="utf-8"))
    return next((one for one in home if _is_canonical(one)), None)


def _is_canonical(tag: Tag) -> bool:
    return tag.name == "link" and tag.attributes.get("rel") == "canonical"


def _unfit(address: str) -> str:
    """Say what is wrong with an address; "" if nothing is."""
    parts = split_address(address)
    if parts and "@" in parts.netloc:
        return "the site's address has a user's name or password in it, which everyone could read"
    if parts and not parts.netloc:
        return ""
    try:
        sound = parts and _HOST.fullmatch(_server(parts)) and parts.port != 0
    except ValueError:  # includes UnicodeError
        sound = None
    if not sound or not parts:
        return f"no server can have the site's address '{address}'"
    if not _PATH.fullmatch(parts.path or "/") or parts.query or parts.fragment:
        return (
            f"the site's address '{address}' has more after the server's name than letters from a "
            "to z, digits and - . _ ~"
        )
    if parts.scheme == "https" and parts.port == HTTP:
        return f"the site's address has the port {HTTP} for https, but servers expect http there"
    return ""


def _server(parts: SplitResult) -> str:
    name = parts.hostname or ""
    return f"[{name}]" if ":" in name else name.encode("idna").decode("ascii")
