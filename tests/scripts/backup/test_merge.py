"""How a backup and what is here come together: which text stands, and where the other is kept."""

from typing import Any

from tests.scripts.backup.scripts import Records, answer, draft, run
from tests.support.scripts import Scripts

EARLY, LATE = "2026-11-01T10:00:00.000Z", "2026-11-22T10:00:00.000Z"
A = "answer/a"


def version(rev: int) -> str:
    """The key of an earlier text."""
    return f"version/a/{rev:09}"


def other(rev: int) -> str:
    """The key of a text that nobody has chosen about yet."""
    return f"other/a/{rev:09}"


def merged(scripts: Scripts, here: Records, there: Records) -> tuple[Records, Records]:
    """What is to be written, and the lists of the preview that are not empty."""
    script = """
        const { puts, preview } = plan(mapOf(value[0]), mapOf(value[1]));
        const told = Object.entries(preview).filter(([, of]) => of.length ?? of);
        return [Object.fromEntries(puts), Object.fromEntries(told)];
    """
    puts, preview = run(scripts, script, [here, there])
    return puts, preview


def test_a_question_that_is_new_here_is_taken_byte_for_byte(scripts: Scripts) -> None:
    there: dict[str, Any] = {
        A: answer("now", 2),
        version(9): answer("earlier", 9),
        version(1): answer("now", 1),
        other(3): answer("elsewhere", 3),
        "draft/a/t": draft("a", "now"),
        "answer/b": answer("", 4),
        "snapshot/x": {"format": 3},
        "aside/answer/c": None,
    }
    puts, preview = merged(scripts, {}, there)
    assert puts == there
    assert preview == {"added": ["a"], "offered": ["a"], "versions": 2, "drafts": 1, "further": 2}


def test_the_same_answer_on_both_sides_stays_as_it_is(scripts: Scripts) -> None:
    here = {A: answer("text", 3, at=EARLY)}
    assert merged(scripts, here, {A: answer("text", 8, at=LATE)}) == ({}, {"same": ["a"]})


def test_an_answer_that_was_cleared_here_is_taken_from_the_backup(scripts: Scripts) -> None:
    here = {A: answer("", 5, at=LATE), version(4): answer("text", 4)}
    puts, preview = merged(scripts, here, {A: answer("text", 4, at=EARLY)})
    assert puts == {A: answer("text", 6, at=EARLY)}
    assert preview == {"added": ["a"]}


def test_an_empty_answer_in_the_backup_takes_nothing_away(scripts: Scripts) -> None:
    here = {A: answer("text", 1, at=EARLY)}
    there = {A: answer("", 9, at=LATE), version(8): answer("text", 8)}
    assert merged(scripts, here, there) == ({}, {"older": ["a"]})


def test_a_text_that_is_earlier_here_does_not_come_back_whatever_its_date(scripts: Scripts) -> None:
    here = {A: answer("second", 2, at=EARLY), version(1): answer("first", 1, at=EARLY)}
    assert merged(scripts, here, {A: answer("first", 1, at=LATE)}) == ({}, {"older": ["a"]})


def test_a_text_that_is_earlier_in_the_backup_gives_way_whatever_its_date(scripts: Scripts) -> None:
    here = {A: answer("first", 1, at=LATE)}
    there = {A: answer("second", 2, at=EARLY), version(1): answer("first", 1, at=EARLY)}
    puts, preview = merged(scripts, here, there)
    assert puts == {A: answer("second", 3, at=EARLY), version(1): answer("first", 1, at=EARLY)}
    assert preview == {"changed": ["a"], "versions": 1}


def test_of_two_texts_that_know_nothing_of_each_other_the_later_stands(scripts: Scripts) -> None:
    early, late = answer("early", 7, at=EARLY), answer("late", 2, at=LATE)
    puts, preview = merged(scripts, {A: early}, {A: late})
    assert puts == {A: {**late, "rev": 8}, other(7): early}
    assert preview == {"changed": ["a"], "offered": ["a"]}

    puts, preview = merged(scripts, {A: late}, {A: early})
    assert puts == {A: {**late, "rev": 8}, other(7): early}
    assert preview == {"kept": ["a"], "offered": ["a"]}


def test_the_answer_here_stays_where_the_dates_do_not_tell(scripts: Scripts) -> None:
    for mine, theirs in ((EARLY, EARLY), ("", LATE), (EARLY, "yesterday"), ("?", "?")):
        here, there = answer("mine", 3, at=mine), answer("theirs", 1, at=theirs)
        puts, preview = merged(scripts, {A: here}, {A: there})
        assert puts == {other(1): there}
        assert preview == {"kept": ["a"], "offered": ["a"]}


def test_earlier_texts_of_both_sides_are_kept_once_each_under_revs_of_their_own(
    scripts: Scripts,
) -> None:
    here = {A: answer("last", 4), version(1): answer("one", 1), version(2): answer("two", 2)}
    there = {
        A: answer("last", 6),
        version(1): answer("one", 1),
        version(2): answer("another", 2),
        version(5): answer("two", 5),
        other(3): answer("three", 3),
        version(9): answer("", 9),
    }
    puts, preview = merged(scripts, here, there)
    assert puts == {
        version(10): answer("another", 10),
        other(3): answer("three", 3),
        A: answer("last", 11),
    }
    assert preview == {"same": ["a"], "offered": ["a"], "versions": 1}


def test_a_record_here_that_cannot_be_read_is_never_changed(scripts: Scripts) -> None:
    unreadable: list[Any] = [
        answer("new", 3, format=2),
        answer("no rev", 0),
        {"blocks": []},
        "a text",
        None,
    ]
    theirs = answer("theirs", 5, at=LATE)
    for record in unreadable:
        puts, preview = merged(scripts, {A: record}, {A: theirs})
        assert puts == {other(5): theirs}
        assert preview == {"kept": ["a"], "offered": ["a"]}


def test_an_answer_of_another_kind_is_put_beside_the_one_here(scripts: Scripts) -> None:
    here, there = answer("5", 1, kind="rating", at=EARLY), answer("5", 2, at=LATE)
    puts, preview = merged(scripts, {A: here}, {A: there})
    assert puts == {"unshown/a/000000002": there, A: {**here, "rev": 3}}
    assert preview == {"kept": ["a"], "unshown": ["a"]}


def test_records_of_other_kinds_stay_and_those_that_differ_are_put_aside(scripts: Scripts) -> None:
    here: dict[str, Any] = {"snapshot/x": {"n": 1}, "snapshot/y": {"n": 1}, "aside/z": 1}
    here[A] = answer("here")
    there: dict[str, Any] = {
        "snapshot/x": {"n": 1},
        "snapshot/y": {"n": 2},
        "snapshot/w": [3],
        "aside/z": 2,
        "aside/snapshot/y": {"n": 3},
        A: answer("new", format=2),
    }
    puts, preview = merged(scripts, here, there)
    assert puts == {
        "snapshot/w": [3],
        "aside/snapshot/y": {"n": 3},
        "aside/snapshot/y/2": {"n": 2},
        "aside/z/2": 2,
        "aside/answer/a": answer("new", format=2),
    }
    assert preview["further"] == 2
    assert len(preview["aside"]) == 3


def test_a_draft_is_added_unless_its_text_is_here_already(scripts: Scripts) -> None:
    here = {A: answer("saved", 2), version(1): answer("old", 1), "draft/a/t": draft("a", "mine")}
    there = {
        "draft/a/s": draft("a", "saved"),
        "draft/a/r": draft("a", "old"),
        "draft/a/q": draft("a", ""),
        "draft/a/p": draft("a", "mine"),
        "draft/a/t": draft("a", "theirs"),
        "draft/b/t": draft("b", ""),
    }
    puts, preview = merged(scripts, here, there)
    theirs = {**draft("a", "theirs"), "base": 0, "sent": None}  # it has seen nothing here
    assert puts == {"draft/a/t-2": theirs, "draft/b/t": draft("b", "")}
    assert preview == {"drafts": 2}


def test_a_backup_restored_where_it_was_made_changes_nothing(scripts: Scripts) -> None:
    script = """
        const here = mapOf(value);
        here.set("aside/circle", new Map([[1, new Date(0)]]));
        here.set("undo/restore", { format: 1 });
        const { puts } = plan(here, readBackup(encode(backupText(here, facts))).records);
        return [...puts];
    """
    here: dict[str, Any] = {A: "damaged", "snapshot/x": {}, "answer/b": answer("b"), "Odd key": 1}
    assert run(scripts, script, here) == []
