"""Ask a server as no browser does: with any path as it stands, any method, any headers."""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

SECONDS = 20


@dataclass(frozen=True)
class Answer:
    """What came back: the status, every header as sent (names in small letters), the body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def __getitem__(self, name: str) -> str:
        """The header of this name; empty where there is none. Fails where it was sent twice."""
        found = [value for key, value in self.headers if key == name.lower()]
        assert len(found) <= 1, f"{name} was sent {len(found)} times: {found}"
        return found[0] if found else ""


def ask(
    port: int,
    path: str,
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
    secure: bool = False,
    body: bytes | None = None,
) -> Answer:
    """Ask the server on this port of the loopback address; nothing is decoded or followed."""
    connection: http.client.HTTPConnection
    if secure:
        connection = http.client.HTTPSConnection(
            "127.0.0.1", port, timeout=SECONDS, context=trusting()
        )
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in {"Connection": "close", **(headers or {})}.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        said = tuple((name.lower(), value) for name, value in answer.getheaders())
        return Answer(answer.status, said, answer.read())
    finally:
        connection.close()


@cache
def trusting() -> ssl.SSLContext:
    """What takes any certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
