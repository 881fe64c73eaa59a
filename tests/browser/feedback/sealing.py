"""Requests and replies as the page about the format describes them, with `cryptography`.

Nothing here is shared with the scripts of the site.
"""

import base64
import json
import secrets
import zlib
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

MAGIC = b"5AFR"
LABEL = b"five-attributes feedback reply 1"
HEAD = 98
STEP = 1024
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"

Json = dict[str, Any]


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64(text: str) -> bytes:
    """Bytes of Base64 in either alphabet, without padding."""
    return base64.b64decode(
        text + "=" * (-len(text) % 4), altchars=b"-_" if set("-_") & {*text} else None
    )


def checked(data: bytes) -> bytes:
    """The bytes with their checksum after them."""
    return data + zlib.crc32(data).to_bytes(4)


def fresh_id() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(16))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@dataclass(frozen=True)
class Request:
    """A request as its maker has it."""

    id: str
    set: str
    key: ec.EllipticCurvePrivateKey

    @property
    def public(self) -> bytes:
        return point(self.key.public_key())

    @property
    def link(self) -> str:
        """What its link ends in."""
        data = checked(self.id.encode() + self.public + bytes.fromhex(self.set))
        return f"#ask=1.{base64url(data)}"

    def record(self, title: str = "", at: str = "2026-11-23T10:00:00.000Z") -> Json:
        """The record that the browser keeps."""
        number = self.key.private_numbers()
        part = {
            name: base64url(value.to_bytes(32))
            for name, value in (
                ("x", number.public_numbers.x),
                ("y", number.public_numbers.y),
                ("d", number.private_value),
            )
        }
        return {
            "format": 1,
            "at": at,
            "title": title,
            "set": self.set,
            "publicKey": base64url(self.public),
            "privateKey": {"kty": "EC", "crv": "P-256", **part},
        }


def made(
    number: int | None = None, request_id: str | None = None, set_: str = "0a1b2c3d"
) -> Request:
    """A request, of a known key where there is a number."""
    curve = ec.SECP256R1()
    key = ec.derive_private_key(number, curve) if number else ec.generate_private_key(curve)
    return Request(request_id or fresh_id(), set_, key)


def _key(secret: bytes, head: bytes, recipient: bytes) -> AESGCM:
    info = LABEL + head[21:86] + recipient
    return AESGCM(HKDF(SHA256(), 32, salt=head[5:21], info=info).derive(secret))


def seal(request: Request, data: bytes, *, version: int = 1) -> bytes:
    """These bytes, padded to whole steps if need be, sealed for the request."""
    own = ec.generate_private_key(ec.SECP256R1())
    iv = secrets.token_bytes(12)
    head = MAGIC + bytes([version]) + request.id.encode() + point(own.public_key()) + iv
    secret = own.exchange(ec.ECDH(), request.key.public_key())
    padded = data + b" " * (-len(data) % STEP)
    return checked(head + _key(secret, head, request.public).encrypt(iv, padded, head))


def unseal(request: Request, sealed: bytes) -> bytes:
    """What was sealed for the request, with its padding.

    Raises cryptography.exceptions.InvalidTag where the key does not open it."""
    head, data, check = sealed[:HEAD], sealed[HEAD:-4], sealed[-4:]
    assert zlib.crc32(sealed[:-4]).to_bytes(4) == check
    assert head[:5] == MAGIC + b"\1"
    assert head[5:21] == request.id.encode()
    sender = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), head[21:86])
    secret = request.key.exchange(ec.ECDH(), sender)
    return _key(secret, head, request.public).decrypt(head[86:], data, head)


def code(sealed: bytes) -> str:
    """The sealed bytes as a code to paste."""
    text = base64.b64encode(sealed).decode().rstrip("=")
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "[Feedback reply:\n" + "\n".join(lines) + "]"


def sealed_in(text: str) -> bytes:
    """The sealed bytes of a code."""
    return from_base64("".join(text.removeprefix("[Feedback reply:").removesuffix("]").split()))


def reply(rating: int | None = 4, comment: str = "", group: str = "", **more: Any) -> Json:
    """A reply that rates all five attributes alike, and comments on the first."""
    ids = ("values", "decisions", "practice-and-culture", "partnerships", "buy-in")
    answers = {one: {"rating": rating, "comment": ""} for one in ids}
    answers["values"]["comment"] = comment
    whole = {"id": fresh_id(), "set": "0a1b2c3d", "group": group, "answers": answers}
    return {**whole, **more}


def text_of(value: Any) -> bytes:
    """Compact JSON, as a reply has it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def reply_code(request: Request, value: Any) -> str:
    """The code of a reply to the request."""
    return code(seal(request, text_of(value)))
