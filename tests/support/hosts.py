"""Start a server on the loopback address; nginx with the settings that a release brings."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from publish.host_settings import FOLDER
from publish.release import Release
from tools.servers import BROTLI, Program, module, program

SECONDS_TO_START = 30
NOBODY = 65534
CERTIFICATE = "/etc/ssl/certs/five-attributes.pem"
KEY = "/etc/ssl/private/five-attributes.key"


class ServerFailedError(Exception):
    """A server did not start; the message is what it said."""


@dataclass(frozen=True)
class Hosted:
    """A site on a real server: the ports where it is over http and https, the one that sends
    http on to https, the folder that is served, and the path that it has."""

    plain: int
    secure: int
    sending_on: int
    site: Path
    base: str

    @property
    def address(self) -> str:
        """The site's address over http, with the slash."""
        return f"http://127.0.0.1:{self.plain}{self.base}"


def free_ports(count: int) -> list[int]:
    """So many ports that nothing listens on."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def certify(folder: Path) -> None:
    """Write a certificate for 127.0.0.1 and its key into the folder."""
    subprocess.run(
        [
            *(program("OpenSSL").path, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days"),
            *("2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", folder / "key.pem", "-out", folder / "certificate.pem"),
        ],
        check=True,
        capture_output=True,
    )


@contextmanager
def running(server: Program, arguments: list[str], port: int, log: Path) -> Iterator[int]:
    """Run the server for as long as the block runs; yields its process. Raises
    ServerFailedError where it does not listen on `port`."""
    with log.open("wb") as said:
        process = subprocess.Popen(
            [server.path, *arguments],
            env=server.environ,
            stdout=said,
            stderr=said,
            user=server.user,
            group=server.user,
        )
    try:
        _wait(process, port, log)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(SECONDS_TO_START)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise ServerFailedError(log.read_text(encoding="utf-8", errors="replace"))


def placed(text: str, folder: Path, site: Path, ports: dict[int, int]) -> str:
    """Settings as a person has put them in: where the site and the certificate are, and the ports
    (80 and 443, or 8080) that they listen on, on the loopback address alone."""
    text = text.replace(FOLDER, str(site))
    text = text.replace(CERTIFICATE, str(folder / "certificate.pem"))
    text = text.replace(KEY, str(folder / "key.pem"))
    for port, ours in ports.items():
        text = re.sub(rf"(\blisten\s+){port}\b", rf"\g<1>127.0.0.1:{ours}", text)
        text = text.replace(f"<VirtualHost *:{port}>", f"<VirtualHost 127.0.0.1:{ours}>")
    return text


def nginx_settings(release: Release, folder: Path, ports: list[int], brotli: bool) -> Path:
    """Write what nginx reads into the folder: the release's settings, in a frame that makes it
    write nowhere else; gives the file."""
    plain, secure, sending_on = ports
    for name in ("nginx.conf", "nginx-site.conf"):
        own = nginx_file(release, name, folder, {80: sending_on, 443: secure}, brotli)
        (folder / name).write_text(own, encoding="utf-8")
    served = f"""
    include {folder}/nginx.conf;
    server {{
        listen 127.0.0.1:{plain};
        server_tokens off;
        include {folder}/nginx-site.conf;
    }}"""
    return nginx_frame(folder, served, brotli_module() if brotli else "")


def nginx_file(
    release: Release, name: str, folder: Path, ports: dict[int, int], brotli: bool = True
) -> str:
    """One of the release's files for nginx, as a person has put it in."""
    text = (release.folder / "hosts" / name).read_text(encoding="utf-8")
    text = placed(text, folder, release.site, ports)
    return text.replace("# brotli_static", "brotli_static") if brotli else text


def brotli_module() -> str:
    """What makes nginx load its Brotli module."""
    return f"load_module {module(BROTLI)};"


TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def nginx_frame(folder: Path, served: str, first: str = "") -> Path:
    """Write the settings that nginx starts with, `served` among them: one worker, which writes
    nothing outside the folder; gives the file."""
    frame = folder / "frame.conf"
    frame.write_text(
        f"""{first}
{"user root;" if os.geteuid() == 0 else ""}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    {" ".join(f"{kind}_temp_path {folder}/{kind};" for kind in TEMPORARY)}
{served}
}}
""",
        encoding="utf-8",
    )
    return frame


@contextmanager
def running_nginx(folder: Path, frame: Path, port: int) -> Iterator[int]:
    """Run nginx with these settings for as long as the block runs; yields its process."""
    arguments = ["-p", str(folder), "-c", str(frame), "-e", "stderr"]
    with running(program("nginx"), arguments, port, folder / "said.txt") as process:
        yield process


@contextmanager
def nginx(release: Release, folder: Path, brotli: bool = True) -> Iterator[Hosted]:
    """Serve the release with nginx, one worker, for as long as the block runs."""
    folder.mkdir(parents=True)
    certify(folder)
    ports = free_ports(3)
    frame = nginx_settings(release, folder, ports, brotli)
    with running_nginx(folder, frame, ports[0]):
        yield Hosted(ports[0], ports[1], ports[2], release.site, release.at.base)
