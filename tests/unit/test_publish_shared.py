"""Below a path, each host's settings speak of that path alone: the rest of the name is others'."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from publish.host_settings import BESIDE, IN_SITE, OWN_NAME, settings
from publish.policy import FOR_EVER, NOT_KEPT, REVALIDATED, headers
from publish.site_address import Place

ASSETS = "assets-0123456789ab"
BELOW = settings(Place("https://www.example.gov.uk", "/leadership/"), [ASSETS])
TOP = settings(Place("https://www.example.gov.uk", "/"), [ASSETS])
HTTPS_ONLY = "Strict-Transport-Security"


def said(text: str) -> str:
    """The settings without comments."""
    bare = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    return "\n".join(line for line in bare.splitlines() if not line.lstrip().startswith("#"))


@pytest.mark.parametrize("name", [*IN_SITE, *BESIDE])
def test_only_a_server_whose_name_is_the_sites_says_what_holds_for_the_whole_name(
    name: str,
) -> None:
    whole_name = name in OWN_NAME
    if name != "README.md":
        assert (HTTPS_ONLY in said(BELOW[name])) is whole_name
        assert HTTPS_ONLY in said(TOP[name])


def test_nginx_takes_the_path_before_any_location_by_pattern() -> None:
    outside = re.findall(r"(?m)^location (.*) \{$", BELOW["nginx-site.conf"])
    assert outside == ["= /leadership", "^~ /leadership/"]
    assert re.findall(r"(?m)^location (.*) \{$", TOP["nginx-site.conf"]) == ["/"]


def test_what_a_server_includes_needs_nothing_that_is_elsewhere() -> None:
    defined = set(re.findall(r"set \$(\w+) ", BELOW["nginx-site.conf"]))
    used = set(re.findall(r"\$\{?(five_attributes\w*)", BELOW["nginx-site.conf"]))
    assert used == defined
    for name in ("nginx.conf", "apache.conf"):
        assert "include /etc/" not in said(BELOW[name]).lower()


def test_at_the_top_the_files_say_that_the_server_must_have_nothing_else() -> None:
    assert "must have nothing else" in TOP["nginx-site.conf"]
    assert "must have nothing else" in TOP["apache-site.conf"]
    for name in ("nginx-site.conf", "apache-site.conf"):
        assert "Nothing outside /leadership/ changes" in BELOW[name]


def test_of_apache_s_own_files_everything_stands_in_the_path_or_its_folder() -> None:
    outside = re.sub(
        r"<(Directory|IfModule)\b.*?</\1>", "", said(BELOW["apache-site.conf"]), flags=re.S
    )
    lines = [line for line in outside.splitlines() if line]
    assert lines[0] == "RewriteEngine On"
    assert all("leadership" in line or "X-Forwarded-Proto" in line for line in lines[1:])


def test_netlify_and_cloudflare_give_the_headers_to_the_path_alone() -> None:
    rules = [line for line in BELOW["_headers"].splitlines() if line.startswith("/")]
    own = ("framework", "workbooks", ASSETS)
    assert rules == ["/leadership/*", *(f"/leadership/{name}/*" for name in own)]


def test_azure_gives_all_that_it_says_to_the_path_alone() -> None:
    azure = json.loads(BELOW["staticwebapp.config.json"])
    assert set(azure) == {"routes", "mimeTypes"}
    assets, *not_kept, rest = azure["routes"]  # the first that fits is the only one
    assert (assets["route"], rest["route"]) == (f"/leadership/{ASSETS}/*", "/leadership/*")
    assert assets["headers"] == {"Cache-Control": FOR_EVER, **headers()}
    assert [one["route"] for one in not_kept] == [
        "/leadership/framework/*",
        "/leadership/workbooks/*",
    ]
    for one in not_kept:
        assert one["headers"] == {"Cache-Control": NOT_KEPT, **headers()}
    assert rest["headers"] == {"Cache-Control": REVALIDATED, **headers()}


def test_iis_asks_no_program_of_the_website_for_the_site_s_files() -> None:
    root = ElementTree.fromstring(BELOW["web.config"].encode())  # noqa: S314
    (handlers,) = root.iter("handlers")
    assert [one.tag for one in handlers] == ["clear", "add"]
    assert "StaticFileModule" in (handlers[1].get("modules") or "")


def test_a_name_with_nothing_but_the_site_leads_to_it() -> None:
    for name in ("nginx.conf", "container.conf"):
        assert "return 302 /leadership/;" in BELOW[name]
        assert "return 302" not in TOP[name]
    assert 'RedirectMatch 302 "^/$" /leadership/' in BELOW["apache.conf"]
    assert "RedirectMatch" not in TOP["apache.conf"]
