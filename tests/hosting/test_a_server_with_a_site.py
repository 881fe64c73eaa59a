"""A server that has a site already takes a copy below a path: neither changes the other."""

import http.client
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from publish.policy import headers
from publish.release import Release
from tests.support.asking import Answer, ask
from tests.support.hosts import Hosted
from tests.support.shared_hosts import (
    OWN_FILES,
    OWN_HTTPS_ONLY,
    OWN_PATHS,
    apache_around,
    apache_with_a_site,
    nginx_with_a_site,
)

Server = Callable[[Release, Path, bool], AbstractContextManager[Hosted]]
SERVERS: dict[str, tuple[str, Server]] = {
    "nginx": ("on_shared_nginx", nginx_with_a_site),
    "Apache": ("on_shared_apache", apache_with_a_site),
    "Apache around it": ("inside_apache", apache_around),
}


@dataclass(frozen=True)
class Pair:
    """The same server twice: with the copy below a path, and without it."""

    name: str
    shared: Hosted
    alone: Hosted


@pytest.fixture(scope="module", params=SERVERS)
def pair(request: pytest.FixtureRequest, released: Release, open_folder: Path) -> Iterator[Pair]:
    """Each server that has a site, with the copy and without it."""
    fixture, start = SERVERS[request.param]
    with ExitStack() as stack:
        folder = open_folder / f"alone-{fixture}"
        alone = stack.enter_context(start(released, folder, False))
        yield Pair(request.param, request.getfixturevalue(fixture), alone)


def told(answer: Answer, port: int) -> tuple[int, list[tuple[str, str]], bytes]:
    """All of an answer but what differs with the time and the port."""
    passing = ("date", "expires", "last-modified", "etag")
    said = [
        (name, value.replace(str(port), "PORT"))
        for name, value in answer.headers
        if name not in passing
    ]
    return answer.status, said, answer.body.replace(str(port).encode(), b"PORT")


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("path", OWN_PATHS)
def test_the_host_s_own_answers_do_not_change(pair: Pair, path: str, method: str) -> None:
    before, after = (
        told(ask(hosted.plain, path, {"Accept-Encoding": "gzip"}, method), hosted.plain)
        for hosted in (pair.alone, pair.shared)
    )
    assert after == before


def test_the_host_s_own_pages_are_there_and_lack_what_the_copy_says(pair: Pair) -> None:
    answer = ask(pair.shared.plain, "/")
    assert (answer.status, answer.body.decode()) == (200, OWN_FILES["index.html"])
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["Content-Security-Policy"] == "default-src 'self'"
    assert answer["Strict-Transport-Security"] == OWN_HTTPS_ONLY
    missing = ask(pair.shared.plain, "/nothing")
    assert (missing.status, missing.body.decode()) == (404, OWN_FILES["404.html"])


def test_the_path_without_its_slash_leads_to_the_copy(pair: Pair) -> None:
    base = pair.shared.base
    answer = ask(pair.shared.plain, base[:-1])
    assert answer.status == 301
    assert answer["Location"] in (base, f"http://127.0.0.1:{pair.shared.plain}{base}")


def test_behind_a_gateway_that_speaks_https_a_folder_leads_to_https(pair: Pair) -> None:
    behind = {"X-Forwarded-Proto": "https"}
    answer = ask(pair.shared.plain, f"{pair.shared.base}quotes", behind)
    assert answer.status == 301
    expected = f"{pair.shared.base}quotes/"
    assert answer["Location"] in (expected, f"https://127.0.0.1:{pair.shared.plain}{expected}")


def test_the_copy_leaves_https_only_to_the_host(pair: Pair) -> None:
    said = ask(pair.shared.plain, pair.shared.base, {"X-Forwarded-Proto": "https"})
    assert said["Strict-Transport-Security"] in ("", OWN_HTTPS_ONLY)
    assert said["X-Frame-Options"] == headers()["X-Frame-Options"]


def test_whom_the_host_denies_all_the_copy_is_denied_too(on_shared_nginx: Hosted) -> None:
    asking = http.client.HTTPConnection(
        "127.0.0.1", on_shared_nginx.plain, source_address=("127.0.0.2", 0)
    )
    asking.request("GET", on_shared_nginx.base)
    assert asking.getresponse().status == 403
    asking.close()
