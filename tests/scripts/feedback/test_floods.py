"""Much at once is refused before any of it is opened.

The sizes are such that work which grew with their square would not come to an end.
"""

import pytest

from tests.browser.feedback.sealing import (
    Json,
    Request,
    code,
    seal,
)
from tests.scripts.feedback.scripts import brought, run
from tests.support.scripts import Scripts


def test_a_reply_larger_than_any_is_refused(
    scripts: Scripts, request_: Request, kept: Json
) -> None:
    large = code(seal(request_, b"x" * 95_000))
    assert brought(scripts, [large], kept) == ({}, ["too-large"])


MUCH = """
    const [[make, count], kept] = value;
    const texts = { text: "x", begin: "[Feedback reply:", brackets: "[", space: " ", signs: "> " };
    const text = texts[make].repeat(count);
    let [said, opened] = [null, 0];
    const { decrypt } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.decrypt = function (...of) {
        opened += 1;
        return decrypt.apply(this, of);
    };
    try {
        const { puts, outcomes } = await bring([text], kept);
        said = puts.size ? "taken" : outcomes[0].reason;
    } catch (error) {
        said = error.reason;
    }
    return [said, opened];
"""


@pytest.mark.parametrize(
    ("text", "count", "reason"),
    [
        ("text", 2_500_000, "too-large"),
        ("text", 2_000_000, "not-a-reply"),
        ("brackets", 2_000_000, "not-a-reply"),
        ("space", 2_000_000, "not-a-reply"),
        ("signs", 1_000_000, "not-a-reply"),
        ("begin", 125_000, "too-many"),
        ("begin", 201, "too-many"),
        ("begin", 200, "damaged"),
    ],
)
def test_a_flood_is_refused_before_any_of_it_is_opened(
    own_scripts: Scripts, kept: Json, text: str, count: int, reason: str
) -> None:
    assert run(own_scripts, MUCH, [[text, count], kept]) == [reason, 0]


def test_a_code_of_two_million_signs_is_refused(scripts: Scripts, kept: Json) -> None:
    text = f"[Feedback reply:{'A' * 1_900_000}]"
    assert brought(scripts, [text], kept) == ({}, ["too-large"])
