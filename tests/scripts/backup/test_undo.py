"""A restore taken back: all of it, and nothing that was typed since."""

from typing import Any

from tests.scripts.backup.scripts import Records, answer, draft, run
from tests.support.scripts import Scripts

EARLY, LATE = "2026-11-01T10:00:00.000Z", "2026-11-22T10:00:00.000Z"
HERE = {"answer/a": answer("mine", 1, at=EARLY), "answer/b": answer("untouched")}
THERE = {
    "answer/a": answer("theirs", 1, at=LATE),
    "answer/c": answer("new"),
    "snapshot/s": {"n": 1},
    "draft/c/t": draft("c", "unsaved"),
}


def taken_back(scripts: Scripts, changed: Records, gone: tuple[str, ...] = ()) -> Any:
    """All records after a restore of THERE over HERE, this change, and the undo."""
    script = """
        const [here, there, changed, gone] = value;
        const records = mapOf(here);
        const { puts } = plan(records, mapOf(there));
        const stored = structuredClone(undoRecord(records, puts, "2026-11-23T10:00:00.000Z"));
        for (const [key, record] of [...puts, ...mapOf(changed)]) records.set(key, record);
        for (const key of gone) records.delete(key);
        const { before, after } = readUndo(stored);
        const back = undo(records, before, after);
        for (const [key, record] of back.puts) records.set(key, record);
        for (const key of back.deletes) records.delete(key);
        return Object.fromEntries(records);
    """
    return run(scripts, script, [HERE, THERE, changed, list(gone)])


def test_everything_is_again_as_it_was(scripts: Scripts) -> None:
    assert taken_back(scripts, {}) == HERE


def test_an_answer_typed_since_stays_and_the_text_of_before_is_put_beside_it(
    scripts: Scripts,
) -> None:
    typed = answer("theirs, and more of mine", 3, at=LATE)
    result = taken_back(scripts, {"answer/a": typed, "answer/c": answer("c now", 2)})
    assert result == {
        **HERE,
        "answer/a": typed,
        "answer/c": answer("c now", 2),
        "other/a/000000001": HERE["answer/a"],
    }


def test_a_text_of_before_that_is_there_already_is_not_put_there_twice(scripts: Scripts) -> None:
    typed = {"answer/a": answer("typed", 3), "version/a/000000002": answer("mine", 2)}
    assert taken_back(scripts, typed) == {**HERE, **typed}


def test_what_was_taken_up_or_chosen_since_does_not_come_back(scripts: Scripts) -> None:
    gone = ("draft/c/t", "other/a/000000001")
    assert taken_back(scripts, {}, gone) == HERE


def test_a_place_that_is_taken_since_is_left_to_what_stands_there(scripts: Scripts) -> None:
    since = {"answer/a": answer("typed", 9), "other/a/000000001": answer("from elsewhere", 1)}
    result = taken_back(scripts, since)
    assert result == {**HERE, **since, "other/a/000000010": {**HERE["answer/a"], "rev": 10}}


def test_an_undo_record_that_cannot_be_read_is_not_guessed_at(scripts: Scripts) -> None:
    right: dict[str, Any] = {"format": 1, "at": EARLY, "before": [{"key": "a"}], "after": []}
    wrong: list[Any] = [
        None,
        [],
        {**right, "format": 2},
        {**right, "at": 5},
        {**right, "before": {}},
        {**right, "after": [{"record": 1}]},
    ]
    script = "return value.map((record) => readUndo(record) !== null)"
    assert run(scripts, script, [right, *wrong]) == [True] + [False] * 6
