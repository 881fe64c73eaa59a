"""What holds of every restore, whatever stands on the two sides."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scripts.backup.scripts import Records, answer, draft, run
from tests.support.scripts import Scripts

IDS = st.sampled_from(["a", "b-1"])
REVS = st.integers(1, 5)
DATES = ["2026-11-01T10:00:00.000Z", "2026-11-02T10:00:00.000Z", "", "unreadable"]
VALUES = st.sampled_from(["", "1", "2", "3"])
UNREADABLE = st.sampled_from([{"format": 2, "value": "x"}, {"format": 2, "value": "y"}])
MANY = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])

CHECK = """
    const [here, there, since] = value.map(mapOf);
    const write = (map, { puts, deletes = [] }) => {
        const next = new Map(map);
        for (const [key, record] of puts) next.set(key, record);
        for (const key of deletes) next.delete(key);
        return next;
    };
    const text = (record) => `${record?.kind ?? record?.question?.kind} ${record?.value}`;
    const texts = (map) => [...map]
        .filter(([, record]) => record?.format === 1 && record.value)
        .map(([, record]) => text(record));
    const others = (map) => [...map.values()].filter((record) => record?.format !== 1);
    const frozen = JSON.stringify([[...here], [...there]]);
    const planned = plan(here, there);
    const after = write(here, planned);
    const undone = readUndo(undoRecord(here, planned.puts, "2026-11-23T10:00:00.000Z"));
    const back = write(after, undo(after, undone.before, undone.after));
    const typed = write(after, { puts: since });
    const taken = write(typed, undo(typed, undone.before, undone.after));
    const unlike = (map) => ([key, record]) =>
        JSON.stringify(map.get(key)) !== JSON.stringify(record);
    const without = write(here, { puts: [...since].filter(unlike(after)) });
    const had = (map, wanted, of) => of(wanted).every((one) => {
        const json = JSON.stringify(one);
        return of(map).some((record) => JSON.stringify(record) === json);
    });
    const ids = [...after.keys()].filter((key) => key.startsWith("answer/") && here.has(key));
    const above = ids.every((key) => {
        const [, id] = key.split("/");
        const revs = [...planned.puts.keys()]
            .filter((put) => RegExp(`^(version|other)/${id}/`).test(put))
            .map((put) => Number(put.split("/")[2]));
        const { format, rev } = after.get(key);
        return format !== 1 || revs.every((other) => rev > other);
    });
"""


@st.composite
def side(draw: st.DrawFn) -> Records:
    """Records as one device has them: readable, newer, of an unknown kind, and drafts."""
    found: dict[str, Any] = {}
    for question in draw(st.sets(IDS)):
        if draw(st.booleans()):
            found[f"answer/{question}"] = draw(text_record(draw(REVS)) | UNREADABLE)
        for rev in draw(st.sets(REVS, max_size=3)):
            kind = draw(st.sampled_from(["version", "other"]))
            found[f"{kind}/{question}/{rev:09}"] = draw(text_record(rev) | UNREADABLE)
        if draw(st.booleans()):
            found[f"draft/{question}/t"] = draft(question, draw(VALUES))
    for key in draw(st.sets(st.sampled_from(["snapshot/s", "aside/snapshot/s", "aside/t"]))):
        found[key] = {"n": draw(st.integers(1, 2))}
    return found


def text_record(rev: int) -> st.SearchStrategy[Records]:
    """A text of either kind under this rev."""
    kinds = st.sampled_from(["text", "rating"])
    dates = st.sampled_from(DATES)
    return st.builds(lambda v, k, at: answer(v, rev, kind=k, at=at), VALUES, kinds, dates)


@MANY
@given(here=side(), there=side())
def test_no_restore_loses_a_text_and_the_second_changes_nothing(
    scripts: Scripts, here: Records, there: Records
) -> None:
    script = f"""{CHECK}
        return {{
            texts: had(after, here, texts) && had(after, there, texts),
            others: had(after, here, others) && had(after, there, others),
            again: [...plan(after, there).puts.keys()],
            above,
            empty: sameRecords(write(new Map(), plan(new Map(), there)), there),
            untouched: JSON.stringify([[...here], [...there]]) === frozen,
        }};
    """
    assert run(scripts, script, [here, there, {}]) == {
        "texts": True,
        "others": True,
        "again": [],
        "above": True,
        "empty": True,
        "untouched": True,
    }


@MANY
@given(here=side(), there=side(), since=side())
def test_an_undone_restore_has_never_been_and_takes_nothing_that_was_typed_since(
    scripts: Scripts, here: Records, there: Records, since: Records
) -> None:
    script = f"""{CHECK}
        return {{
            back: sameRecords(back, here),
            mine: had(taken, without, texts) && had(taken, without, others),
            before: had(taken, undone.before, texts),
            typed: [...since].every(([key, record]) =>
                JSON.stringify(taken.get(key)) === JSON.stringify(record)
                || JSON.stringify(after.get(key)) === JSON.stringify(record)),
        }};
    """
    assert run(scripts, script, [here, there, since]) == {
        "back": True,
        "mine": True,
        "before": True,
        "typed": True,
    }
