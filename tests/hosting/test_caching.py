"""Fingerprinted files are kept for ever; all else is asked for again and costs next to nothing."""

import os

import pytest

from publish.policy import FOR_EVER, NOT_KEPT, REVALIDATED
from tests.hosting.conftest import Way, fingerprinted

PATHS = ["", "quotes/", "data/report.json", "search/search_index.json", "manifest.webmanifest"]
CODINGS = ["identity", "gzip", "br"]


def test_what_has_a_fingerprint_is_kept_for_ever(way: Way) -> None:
    assets = fingerprinted(way)
    files = [
        path for path in (way.site / assets).rglob("*") if path.suffix in (".js", ".css", ".png")
    ]
    assert len(files) > 50
    for path in files:
        answer = way.ask(path.relative_to(way.site).as_posix(), method="HEAD")
        assert (answer.status, answer["Cache-Control"]) == (200, FOR_EVER), path


@pytest.mark.parametrize("path", [*PATHS, "nothing", "404.html"])
def test_all_else_is_asked_for_again(way: Way, path: str) -> None:
    assert way.ask(path)["Cache-Control"] == REVALIDATED
    assert way.ask(path)["Expires"] == ""


@pytest.mark.parametrize("path", ["workbooks/", "workbooks/self-reflection/", "framework/values/"])
def test_a_page_that_works_in_the_database_is_not_kept(way: Way, path: str) -> None:
    for method in ("GET", "HEAD"):
        answer = way.ask(path, method=method)
        assert (answer.status, answer["Cache-Control"]) == (200, NOT_KEPT)
    packed = way.ask(path, {"Accept-Encoding": "br"})
    assert packed["Cache-Control"] == NOT_KEPT


def test_a_missing_file_is_not_kept_whatever_its_name(way: Way) -> None:
    answer = way.ask(f"{fingerprinted(way)}/js/later.js")
    assert (answer.status, answer["Cache-Control"]) == (404, REVALIDATED)
    answer = way.ask("assets-000000000000/js/main.js")
    assert (answer.status, answer["Cache-Control"]) == (404, REVALIDATED)


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("path", PATHS)
def test_what_has_not_changed_is_answered_without_a_body(way: Way, path: str, coding: str) -> None:
    accepted = {"Accept-Encoding": coding}
    first = way.ask(path, accepted)
    for condition in (
        {"If-None-Match": first["ETag"]},
        {"If-None-Match": f'"other", {first["ETag"]}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": first["Last-Modified"]},
    ):
        again = way.ask(path, accepted | condition)
        assert (again.status, again.body) == (304, b""), condition
        assert again["Cache-Control"] == REVALIDATED
        assert again["ETag"] == first["ETag"]
        assert "Accept-Encoding" in again["Vary"]


def test_what_changed_is_sent_anew(way: Way, request: pytest.FixtureRequest) -> None:
    page = way.site / "changing.html"
    request.addfinalizer(lambda: page.unlink(missing_ok=True))
    page.write_text("before", encoding="utf-8")
    os.utime(page, (1_700_000_000, 1_700_000_000))
    first = way.ask(page.name)
    page.write_text("after!", encoding="utf-8")  # as long as before
    os.utime(page, (1_700_000_002, 1_700_000_002))
    again = way.ask(page.name, {"If-None-Match": first["ETag"]})
    assert (again.status, again.body) == (200, b"after!")
    since = way.ask(page.name, {"If-Modified-Since": first["Last-Modified"]})
    assert since.status == 200


def test_the_tag_of_one_coding_does_not_pass_for_another(way: Way) -> None:
    packed = way.ask("", {"Accept-Encoding": "br"})
    plain = way.ask("", {"If-None-Match": packed["ETag"]})
    assert plain.status == 200


def test_a_head_says_what_a_get_says(way: Way) -> None:
    for path in ("", "data/report.json", f"{fingerprinted(way)}/js/main.js", "nothing"):
        whole, head = way.ask(path), way.ask(path, method="HEAD")
        assert (head.status, head.body) == (whole.status, b"")
        for name in ("Content-Type", "Cache-Control", "ETag", "Last-Modified", "Content-Length"):
            assert head[name] == whole[name], (path, name)


def test_a_part_of_a_file_is_the_part_that_was_asked_for(way: Way) -> None:
    path = "data/report.json"
    whole = (way.site / path).read_bytes()
    part = way.ask(path, {"Range": "bytes=100-199"})
    assert (part.status, part.body) == (206, whole[100:200])
    assert part["Content-Range"] == f"bytes 100-199/{len(whole)}"
    last = way.ask(path, {"Range": "bytes=-10"})
    assert (last.status, last.body) == (206, whole[-10:])
    beyond = way.ask(path, {"Range": f"bytes={len(whole)}-"})
    assert beyond.status == 416


def test_a_part_of_another_version_is_not_sent(way: Way) -> None:
    asked = {"Range": "bytes=0-9", "If-Range": '"another"'}
    assert way.ask("data/report.json", asked).status == 200
