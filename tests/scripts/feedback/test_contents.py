"""What is sealed rightly, but is no reply, is refused; what is one stays text."""

import json
from typing import Any

from tests.browser.feedback.sealing import (
    Json,
    Request,
    code,
    reply,
    reply_code,
    seal,
    text_of,
)
from tests.scripts.feedback.scripts import brought, run
from tests.support.scripts import Scripts

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
WHOLE = reply(3, "As it should be")
ANSWER = {"rating": 3, "comment": ""}
RATINGS: list[Any] = [0, 6, -1, 1.5, "3", True, [], {}]
COMMENTS: list[Any] = [
    *(None, 5, [], "x" * 5001),
    *(" x", "x\n", "a\r\nb", "a\0b", "a\x1bb", "a\ufffeb"),
]
CONTENTS: list[Any] = [
    None,
    [],
    "text",
    5,
    {},
    {**WHOLE, "more": 1},
    {**WHOLE, "id": "A" * 16},
    {**WHOLE, "id": "../../../../etc.."},
    {**WHOLE, "id": None},
    {**WHOLE, "set": "0A1B2C3D"},
    {**WHOLE, "set": 12345678},
    {**WHOLE, "group": "boss"},
    {**WHOLE, "group": "constructor"},
    {**WHOLE, "group": None},
    {**WHOLE, "answers": []},
    {**WHOLE, "answers": {}},
    {**WHOLE, "answers": {"values": None}},
    {**WHOLE, "answers": {"values": {**ANSWER, "rating": None}}},
    {**WHOLE, "answers": {"values": {"rating": 3}}},
    {**WHOLE, "answers": {"values": {**ANSWER, "more": 1}}},
    {**WHOLE, "answers": {"constructor": ANSWER}},
    {**WHOLE, "answers": {"prototype": ANSWER}},
    {**WHOLE, "answers": {"__proto__": ANSWER}},
    {**WHOLE, "answers": {"values": ANSWER, "__proto__": {"polluted": True}}},
    {**WHOLE, "__proto__": {"polluted": True}},
    {**WHOLE, "answers": {"Values": ANSWER}},
    {**WHOLE, "answers": {"a" * 61: ANSWER}},
    {**WHOLE, "answers": {f"a{number}": ANSWER for number in range(21)}},
    *({**WHOLE, "answers": {"values": {"rating": one, "comment": "Still"}}} for one in RATINGS),
    *({**WHOLE, "answers": {"values": {"rating": 3, "comment": one}}} for one in COMMENTS),
]
TEXTS = [
    text_of(WHOLE).replace(b'"group":""', b'"group":"","group":"peer"'),
    text_of(WHOLE).replace(b'"rating":3', b'"rating":3.0'),
    text_of(WHOLE).replace(b'"rating":3', b'"rating":3,"rating":5', 1),
    text_of(WHOLE).replace(b":", b": "),
    text_of(WHOLE).replace(b"As it", b"\\u0041s it"),
    text_of(WHOLE).replace(b"As it", b"\\ud800s it"),
    text_of(WHOLE).replace(b"As it", b"\xff"),
    b"\xef\xbb\xbf" + text_of(WHOLE),
    text_of(WHOLE) + b"\n",
    text_of(WHOLE) + b" " * 3000 + b"x",
    text_of(WHOLE) + text_of(WHOLE),
    b"[" * 80_000,
    b" " * 80_000 + b"x",
    b" " * 80_000,
    b"{" + b'"a":{' * 10_000,
]


def test_what_is_sealed_but_is_no_reply_is_refused(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    contents = [json.dumps(one, separators=(",", ":")).encode() for one in CONTENTS]
    contents += [text_of(one) for one in CONTENTS] + TEXTS
    texts = [code(seal(request_, content)) for content in contents]
    assert len(texts) <= 200
    puts, reasons = brought(scripts, texts, kept)
    assert puts == {}
    assert set(reasons) == {"damaged"}
    assert run(scripts, "return [({}).polluted ?? 'clean']") == ["clean"]


def test_a_comment_stays_the_text_that_it_is(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    comment = f"{SCRIPT} javascript:alert(1) {{{{ 7 * 7 }}}} \u202eeman"
    puts, reasons = brought(scripts, [reply_code(request_, reply(3, comment))], kept)
    assert reasons == [None]
    [record] = puts.values()
    assert record["answers"]["values"]["comment"] == comment
