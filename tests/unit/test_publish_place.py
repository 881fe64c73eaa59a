"""The site's address, in the settings of servers and where it is none."""

from pathlib import Path

import pytest

from publish.host_settings import settings
from publish.problem import UnfitSiteError
from publish.release import release
from publish.site_address import Place, misplaced, place
from tests.unit.built import built

FOREIGN = Place("https://münchen.example:8443", "/guide/")


@pytest.mark.parametrize(
    ("origin", "server", "port"),
    [
        ("https://Example.gov.uk", "example.gov.uk", 443),
        ("https://example.gov.uk:8443", "example.gov.uk", 8443),
        ("http://localhost:8000", "localhost", 443),  # https stands where it always does
        ("https://[2001:db8::1]:8443", "[2001:db8::1]", 8443),
        ("https://münchen.example", "xn--mnchen-3ya.example", 443),
        ("https://ŵy.example", "xn--y-9na.example", 443),
        ("https://unknown.invalid", "", 443),
    ],
)
def test_servers_are_told_host_and_port_as_they_know_them(
    origin: str, server: str, port: int
) -> None:
    at = Place(origin, "/")
    assert (at.server, at.port) == (server, port)


def test_another_port_is_listened_on_and_sent_on_to() -> None:
    said = settings(FOREIGN, ("assets-0",))
    assert "listen 8443 ssl" in said["nginx.conf"]
    assert "return 301 https://$server_name:8443$request_uri;" in said["nginx.conf"]
    assert "\nListen 8443\n\n<VirtualHost *:8443>" in said["apache.conf"]
    assert "permanent / https://xn--mnchen-3ya.example:8443/\n" in said["apache.conf"]
    for name in ("nginx.conf", "apache.conf"):
        assert "443" not in said[name].replace("8443", "").replace("has 443 alone", "")


def test_the_usual_port_is_not_said() -> None:
    said = settings(Place("https://example.gov.uk", "/"), ("assets-0",))
    assert "https://$server_name$request_uri" in said["nginx.conf"]
    assert "\nListen" not in said["apache.conf"]
    assert "https://example.gov.uk/\n" in said["apache.conf"]


def test_no_setting_has_a_name_that_servers_do_not_know() -> None:
    for name, said in settings(FOREIGN, ("assets-0",)).items():
        lines = [line for line in said.splitlines() if not line.lstrip().startswith("#")]
        if name != "README.md":
            assert "münchen" not in "".join(lines), name


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("https://user:pw@example.gov.uk/", "has a user's name or password"),
        ("https://user@example.gov.uk/", "has a user's name or password"),
        ("https://example.gov.uk:99999/", "no server can have"),
        ("https://example.gov.uk:x/", "no server can have"),
        ("https://[bad/", "no server can have"),
        ("https://a..b/", "no server can have"),
        ("https://a;b/", "no server can have"),
        ("https://:8443/", "no server can have"),
        ("https://example.gov.uk:80/", "has the port 80 for https"),
    ],
)
def test_an_address_where_no_site_can_stand_is_told(
    address: str, what: str, tmp_path: Path
) -> None:
    site = built(tmp_path, address)
    with pytest.raises(UnfitSiteError) as told:
        release(site, tmp_path / "release")
    first = next(line for line in str(told.value).splitlines() if what in line)
    assert first.startswith("index.html:6: ")
    assert "site_address in brand.yml" in first
    assert not (tmp_path / "release").exists()


@pytest.mark.parametrize("address", ["", "https://example.gov.uk/", "http://127.0.0.1:8000/a/"])
def test_an_address_where_a_site_can_stand_is_no_problem(address: str, tmp_path: Path) -> None:
    site = built(tmp_path, address)
    assert list(misplaced(site)) == []
    assert place(site).known == bool(address)
