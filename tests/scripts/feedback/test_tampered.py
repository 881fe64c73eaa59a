"""A reply that is changed, cut, brought again or meant for another request is refused."""

from tests.browser.feedback.sealing import (
    Json,
    Request,
    base64url,
    checked,
    code,
    made,
    reply,
    reply_code,
    seal,
    text_of,
)
from tests.scripts.feedback.scripts import brought, run
from tests.support.scripts import Scripts

FLIP = """
    const [sealed, kept] = value;
    const bytes = fromBase64(sealed);
    const { crc32 } = await siteModule("page/crc32.js");
    const found = {};
    for (const mended of [false, true]) {
        for (let at = 0; at < bytes.length - 4 * mended; at += 1) {
            const changed = bytes.slice();
            changed[at] ^= 1 << (at % 8);
            const body = changed.subarray(0, -4);
            if (mended) new DataView(changed.buffer).setUint32(body.length, crc32(body));
            const { puts, outcomes } = await bring([codeOf(changed)], kept);
            const reason = puts.size ? "taken" : outcomes.map((one) => one.reason).join();
            found[`${mended} ${reason}`] = (found[`${mended} ${reason}`] ?? 0) + 1;
        }
    }
    return found;
"""


def test_a_reply_with_any_byte_changed_is_refused(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    sealed = seal(request_, text_of(reply()))
    found = run(scripts, FLIP, [base64url(sealed), kept])
    assert found["false damaged"] == len(sealed)
    assert set(found) == {
        "false damaged",
        "true damaged",
        "true newer",
        "true other-request",
    }
    # The checksum mended, the version's byte is of a newer one, and the id's of another request.
    assert found["true newer"] == 1
    assert found["true other-request"] <= 16


def test_a_reply_that_is_cut_anywhere_is_refused(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    script = """
        const [text, kept] = value;
        const found = new Set();
        for (let end = 0; end < text.length - 1; end += 1) {
            for (const part of [text.slice(0, end), text.slice(0, end) + "]"]) {
                const { puts, outcomes } = await bring([part], kept);
                found.add(puts.size ? "taken" : outcomes.map((one) => one.reason).join());
            }
        }
        return [...found].sort();
    """
    found = run(scripts, script, [reply_code(request_, reply()), kept])
    assert found == ["damaged", "not-a-reply"]


def test_a_reply_is_taken_once_whenever_it_is_brought_again(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    text = reply_code(request_, reply(2, "Once"))
    puts, reasons = brought(scripts, [text, f"{text}\n{text}"], kept)
    assert reasons == [None, "already", "already"]
    assert len(puts) == 1
    assert brought(scripts, [text], {**kept, **puts}) == ({}, ["already"])


def test_a_reply_of_the_same_id_but_other_words_does_not_replace_the_first(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    first = reply(2, "First")
    puts, _ = brought(scripts, [reply_code(request_, first)], kept)
    second = reply_code(request_, reply(5, "Second", id=first["id"]))
    assert brought(scripts, [second], {**kept, **puts}) == ({}, ["already"])


def test_a_reply_to_another_request_is_refused(scripts: Scripts, kept: Json) -> None:
    other = made()
    assert brought(scripts, [reply_code(other, reply())], kept) == ({}, ["other-request"])


def test_a_reply_readdressed_to_this_request_is_refused(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    other = made()
    sealed = seal(other, text_of(reply()))
    readdressed = sealed[:5] + request_.id.encode() + sealed[21:-4]
    assert brought(scripts, [code(checked(readdressed))], kept) == ({}, ["damaged"])


def test_a_reply_whose_request_has_lost_its_key_is_refused(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    text = reply_code(request_, reply())
    key = f"request/{request_.id}"
    replies = {f"reply/{request_.id}/{'a' * 16}": {"format": 1}}
    without = {name: one for name, one in kept[key].items() if name != "privateKey"}
    foreign = {**kept[key], "privateKey": made().record()["privateKey"]}
    for held in (replies, {key: without}, {key: foreign}, {key: None}, {key: "text"}):
        assert brought(scripts, [text], held) == ({}, ["key-gone"])
    newer = {key: {**kept[key], "format": 2}}
    assert brought(scripts, [text], newer) == ({}, ["key-gone"])


def test_a_reply_of_a_newer_version_says_so(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    sealed = seal(request_, text_of(reply()), version=2)
    assert brought(scripts, [code(sealed)], kept) == ({}, ["newer"])


def test_a_point_that_is_not_on_the_curve_is_refused(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    sealed = seal(request_, text_of(reply()))
    for point in (b"\4" + bytes(64), bytes(65), b"\4" + b"\xff" * 64):
        crafted = checked(sealed[:21] + point + sealed[86:-4])
        assert brought(scripts, [code(crafted)], kept) == ({}, ["damaged"])
        ask = checked(b"a" * 16 + point + bytes(4))
        assert run(scripts, "return askOf(value)", f"#ask=1.{base64url(ask)}") == "damaged"
