"""What MkDocs, ProperDocs and Zensical call by different names, under one name each."""

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

_COUNTING = ("mkdocs", "properdocs")  # the loggers that count what breaks a strict build off


def freeze_content(env: Any) -> None:
    """Have Python not look for garbage in all that is loaded now, the content above all: there is
    none while the pages are built, and looking takes a tenth of a large build's time.

    Zensical, which gives `env` another type, loads the content for each page and is left alone.
    What an earlier build of `serve` left is freed first."""
    if tells_its_end(env):
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def builds(env: Any) -> bool:
    """Whether a generator calls, which builds a site, and no stand-in for one."""
    return type(env).__module__.startswith(("mkdocs_macros", "zensical"))


def tells_its_end(env: Any) -> bool:
    """Whether the generator calls once a build, and again when all pages are written; Zensical
    calls for each page, and at no end."""
    return type(env).__module__.startswith("mkdocs_macros")


def warned() -> bool:
    """Whether there were warnings that are about to break a strict build off.

    MkDocs and ProperDocs do that after they have written all pages and called `on_post_build`."""
    handlers = [one for name in _COUNTING for one in logging.getLogger(name).handlers]
    return any(one.get_counts() for one in handlers if hasattr(one, "get_counts"))


def refuse_taken_port() -> None:
    """Stop a `serve` of MkDocs or ProperDocs whose port another program has, before it builds: they
    would end in a traceback. Raises BuildStopped, which says what to do."""
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
            f"{host}:{port} cannot be used ({why}): end what uses it, such as "
            f"another window that shows the guide, or add {option} (with make: ARGS='{option}')"
        ) from error


def address(env: Any) -> str:
    """The address of the page whose macros are run, from the site's root; "" of the home page."""
    url: str = env.page.url
    return url.removeprefix("./").lstrip("/")


def root(env: Any) -> str:
    """The way from the page whose macros are run to the site's root, as its links are written.

    Zensical takes links in HTML, too, as those from the page's file, and turns them into
    those from its address."""
    source = getattr(env.page, "path", None)
    return "../" * (address(env) if source is None else source).count("/")
