"""Where people arrive: the home page, and the page for an address that leads nowhere."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from tests.support.server import BASE

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
    names = {stage.select(".framework__stage-name")[0].get_text() for stage in stages}
    assert names == {"The foundation", "Embedding change", "Scaling and sustaining change"}
    leading = [address for stage in stages for address in addresses(stage)]
    assert sorted(leading) == sorted(f"framework/{own}/" for own in ATTRIBUTES)


def test_the_home_page_offers_three_ways_to_start_and_one_quote(site: Path) -> None:
    home = article(site, "index.html")
    starts = [addresses(card)[0] for card in home.select(".cards > .card")]
    assert starts == ["framework/", "workbooks/recruiting/", "workbooks/self-reflection/"]
    assert len(home.select("figure.quote")) == 1


def test_the_page_for_a_wrong_address_leads_on_from_wherever_it_is_shown(site: Path) -> None:
    wrong = f"http://127.0.0.1{BASE}no/such/place/"
    there = {urlsplit(urljoin(wrong, one)).path for one in addresses(article(site, "404.html"))}
    wanted = {f"{BASE}{one}" for one in ("", "framework/", "workbooks/", "quotes/")}
    assert wanted <= there
    for path in there:
        assert (site / path.removeprefix(BASE) / "index.html").is_file(), path
