"""Ask axe-core what is wrong with a page."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": STANDARDS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


def axe_faults(
    page: Page, run_only: dict[str, Any] = EVERYTHING, within: str | None = None
) -> list[str]:
    """What axe finds on the page as it stands, or within one element: a line for each rule, with
    its first places."""
    # From its top: what scrolls under the header that stays would count as a target too small.
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    # What else axe could tell of a long page takes it longest.
    options = {"runOnly": run_only, "resultTypes": ["violations"]}
    found = Axe().run(page, within, options).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]


def faults_in_both_schemes(page: Page) -> Iterator[str]:
    """What axe finds in light, and in dark what it finds of the rules that look at colours.

    The schemes differ in nothing else: the browser's setting is changed, which the page
    follows as it does on a device.
    """
    body = page.locator("body")
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    yield from (f"light: {fault}" for fault in axe_faults(page))
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    yield from (f"dark: {fault}" for fault in axe_faults(page, COLOURS))
