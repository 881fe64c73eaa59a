"""What a leader will do: written, kept, put into a calendar, and met again at the next round."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.profile.kept_profiles import come_to
from tests.browser.rounds.test_read_file import coach, file_of, read, saved_notes
from tests.browser.rounds.test_rounds import (
    MAY,
    NOVEMBER,
    RATINGS,
    REFLECTION,
    begin_round,
    saved,
)
from tests.browser.takeaway.pages import got
from tests.browser.test_access import faults_of, scrolls_sideways
from tests.browser.workbook.records import store, stored
from tests.support.calendar_file import unfolded

__all__ = ["coach"]

PLAN = f"{REFLECTION}#plan-after-self-reflection"
WHAT, BY, KNOWN_BY = (
    f"#answer-self-reflection-action-1{part}" for part in ("", "-by", "-known-by")
)

EMPTIED = """(field) => {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def written(page: Page, field: str, text: str) -> None:
    """Fill a field of the plan, and wait until it is saved."""
    page.locator(field).fill(text)
    expect(page.locator(f"workbook-question:has({field}) save-status")).to_contain_text("Saved")


def action(page: Page, number: int) -> Locator:
    return page.locator("[data-action]").nth(number - 1)


@pytest.fixture
def planned(page: Page) -> Page:
    """A leader who has planned one action in November."""
    page.clock.set_fixed_time(NOVEMBER)
    page.goto(REFLECTION)
    saved(page, 0, "Then")
    page.goto(PLAN)
    written(page, WHAT, "Sit in on the risk panel")
    written(page, BY, "2027-05-01")
    written(page, KNOWN_BY, "Practitioners say that they are backed")
    return page


def test_a_plan_is_kept_and_counts_for_no_question(planned: Page) -> None:
    planned.reload()
    expect(planned.locator(WHAT)).to_have_value("Sit in on the risk panel")
    expect(planned.locator(BY)).to_have_value("2027-05-01")
    expect(planned.locator(".workbook-progress__text")).to_have_text("1 of 22 answered")
    record = stored(planned)["answer/self-reflection-action-1-by"]
    assert (record["kind"], record["value"]) == ("text", "2027-05-01")
    planned.goto("workbooks/my-workbooks/")
    expect(planned.locator(".card:has(#my-self-reflection)")).to_contain_text("1 of 22 answered")
    expect(planned.locator("earlier-questions")).to_be_hidden()


def test_the_next_action_appears_once_one_is_begun(page: Page) -> None:
    page.goto(PLAN)
    expect(action(page, 1)).to_be_visible()
    expect(action(page, 2)).to_be_hidden()
    page.locator(WHAT).fill("Sit in")
    expect(action(page, 2)).to_be_visible()
    expect(action(page, 3)).to_be_hidden()
    page.locator("#answer-self-reflection-action-2").focus()
    page.locator(WHAT).evaluate(EMPTIED)
    expect(action(page, 2)).to_be_visible()


def test_a_day_follows_in_another_tab_and_by_hand(planned: Page) -> None:
    other = planned.context.new_page()
    other.goto(PLAN)
    expect(other.locator(BY)).to_have_value("2027-05-01")
    written(other, BY, "2027-06-30")
    other.locator(BY).blur()  # what is written in changes under nobody's hands
    expect(planned.locator(BY)).to_have_value("2027-06-30")
    planned.locator(BY).focus()
    planned.keyboard.press("ArrowUp")
    expect(planned.locator(BY)).not_to_have_value("2027-06-30")
    expect(other.locator(BY)).not_to_have_value("2027-06-30")


def test_what_is_no_date_is_not_lost(planned: Page) -> None:
    record = stored(planned)["answer/self-reflection-action-1-by"]
    store(
        planned,
        {
            "answer/self-reflection-action-1-by": {
                **record,
                "value": "by Easter",
                "rev": 9,
                "at": "2026-11-01T09:00:00.000Z",
            }
        },
    )
    planned.reload()
    expect(planned.locator(f"workbook-question[ready]:has({BY})")).to_be_visible()
    expect(planned.locator(BY)).to_have_value("")
    written(planned, BY, "2027-03-28")
    planned.get_by_role("button", name="earlier version").click()
    expect(planned.get_by_role("dialog")).to_contain_text("by Easter")


def test_the_calendar_has_each_action_with_a_date_as_a_private_day(planned: Page) -> None:
    button = planned.get_by_role("button", name="Add these dates to my calendar")
    with planned.expect_download() as caught:
        button.click()
    assert caught.value.suggested_filename == "actions.ics"
    text = Path(caught.value.path()).read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 1
    found = unfolded(text)
    assert found["SUMMARY"] == "Sit in on the risk panel"
    assert found["DTSTART;VALUE=DATE"] == "20270501"
    assert "Practitioners say that they are backed" in found["DESCRIPTION"]
    assert found["CLASS"] == "PRIVATE"
    expect(planned.locator(".plan__status")).to_contain_text("1 date is in actions.ics")
    planned.locator(BY).fill("")
    button.click()
    expect(planned.locator(".plan__status")).to_have_text("No action has a date yet.")


def test_the_next_round_begins_with_what_one_said_that_one_would_do(planned: Page) -> None:
    planned.clock.set_fixed_time(MAY)
    begin_round(planned, "Round 2 (May 2027)")
    part = planned.locator("[data-part='planned']")
    expect(part).to_contain_text("What you said in Round 1 that you would do")
    expect(part.locator("li")).to_have_count(1)
    expect(part).to_contain_text("Sit in on the risk panel")
    expect(part).to_contain_text("By 1 May 2027. You will know by: Practitioners say")
    planned.goto(f"{planned.url.partition('#')[0]}#plan-after-self-reflection")
    expect(planned.locator(WHAT)).to_have_value("")
    expect(action(planned, 1).locator(".last-time").nth(1)).to_contain_text("1 May 2027")
    action(planned, 1).locator(".last-time button").nth(1).click()
    expect(planned.locator(BY)).to_have_value("2027-05-01")


def test_a_plan_is_in_word_and_only_what_is_written_of_it(planned: Page) -> None:
    _, file = got(planned, "Download as Word")
    text = "\n".join(part.text for part in Document(BytesIO(file)).paragraphs)
    assert "What you will do" in text
    assert "1 May 2027" in text
    assert "Action 2" not in text


def test_a_coach_reads_the_plan_and_has_it_on_the_session_sheet(
    planned: Page, coach: Page, tmp_path: Path
) -> None:
    planned.clock.set_fixed_time(MAY)
    read(coach, file_of(planned, tmp_path, everything=False))
    expect(coach.locator("#self-reflection .compared__rows")).to_contain_text(
        "Sit in on the risk panel"
    )
    expect(coach.locator("#self-reflection .compared__rows")).to_contain_text("1 May 2027")
    with coach.expect_download() as caught:
        coach.get_by_role("button", name="Download the session sheet as Word").click()
    lines = [part.text for part in Document(str(caught.value.path())).paragraphs]
    at = lines.index("What they have planned")
    assert lines[at + 1 : at + 3] == [
        "Action 1: what will you do? Sit in on the risk panel",
        "Action 1: by when? 1 May 2027",
    ]


def test_the_profile_has_the_plan_after_the_ratings(page: Page) -> None:
    page.goto("workbooks/profile/")
    part = page.locator(".profile-plan")
    expect(part).to_contain_text("You have not decided on an action yet.")
    part.get_by_role("link", name="Decide what you will do").click()
    written(page, "#answer-developing-action-1", "Meet the cabinet member")
    page.wait_for_function("() => localStorage.length > 0")  # it is counted
    page.goto("workbooks/profile/")
    expect(part.locator(".planned__what")).to_have_text("Meet the cabinet member")
    expect(part.locator("[data-none]")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 320])
def test_a_plan_is_sound_on_each_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PLAN)
    written(page, WHAT, "Sit in")
    assert not list(faults_of(page))
    assert not scrolls_sideways(page)


def test_a_profile_and_its_snapshots_are_of_their_round(page: Page) -> None:
    page.clock.set_fixed_time(NOVEMBER)
    page.goto(RATINGS)
    for at, number in ((NOVEMBER, "2"), (MAY, "4")):
        page.clock.set_fixed_time(at)
        if at == MAY:
            begin_round(page, "Round 2 (May 2027)")
        question = page.locator("workbook-question[question='rate-values']")
        question.locator(f"input[value='{number}']").check(force=True)
        expect(question.locator("save-status")).to_contain_text("Saved")
    page.goto("workbooks/profile/")
    choice = page.get_by_label("Round", exact=True)
    expect(choice.locator("option:checked")).to_have_text("Round 2 (May 2027)")
    now = page.locator("leadership-profile:not([example]) [data-row='values'] [data-put='now']")
    expect(now).to_have_text("4")
    come_to(page, "Save a snapshot")
    page.get_by_role("button", name="Save snapshot").click()
    expect(page.locator(".history__when")).to_contain_text("Round 2 (May 2027). Saved on")
    choice.select_option(label="Round 1")
    expect(now).to_have_text("2")
    expect(choice.locator("option:checked")).to_have_text("Round 1")
    choice.select_option(label="Round 2 (May 2027)")
    expect(now).to_have_text("4")
    page.locator(".profile__links a", has_text="Rate yourself on Values").click()
    expect(page.locator(".shelf__opened")).to_contain_text("Round 2 (May 2027)")


def test_my_workbooks_lists_later_rounds(planned: Page) -> None:
    planned.clock.set_fixed_time(MAY)
    begin_round(planned, "Round 2 (May 2027)")
    saved(planned, 0, "Now")
    planned.goto("workbooks/my-workbooks/")
    part = planned.locator("section[data-shelf][data-workbook='self-reflection']")
    expect(part).to_contain_text("Self-reflection: later rounds")
    expect(part.get_by_role("link", name="Round 2 (May 2027)")).to_be_visible()
    expect(part).to_contain_text("1 of 22 answered")


def test_without_script_a_plan_can_be_printed_and_written_on(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PLAN)
    expect(action(page, 3)).to_be_visible()
    expect(page.locator("action-calendar")).to_be_hidden()


def typed_into(page: Page, field: str, *keys: str) -> None:
    """Type into a date, part by part, and leave it."""
    page.locator(field).focus()
    for key in keys:
        page.keyboard.type(key)
    page.locator(field).blur()


def test_a_year_of_2_digits_is_one_of_this_century(page: Page) -> None:
    page.goto(PLAN)
    typed_into(page, BY, "05", "23", "27")
    expect(page.locator(BY)).to_have_value("2027-05-23")
    expect(page.locator(f"workbook-question:has({BY}) save-status")).to_contain_text("Saved")
    page.reload()
    expect(page.locator(BY)).to_have_value("2027-05-23")


def test_a_date_that_is_not_whole_is_said_not_to_be_saved(page: Page) -> None:
    page.goto(PLAN)
    typed_into(page, BY, "05", "23")
    wrong = page.get_by_text("This is not a whole date, so it is not saved.").first
    expect(wrong).to_be_visible()
    expect(page.locator(BY)).to_have_attribute("aria-invalid", "true")
    typed_into(page, BY, "05", "23", "2027")
    expect(wrong).to_be_hidden()


def test_a_coach_s_note_on_an_action_is_kept_whichever_rounds_are_shown(
    planned: Page, coach: Page, tmp_path: Path
) -> None:
    planned.clock.set_fixed_time(MAY)
    begin_round(planned, "Round 2 (May 2027)")
    saved(planned, 0, "Now")
    planned.goto(f"{planned.url.partition('#')[0]}#plan-after-self-reflection")
    written(planned, "#answer-self-reflection-action-2", "Only in round 2")
    read(coach, file_of(planned, tmp_path))
    row = coach.locator("[data-row]", has_text="Action 2: what will you do?")
    row.get_by_role("textbox").fill("Why this one?")
    part = coach.locator("#self-reflection")
    part.get_by_label("With").select_option(label="Round 1")
    notes = saved_notes(coach, tmp_path)
    assert "Why this one?" in notes.read_text(encoding="utf-8")
    planned.goto("workbooks/read/")
    planned.get_by_label("File", exact=True).set_input_files(notes)
    shown = planned.locator("[data-row]", has_text="Action 2: what will you do?")
    expect(shown).to_contain_text("Why this one?")
    expect(planned.get_by_role("heading", name="Other notes")).to_be_hidden()


def test_a_profile_that_is_looked_at_stays_while_another_tab_begins_a_round(page: Page) -> None:
    page.clock.set_fixed_time(NOVEMBER)
    page.goto(RATINGS)
    question = page.locator("workbook-question[question='rate-values']")
    question.locator("input[value='2']").check(force=True)
    expect(question.locator("save-status")).to_contain_text("Saved")
    page.wait_for_function("() => localStorage.length > 0")  # it is counted
    page.goto("workbooks/profile/")
    come_to(page, "Save a snapshot")
    page.get_by_label("Note to yourself").fill("Half written")
    other = page.context.new_page()
    other.clock.set_fixed_time(MAY)
    other.goto(RATINGS)
    begin_round(other, "Round 2 (May 2027)")
    expect(page.locator("#profile-round option")).to_have_count(2)
    expect(page.get_by_label("Note to yourself")).to_have_value("Half written")


def test_the_page_of_a_round_leads_to_the_profile_of_that_round(page: Page) -> None:
    page.clock.set_fixed_time(NOVEMBER)
    page.goto(RATINGS)
    begin_round(page, "Round 2 (November 2026)")
    shown = page.locator("#profile-round option:checked")
    for address, name in ((page.url, "Round 2 (November 2026)"), (RATINGS, "Round 1")):
        page.goto(f"{address.partition('#')[0]}#your-profile")
        expect(page.locator("workbook-question[ready]").first).to_be_attached()
        page.get_by_role("link", name="See your leadership profile and where to start").click()
        expect(shown).to_have_text(name)
