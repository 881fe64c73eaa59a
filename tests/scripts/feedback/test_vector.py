"""A request and a reply that were made once have to be read for ever.

A change that needs them changed is a change that loses somebody's replies.
"""

import json
import re
from pathlib import Path
from typing import Any

from tests.browser.feedback.sealing import (
    Json,
    Request,
    from_base64,
    made,
    sealed_in,
    text_of,
    unseal,
)
from tests.scripts.feedback.scripts import brought, run
from tests.support.scripts import Scripts

ROOT = Path(__file__).parents[3]
VECTOR: Json = json.loads(Path(__file__).with_name("vectors").joinpath("example.json").read_bytes())


def number(key: dict[str, Any]) -> int:
    """The private number of a key as JWK."""
    return int.from_bytes(from_base64(key["d"]))


def request() -> Request:
    return made(number(VECTOR["request"]["privateKey"]), VECTOR["id"], VECTOR["request"]["set"])


def test_another_implementation_opens_the_reply() -> None:
    opened = unseal(request(), sealed_in(VECTOR["code"]))
    assert len(opened) == 1024
    assert json.loads(opened) == VECTOR["reply"]
    assert opened.rstrip(b" ") == text_of(VECTOR["reply"])


def test_another_implementation_makes_the_same_link() -> None:
    assert request().link == VECTOR["link"]


def test_a_link_made_once_is_read_for_ever(scripts: Scripts) -> None:
    script = """
        const { publicKey, ...ask } = await askOf(value);
        return { ...ask, publicKey: toBase64(publicKey) };
    """
    public = VECTOR["request"]["publicKey"].replace("-", "+").replace("_", "/")
    expected = {
        "id": VECTOR["id"],
        "set": VECTOR["request"]["set"],
        "from": "",
        "publicKey": public,
    }
    assert run(scripts, script, VECTOR["link"]) == expected


def test_a_reply_made_once_is_opened_for_ever(scripts: Scripts) -> None:
    kept = {f"request/{VECTOR['id']}": VECTOR["request"]}
    puts, reasons = brought(scripts, [VECTOR["code"]], kept)
    reply = dict(VECTOR["reply"])
    key = f"reply/{VECTOR['id']}/{reply.pop('id')}"
    assert puts == {key: {"format": 1, **reply}}
    assert reasons == [None]


def test_the_same_answers_make_the_same_code_as_ever(scripts: Scripts) -> None:
    script = """
        const curve = { name: "ECDH", namedCurve: "P-256" };
        const { x, y } = value.sender;
        const open = { kty: "EC", crv: "P-256", x, y };
        const pair = {
            privateKey: await crypto.subtle.importKey(
                "jwk", value.sender, curve, false, ["deriveBits"]),
            publicKey: await crypto.subtle.importKey("jwk", open, curve, true, []),
        };
        const iv = Uint8Array.from(value.iv.match(/../g), (byte) => parseInt(byte, 16));
        const link = linkOf(value.id, parseRequest(value.request));
        return [link, codeOf(await seal(await askOf(link), value.reply, pair, iv))];
    """
    assert run(scripts, script, VECTOR) == [VECTOR["link"], VECTOR["code"]]


def test_the_page_about_the_format_shows_this_request_and_this_reply() -> None:
    page = (ROOT / "docs/about/feedback-format.md").read_text(encoding="utf-8")
    shown = [one.strip("\n") for one in re.findall(r"```(?:text|json)\n(.*?)```", page, re.DOTALL)]
    assert VECTOR["link"] in shown
    assert VECTOR["code"] in shown
    assert text_of(VECTOR["reply"]).decode() in shown
    assert VECTOR["request"]["privateKey"]["d"] in page


def test_the_page_about_the_format_has_a_program_that_opens_the_reply(tmp_path: Path) -> None:
    page = (ROOT / "docs/about/feedback-format.md").read_text(encoding="utf-8")
    [program] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "feedback-reply.txt").write_text(f"Hello\n\n{VECTOR['code']}\n", encoding="utf-8")
    (tmp_path / "request.json").write_text(json.dumps(VECTOR["request"]), encoding="utf-8")
    printed: list[str] = []
    inside = program.replace('"feedback-reply.txt"', repr(str(tmp_path / "feedback-reply.txt")))
    inside = inside.replace('"request.json"', repr(str(tmp_path / "request.json")))
    exec(inside, {"print": printed.append})  # noqa: S102  it is our own page
    assert json.loads(printed[0]) == VECTOR["reply"]
