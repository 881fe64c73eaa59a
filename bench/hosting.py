"""What one nginx serves of the release to many at a time, and of plain Material's output.

Bounded: so many clients, for so long, on the loopback address.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.table import Part, Target, kilobytes
from publish.release import Release
from tests.support.hosts import free_ports, nginx, nginx_frame, running_nginx
from tools.servers import Program, program

CLIENTS = 200
SCRIPT = Path(__file__).parent / "wrk.lua"
PLAIN = "plain Material, nginx compressing as it answers"

HOW = """\
One nginx worker on this machine, and {clients} clients that ask for one page after the other, every
page of the site in turn, for {seconds} seconds, each over a connection that stays open (wrk, two
threads, which share the machine's cores with nginx). They take gzip and Brotli. The release is
served with its own settings: its compressed copies, all headers. Plain Material's output is served
as nginx serves any folder, with gzip switched on."""


@dataclass(frozen=True)
class Load:
    """What came of a load: requests answered, seconds, bytes on the wire, requests that failed
    in any way, and how long an answer took (median and p99, in milliseconds)."""

    requests: int
    seconds: float
    size: int
    failed: int
    median: float
    p99: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


@dataclass(frozen=True)
class Served:
    """The loads of both sites, and how many seconds each was to last."""

    release: Load
    plain: Load
    seconds: int


def served(release: Release, plain: Path, folder: Path, seconds: int) -> Served:
    """Load both sites for so many seconds each; what the servers write goes into `folder`."""
    with nginx(release, folder / "release") as hosted:
        ours = load(hosted.plain, pages(release.site, release.at.base), folder, seconds)
    with plain_nginx(plain, folder / "plain") as port:
        theirs = load(port, pages(plain, "/"), folder, seconds)
    return Served(ours, theirs, seconds)


def pages(site: Path, base: str) -> list[str]:
    """The path of each page of the site."""
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted(base if path == "." else f"{base}{path}/" for path in found)


@contextmanager
def plain_nginx(site: Path, folder: Path) -> Iterator[int]:
    """Serve a folder with nginx as it comes, and gzip; yields the port."""
    folder.mkdir(parents=True)
    (port,) = free_ports(1)
    served = f"""
    types {{ text/html html; }}
    gzip on;
    server {{
        listen 127.0.0.1:{port};
        root {site};
    }}"""
    with running_nginx(folder, nginx_frame(folder, served), port):
        yield port


def load(port: int, paths: list[str], folder: Path, seconds: int) -> Load:
    """Ask the server on this port for these paths in turn, from all clients at a time."""
    wrk: Program = program("wrk")
    listed = folder / "paths.txt"
    listed.write_text("\n".join(paths) + "\n", encoding="utf-8")
    options = ["--threads", "2", "--connections", str(CLIENTS), "--duration", f"{seconds}s"]
    done = subprocess.run(
        [wrk.path, *options, "--script", SCRIPT, f"http://127.0.0.1:{port}"],
        env={**wrk.environ, "PATHS": str(listed)},
        capture_output=True,
        text=True,
        timeout=seconds + 60,
        check=True,
    )
    return parsed(done.stdout)


def parsed(said: str) -> Load:
    """The load that the script's line tells of."""
    found = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    return Load(
        requests=found["requests"],
        seconds=found["microseconds"] / 1e6,
        size=found["bytes"],
        failed=found["failed"],
        median=found["median"] / 1e3,
        p99=found["p99"] / 1e3,
    )


def hosting_part(found: Served) -> Part:
    """The table of both loads, and that none of the release's requests failed."""
    loads = {"release": found.release, PLAIN: found.plain}
    rows = [
        (
            name,
            f"{one.rate:,.0f}",
            f"{one.median:.1f} ms",
            f"{one.p99:.1f} ms",
            kilobytes(one.size / one.requests),
            f"{one.requests:,}",
            f"{one.failed:,}",
        )
        for name, one in loads.items()
    ]
    columns = ("site", "requests a second", "median", "p99", "bytes each", "requests", "failed")
    text = f"{CLIENTS} clients for {found.seconds} s: no request fails"
    target = Target(
        text, f"{found.release.failed} of {found.release.requests:,}", not found.release.failed
    )
    how = HOW.format(clients=CLIENTS, seconds=found.seconds)
    return Part("Serving", how, columns, tuple(rows), (target,))
