"""Every answer says what the policy promises, of the right kind, and no more of the server."""

import re
from pathlib import Path

import pytest

from publish.policy import HTTPS_ONLY, headers
from tests.hosting.conftest import Way, fingerprinted
from tests.support.asking import ask
from tests.support.server import named_in_pages

HASH = re.compile(r" 'sha256-[\w+/]{43}='")  # of what pages have in themselves
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
KINDS = {
    "": "text/html; charset=utf-8",
    "quotes/": "text/html; charset=utf-8",
    "data/quotes.csv": "text/csv; charset=utf-8",
    "data/report.json": "application/json",
    "manifest.webmanifest": "application/manifest+json",
    "search/search_index.json": "application/json",
    "sitemap.xml": "application/xml",
    "sitemap.xml.gz": "application/gzip",
    "{assets}/css/site.css": "text/css; charset=utf-8",
    "{assets}/images/favicon.svg": "image/svg+xml",
    "{assets}/images/icon-192.png": "image/png",
    "{assets}/js/main.js": "text/javascript; charset=utf-8",
    "{assets}/js/search/search-box.js": "text/javascript; charset=utf-8",
}
CODINGS = ("identity", "gzip", "br")


def test_every_kind_of_file_has_its_type_compressed_or_not(way: Way) -> None:
    for path, kind in KINDS.items():
        for coding in CODINGS:
            answer = way.ask(path.format(assets=fingerprinted(way)), {"Accept-Encoding": coding})
            assert (answer.status, answer["Content-Type"]) == (200, kind), (path, coding)


def test_a_font_has_its_type(way: Way, request: pytest.FixtureRequest) -> None:
    font = way.site / "a-font.woff2"
    request.addfinalizer(lambda: font.unlink(missing_ok=True))
    font.write_bytes(b"wOF2")
    assert way.ask(font.name)["Content-Type"] == "font/woff2"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["", "quotes/", "nothing/here", "{assets}/js/main.js", "data/"])
def test_every_answer_says_each_header_once(way: Way, path: str, method: str) -> None:
    answer = way.ask(path.format(assets=fingerprinted(way)), method=method)
    for name, value in headers(named_in_pages(way.site)).items():
        assert answer[name] == value, name
    assert HASH.sub("", answer["Content-Security-Policy"]) == POLICY
    assert answer["Set-Cookie"] == ""
    assert answer["Access-Control-Allow-Origin"] == ""


def test_https_is_asked_for_ever_over_https_alone_and_where_the_name_is_the_sites(way: Way) -> None:
    said = HTTPS_ONLY if way.own_name else way.host_s_https_only
    behind = {"X-Forwarded-Proto": "https"}
    assert way.ask(headers=behind)["Strict-Transport-Security"] == said
    if way.own_name:
        assert way.ask()["Strict-Transport-Security"] == (HTTPS_ONLY if way.secure else "")


@pytest.mark.parametrize("path", ["", "nothing", "assets/../../../etc/passwd", "%00", "data"])
def test_no_answer_tells_the_servers_version(way: Way, path: str) -> None:
    answer = way.ask(path)
    assert answer["Server"] == way.server
    assert answer["X-Powered-By"] == ""
    assert not re.search(rf"{way.server}/\d".encode(), answer.body)


def test_http_is_sent_on_to_https_of_the_same_name(way: Way) -> None:
    answer = ask(way.hosted.sending_on, f"{way.hosted.base}quotes/?theme=purpose")
    assert answer.status == 301
    expected = f"https://127.0.0.1{way.hosted.base}quotes/?theme=purpose"
    assert answer["Location"] == expected


def test_every_file_of_the_site_is_answered_whole(way: Way) -> None:
    hidden = {"_headers", "web.config", "staticwebapp.config.json"}
    for path in sorted(way.site.rglob("*")):
        name = path.relative_to(way.site).as_posix()
        skipped = path.is_dir() or name in hidden or name.startswith(".") or is_copy(path)
        if not skipped:
            answer = way.ask(name)
            assert (answer.status, answer.body == path.read_bytes()) == (200, True), name


def is_copy(path: Path) -> bool:
    return path.suffix in (".br", ".gz") and path.with_suffix("").exists()
