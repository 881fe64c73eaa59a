"""The macros that make pages of the report's records.

This file alone knows MkDocs. All content is loaded and checked here, before the
first page is rendered, so that every fault of a run is told at once.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from .export import quotes_csv, report_json
from .faults import ContentFaults
from .guide import Guide
from .load import load
from .render import macros
from .search import search_json
from .styles import SheetsDifferError, sheet


def define_env(env: Any) -> None:
    """Give the pages their macros and the theme's templates their data.

    Raises PluginError with every fault of the content, a line each."""
    try:
        guide = Guide(load(Path(env.project_dir) / "content"))
    except ContentFaults as faults:
        raise PluginError(f"the content has faults\n{faults}") from faults
    extra = env.conf["extra"]
    try:
        styles = sheet(Path(env.conf["docs_dir"]) / "assets" / "css", extra["styles"])
    except SheetsDifferError as fault:
        raise PluginError(str(fault)) from fault
    for name, macro in macros(guide).items():
        env.macro(_on_page(env, macro), name)
    extra["exports"] = {
        "report": report_json(guide),
        "quotes": quotes_csv(guide),
        "search": search_json(guide),
        "styles": styles,
    }


def _on_page(env: Any, macro: Callable[..., str]) -> Callable[..., str]:
    def on_page(*ids: str) -> str:
        return macro(env.page.url.removeprefix("./"), *ids)

    return on_page
