"""The data files, and the records that lead away from the site."""

import csv
import re
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup


def test_the_data_has_every_record_and_where_it_stands(site: Path, data: dict[str, Any]) -> None:
    assert data["format"] == 1
    quotes = [quote for one in data["attributes"] for quote in one["quotes"]]
    assert len(quotes) == 39
    for quote in quotes:
        assert data["addresses"][quote["id"]] == f"quotes/#{quote['id']}"
    with (site / "data/quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"]: row["quote"] for row in rows} == {one["id"]: one["text"] for one in quotes}


def test_every_address_in_the_data_is_a_place_on_the_site(
    pages: dict[str, BeautifulSoup], data: dict[str, Any]
) -> None:
    ids: dict[str, set[str]] = {}
    for record, address in data["addresses"].items():
        path, _, anchor = address.partition("#")
        if path not in ids:
            ids[path] = {str(one["id"]) for one in pages[path].select("[id]")}
        assert not anchor or anchor in ids[path], (record, address)


def test_each_of_the_10_resources_says_what_is_known_of_it_and_when_that_was_looked_up(
    pages: dict[str, BeautifulSoup], data: dict[str, Any]
) -> None:
    known = {one["id"]: one for one in data["resources"]}
    items = pages["workbooks/recruiting/"].select(".resource")
    assert [one["id"] for one in items] == list(known)
    assert len(items) == 10
    for item in items:
        record = known[str(item["id"])]
        status = item.select_one(f".resource__status--{record['status']}")
        assert status
        assert status.get_text(strip=True)
        assert re.search(r"looked up \d{1,2} [A-Z][a-z]+ 20\d\d", item.get_text())
        assert record["status_note"] in item.get_text()
        link = item.select_one(".resource__title a")
        assert (link["href"] if link else None) == record.get("address")


def test_citations_link_to_references_and_references_back(pages: dict[str, BeautifulSoup]) -> None:
    review = pages["evidence/literature-review/"]
    cited = {
        str(link["href"]).split("#")[1] for link in review.select('article a[href*="references/#"]')
    }
    references = pages["evidence/references/"]
    items = references.select(".reference")
    assert len(items) == 13
    for item in items:
        name = item.select_one("h2")
        assert name
        back = item.select('a[href*="literature-review/"]')
        assert bool(back) == (name["id"] in cited), name["id"]
    assert len(cited) >= 12
