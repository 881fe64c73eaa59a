"""The one sheet that is published has the rules of the sheets that it is made of."""

from typing import Any

import pytest
from playwright.sync_api import Page

from macros.build.mkdocs_yml import read_settings
from publish.release import Release
from tests.support.build import ROOT
from tests.support.released import assets

RULES = """(texts) => texts.flatMap((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " "));
})"""


@pytest.fixture
def sources() -> list[str]:
    """The sheets in their order, as they are written."""
    settings: Any = read_settings(ROOT / "mkdocs.yml")
    folder = ROOT / "docs" / "assets" / "css"
    names = settings["extra"]["styles"]
    return [(folder / f"{name}.css").read_text(encoding="utf-8") for name in names]


def test_the_one_sheet_has_every_rule_of_its_sources_in_order(
    page: Page, released: Release, sources: list[str]
) -> None:
    page.goto("404.html")
    one = released.site / assets(released) / "css" / "site.css"
    rules = page.evaluate(RULES, [one.read_text(encoding="utf-8")])
    assert len(rules) > 500
    assert rules == page.evaluate(RULES, sources)
