"""A built site as a careful host serves it: compressed; and what was asked for."""

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from publish.fingerprint import FINGERPRINTED, FOLDER
from tests.support.server import BASE, HEADERS, TYPES, Handler, Server

LEVEL = 6  # nginx and most hosts compress between 1 and 6
COMPRESSED = (".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
# Plain Material has scripts in its pages, which the policy of the site's tests would block.
SENT = {name: text for name, text in HEADERS.items() if name != "Content-Security-Policy"}


@dataclass(frozen=True)
class Sent:
    """A file that was sent: its path from the site's root, and its bytes on the wire."""

    path: str
    size: int

    @property
    def kind(self) -> str:
        """The file's ending; `html` for a page's address, `search` for the search's data."""
        if self.path.startswith("search/"):
            return "search"
        return Path(self.path).suffix.removeprefix(".") or "html"


@dataclass
class Served:
    """A site that is being served: its address, and all that was sent since `log` was emptied."""

    address: str
    log: list[Sent] = field(default_factory=list)


class GzipHandler(Handler):
    """Serves compressed what can be, and notes it in `log`."""

    def __init__(self, *args: Any, log: list[Sent], **options: Any) -> None:
        self.log = log
        super().__init__(*args, **options)

    def send_head(self) -> io.BytesIO | None:
        """Answer with a file's headers; its bytes are what comes back."""
        path = Path(self.translate_path(self.path.partition("?")[0].partition("#")[0]))
        page = path / "index.html" if path.is_dir() else path
        if not page.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        body = _body(page)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", TYPES.get(page.suffix, TYPES[""]))
        self.send_header("Content-Length", str(len(body)))
        if page.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.log.append(Sent(named(self.path.removeprefix(BASE).partition("?")[0]), len(body)))
        return io.BytesIO(body)

    def end_headers(self) -> None:
        """Add the same headers for both sites."""
        for name, value in SENT.items():
            self.send_header(name, value)
        SimpleHTTPRequestHandler.end_headers(self)


def named(path: str) -> str:
    """The path as the built site has it: a release renames one folder."""
    return FINGERPRINTED.sub(FOLDER, path, count=1)


@cache
def _body(page: Path) -> bytes:
    raw = page.read_bytes()
    return gzip.compress(raw, LEVEL, mtime=0) if page.suffix in COMPRESSED else raw


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve the site in `folder` for as long as the block runs."""
    log: list[Sent] = []
    server = Server(("127.0.0.1", 0), partial(GzipHandler, directory=str(folder), log=log))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}{BASE}", log)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
