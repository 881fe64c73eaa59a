"""Every address that a copy may have gives settings that the servers take as they are meant."""

import re
import subprocess
from pathlib import Path

import pytest

from macros.content.model.base import SITE
from publish.release import release
from publish.site_address import misplaced
from tests.support.apache import apache_settings
from tests.support.hosts import certify, free_ports, nginx_settings
from tests.unit.built import built
from tools.servers import program

ACCEPTED = [
    "https://leadership.example.org/",
    "https://LEADERSHIP.example.org/Guide/",
    "https://example.org:8443/a/b/c/",
    "https://example.org/~leaders/five_attributes-2.0/",
    "https://example.org/-/_/",
    "https://example.org/location/server/return/",
    "https://münchen.example/guide/",
    "https://localhost/",
    "https://example.org/index.html/",
]
REFUSED = [
    "https://[2001:db8::1]:8443/guide/",
    "https://example.org/our%20guide/",
    "https://example.org/our guide/",
    "https://example.org/a;b/",
    "https://example.org/{a}/",
    "https://example.org/$uri/",
    'https://example.org/a"b/',
    "https://example.org/a'b/",
    "https://example.org/../b/",
    "https://example.org/./b/",
    "https://example.org/.b/",
    "https://example.org//b/",
    "https://example.org/tŷ/",
    "https://example.org/a\\b/",
    "https://example.org/a#b/",
    "https://example.org/a?b/",
    "https://example.org/a*b/",
    "https://example.org/a+b/",
    "https://-example.org/",
    "https://example.org./guide/",
    "https://example.org:65536/",
]


@pytest.mark.parametrize("address", ACCEPTED)
def test_the_settings_for_an_accepted_address_are_sound_to_nginx_and_apache(
    address: str, tmp_path: Path
) -> None:
    assert re.search(SITE, address)
    made = release(built(tmp_path, address), tmp_path / "release")
    for name in ("nginx", "Apache"):
        folder = tmp_path / name
        folder.mkdir()
        certify(folder)
        if name == "nginx":
            frame = nginx_settings(made, folder, free_ports(3), brotli=False)
            arguments = ["-t", "-e", "stderr", "-c", str(frame)]
        else:
            arguments = ["-t", "-f", str(apache_settings(made, folder, free_ports(3)))]
        server = program(name)
        done = subprocess.run(
            [server.path, *arguments],
            env=server.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_servers_could_misread_is_refused_by_whoever_is_asked(
    address: str, tmp_path: Path
) -> None:
    assert not re.search(SITE, address)
    site = built(tmp_path, address.replace('"', "&quot;"))
    assert list(misplaced(site))
