"""How soon an editor sees a change while the site is served on the editor's machine."""

import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from http import HTTPStatus
from os import environ
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from bench.project import ENVIRON, Project
from bench.table import Part, Target
from tests.support.server import BASE

SOURCE, SHOWN = "docs/about/glossary.md", "about/glossary/"
MOST = 1.0  # seconds
SECONDS_TO_START = 60
SECONDS_TO_REST = 1.5  # for what the last change may still set off
HOW = """\
`mkdocs serve --livereload`, as `make serve` starts it: from the moment at which a line is added to
a page until the page is served with that line. MkDocs waits for 0.25 s after a change, and builds
the whole site. Both sites are measured, {times} changes each."""


class NotServedError(Exception):
    """The server did not start, or did not follow the change."""


def edited(project: Project, times: int) -> list[float]:
    """Seconds from each of so many changes of a page until it is served. Raises NotServedError."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet"]
    server = subprocess.Popen(
        [*command, "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project.folder,
        env={**environ, **ENVIRON},
    )
    source = project.folder / SOURCE
    before = source.read_text(encoding="utf-8")
    try:
        _wait(port, "</html>")
        waits = []
        for number in range(times):
            time.sleep(SECONDS_TO_REST)
            line = f"This line is change number {number}."
            source.write_text(f"{before}\n{line}\n", encoding="utf-8")
            waits.append(_wait(port, line))
        return waits
    finally:
        server.terminate()
        server.wait()
        source.write_text(before, encoding="utf-8")


def _wait(port: int, words: str) -> float:
    start = time.perf_counter()
    while time.perf_counter() - start < SECONDS_TO_START:
        try:
            with urlopen(
                f"http://127.0.0.1:{port}{BASE}{SHOWN}", timeout=SECONDS_TO_START
            ) as answer:
                if answer.status == HTTPStatus.OK and words in answer.read().decode():
                    return time.perf_counter() - start
        except (URLError, ConnectionError):
            pass  # it has not started yet
        time.sleep(0.02)
    raise NotServedError(f"after {SECONDS_TO_START} s {SHOWN} is not served with “{words}”")


def editing_part(site: Sequence[float], plain: Sequence[float]) -> Part:
    """The table of the waits, and their target."""
    rows = tuple(
        (name, f"{median(waits):.2f} s", f"{max(waits):.2f} s")
        for name, waits in (("the site", site), ("plain Material", plain))
    )
    target = Target(
        f"a change is served within {MOST:g} s", f"{median(site):.2f} s", median(site) <= MOST
    )
    how = HOW.format(times=len(site))
    return Part("Editing", how, ("", "median", "longest"), rows, (target,))
