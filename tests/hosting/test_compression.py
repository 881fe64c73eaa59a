"""What was compressed beforehand goes over the wire, to those who take it."""

import gzip
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from publish.release import Release
from tests.hosting.conftest import Way, fingerprinted
from tests.support.asking import ask
from tests.support.hosts import nginx

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
WANTED = {
    "gzip, deflate, br": "br",
    "br": "br",
    "gzip": "gzip",
    "deflate, gzip;q=0.5": "gzip",
    "br;q=0, gzip": "gzip",
    "gzip;q=0": "",
    "identity": "",
    "deflate": "",
    "": "",
}
PATHS = ["", "{assets}/js/main.js", "{assets}/css/site.css", "search/search_index.json"]


@pytest.mark.parametrize("path", PATHS)
def test_who_takes_a_coding_gets_it_and_others_get_the_file(way: Way, path: str) -> None:
    path = path.format(assets=fingerprinted(way))
    whole = (way.site / (path or "index.html")).read_bytes()
    for accepted, coding in WANTED.items():
        answer = way.ask(path, {"Accept-Encoding": accepted} if accepted else {})
        assert (answer.status, answer["Content-Encoding"]) == (200, coding), accepted
        assert UNPACK[coding](answer.body) == whole, accepted
        assert answer["Vary"] == "Accept-Encoding", accepted
        assert answer["Content-Length"] == str(len(answer.body)), accepted


def test_the_copies_are_a_quarter_of_the_pages(way: Way) -> None:
    page = way.ask("quotes/")
    packed = way.ask("quotes/", {"Accept-Encoding": "br"})
    assert len(packed.body) * 4 < len(page.body)


def test_what_does_not_gain_is_sent_as_it_is(way: Way) -> None:
    path = f"{fingerprinted(way)}/images/icon-192.png"
    answer = way.ask(path, {"Accept-Encoding": "gzip, br"})
    assert answer["Content-Encoding"] == ""
    assert answer.body == (way.site / path).read_bytes()


def test_a_copy_is_not_found_by_its_own_name(way: Way) -> None:
    for ending in ("br", "gz"):
        assert way.ask(f"index.html.{ending}").status == 404
        assert way.ask(f"{fingerprinted(way)}/js/main.js.{ending}?x").status == 404


def test_each_coding_has_a_tag_of_its_own(way: Way) -> None:
    tags = {
        way.ask("", {"Accept-Encoding": coding})["ETag"] for coding in ("identity", "gzip", "br")
    }
    assert len(tags) == 3
    assert "" not in tags


def test_nginx_without_its_brotli_module_serves_gzip(released: Release, open_folder: Path) -> None:
    with nginx(released, open_folder / "nginx-plain", brotli=False) as hosted:
        answer = ask(hosted.plain, hosted.base, {"Accept-Encoding": "gzip, deflate, br"})
    assert (answer.status, answer["Content-Encoding"]) == (200, "gzip")
