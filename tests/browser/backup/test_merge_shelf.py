"""How named workbooks come together: the last change stands, their answers as all answers do."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.browser.backup.scripts import Records, answer, run

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


def merged(page: Page, here: Records, there: Records) -> Any:
    """What is to be written, and what of the preview is not empty."""
    return run(page, MERGED, [here, there])


def test_one_that_is_new_here_is_added_with_its_answers(blank: Page) -> None:
    there = {KEY: shelved("Director"), f"answer/own-risk.{ID}": answer("Mine")}
    preview = {"added": [f"own-risk.{ID}"], "shelf": [KEY]}
    assert merged(blank, {}, there) == [there, preview]


def test_the_later_change_stands_whichever_side_it_is_on(blank: Page) -> None:
    older, newer = shelved("Director"), shelved("Head of Service", LATE, archived=True)
    assert merged(blank, {KEY: older}, {KEY: newer}) == [{KEY: newer}, {"shelf": [KEY]}]
    assert merged(blank, {KEY: newer}, {KEY: older}) == [{}, {}]


def test_where_the_dates_say_nothing_the_one_here_stays(blank: Page) -> None:
    for date in (EARLY, "", "no date"):
        here, there = {KEY: shelved("Here", EARLY)}, {KEY: shelved("There", date)}
        assert merged(blank, here, there) == [{}, {}]


def test_one_here_that_cannot_be_read_stays_as_it_is(blank: Page) -> None:
    newer = {"format": 2, "title": "From the future"}
    there = {KEY: shelved("There", LATE)}
    puts, preview = merged(blank, {KEY: newer}, there)
    assert puts == {f"aside/{KEY}": there[KEY]}
    assert preview == {"aside": [f"aside/{KEY}"]}


def test_answers_of_named_workbooks_have_keys_that_a_file_can_hold_and_no_other_dots(
    blank: Page,
) -> None:
    good = {f"answer/own-risk.{ID}": answer("1"), f"version/own-risk.{ID}/000000001": answer("2")}
    bad = {f"answer/own-risk.{ID}x": answer("3"), "answer/own-risk.": answer("4")}
    script = "return [...portable(mapOf(value)).keys()];"
    kept = run(blank, script, {**good, **bad})
    assert set(kept) == set(good) | {f"aside/{key}" for key in bad}


def test_an_undone_restore_brings_the_former_name_back_and_takes_no_later_one(blank: Page) -> None:
    script = """
        const [here, there, since] = value.map(mapOf);
        const { puts } = plan(here, there);
        const { before, after } = readUndo(undoRecord(here, puts, "2026-11-23T10:00:00.000Z"));
        const now = new Map([...here, ...puts, ...since]);
        const done = undo(now, before, after);
        return [Object.fromEntries(done.puts), done.deletes];
    """
    sides = [{KEY: shelved("Before")}, {KEY: shelved("From the backup", LATE)}]
    assert run(blank, script, [*sides, {}]) == [{KEY: shelved("Before")}, []]
    assert run(blank, script, [*sides, {KEY: shelved("Since", LATE)}]) == [{}, []]


SHELVED = st.builds(
    shelved, st.text(max_size=90), st.sampled_from([*DATES, "", "no date"]), st.booleans()
)


@MANY
@given(here=SHELVED, there=SHELVED)
def test_any_two_come_together_once_and_keep_one_of_both(
    blank: Page, here: Records, there: Records
) -> None:
    script = """
        const [here, there] = value.map(mapOf);
        const after = new Map([...here, ...plan(here, there).puts]);
        const text = backupText(after, facts);
        const back = readBackup(encode(text)).records;
        return [[...after], plan(after, there).puts.size, sameRecords(after, back)];
    """
    after, again, same = run(blank, script, [{KEY: here}, {KEY: there}])
    assert after in ([[KEY, here]], [[KEY, there]])
    assert (again, same) == (0, True)
