"""What MkDocs, ProperDocs and Zensical call by different names, under one name each."""

from typing import Any

try:
    # ProperDocs answers to MkDocs' name, with its own.
    from mkdocs.exceptions import PluginError as BuildStopped
except ImportError:  # Zensical on its own
    from click import ClickException as BuildStopped  # type: ignore[assignment]

__all__ = ["BuildStopped", "address", "root"]


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
