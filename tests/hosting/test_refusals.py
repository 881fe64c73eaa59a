"""What a site does not have, nobody gets: no tricks with paths, methods or ranges."""

import pytest

from tests.hosting.conftest import Way, fingerprinted

OUTSIDE = [
    "../hosts/nginx.conf",
    "..%2fhosts%2fnginx.conf",
    "..%2Fhosts/nginx.conf",
    "%2e%2e/hosts/nginx.conf",
    "%2e%2e%2fhosts%2fnginx.conf",
    ".%2e/hosts/nginx.conf",
    "..%5chosts%5cnginx.conf",
    "..\\hosts\\nginx.conf",
    "..;/hosts/nginx.conf",
    "..%252fhosts%252fnginx.conf",
    "..%c0%afhosts%c0%afnginx.conf",
    "quotes/../../hosts/nginx.conf",
    "quotes/..%2f..%2fhosts%2fnginx.conf",
    "../../../../../../etc/passwd",
    "..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "%2fetc%2fpasswd",
    "/etc/passwd",
    "index.html%00.js",
    "index.html/",
    "index.html/more",
    "index.html%20",
    "index.html::$DATA",
]
HIDDEN = [
    ".htaccess",
    ".nojekyll",
    ".git/config",
    ".env",
    "quotes/.hidden",
    "%2ehtaccess",
    "_headers",
    "web.config",
    "staticwebapp.config.json",
    "%5fheaders",
    "quotes/_headers",
]
METHODS = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "MKCOL", "TRACE", "WHATEVER"]
FOLDERS = ["data/", "{assets}/", "{assets}/js/", "{assets}/js/storage/"]


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_site(way: Way, path: str) -> None:
    answer = way.ask(path)
    assert answer.status in (400, 403, 404), answer.status
    for secret in (b"root:", b"server_name", b"add_header"):
        assert secret not in answer.body


@pytest.mark.parametrize("base", ["/guide../", "/guide..;/", "//guide/../", "/guide/.//../"])
def test_the_path_before_the_site_leads_nowhere_else(way: Way, base: str) -> None:
    answer = way.ask(f"{base}hosts/nginx.conf")
    assert answer.status in (301, 400, 403, 404)
    assert b"add_header" not in answer.body


@pytest.mark.parametrize("path", HIDDEN)
def test_settings_and_dotfiles_are_not_shown(way: Way, path: str) -> None:
    answer = way.ask(path)
    assert answer.status == 404
    assert b"Page not found" in answer.body


def test_well_known_files_are_shown(way: Way, request: pytest.FixtureRequest) -> None:
    folder = way.site / ".well-known"
    file = folder / "security.txt"
    folder.mkdir()
    request.addfinalizer(folder.rmdir)
    request.addfinalizer(file.unlink)
    file.write_text("Contact: https://example.gov.uk/report\n", encoding="utf-8")
    answer = way.ask(".well-known/security.txt")
    assert (answer.status, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert way.ask(".well-known/.hidden").status == 404


@pytest.mark.parametrize("path", FOLDERS)
def test_no_folder_is_listed(way: Way, path: str) -> None:
    answer = way.ask(path.format(assets=fingerprinted(way)))
    assert answer.status == 404
    assert b"main.js" not in answer.body.replace(b"/js/main.js", b"")
    assert b"Index of" not in answer.body


def test_a_page_that_is_not_there_is_the_sites_own_with_its_status(way: Way) -> None:
    for path in ("nothing", "nothing/at/all/", "quotes/nothing.html", "nothing?x=<script>"):
        answer = way.ask(path)
        assert (answer.status, answer["Content-Type"]) == (404, "text/html; charset=utf-8")
        assert answer.body == (way.site / "404.html").read_bytes()


def test_a_folder_without_its_slash_is_sent_to_the_page(way: Way) -> None:
    answer = way.ask("quotes")
    assert answer.status == 301
    assert answer["Location"].endswith(f"{way.hosted.base}quotes/")
    if way.hosted.base != "/":
        answer = way.ask(way.hosted.base[:-1])
        assert answer.status in (301, 403)  # by .htaccess alone, nothing can be said outside it


@pytest.mark.parametrize("path", ["//evil.example/..%2f", "//evil.example/quotes", "//quotes"])
def test_nobody_is_sent_to_another_host(way: Way, path: str) -> None:
    location = way.ask(f"{way.hosted.base[:-1]}{path}")["Location"]
    assert "evil.example" not in location.partition("?")[0].split("/")[2:3]
    assert not location.startswith("//")


@pytest.mark.parametrize("method", METHODS)
def test_nothing_but_get_and_head_is_answered(way: Way, method: str) -> None:
    answer = way.ask("", method=method)
    assert answer.status in (405, 501)
    assert b"<h1" not in answer.body or b"405" in answer.body or b"501" in answer.body


def test_nothing_can_be_sent_to_the_site(way: Way) -> None:
    answer = way.ask("workbooks/self-reflection/", method="POST", body=b"an answer" * 1000)
    assert answer.status in (405, 413)


@pytest.mark.parametrize(
    "parts",
    [
        ",".join(f"{start}-" for start in range(200)),
        ",".join("0-" for _ in range(200)),
        "5-,1-,0-,0-0",
    ],
    ids=["overlapping", "the same", "backwards"],
)
def test_many_ranges_do_not_make_an_answer_larger(way: Way, parts: str) -> None:
    whole = (way.site / "data/report.json").stat().st_size
    answer = way.ask("data/report.json", {"Range": f"bytes={parts}"})
    assert answer.status in (200, 206, 416)
    assert len(answer.body) <= whole + 1000


@pytest.mark.parametrize("asked", ["bytes=9-1", "bytes=a-b", "lines=1-2", "bytes=", "bytes=--1"])
def test_an_odd_range_is_no_range(way: Way, asked: str) -> None:
    answer = way.ask("data/quotes.csv", {"Range": asked})
    assert answer.status in (200, 416)


def test_a_header_too_large_is_refused(way: Way) -> None:
    for path, more in (("", {"X-Large": "x" * 100_000}), ("?" + "x" * 100_000, {})):
        try:
            assert way.ask(path, more).status in (400, 414, 431)
        except OSError:
            continue  # the server has hung up on it, as it may
