"""The foot of every page leads to what the law and people ask for."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

STATEMENT = "Accessibility statement"


@pytest.mark.parametrize("copy", ["site", "brand_site"])
def test_every_page_leads_to_the_accessibility_statement(
    request: pytest.FixtureRequest, copy: str
) -> None:
    site: Path = request.getfixturevalue(copy)
    for path in site.rglob("index.html"):
        footer = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one("footer")
        assert footer
        found = {link.get_text(strip=True): str(link["href"]) for link in footer.select("li a")}
        leads = (path.parent / found[STATEMENT]).resolve()
        assert leads == (site / "about/accessibility").resolve(), path


def test_the_statement_says_what_was_tried_with_a_screen_reader_and_what_was_not(
    site: Path,
) -> None:
    page = (site / "about/accessibility/index.html").read_text("utf-8")
    for words in ("Orca 43", "has not been tried with JAWS, NVDA, VoiceOver or TalkBack"):
        assert words in page
