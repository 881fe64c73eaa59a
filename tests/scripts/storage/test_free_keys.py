"""Where a text goes that gives way to another: its own key, or a later one that is free."""

from typing import Any

import pytest

from tests.support.scripts import Scripts

QUESTION = {"id": "risk", "kind": "text", "edition": "new", "words": "How do you own risk?"}
TEXT = {
    "format": 1,
    "kind": "text",
    "value": "the other one",
    "rev": 3,
    "edition": "new",
    "words": "How do you own risk?",
    "at": "2026-11-23T10:00:00.000Z",
}
WAITING = "other/risk/000000003"


def free_key(
    scripts: Scripts, rev: int, taken: tuple[int, ...], next_rev: int | None = None
) -> Any:
    """The key that a text of this rev gets where those of other revs are taken."""
    script = """async ([rev, taken, next]) => {
        const { freeKey } = await siteModule('storage/records.js');
        return freeKey('other/risk/', rev, new Set(taken), next ?? undefined);
    }"""
    return scripts.evaluate(script, [rev, [f"other/risk/{other:09}" for other in taken], next_rev])


@pytest.mark.parametrize(
    ("rev", "taken", "next_rev", "found"),
    [
        (3, (), None, 3),
        (3, (2, 4), None, 3),
        (3, (3,), None, 4),
        (3, (3, 4, 6), None, 5),
        (9, (9, 10), None, 11),
        (3, (), 12, 3),
        (3, (3, 4), 12, 12),
        (3, (3, 12), 12, 13),
    ],
)
def test_a_text_gets_its_own_rev_s_key_or_a_later_one_that_is_free(
    scripts: Scripts, rev: int, taken: tuple[int, ...], next_rev: int | None, found: int
) -> None:
    assert free_key(scripts, rev, taken, next_rev) == f"other/risk/{found:09}"


def resolved(scripts: Scripts, stored: dict[str, Any], kind: str = "text") -> Any:
    """What is put and what is deleted once a person has chosen; `stored` is what there is."""
    script = """async ([key, text, question, stored]) => {
        const { resolveConflict } = await siteModule('storage/resolve-conflict.js');
        const found = new Map(Object.entries(stored));
        const { puts, deletes } = resolveConflict(key, text, question, found);
        return [Object.fromEntries(puts), deletes];
    }"""
    return scripts.evaluate(script, [WAITING, TEXT, {**QUESTION, "kind": kind}, stored])


def test_after_a_choice_the_text_that_waited_is_an_earlier_version(scripts: Scripts) -> None:
    stored = {WAITING: TEXT, "answer/risk": {**TEXT, "value": "mine", "rev": 8}}
    assert resolved(scripts, stored) == [{"version/risk/000000003": TEXT}, [WAITING]]


def test_it_takes_no_earlier_version_s_place(scripts: Scripts) -> None:
    first = {**TEXT, "value": "the first"}
    stored = {WAITING: TEXT, "version/risk/000000003": first, "version/risk/000000004": first}
    assert resolved(scripts, stored) == [{"version/risk/000000005": {**TEXT, "rev": 5}}, [WAITING]]


def test_one_that_the_answer_has_now_goes(scripts: Scripts) -> None:
    assert resolved(scripts, {WAITING: TEXT, "answer/risk": {**TEXT, "rev": 9}}) == [{}, [WAITING]]


def test_one_of_another_kind_goes_where_no_field_shows_it(scripts: Scripts) -> None:
    assert resolved(scripts, {WAITING: TEXT}, "rating") == [
        {"unshown/risk/000000003": TEXT},
        [WAITING],
    ]


def test_where_another_tab_has_resolved_it_nothing_is_written(scripts: Scripts) -> None:
    assert resolved(scripts, {"answer/risk": TEXT}) == [{}, []]


def test_a_text_of_another_kind_takes_no_place_whose_record_has_another_rev(
    scripts: Scripts,
) -> None:
    """A file of a page that could not save has such records, and they are restored."""
    rating = {**TEXT, "kind": "rating"}
    stored = {
        "answer/risk": {**rating, "value": "2", "rev": 2},
        "unshown/risk/000000002": {**rating, "value": "3", "rev": 1},
        "unshown/risk/000000003": {**rating, "value": "4", "rev": 1},
    }
    script = """async ([question, stored]) => {
        const { shown } = await siteModule('answers/other-kind.js');
        const { puts, deletes } = shown(question, new Map(Object.entries(stored)), 'tag');
        return [[...puts.keys()], deletes];
    }"""
    puts, deletes = scripts.evaluate(script, [QUESTION, stored])
    assert puts == ["unshown/risk/000000004", "answer/risk"]
    assert deletes == []
