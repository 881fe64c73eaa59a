"""How named workbooks come together: the last change stands, their answers as all answers do."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scripts.backup.scripts import Records, answer, run
from tests.support.scripts import Scripts

ID = "a1b2c3d4e5f6g7h8"
KEY = f"shelf/recruiting/{ID}"
DATES = ["2026-11-01T10:00:00.000Z", "2026-11-22T10:00:00.000Z"]
EARLY, LATE = DATES
MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
MERGED = """
    const { puts, preview } = plan(mapOf(value[0]), mapOf(value[1]));
    const told = Object.entries(preview).filter(([, of]) => of.length ?? of);
    return [Object.fromEntries(puts), Object.fromEntries(told)];
"""


def shelved(title: str, edited: str = EARLY, archived: bool = False) -> Records:
    """The record of a named workbook."""
    return {"format": 1, "title": title, "at": EARLY, "edited": edited, "archived": archived}


def merged(scripts: Scripts, here: Records, there: Records) -> Any:
    """What is to be written, and what of the preview is not empty."""
    return run(scripts, MERGED, [here, there])


def test_one_that_is_new_here_is_added_with_its_answers(scripts: Scripts) -> None:
    there = {KEY: shelved("Director"), f"answer/own-risk.{ID}": answer("Mine")}
    preview = {"added": [f"own-risk.{ID}"], "shelf": [KEY]}
    assert merged(scripts, {}, there) == [there, preview]


def test_the_later_change_stands_whichever_side_it_is_on(scripts: Scripts) -> None:
    older, newer = shelved("Director"), shelved("Head of Service", LATE, archived=True)
    assert merged(scripts, {KEY: older}, {KEY: newer}) == [{KEY: newer}, {"shelf": [KEY]}]
    assert merged(scripts, {KEY: newer}, {KEY: older}) == [{}, {}]


def test_where_the_dates_say_nothing_the_one_here_stays(scripts: Scripts) -> None:
    for date in (EARLY, "", "no date"):
        here, there = {KEY: shelved("Here", EARLY)}, {KEY: shelved("There", date)}
        assert merged(scripts, here, there) == [{}, {}]


def test_one_here_that_cannot_be_read_stays_as_it_is(scripts: Scripts) -> None:
    newer = {"format": 2, "title": "From the future"}
    there = {KEY: shelved("There", LATE)}
    puts, preview = merged(scripts, {KEY: newer}, there)
    assert puts == {f"aside/{KEY}": there[KEY]}
    assert preview == {"aside": [f"aside/{KEY}"]}


def test_answers_of_named_workbooks_have_keys_that_a_file_can_hold_and_no_other_dots(
    scripts: Scripts,
) -> None:
    good = {f"answer/own-risk.{ID}": answer("1"), f"version/own-risk.{ID}/000000001": answer("2")}
    bad = {f"answer/own-risk.{ID}x": answer("3"), "answer/own-risk.": answer("4")}
    script = "return [...portable(mapOf(value)).keys()];"
    kept = run(scripts, script, {**good, **bad})
    assert set(kept) == set(good) | {f"aside/{key}" for key in bad}


def test_an_undone_restore_brings_the_former_name_back_and_takes_no_later_one(
    scripts: Scripts,
) -> None:
    script = """
        const [here, there, since] = value.map(mapOf);
        const { puts } = plan(here, there);
        const { before, after } = readUndo(undoRecord(here, puts, "2026-11-23T10:00:00.000Z"));
        const now = new Map([...here, ...puts, ...since]);
        const done = undo(now, before, after);
        return [Object.fromEntries(done.puts), done.deletes];
    """
    sides = [{KEY: shelved("Before")}, {KEY: shelved("From the backup", LATE)}]
    assert run(scripts, script, [*sides, {}]) == [{KEY: shelved("Before")}, []]
    assert run(scripts, script, [*sides, {KEY: shelved("Since", LATE)}]) == [{}, []]


SHELVED = st.builds(
    shelved, st.text(max_size=90), st.sampled_from([*DATES, "", "no date"]), st.booleans()
)


@MANY
@given(here=SHELVED, there=SHELVED)
def test_any_two_come_together_once_and_keep_one_of_both(
    scripts: Scripts, here: Records, there: Records
) -> None:
    script = """
        const [here, there] = value.map(mapOf);
        const after = new Map([...here, ...plan(here, there).puts]);
        const text = backupText(after, facts);
        const back = readBackup(encode(text)).records;
        return [[...after], plan(after, there).puts.size, sameRecords(after, back)];
    """
    after, again, same = run(scripts, script, [{KEY: here}, {KEY: there}])
    assert after in ([[KEY, here]], [[KEY, there]])
    assert (again, same) == (0, True)
