"""Ask axe-core what is wrong with a page."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def axe_faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands: a line for each rule, with its first places."""
    options = {
        "runOnly": {"type": "tag", "values": STANDARDS},
        "resultTypes": ["violations"],  # what else axe could tell of a long page takes it longest
    }
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]
