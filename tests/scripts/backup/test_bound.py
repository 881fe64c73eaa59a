"""A backup brings no more than a bound of what no page shows, and every answer all the same."""

from typing import Any

import pytest

from tests.scripts.backup.scripts import Records, answer, run
from tests.support.scripts import Scripts

MOST = 5000
SCRIPT = """
    const { bounded } = await at("unknown-records-limit");
    const many = (prefix, from, number) =>
        Array.from({ length: number }, (_, i) => [`${prefix}/n${from + i}`, { format: 1, i }]);
    const here = new Map(many(...value.here));
    const there = new Map([...many(...value.there), ...Object.entries(value.more)]);
    const { taken, left } = bounded(here, there);
    const { puts } = plan(here, taken);
    const again = bounded(new Map([...here, ...puts]), there);
    const shown = Object.keys(value.more).filter((key) => puts.has(key));
    return [left, puts.size, shown.length, again.left];
"""
ANSWERS: Records = {"answer/a": answer("mine"), "profile/b": {"format": 9}}


def brought(scripts: Scripts, here: list[Any], there: list[Any]) -> list[int]:
    """How many are left out, written, and written of ANSWERS; how many are left out once more."""
    found: list[int] = run(scripts, SCRIPT, {"here": here, "there": there, "more": ANSWERS})
    return found


def test_a_newer_release_s_few_records_of_kinds_unknown_here_are_all_taken(
    scripts: Scripts,
) -> None:
    assert brought(scripts, ["plan", 0, 0], ["plan", 0, MOST]) == [0, MOST + 2, 2, 0]


@pytest.mark.parametrize("kind", ["plan", "aside/plan", "zzz/yyy"])
def test_too_many_stay_in_the_file_and_the_answers_are_taken(scripts: Scripts, kind: str) -> None:
    found = brought(scripts, [kind, 0, 0], [kind, 0, 200_000])
    assert found == [200_000, 2, 2, 200_000]


def test_the_bound_is_the_browsers_not_each_files(scripts: Scripts) -> None:
    assert brought(scripts, ["plan", 0, 4000], ["plan", 4000, 1001]) == [1001, 2, 2, 1001]
    assert brought(scripts, ["plan", 0, 4000], ["plan", 4000, 1000]) == [0, 1002, 2, 0]


def test_a_backup_of_what_is_here_is_never_too_many(scripts: Scripts) -> None:
    assert brought(scripts, ["plan", 0, 6000], ["plan", 0, 6000]) == [0, 2, 2, 0]
