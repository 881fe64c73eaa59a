"""What MkDocs, ProperDocs and Zensical call by different names, under one name each."""

import gc
from typing import Any

try:
    # ProperDocs answers to MkDocs' name, with its own.
    from mkdocs.exceptions import PluginError as BuildStopped
except ImportError:  # Zensical on its own
    from click import ClickException as BuildStopped  # type: ignore[assignment]

__all__ = ["BuildStopped", "address", "freeze_content", "root"]


def freeze_content(env: Any) -> None:
    """Have Python not look for garbage in all that is loaded now, the content above all: there is
    none while the pages are built, and looking takes a tenth of a large build's time.

    Zensical, which gives `env` another type, loads the content for each page and is left alone.
    What an earlier build of `serve` left is freed first."""
    if type(env).__module__.startswith("mkdocs_macros"):
        gc.unfreeze()
        gc.collect()
        gc.freeze()


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
