"""Where people arrive: the home page, and the page for an address that leads nowhere."""

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from macros.build.mkdocs_yml import read_settings
from tests.support.server import BASE

ROOT = Path(__file__).parents[2]
# Where the guide tells in its own words what it is about.
TOLD = [
    *("README.md", "mkdocs.yml", "docs/index.md", "docs/framework", "docs/about", "docs/evidence"),
    *("docs/workbooks", "docs/hosting", "macros/render/templates", "macros/brand/blank", "brands"),
    "overrides",
]
TEXTS = {".md", ".html", ".yml"}
# A thing that was put into practice, and the claim that it stayed.
LASTED = re.compile(
    r"\b(change|innovations?|valued|families)\b[^.:]{0,40}"
    r"\b(lasts?|lasted|lasting|endures?|for good)\b",
    re.IGNORECASE,
)

ATTRIBUTES = ["values", "decisions", "practice-and-culture", "partnerships", "buy-in"]


def article(site: Path, name: str) -> Tag:
    found = BeautifulSoup((site / name).read_text("utf-8"), "html.parser").select_one("article")
    assert found
    return found


def addresses(part: Tag) -> list[str]:
    return [str(link["href"]) for link in part.select("a[href]")]


def test_the_picture_on_the_home_page_has_three_stages_and_leads_to_every_attribute(
    site: Path,
) -> None:
    stages = article(site, "index.html").select(".framework .framework__stage")
    names = {stage.select(".framework__stage-name > [id]")[0].get_text() for stage in stages}
    assert names == {"The foundation", "Embedding change", "Scaling and sustaining change"}
    leading = [address for stage in stages for address in addresses(stage)]
    assert sorted(leading) == sorted(f"framework/{own}/" for own in ATTRIBUTES)


def test_the_home_page_offers_four_ways_to_start_and_one_quote(site: Path) -> None:
    home = article(site, "index.html")
    starts = [addresses(card)[0] for card in home.select(".cards > .card")]
    workbooks = [f"workbooks/{own}/" for own in ("self-reflection", "recruiting", "feedback")]
    assert starts == ["framework/", *workbooks]
    assert len(home.select("figure.quote")) == 1


@pytest.mark.parametrize("address", ["", "framework/", "about/"])
def test_where_the_findings_are_introduced_it_is_said_that_success_was_yet_to_be_validated(
    site: Path, address: str
) -> None:
    said = " ".join(article(site, f"{address}index.html").get_text().split())
    assert "“yet to be validated by the independent evaluation”" in said
    assert "“currently successfully implementing”" in said
    (caveat,) = re.findall(r"The report speaks of leaders.*?when the report was written", said)
    source = " ".join(
        (ROOT / "content" / "source" / "five-attributes.txt").read_text("utf-8").split()
    )
    quoted = re.findall("“(.*?)”", caveat)
    assert len(quoted) == 3
    assert [words for words in quoted if words not in source] == []


@pytest.mark.parametrize("name", TOLD)
def test_nothing_that_introduces_the_guide_says_that_change_lasted(name: str) -> None:
    """The report has leaders who are `currently successfully implementing` an innovation."""
    files = sorted((ROOT / name).rglob("*.*")) if (ROOT / name).is_dir() else [ROOT / name]
    texts = {file: file.read_text("utf-8") for file in files if file.suffix in TEXTS}
    assert texts
    assert {file for file, text in texts.items() if LASTED.search(text)} == set()


def test_the_title_of_the_home_page_and_the_site_s_description_say_put_into_practice(
    site: Path,
) -> None:
    home = article(site, "index.html").h1
    assert home
    assert "put into practice" in home.get_text()
    description = " ".join(str(read_settings(ROOT / "mkdocs.yml")["site_description"]).split())
    assert re.search(r"\bput [\w ,]+ into practice\b", description)


def test_the_page_for_a_wrong_address_leads_on_from_wherever_it_is_shown(site: Path) -> None:
    wrong = f"http://127.0.0.1{BASE}no/such/place/"
    there = {urlsplit(urljoin(wrong, one)).path for one in addresses(article(site, "404.html"))}
    wanted = {f"{BASE}{one}" for one in ("", "framework/", "workbooks/", "quotes/")}
    assert wanted <= there
    for path in there:
        assert (site / path.removeprefix(BASE) / "index.html").is_file(), path
