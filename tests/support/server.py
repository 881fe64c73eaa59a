"""A site as a host serves it: under a path, with every header that publish/policy.py names.

Serving it under a path of its own shows that no page takes the site to stand at
the root; the policy shows, as an error in the browser's console, what it forbids.
It is there a second time, under COPY, as where two councils share a host.
"""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from publish import policy
from publish.fingerprint import FINGERPRINTED
from publish.inline import DIRECTIVES

BASE = "/guide/"
COPY = "/copy/"
# Of an answer that has neither sheet nor script in itself.
HEADERS = {**policy.headers(), "Cache-Control": policy.REVALIDATED}
HASH = re.compile(r"'sha256-[\w+/]{43}='")
TYPES = {"": policy.OTHER_TYPE} | {f".{ending}": kind for ending, kind in policy.TYPES.items()}


@cache
def headers_of(site: str) -> Mapping[str, str]:
    """The headers of every answer of a site: its policy names what its pages have in themselves."""
    return policy.headers(named_in_pages(Path(site)))


def named_in_pages(site: Path) -> dict[str, list[str]]:
    """What the policies in the pages of a site name by hash, by directive."""
    found: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for directive in DIRECTIVES.values():
            said = re.search(rf"{directive} ([^;\"]*)", text)
            if said:
                found.setdefault(directive, set()).update(HASH.findall(said[1]))
    return {directive: sorted(names) for directive, names in found.items()}


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder under BASE and COPY; anywhere else there is nothing."""

    protocol_version = "HTTP/1.1"
    extensions_map = TYPES

    def translate_path(self, path: str) -> str:
        """The file for an address; for one outside the site, a file that is not there."""
        for base in (BASE, COPY):
            if path.startswith(base):
                return super().translate_path(path.removeprefix(base.rstrip("/")))
        return str(Path(self.directory) / "outside the site")

    def end_headers(self) -> None:
        """Add to every answer what a host of a release adds."""
        for name, value in self.added().items():
            self.send_header(name, value)
        super().end_headers()

    def added(self) -> Mapping[str, str]:
        """What a host adds to this answer: whether and how long it may be kept, among others."""
        return {**headers_of(self.directory), "Cache-Control": self.time_kept()}

    def time_kept(self) -> str:
        """How long a browser may keep this answer."""
        folder, slash, _ = self.path.removeprefix(BASE).removeprefix(COPY).partition("/")
        if slash and folder in policy.NOT_KEPT_FOLDERS:
            return policy.NOT_KEPT
        is_file = Path(self.translate_path(self.path)).is_file()
        return (
            policy.FOR_EVER if is_file and FINGERPRINTED.fullmatch(folder) else policy.REVALIDATED
        )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own 404 page where it has one, as static hosts do."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not self.path.startswith(BASE) or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class EarlierHandler(Handler):
    """Serves with the policy of a release whose pages had nothing in themselves."""

    def added(self) -> Mapping[str, str]:
        """What such a host adds to this answer."""
        return {**super().added(), **policy.headers()}


class BareHandler(Handler):
    """Serves as a host that sends no headers of ours, where the pages of a site may change."""

    def added(self) -> Mapping[str, str]:
        """Nothing but that each answer is to be asked for again."""
        return {"Cache-Control": "no-store"}


class Server(ThreadingHTTPServer):
    """A server on the loopback address, which does not mind a browser that hangs up."""

    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Say nothing: a browser that closes a tab breaks its connections."""


@contextmanager
def serving(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve `folder` for as long as the block runs; yields its address, with the slash."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
