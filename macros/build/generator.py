"""The differences between MkDocs, ProperDocs and Zensical, behind one set of names."""

import gc
import logging
import socket
from functools import cache
from typing import Any

import click

try:
    # ProperDocs answers to MkDocs' name, with its own.
    from mkdocs.exceptions import PluginError as BuildStopped
except ImportError:  # Zensical on its own
    from click import ClickException as BuildStopped  # type: ignore[assignment]

__all__ = [
    "BuildStopped",
    "address",
    "builds",
    "freeze_content",
    "refuse_taken_port",
    "root",
    "tells_its_end",
    "warned",
]

_COUNTING = ("mkdocs", "properdocs")  # the loggers whose counts fail a strict build


def freeze_content(env: Any) -> None:
    """Exempt everything loaded so far from garbage collection until the next build.

    The content lives as long as the build, and scanning it again and again takes a tenth of the
    time of a large one. Objects of an earlier build of `serve` are collected first. Skipped for
    Zensical, which loads the content for each page."""
    if tells_its_end(env):
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def builds(env: Any) -> bool:
    """Whether `env` comes from a generator that builds a site, not from `mkdocs_yml.stand_in`."""
    return type(env).__module__.startswith(("mkdocs_macros", "zensical"))


def tells_its_end(env: Any) -> bool:
    """True for MkDocs and ProperDocs, which report both the beginning and the end of a build.

    They call `define_env` once a build and `on_post_build` after it. Zensical calls `define_env`
    for each page and has no hook for the end."""
    return type(env).__module__.startswith("mkdocs_macros")


def warned() -> bool:
    """Whether there were warnings that will fail a strict build.

    MkDocs and ProperDocs fail it only after writing all pages and calling `on_post_build`."""
    handlers = [one for name in _COUNTING for one in logging.getLogger(name).handlers]
    return any(one.get_counts() for one in handlers if hasattr(one, "get_counts"))


def refuse_taken_port() -> None:
    """Stop `serve` before it builds if its port is in use.

    MkDocs and ProperDocs would build for a while and then end in a traceback. Raises BuildStopped,
    which says what to do."""
    command = click.get_current_context(silent=True)
    if command and command.info_name == "serve":
        said = command.params.get("dev_addr") or ("127.0.0.1", 8000)
        host, port = said if isinstance(said, tuple) else str(said).rsplit(":", 1)
        _refuse_taken(str(host).strip("[]"), int(port))


_OWN_PORTS, _PORTS = 1024, 65_535  # those below the first are the system's


@cache  # once: at each rebuild the port is the server's own
def _refuse_taken(host: str, port: int) -> None:
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(kind) as place:
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            place.bind((host, port))
    except (OSError, OverflowError) as error:
        other = port + 1 if _OWN_PORTS <= port < _PORTS else 8001
        option = f"--dev-addr {host}:{other}"
        why = getattr(error, "strerror", None) or error
        raise BuildStopped(
            f"{host}:{port} cannot be used ({why}): close what uses it, such as "
            f"another terminal that shows the guide, or add {option} (with make: ARGS='{option}')"
        ) from error


def address(env: Any) -> str:
    """Return the address of the current page from the site's root; "" for the home page."""
    url: str = env.page.url
    return url.removeprefix("./").lstrip("/")


def root(env: Any) -> str:
    """Return the relative path from the current page to the site's root, for links in HTML.

    Zensical reads links in HTML as relative to the page's source file and rewrites them; the other
    generators leave them alone, so there they are relative to the page's address."""
    source = getattr(env.page, "path", None)
    return "../" * (address(env) if source is None else source).count("/")
