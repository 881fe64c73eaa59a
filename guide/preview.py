"""Show a copy in the browser, where it follows the edits of its folder.

MkDocs' own server does that, too, but stops at an error. Here every page then shows what is wrong,
and is itself again once it is fixed."""

import logging
import os
import socket
import time
from pathlib import Path

import click
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from common.problems import Problem, ProblemsError
from guide.building import load
from guide.fault_page import fault_page
from guide.generator_words import problems_told
from guide.own_pages import blocked_in_own_pages
from guide.says import done, say, tell_problems, tell_rest
from guide.workspace import workspace
from macros.brand.hints import hints
from macros.brand.publication_checklist import to_do
from macros.brand.site_source import CONFIG, assemble

HOST = "127.0.0.1"
_FIRST, _LAST = 8000, 8099


class NoPortError(Exception):
    """No port can be used; the message says what to do."""


class _Warnings(logging.Handler):
    """Collects what a build warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Preview:
    """The site of a folder as it is now: its pages, or on each of them what is wrong."""

    def __init__(self, folder: Path, project: Path) -> None:
        self.folder = folder
        self.project = project
        self.site = project / "site"
        self._told: object = None

    def build(self) -> None:
        """Build the site again, or put what is wrong on its pages, and print how it went."""
        start = time.monotonic()
        try:
            branded = load(self.folder)
            assemble(branded.folder, self.project, moves_html=False)
            problems = self._built()
        except ProblemsError as error:
            problems = [*error.problems, *blocked_in_own_pages(self.folder)]
        if problems:
            tell_problems(problems, self.folder, {})
            self._show(problems)
            return
        done(f"{time.strftime('%H:%M:%S')}  built in {time.monotonic() - start:.1f} s")
        notes, left = [*branded.notes, *hints(branded.folder)], to_do(branded.folder.brand)
        if (notes, left) != self._told:  # not again at each edit
            tell_rest(notes, left)
            self._told = notes, left

    def _built(self) -> list[Problem]:
        """Run MkDocs; return what it warned of, which a release would refuse."""
        warnings, log = _Warnings(), logging.getLogger("mkdocs")
        log.addHandler(warnings)
        log.propagate = False
        try:
            config = load_config(str(self.project / CONFIG), site_dir=str(self.site), strict=False)
            config.site_url = "/"
            build_site(config)
        except (Exception, SystemExit) as error:  # whatever a page brings about, the server goes on
            warnings.lines.append(str(error) or type(error).__name__)
        finally:
            log.removeHandler(warnings)
        said = "\n".join(f"WARNING - {' '.join(line.split())}" for line in warnings.lines)
        return list(problems_told(said, self.folder)) if said else []

    def _show(self, problems: list[Problem]) -> None:
        """Write what is wrong over every page, so that each shows it until it is fixed."""
        page = fault_page(self.folder.name, problems)
        self.site.mkdir(exist_ok=True)
        for file in {*self.site.rglob("*.html"), self.site / "index.html", self.site / "404.html"}:
            file.write_text(page, encoding="utf-8")


def preview(folder: Path, port: int | None, browser: bool) -> None:
    """Serve the copy of a folder until a person stops it.

    Raises NoPortError if no port is free."""
    port = _free(port)
    with workspace() as project:
        own = Preview(folder, project)
        say("Building your copy ...")
        own.build()
        server = LiveReloadServer(own.build, HOST, port, str(own.site))
        server.error_handler = lambda _: (own.site / "404.html").read_bytes()
        server.watch(str(folder))
        done(f"Your copy is at {server.url} and follows your edits. To stop it, press Ctrl and C.")
        try:
            server.serve(open_in_browser=browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            click.echo()
        finally:
            server.shutdown()


def _free(port: int | None) -> int:
    """Return the port, or the first that is free. Raises NoPortError if none is."""
    for one in [port] if port else range(_FIRST, _LAST + 1):
        with socket.socket() as place:
            if os.name != "nt":  # where it would let two programs have one port
                place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                place.bind((HOST, one))
            except OSError:
                continue
            return one
    which = f"Port {port}" if port else f"Every port from {_FIRST} to {_LAST}"
    raise NoPortError(f"{which} is in use: close what uses it, or give another one with --port")
