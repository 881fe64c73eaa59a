"""What holds of every reply, whoever wrote it and in whichever script."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.feedback.sealing import (
    Json,
    code,
    made,
    seal,
    sealed_in,
    text_of,
    unseal,
)
from tests.scripts.feedback.scripts import brought, run
from tests.support.scripts import Scripts

REQUEST = made(20261123, "propertyrequest0")
KEPT = {f"request/{REQUEST.id}": REQUEST.record()}
MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
IDS = st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=16, max_size=16)
# Lone surrogates and control characters too: people paste anything.
ANY_TEXT = st.text(st.characters(), max_size=40) | st.sampled_from(
    ["\ud800", "a\udc00b", "\r\n", "\ufeff", "\u2028", "\0", "__proto__", "👪" * 100, '"\\\n\\"']
)
RATINGS = st.none() | st.integers(1, 5)
ATTRIBUTES = ["values", "decisions", "practice-and-culture", "partnerships", "buy-in"]
SEAL = """
    const { clean } = await siteModule("page/clean-text.js");
    const { link, reply } = value;
    for (const answer of Object.values(reply.answers)) answer.comment = clean(answer.comment);
    const says = Object.values(reply.answers).some((one) => one.rating || one.comment);
    if (!says) return null;
    return [reply, codeOf(await seal(await askOf(link), reply))];
"""


@st.composite
def replies(draw: st.DrawFn) -> Json:
    """What somebody may have put into the page."""
    answers = {one: {"rating": draw(RATINGS), "comment": draw(ANY_TEXT)} for one in ATTRIBUTES}
    group = draw(st.sampled_from(["", "manager", "peer", "team", "partner"]))
    return {"id": draw(IDS), "set": "0a1b2c3d", "group": group, "answers": answers}


@MANY
@given(reply=replies())
def test_every_reply_comes_out_as_it_went_in_here_and_elsewhere(
    scripts: Scripts, reply: Json
) -> None:
    made_here = run(scripts, SEAL, {"link": REQUEST.link, "reply": reply})
    if made_here is None:
        return
    written, text = made_here
    opened = unseal(REQUEST, sealed_in(text))
    assert len(opened) % 1024 == 0
    assert json.loads(opened) == written
    puts, reasons = brought(scripts, [text], KEPT)
    assert reasons == [None]
    key = f"reply/{REQUEST.id}/{written.pop('id')}"
    assert puts == {key: {"format": 1, **written}}


@MANY
@given(reply=replies(), broken=st.integers(1, 90), quote=st.sampled_from(["", "> ", ">> ", "| "]))
def test_a_code_is_found_in_an_e_mail_that_breaks_and_quotes_it(
    scripts: Scripts, reply: Json, broken: int, quote: str
) -> None:
    for answer in reply["answers"].values():
        answer["comment"] = "A word"
    text = code(seal(REQUEST, text_of(reply))).replace("\n", " ")
    lines = [text[at : at + broken] for at in range(0, len(text), broken)]
    mail = "\r\n".join([f"{quote}Dear [you],", *(f"{quote}{line}" for line in lines), "Best ]"])
    _, reasons = brought(scripts, [mail], KEPT)
    assert reasons == [None]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*ATTRIBUTES, "id", "answers", "rating", "comment", "__proto__"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@MANY
@given(content=JSON, part=st.sampled_from(["all", "id", "set", "group", "answers", "answer"]))
def test_nothing_but_a_reply_is_ever_taken(scripts: Scripts, content: Any, part: str) -> None:
    whole: Json = {"id": "a" * 16, "set": "0a1b2c3d", "group": "", "answers": {}}
    answer = {"rating": 3, "comment": ""}
    if part == "answer":
        whole["answers"] = {"values": answer, "decisions": content}
    else:
        whole["answers"] = {"values": answer}
        whole[part] = content
    value = content if part == "all" else whole
    text = json.dumps(value, separators=(",", ":"))
    script = """
        const reply = readReply(value);
        return reply && [JSON.stringify(reply) === value, Object.keys(reply).join()];
    """
    assert run(scripts, script, text) in (None, [True, "id,set,group,answers"])


@MANY
@given(text=st.text(max_size=200))
def test_any_text_is_looked_through_without_a_fault(scripts: Scripts, text: str) -> None:
    puts, reasons = brought(scripts, [text, f"[Feedback reply:{text}]"], KEPT)
    assert puts == {}
    assert None not in reasons
