"""Watch pages for what no page may do, whatever a test looks at."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

LOCAL_SCHEMES = {"about", "blob", "data"}


class PageGuard:
    """Collects the faults of all pages of its contexts.

    A fault is an error in the console (a breach of the content security policy
    is one), an error that no script caught, and a request to another address.
    `allowed` are regular expressions for the faults a test brings about itself.
    """

    def __init__(self, site_url: str, allowed: tuple[str, ...] = ()) -> None:
        self.origin = urlsplit(site_url)[:2]
        self.allowed = allowed
        self.faults: list[str] = []
        self._open: list[BrowserContext] = []

    def watch(self, context: BrowserContext) -> None:
        """Collect the faults of every page that `context` opens from now on."""
        self._open.append(context)
        context.on("close", self._on_close)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)

    def finish(self) -> None:
        """Wait for what the open pages have reported: one answer comes after all of it."""
        for context in tuple(self._open):
            context.cookies()

    def _on_close(self, context: BrowserContext) -> None:
        self._open.remove(context)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._add(f"console: {message.text} ({message.location['url']})")

    def _on_error(self, error: WebError) -> None:
        self._add(f"uncaught: {error.error}")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address[:2] != self.origin:
            self._add(f"request to another address: {request.url}")

    def _add(self, fault: str) -> None:
        if not any(re.search(pattern, fault) for pattern in self.allowed):
            self.faults.append(fault)
