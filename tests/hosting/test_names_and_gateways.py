"""A copy with a name of its own beside other names, and a copy behind or before other servers."""

import http.client
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from publish.policy import FOR_EVER
from publish.release import Release
from tests.hosting.conftest import fingerprinted_in
from tests.support.apache import apache_frame, running_apache
from tests.support.asking import Answer, ask, trusting
from tests.support.hosts import (
    certify,
    free_ports,
    nginx_file,
    nginx_frame,
    placed,
    running_nginx,
)
from tests.support.shared_hosts import OWN_FILES, own_site

NAME = "guide.example.gov.uk"
HOME = OWN_FILES["index.html"].encode()


def named(settings: str) -> str:
    """The settings for a name: the tests' own site has a number for an address."""
    return re.sub(r"(?i)(server_?name) 127\.0\.0\.1", rf"\1 {NAME}", settings)


@contextmanager
def nginx_of_two_names(released: Release, folder: Path) -> Iterator[int]:
    """The release beside the council's own name, each with its file, on one nginx."""
    sites = folder / "sites"
    sites.mkdir(parents=True)
    certify(folder)
    secure, plain = free_ports(2)
    own = nginx_file(released, "nginx.conf", folder, {80: plain, 443: secure}, brotli=False)
    (sites / "zz-five-attributes.conf").write_text(named(own), encoding="utf-8")
    (sites / "www.conf").write_text(
        f"""server {{
    listen 127.0.0.1:{secure} ssl;
    server_name www.example.gov.uk;
    ssl_certificate {folder}/certificate.pem;
    ssl_certificate_key {folder}/key.pem;
    root {own_site(folder / "own")};
}}""",
        encoding="utf-8",
    )
    with running_nginx(folder, nginx_frame(folder, f"include {sites}/*.conf;"), secure):
        yield secure


@contextmanager
def apache_of_two_names(released: Release, folder: Path) -> Iterator[int]:
    """The same on one Apache."""
    sites = folder / "sites"
    sites.mkdir(parents=True)
    certify(folder)
    secure, plain = free_ports(2)
    text = (released.folder / "hosts" / "apache.conf").read_text(encoding="utf-8")
    own = placed(text, folder, released.site, {80: plain, 443: secure})
    (sites / "zz-five-attributes.conf").write_text(named(own), encoding="utf-8")
    root = own_site(folder / "own")
    (sites / "www.conf").write_text(
        f"""<VirtualHost 127.0.0.1:{secure}>
    ServerName www.example.gov.uk
    SSLEngine on
    SSLCertificateFile {folder}/certificate.pem
    SSLCertificateKeyFile {folder}/key.pem
    DocumentRoot {root}
    <Directory {root}>
        Require all granted
    </Directory>
</VirtualHost>""",
        encoding="utf-8",
    )
    frame = apache_frame(folder, f"Include {sites}/*.conf", [secure, plain])
    with running_apache(folder, frame, secure):
        yield secure


TWO_NAMES = {"nginx": nginx_of_two_names, "Apache": apache_of_two_names}


@pytest.fixture(scope="module", params=TWO_NAMES)
def port(request: pytest.FixtureRequest, released: Release, open_folder: Path) -> Iterator[int]:
    """The https port of each server that has two names."""
    folder = open_folder / f"two-names-{request.param}"
    with TWO_NAMES[request.param](released, folder) as found:
        yield found


def asked(port: int, path: str, name: str) -> Answer:
    """Ask the server on this port as a browser does that takes it for `name`."""
    connection = http.client.HTTPSConnection(name)
    plain = socket.create_connection(("127.0.0.1", port))
    connection.sock = trusting().wrap_socket(plain, server_hostname=name)
    connection.request("GET", path)
    answer = connection.getresponse()
    headers = tuple((key.lower(), value) for key, value in answer.getheaders())
    whole = Answer(answer.status, headers, answer.read())
    connection.close()
    return whole


def test_a_name_that_no_file_has_goes_where_it_went_before(port: int) -> None:
    for name in ("www.example.gov.uk", "intranet.example.gov.uk"):
        assert asked(port, "/", name).body == HOME


def test_the_copy_s_own_name_leads_to_the_copy_and_has_nothing_else(
    port: int, released: Release
) -> None:
    base = released.at.base
    first = asked(port, "/", NAME)
    assert first.status == 302
    assert first["Location"].endswith(base)
    assert asked(port, base, NAME).body == (released.site / "index.html").read_bytes()
    for path in ("/quotes/", "/index.html", "/hosts/nginx.conf", f"{base[:-1]}book/"):
        assert asked(port, path, NAME).status == 404, path


def test_two_copies_on_one_server_do_not_change_each_other(
    released: Release, released_top: Release, open_folder: Path
) -> None:
    folder = open_folder / "two-copies"
    folder.mkdir()
    (port,) = free_ports(1)
    copies = (released, released_top)
    both = "".join(nginx_file(one, "nginx-site.conf", folder, {}, brotli=False) for one in copies)
    frame = nginx_frame(folder, f"server {{ listen 127.0.0.1:{port}; {both} }}")
    with running_nginx(folder, frame, port):
        for copy in copies:
            script = f"{fingerprinted_in(copy.site)}/js/main.js"
            answer = ask(port, f"{copy.at.base}{script}")
            assert answer.body == (copy.site / script).read_bytes()
            assert answer["Cache-Control"] == FOR_EVER
            missing = ask(port, f"{copy.at.base}nothing")
            assert missing.body == (copy.site / "404.html").read_bytes()


def test_a_proxy_for_the_whole_name_leaves_the_path_to_the_copy(
    released: Release, open_folder: Path
) -> None:
    folder = open_folder / "proxied"
    folder.mkdir()
    front, back = free_ports(2)
    own = (released.folder / "hosts" / "apache-site.conf").read_text(encoding="utf-8")
    (folder / "site.conf").write_text(placed(own, folder, released.site, {}), encoding="utf-8")
    root = own_site(folder / "own")
    served = f"""
<VirtualHost 127.0.0.1:{front}>
    Include {folder}/site.conf
    ProxyPass / http://127.0.0.1:{back}/
    RewriteEngine On
    RewriteRule ^/quotes/ http://127.0.0.1:{back}/news/ [P]
</VirtualHost>
<VirtualHost 127.0.0.1:{back}>
    DocumentRoot {root}
    <Directory {root}>
        Require all granted
    </Directory>
</VirtualHost>"""
    frame = apache_frame(folder, served, [front, back], ("proxy", "proxy_http"))
    base = released.at.base
    with running_apache(folder, frame, front):
        for path in ("", "quotes/", f"{fingerprinted_in(released.site)}/js/main.js"):
            answer = ask(front, f"{base}{path}")
            file = released.site / path
            body = (file / "index.html" if file.is_dir() else file).read_bytes()
            assert (answer.status, answer.body) == (200, body), path
        assert ask(front, f"{base}nothing").body == (released.site / "404.html").read_bytes()
        assert ask(front, base[:-1]).status == 301
        assert ask(front, "/").body == HOME
        assert ask(front, "/quotes/").body.decode() == OWN_FILES["news/index.html"]


def test_the_container_below_a_path_answers_a_gateway_that_hands_paths_on(
    released: Release, open_folder: Path
) -> None:
    """The gateway is the one that the page about the container shows."""
    folder = open_folder / "gateway"
    folder.mkdir()
    front, back = free_ports(2)
    text = (released.folder / "hosts" / "container.conf").read_text(encoding="utf-8")
    http = text[text.index("    server {") : text.rindex("}")]
    inner = placed(http, folder, released.site, {8080: back}).replace("brotli_static on;", "")
    base = released.at.base
    page = Path("docs/hosting/container.md").read_text(encoding="utf-8")
    shown = page.partition("```nginx\n")[2].partition("```")[0]
    gateway = shown.replace("/leadership/", base).replace("8080", str(back))
    assert gateway
    served = f"""{inner}
    server {{
        listen 127.0.0.1:{front};
        root {own_site(folder / "own")};
        expires 30d;
        location ~* \\.(?:css|js|svg)$ {{ expires 7d; }}
        {gateway}
    }}"""
    with running_nginx(folder, nginx_frame(folder, served), front):
        script = f"{fingerprinted_in(released.site)}/js/main.js"
        assert ask(front, f"{base}{script}").body == (released.site / script).read_bytes()
        page_there = ask(front, f"{base}quotes/")
        assert (page_there.status, page_there["Cache-Control"]) == (200, "no-cache")
        assert ask(front, f"{base}quotes")["Location"] == f"{base}quotes/"
        assert ask(front, "/").body == HOME
        assert ask(back, "/")["Location"] == base
