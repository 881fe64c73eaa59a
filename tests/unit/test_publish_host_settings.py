"""Each host's settings say the same headers, kinds and caching, in the host's own form."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from publish.host_settings import BESIDE, IN_SITE, settings
from publish.policy import (
    FOR_EVER,
    HTTPS_ONLY,
    NOT_KEPT,
    NOT_KEPT_FOLDERS,
    REVALIDATED,
    TYPES,
    headers,
)
from publish.site_address import Place

BELOW = Place("https://example.gov.uk", "/a+b/guide/")
TOP = Place("https://example.gov.uk", "/")
NAMES = ("assets-0123456789ab", "assets-ba9876543210")


def given(name: str, at: Place = BELOW) -> str:
    """The settings in the file of this name."""
    return settings(at, NAMES)[name]


SERVERS = (
    *("nginx.conf", "nginx-site.conf", "container.conf"),
    *("apache.conf", "apache-site.conf", ".htaccess"),
)


@pytest.mark.parametrize("name", SERVERS)
def test_servers_of_one_s_own_say_every_header(name: str) -> None:
    said = given(name)
    for header, value in headers().items():
        assert re.search(rf'(?:add_header|set) {header} "{re.escape(value)}"', said), header
    for ending, kind in TYPES.items():
        assert re.search(rf'"{re.escape(kind)}" \.?{ending}\b', said), ending


def test_no_header_could_break_out_of_its_quotes() -> None:
    for value in (*headers().values(), *TYPES.values()):
        assert not set(value) & set('"\\$%\n')


def test_iis_says_every_header_and_hides_what_is_not_shown() -> None:
    root = ElementTree.fromstring(given("web.config", TOP).encode())  # noqa: S314
    added = {one.get("name"): one.get("value") for one in root.iter("add") if one.get("value")}
    assert headers().items() <= added.items()
    assert added["Strict-Transport-Security"] == HTTPS_ONLY
    kinds = {one.get("fileExtension"): one.get("mimeType") for one in root.iter("mimeMap")}
    assert kinds == {f".{ending}": kind for ending, kind in TYPES.items()}
    assert {one.get("segment") for one in root.iter("add")} >= {"_headers"}
    assert [one.get("path") for one in root.iter("location")] == [*NAMES, *NOT_KEPT_FOLDERS]
    (browsing,) = root.iter("directoryBrowse")
    assert browsing.get("enabled") == "false"
    assert {one.get("path") for one in root.iter("error")} == {"404.html"}
    (verbs,) = root.iter("verbs")
    assert [one.get("verb") for one in verbs.iter("add")] == ["GET", "HEAD"]


def test_iis_is_given_nothing_twice_where_the_server_sets_it_already() -> None:
    root = ElementTree.fromstring(given("web.config").encode())  # noqa: S314
    for list_of, key in (("customHeaders", "name"), ("hiddenSegments", "segment")):
        found = next(root.iter(list_of))  # the site's own, before those of its folders
        seen = [(one.tag, one.get(key)) for one in found]
        added = [own for tag, own in seen if tag == "add"]
        assert len(added) > 1
        for own in added:
            assert seen.index(("remove", own)) < seen.index(("add", own)), own


def test_iis_keeps_no_page_that_works_in_the_database() -> None:
    root = ElementTree.fromstring(given("web.config").encode())  # noqa: S314
    for name in NOT_KEPT_FOLDERS:
        (own,) = (one for one in root.iter("location") if one.get("path") == name)
        said = {one.get("name"): one.get("value") for one in own.iter("add")}
        assert said == {"Cache-Control": NOT_KEPT}
        assert next(own.iter("clientCache")).get("cacheControlMode") == "NoControl"


def test_azure_says_every_header_and_keeps_fingerprinted_files() -> None:
    said = json.loads(given("staticwebapp.config.json", TOP))
    assert headers().items() <= said["globalHeaders"].items()
    assert said["globalHeaders"]["Cache-Control"] == REVALIDATED
    times = {one["route"]: one["headers"]["Cache-Control"] for one in said["routes"]}
    assert times == {f"/{name}/*": FOR_EVER for name in NAMES} | {
        f"/{name}/*": NOT_KEPT for name in NOT_KEPT_FOLDERS
    }
    assert said["responseOverrides"] == {"404": {"rewrite": "/404.html"}}
    assert said["mimeTypes"][".webmanifest"] == "application/manifest+json"


def test_netlify_and_cloudflare_are_told_no_header_twice() -> None:
    rules: dict[str, dict[str, str]] = {}
    for line in given("_headers").splitlines():
        if line.startswith("/"):
            rules[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            assert name not in rules[list(rules)[-1]]
            rules[list(rules)[-1]][name] = value
        else:
            assert line.startswith("#") or not line
        assert len(line) < 2000  # as Cloudflare asks
    assert headers().items() <= rules["/a+b/guide/*"].items()
    for name in NAMES:
        assert rules[f"/a+b/guide/{name}/*"] == {"Cache-Control": FOR_EVER}
    for name in NOT_KEPT_FOLDERS:
        assert rules[f"/a+b/guide/{name}/*"] == {"Cache-Control": NOT_KEPT}
    assert "Cache-Control" not in rules["/a+b/guide/*"]


@pytest.mark.parametrize("name", SERVERS)
def test_the_path_of_the_site_is_a_path_in_a_pattern_too(name: str) -> None:
    pattern = re.search(r"(\S*/a\S*guide/)assets-\[", given(name))
    assert pattern is not None
    assert r"/a\+b/guide/" in pattern[1]


@pytest.mark.parametrize("name", [*IN_SITE, *BESIDE])
@pytest.mark.parametrize("at", [BELOW, TOP, Place("https://unknown.invalid", "/")])
def test_nothing_is_left_open_in_any_file(name: str, at: Place) -> None:
    said = given(name, at)
    assert "{{" not in said
    assert "{%" not in said
    assert "unknown.invalid" not in said
    assert said.endswith("\n")


def test_no_host_s_file_has_another_policy() -> None:
    for name, said in settings(TOP, NAMES).items():
        for policy in re.findall(r"default-src [^\"\n]*", said.replace("&#39;", "'")):
            assert policy.strip() == headers()["Content-Security-Policy"], name
