"""A council's copy, built: what it adds is there and says so, what it hides is not."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.build.mkdocs_yml import read_settings
from macros.guide.areas import AREAS, area_of
from macros.palette.guide_colours import own_colours
from publish.release import Release
from tests.support.build import ROOT
from tests.support.links import broken_links

NAME = "Exampleshire Council (fictional)"
VERSION = read_settings(ROOT / "mkdocs.yml")["extra"]["release"]
HIDDEN = set(AREAS) - {"self-reflection"}


def page(site: Path, address: str) -> BeautifulSoup:
    file = site / address / "index.html" if not address.endswith(".html") else site / address
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def addresses(site: Path) -> list[str]:
    return sorted(
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("*.html")
    )


def text_of(site: Path, address: str, selector: str) -> str:
    return " ".join(" ".join(one.text.split()) for one in page(site, address).select(selector))


def test_every_page_says_whose_copy_it_is_and_which_version(brand_site: Path) -> None:
    for address in addresses(brand_site):
        header = page(brand_site, address).select_one(".shell-title")
        assert header
        assert header.text.split() == ["Leading", "change", "in", "Exampleshire"], address
        assert [image["alt"] for image in header.select("img")] == [NAME], address
        footer = text_of(brand_site, address, "footer")
        assert f"This copy is published by {NAME}." in footer, address
        assert "Leadership development" in footer, address
        assert f"Version {VERSION}, edition of the text" in footer, address


def test_a_postal_address_is_shown_in_the_lines_that_it_was_written_in(brand_site: Path) -> None:
    lines = ["County Hall", "High Street", "Exampleton EX1 1EX"]
    for address, selector in (("", "footer li"), ("about/accessibility/", "article li")):
        found = page(brand_site, address).select(selector)
        (item,) = [one for one in found if "County Hall" in one.text]
        assert len(item.select("br")) == len(lines) - 1, address
        said = [text.strip() for text in item.stripped_strings]
        assert [said[0].removeprefix("Address: "), *said[1:]] == lines, address


def test_a_link_that_writes_to_the_council_says_so_once(brand_site: Path) -> None:
    for address in ("", "about/accessibility/", "about/privacy/", "about/data-protection/"):
        found = [str(one["href"]) for one in page(brand_site, address).select("[href^=mailto]")]
        assert "mailto:leadership@example.org" in found, address
        assert all(one.count(":") == 1 and one.count("@") == 1 for one in found), address


def test_the_guide_s_own_pages_say_the_version_and_no_council(site: Path) -> None:
    footer = text_of(site, "", "footer")
    assert f"Version {VERSION}, edition of the text" in footer
    assert "published by" not in footer
    assert page(site, "").select('meta[name="shared-computer"]') == []


def test_a_question_of_the_council_s_is_asked_and_says_whose_it_is(brand_site: Path) -> None:
    for address in ("workbooks/self-reflection/", "framework/values/"):
        asked = page(brand_site, address).select_one('[question="exampleshire-our-promise"]')
        assert asked, address
        assert f"Added by {NAME}" in asked.text
        assert asked.select_one("textarea")
    replaced = page(brand_site, "workbooks/self-reflection/").select_one(
        '[question="align-values-with-work"]'
    )
    assert replaced
    assert f"Changed by {NAME}" in replaced.text
    assert "exampleshire-our-promise" in str(page(brand_site, "questions/"))


def test_a_quote_of_the_council_s_is_not_told_as_a_leader_s_of_the_report(brand_site: Path) -> None:
    for address in ("quotes/", "framework/values/", "about/whole-guide/"):
        told = page(brand_site, address)
        quote = told.find(
            "p", string="“I always ask what would the family say if they were in the room.”"
        )
        figure = quote.find_parent("figure") if quote else None
        assert figure, address
        caption = " ".join(figure.text.split())
        assert f"A head of service in Exampleshire (fictional) · added by {NAME}" in caption
        assert "Leader interviewed" not in caption


def test_resources_and_terms_of_the_council_s_say_so(brand_site: Path) -> None:
    resources = text_of(brand_site, "workbooks/recruiting/", ".resource")
    assert f"added by {NAME}" in resources
    assert f"changed by {NAME}" in resources
    assert "The attraction of candidates" not in resources
    assert f"Added by {NAME}" in text_of(brand_site, "about/glossary/", ".term__from")


def test_the_council_s_page_and_its_files_are_there(brand_site: Path) -> None:
    assert text_of(brand_site, "our-council/", "h1") == "In our council"
    assert (brand_site / "files" / "drop-in.txt").is_file()
    entries = [entry.text.strip() for entry in page(brand_site, "").select(".md-tabs a")]
    assert entries[-2:] == ["In our council", "About"]


def test_a_hidden_question_is_not_asked(brand_site: Path) -> None:
    for address in addresses(brand_site):
        assert 'question="actions-reflect-values"' not in str(page(brand_site, address)), address


def test_pictures_and_colours_are_the_council_s(brand_site: Path) -> None:
    assert (brand_site / "assets/brand/logo.svg").is_file()
    manifest = json.loads((brand_site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert [icon["src"] for icon in manifest["icons"]] == ["assets/brand/favicon.svg"]
    assert manifest["theme_color"] != own_colours("light")["header"]
    assert manifest["name"] == "Leading change in Exampleshire"


def test_a_copy_that_hides_the_data_keeps_what_its_workbooks_make_files_of(
    brand_site: Path,
) -> None:
    assert [file.name for file in (brand_site / "data").iterdir()] == ["report.json"]
    report = (brand_site / "data" / "report.json").read_text(encoding="utf-8")
    assert '"exampleshire-our-promise"' in report


def test_the_council_s_records_are_found_by_its_search(
    brand_site: Path, brand_released: Release
) -> None:
    for site in (brand_site, brand_released.site):
        found = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
        places = {one["location"] for one in found["docs"]}
        assert "about/glossary/#exampleshire-family-hub" in places


@pytest.mark.parametrize("copy", ["brand_site", "spare_site"])
def test_every_link_of_a_copy_leads_somewhere(copy: str, request: pytest.FixtureRequest) -> None:
    assert broken_links(request.getfixturevalue(copy)) == []


def test_a_copy_has_no_page_of_what_it_hides(spare_site: Path) -> None:
    files = [f.relative_to(spare_site).as_posix() for f in spare_site.rglob("*") if f.is_file()]
    assert [file for file in files if area_of(file) in HIDDEN] == []
    assert "workbooks/self-reflection/index.html" in files


def test_a_copy_says_nothing_of_the_page_s_that_it_hides(spare_site: Path) -> None:
    entries = [entry.text.strip() for entry in page(spare_site, "").select(".md-tabs a")]
    assert entries == ["Home", "The framework", "Workbooks", "About"]
    assert "Appoint a leader" not in page(spare_site, "").text


def test_a_copy_for_shared_computers_tells_its_scripts(spare_site: Path) -> None:
    for address in addresses(spare_site):
        assert page(spare_site, address).select('meta[name="shared-computer"]'), address


def test_a_copy_without_a_logo_names_the_organisation_beside_the_title(spare_site: Path) -> None:
    name = "Spareshire & District Trust"
    assert text_of(spare_site, "", ".shell-title__organisation") == name


def test_a_name_with_a_sign_of_html_is_written_as_text(spare_site: Path) -> None:
    html = (spare_site / "index.html").read_text(encoding="utf-8")
    assert "Reflect &amp; grow in Spareshire" in html
    assert "published by Spareshire &amp; District Trust" in html


def test_a_copy_is_held_to_what_every_page_is_held_to(spare_site: Path, brand_site: Path) -> None:
    for site in (spare_site, brand_site):
        for address in addresses(site):
            found = page(site, address)
            assert len(found.find_all("h1")) == 1, address
            assert found.select("style, [style]") == [], address
            ids = [str(one["id"]) for one in found.select("[id]")]
            assert sorted(set(ids)) == sorted(ids), address
