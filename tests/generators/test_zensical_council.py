"""A council's copy, built by Zensical: its page, its name, its colours and its own questions."""

import re
from pathlib import Path

import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.support.build import ROOT

FOLDER = ROOT / "brands" / "example"
NAME = yaml.safe_load((FOLDER / "brand.yml").read_text(encoding="utf-8"))["organisation"]["name"]


def soup(site: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((site / page / "index.html").read_text(encoding="utf-8"), "html.parser")


def text(page: BeautifulSoup, selector: str) -> str:
    """What the parts of the page that the selector finds say."""
    return " ".join(one.get_text() for one in page.select(selector))


def test_its_own_page_is_there_and_in_the_menu_once(council: Path) -> None:
    assert "In our council" in text(soup(council, "our-council"), "article h1")
    tabs = soup(council, "").select(".md-tabs__link")
    assert [tab.get_text(strip=True) for tab in tabs].count("In our council") == 1
    assert [tab.get_text(strip=True) for tab in tabs].count("Workbooks") == 1


def test_every_page_names_the_council(council: Path) -> None:
    for page in sorted(council.rglob("index.html")):
        assert NAME in text(soup(page.parent, ""), "footer"), page


def test_what_the_council_has_added_says_so(council: Path) -> None:
    added = soup(council, "workbooks/self-reflection").select('[id^="exampleshire-"]')
    assert added
    assert f"Added by {NAME}" in soup(council, "workbooks/self-reflection").get_text()


def test_its_colours_are_served(council_page: Page, council: Path) -> None:
    sheet = (council / "assets/css/site.css").read_text(encoding="utf-8")
    own = re.findall(r"--brand-header:\s*(#[0-9a-f]{6})", sheet)
    assert own[-1:] != own[:1], "the council's palette is not in the sheet"
    council_page.goto("")
    header = council_page.get_by_role("banner")
    colour = header.evaluate("(one) => getComputedStyle(one).backgroundColor")
    painted = "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour))
    assert painted in own[1:]
    expect(council_page.get_by_role("banner").get_by_role("img", name=NAME)).to_be_visible()


def test_an_answer_to_a_question_of_its_own_is_kept(council_page: Page) -> None:
    council_page.goto("workbooks/self-reflection/")
    question = council_page.locator('workbook-question[question^="exampleshire-"]').first
    question.get_by_role("textbox").fill("As we do it here")
    expect(question.locator("save-status")).to_have_text(re.compile("^Saved"))
    council_page.reload()
    expect(question.get_by_role("textbox")).to_have_value("As we do it here")
