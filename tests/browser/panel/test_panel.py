"""2 members of a panel score alone, each in their own browser; the chair brings it together."""

import json
import re
import unicodedata
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewContext
from tests.browser.test_access import faults_of, scrolls_sideways
from tests.browser.workbook.records import stored

SCORING = "workbooks/scoring/"
PANEL = "workbooks/panel/"
ATTRIBUTES = ("values", "decisions", "practice-and-culture", "partnerships", "buy-in")
STORES = "async () => (await indexedDB.databases()).length + localStorage.length"
# Makes no key of a passphrase until it is told to.
HOLD = """() => {
    for (const name of ["deriveKey", "deriveBits"]) {
        const real = SubtleCrypto.prototype[name];
        SubtleCrypto.prototype[name] = async function (...all) {
            await new Promise((go) => { (globalThis.held ??= []).push(go); });
            return real.apply(this, all);
        };
    }
}"""
GO_ON = "() => { for (const go of globalThis.held.splice(0)) go(); }"
# What each gave in the order of the attributes, and why.
ONE = ((4, "Her story"), (2, "No example"), (3, "A plan"), (3, ""), (4, "Across parties"))
TWO = ((4, "The same story"), (5, "Owned it herself"), (4, ""), (3, ""), (3, ""))
Given = tuple[tuple[int, str], ...]


def score(page: Page, given: Given) -> None:
    """Score on this page, and wait until all is saved."""
    expect(page.locator("workbook-question:not([ready])")).to_have_count(0)
    page.get_by_role("button", name="Show all questions").first.click()
    for attribute, (number, evidence) in zip(ATTRIBUTES, given, strict=True):
        rated = page.locator(f".rated:has([question='score-{attribute}'])")
        rated.locator(f"[value='{number}']").evaluate("(one) => one.click()")
        if evidence:
            rated.get_by_label("What did the candidate say or do?").fill(evidence)
    states = page.locator("workbook-question[answered] save-status")
    expect(states).to_have_count(len(given) + sum(bool(text) for _, text in given))
    for number in range(states.count()):
        expect(states.nth(number)).to_have_attribute("state", "saved")


def next_sheet(page: Page, name: str, suggested: str = "Candidate 1") -> None:
    """Begin the sheet of the next candidate."""
    if "workbook=" in page.url:
        open_list(page)
    page.get_by_role("button", name="Start a sheet for a candidate").click()
    field = page.get_by_label("Number or initials")
    expect(field).to_have_value(suggested)
    field.fill(name)
    page.get_by_role("button", name="Start the sheet").click()
    expect(page.locator(".shelf__opened").filter(visible=True)).to_have_text(f"Sheet for {name}")


def open_list(page: Page) -> None:
    """Open the list of sheets, which is folded where one of them is open."""
    expect(page.locator(".shelf__all")).not_to_have_attribute("open", "")
    page.locator(".shelf__all > summary").click()


def handed_in(page: Page, initials: str, file: Path, passphrase: str = "") -> Path:
    """The file for the chair."""
    page.locator(".take-away__menu > summary").click()
    page.locator(".take-away").get_by_role("button", name="Save my scores for the chair").click()
    dialog = page.get_by_role("dialog", name="Save my scores for the chair")
    dialog.get_by_label("Your initials").fill(initials)
    dialog.get_by_label("Passphrase").fill(passphrase)
    with page.expect_download() as caught:
        dialog.get_by_role("button", name="Save the file").click()
    expect(dialog.get_by_role("status")).to_contain_text("Saved as five-attributes-scoring")
    caught.value.save_as(file)
    return file


@pytest.fixture
def members(new_context: NewContext, tmp_path: Path) -> list[Path]:
    """The files of 2 members who have each scored 2 candidates."""
    files = []
    for initials, first, second in (("AB", ONE, TWO), ("CD", TWO, TWO)):
        page = new_context().new_page()
        page.goto(SCORING)
        next_sheet(page, "Candidate 1")
        score(page, first)
        next_sheet(page, "candidate 2" if initials == "CD" else "Candidate 2", "Candidate 2")
        score(page, second)
        files.append(handed_in(page, initials, tmp_path / f"{initials}.json"))
        page.close()
    return files


@pytest.fixture
def chair(new_context: NewContext) -> Page:
    """Somebody else, with a browser of their own."""
    page = new_context().new_page()
    page.goto(PANEL)
    return page


def choose(chair: Page, *files: Path) -> None:
    chair.get_by_label("Files of scores").set_input_files(files)


def table(chair: Page, candidate: str) -> list[list[str]]:
    """The cells of the table of a candidate."""
    rows = chair.locator(f".panel__candidate:has-text('Scores of {candidate}') tr")
    return [row.locator("th, td").all_inner_texts() for row in rows.all()]


def test_the_chair_sees_what_differs_first_and_why_and_keeps_nothing(
    members: list[Path], chair: Page
) -> None:
    choose(chair, *members)
    expect(chair.locator("[data-status]")).to_contain_text("The scores of CD are here")
    first = chair.locator("[data-apart-list] .panel__reasons")
    expect(first).to_have_count(1)
    expect(first).to_contain_text("Candidate 1: Decisions")
    expect(first.locator("li")).to_have_text(["AB: 2No example", "CD: 5Owned it herself"])
    assert table(chair, "Candidate 1")[:3] == [
        ["Attribute", "AB", "CD", "Difference"],
        ["Values", "4", "4", "0"],
        ["Decisions", "2", "5", "3"],
    ]
    assert [row[-1] for row in table(chair, "Candidate 2")[1:]] == ["0"] * 5
    side = chair.locator("[data-side-by-side] tbody tr")
    ranges = ["Candidate 1", "4", "2–5", "3–4", "3", "3–4"]
    expect(side.first.locator("th, td")).to_have_text(ranges)
    assert chair.evaluate(STORES) == 0


def test_the_record_names_the_day_on_which_all_is_deleted(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    choose(chair, *members)
    chair.get_by_label("Decision and reasons").fill("Candidate 2.\nOwned the risk.")
    chair.get_by_role("button", name="Download the record as Word").click()
    day = chair.get_by_label("Delete all notes on")
    expect(day).to_be_focused()
    expect(chair.get_by_text("Enter the day on which the notes are")).to_be_visible()
    day.fill("2027-06-01")
    chair.get_by_label("Post").fill("Director")
    with chair.expect_download() as caught:
        chair.get_by_role("button", name="Download the record as Word").click()
    caught.value.save_as(tmp_path / "record.docx")
    record = Document(str(tmp_path / "record.docx"))
    words = [one.text for one in record.paragraphs]
    assert "Record of the panel’s decision: Director" in words
    assert (
        "The panel’s sheets, files and notes on candidates are to be deleted on 1 June 2027."
        in words
    )
    assert "CD: 5. Owned it herself" in words
    cells = [[cell.text for cell in row.cells] for row in record.tables[0].rows]
    assert cells[2] == ["Decisions", "2", "5", "3"]
    assert len(record.tables) == 2


def test_what_the_chair_wrote_is_not_lost_unasked(members: list[Path], chair: Page) -> None:
    choose(chair, members[0])
    expect(chair.get_by_text("You have opened 1 member’s file.")).to_be_visible()
    chair.get_by_label("Decision and reasons").fill("Candidate 2")
    chair.get_by_role("button", name="Close the files and clear the decision").click()
    expect(chair.locator("[data-warning]")).to_contain_text("has not been downloaded")
    expect(chair.get_by_label("Decision and reasons")).to_have_value("Candidate 2")
    chair.get_by_role("button", name="Close the files and clear the decision").click()
    expect(chair.locator("[data-results]")).to_be_hidden()
    for left in ("Candidate 2", "No example", "Across parties"):
        assert left not in chair.locator("panel-scores").inner_html()
    expect(chair.locator("[data-status]")).to_contain_text("The files are closed.")
    choose(chair, members[1])
    expect(chair.get_by_label("Decision and reasons")).to_have_value("")


def test_a_member_s_later_file_replaces_the_earlier_one(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    choose(chair, *members)
    expect(chair.locator(".panel__member")).to_have_count(2)
    choose(chair, members[0])
    expect(chair.locator("[data-status]")).to_contain_text("AB was here already")
    expect(chair.locator(".panel__member")).to_have_count(2)
    chair.get_by_role("button", name="Remove the scores of CD").click()
    expect(chair.locator(".panel__name")).to_have_text(["AB"])
    expect(chair.locator("[data-apart-list] li")).to_have_count(0)
    without = signed(members[1], tmp_path / "nameless.json", "")
    choose(chair, without)
    expect(chair.locator("[data-status]")).to_contain_text("The scores of Member 1 are here.")
    choose(chair, without)
    expect(chair.locator("[data-status]")).to_contain_text("Member 1 was here already")
    expect(chair.locator(".panel__name")).to_have_text(["AB", "Member 1"])


def test_a_file_with_a_passphrase_asks_for_it_and_the_next_one_waits(
    new_context: NewContext, members: list[Path], chair: Page, tmp_path: Path
) -> None:
    page = new_context().new_page()
    page.goto(SCORING)
    next_sheet(page, "Candidate 1")
    score(page, ONE)
    sealed = handed_in(page, "EF", tmp_path / "sealed.json", "Correct horse")
    assert "No example" not in sealed.read_text()
    choose(chair, members[0], sealed, members[1])
    field = chair.get_by_label("Passphrase", exact=True)
    expect(field).to_be_focused()
    expect(chair.get_by_text("sealed.json is protected by a passphrase")).to_be_visible()
    field.fill("wrong")
    field.press("Enter")
    expect(chair.get_by_role("alert").filter(visible=True)).to_contain_text("not the passphrase")
    field.fill("Correct horse")
    field.press("Enter")
    expect(chair.locator(".panel__name")).to_have_text(["AB", "EF", "CD"])
    expect(field).to_be_hidden()
    expect(chair.locator("[data-missing]").filter(visible=True)).to_have_text("No scores from EF.")
    choose(chair, sealed, members[0])
    chair.get_by_role("button", name="Cancel").click()
    expect(chair.locator("[data-status]")).to_contain_text("AB was here already")


def test_2_members_with_the_same_initials_stay_2(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    namesake = signed(members[1], tmp_path / "namesake.json", "A. B.")
    choose(chair, members[0], namesake)
    expect(chair.locator(".panel__name")).to_have_text(["AB", "A. B. (2)"])
    expect(chair.locator("[data-status]")).to_contain_text("These are shown as A. B. (2).")
    alike = chair.get_by_text("Someone else here has the same initials.").filter(visible=True)
    expect(alike).to_have_count(2)
    chair.get_by_role("button", name="Remove the scores of AB", exact=True).click()
    expect(alike).to_have_count(0)
    choose(chair, members[0])
    assert table(chair, "Candidate 1")[2] == ["Decisions", "5", "2", "3"]


def test_a_member_who_is_opened_again_gets_a_name_of_their_own(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    namesake = signed(members[1], tmp_path / "namesake.json", "AB")
    choose(chair, members[0], namesake)
    expect(chair.locator(".panel__name")).to_have_text(["AB", "AB (2)"])
    chair.get_by_role("button", name="Remove the scores of AB", exact=True).click()
    choose(chair, members[0])
    expect(chair.locator(".panel__name")).to_have_text(["AB (2)", "AB"])
    assert table(chair, "Candidate 1")[2] == ["Decisions", "5", "2", "3"]


def test_a_sheet_that_was_renamed_is_there_once(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    renamed = changed(
        members[0],
        tmp_path / "renamed.json",
        lambda text: text.replace('"title": "Candidate 1"', '"title": "XY"'),
    )
    choose(chair, members[0], renamed)
    expect(chair.locator("[data-status]")).to_contain_text("AB was here already")
    expect(chair.get_by_text("2 candidates")).to_be_visible()
    assert table(chair, "XY")[2] == ["Decisions", "2", "–"]


def test_a_candidate_has_one_sheet_and_it_stays_in_sight(page: Page) -> None:
    page.goto(SCORING)
    next_sheet(page, "Candidate 1")
    expect(page.locator(".workbook__bar")).to_contain_text("Candidate 1")
    open_list(page)
    page.get_by_role("button", name="Start a sheet for a candidate").click()
    field = page.get_by_label("Number or initials")
    field.fill("candidate 1")
    field.press("Enter")
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("already")
    expect(field).to_be_focused()


def test_a_member_gives_their_initials(page: Page) -> None:
    page.goto(SCORING)
    next_sheet(page, "Candidate 1")
    score(page, ONE)
    page.locator(".take-away__menu > summary").click()
    page.locator(".take-away").get_by_role("button", name="Save my scores for the chair").click()
    dialog = page.get_by_role("dialog", name="Save my scores for the chair")
    dialog.get_by_role("button", name="Save the file").click()
    expect(dialog.get_by_label("Your initials")).to_be_focused()
    expect(dialog.get_by_role("status")).to_have_text("")


def of_other_sheets(text: str) -> str:
    """The text of a file with other sheets in it."""
    first = r'(?<=[./])[0-9a-z](?=[0-9a-z]{15}")'
    return re.sub(first, lambda found: "y" if found[0] == "z" else "z", text)


def signed(file: Path, to: Path, initials: str) -> Path:
    """The same file of somebody who gave these initials, or none."""
    return changed(file, to, lambda text: re.sub(r'"from": "\w+"', f'"from": "{initials}"', text))


def changed(file: Path, to: Path, change: Callable[[str], str]) -> Path:
    """The file with something else in it, and a checksum that fits."""
    text = change(file.read_text(encoding="utf-8"))
    start = text[: text.rindex(',\n"check"')]
    check = f"{zlib.crc32(start.encode()):08x}"
    to.write_text(f'{start},\n"check": "crc32:{check}"\n}}\n', encoding="utf-8")
    return to


STRANGE = "something we do not recognise"


@pytest.mark.parametrize(
    ("there", "instead", "words"),
    [
        ('"workbook": "scoring"', '"workbook": "recruiting"', "not a file of scores"),
        ('"value": "4"', '"value": "<b>9</b>"', STRANGE),
        ('"format": 1', '"format": 99', "newer version of this site"),
        ('"key": "answer/', '"key": "../answer/', STRANGE),
    ],
)
def test_a_file_that_is_no_file_of_scores_is_refused_and_what_was_there_stays(
    members: list[Path], chair: Page, tmp_path: Path, there: str, instead: str, words: str
) -> None:
    bad = changed(members[0], tmp_path / "bad.json", lambda text: text.replace(there, instead))
    assert bad.read_text() != members[0].read_text()
    choose(chair, members[1])
    expect(chair.locator(".panel__member")).to_have_count(1)
    choose(chair, bad)
    refused = chair.get_by_role("alert").filter(visible=True)
    expect(refused).to_contain_text("bad.json")
    expect(refused).to_contain_text(words)
    expect(chair.locator(".panel__name")).to_have_text(["CD"])


def test_words_of_a_file_stay_words(members: list[Path], chair: Page, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    quoted = json.dumps(hostile)
    bad = changed(
        members[0],
        tmp_path / "bad.json",
        lambda text: text.replace('"No example"', quoted).replace('"AB"', quoted),
    )
    choose(chair, bad, members[1])
    expect(chair.locator(".panel__name").first).to_have_text(hostile)
    expect(chair.locator("[data-apart-list]")).to_contain_text(hostile)
    expect(chair.locator("panel-scores img")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_chair_s_page_has_no_fault_and_fits(
    members: list[Path], chair: Page, width: int
) -> None:
    chair.set_viewport_size({"width": width, "height": 800})
    choose(chair, *members)
    expect(chair.locator(".panel__candidate").filter(visible=True)).to_have_count(3)
    for fold in chair.locator("details").all():
        fold.evaluate("(one) => { one.open = true; }")
    assert not scrolls_sideways(chair)
    assert faults_of(chair) == []


def test_the_sheets_have_no_fault_and_print_blank(page: Page) -> None:
    page.goto(SCORING)
    expect(page.locator("workbook-question:not([ready])")).to_have_count(0)
    page.get_by_role("button", name="Show all questions").first.click()
    for fold in page.locator(".interview details").all():
        fold.evaluate("(one) => { one.open = true; }")
    page.set_viewport_size({"width": 320, "height": 800})
    assert not scrolls_sideways(page)
    assert faults_of(page) == []
    page.reload()
    expect(page.locator("workbook-question:not([ready])")).to_have_count(0)
    text = " ".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf())).pages)
    words = " ".join(text.split())
    for asked in ("What did you do?", "How strong is the evidence", "Strong evidence"):
        assert asked in words
    assert words.count("What did the candidate say or do?") == len(ATTRIBUTES)
    assert stored(page) == {}


def test_the_chair_s_page_on_paper_has_the_scores_and_no_buttons(
    members: list[Path], chair: Page
) -> None:
    choose(chair, *members)
    chair.get_by_label("Decision and reasons").fill("Candidate 2, who owned the risk")
    pages = PdfReader(BytesIO(chair.pdf())).pages
    text = unicodedata.normalize("NFKC", " ".join(one.extract_text() for one in pages))
    words = " ".join(text.split())
    for there in ("Candidate 1: Decisions", "Owned it herself", "Difference", "who owned the risk"):
        assert there in words
    assert "Choose" not in words
    assert "Download the record" not in words


def test_a_sheet_can_be_deleted_and_the_others_stay(page: Page) -> None:
    page.goto(SCORING)
    next_sheet(page, "XY")
    score(page, ONE)
    next_sheet(page, "Candidate 2")
    score(page, TWO)
    shown = page.locator(".shelf__all")
    open_list(page)
    shown.get_by_role("button", name="Archive XY").click()
    shown.get_by_text("Archived", exact=False).last.click()
    shown.get_by_role("button", name="Delete … XY").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete this sheet").click()
    expect(page.locator(".shelf__status")).to_contain_text("“XY” has been deleted")
    kept = stored(page)
    assert not any("Her story" in str(record) for record in kept.values())
    assert any(record.get("value") == "Owned it herself" for record in kept.values())
    page.goto("workbooks/my-workbooks/")
    listed = page.locator("[aria-labelledby='named-scoring']")
    expect(listed).to_contain_text("Candidate 2")
    expect(listed).not_to_contain_text("XY")


def test_2_files_of_one_member_are_put_together_and_the_newer_sheet_stays(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    older = changed(
        members[0],
        tmp_path / "older.json",
        lambda text: re.sub(r'"made": "20\d\d', '"made": "2001', text).replace(
            '"value": "2"', '"value": "1"'
        ),
    )
    other = changed(
        members[0],
        tmp_path / "other.json",
        lambda text: of_other_sheets(
            text.replace('"title": "Candidate', '"title": "Third').replace('"AB"', '"a.b."')
        ),
    )
    choose(chair, *members, older)
    expect(chair.locator("[data-status]")).to_contain_text("AB was here already")
    assert table(chair, "Candidate 1")[2] == ["Decisions", "2", "5", "3"]
    choose(chair, other)
    expect(chair.locator(".panel__name")).to_have_text(["AB", "CD"])
    expect(chair.get_by_text("4 candidates")).to_be_visible()


def test_each_file_that_is_not_opened_is_named(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    (tmp_path / "one.json").write_text("{}", encoding="utf-8")
    (tmp_path / "two.json").write_text("", encoding="utf-8")
    choose(chair, tmp_path / "one.json", members[0], tmp_path / "two.json")
    items = chair.locator("[data-refused] li")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text("one.json")
    expect(items.last).to_contain_text("two.jsonThe file is empty.")
    expect(chair.locator(".panel__name")).to_have_text(["AB"])


def test_a_file_that_is_left_out_or_closed_while_it_opens_does_not_come_back(
    new_context: NewContext, members: list[Path], chair: Page, tmp_path: Path
) -> None:
    page = new_context().new_page()
    page.goto(SCORING)
    next_sheet(page, "Candidate 1")
    score(page, ONE)
    sealed = handed_in(page, "EF", tmp_path / "sealed.json", "Correct horse")
    field = chair.get_by_label("Passphrase", exact=True)
    chair.evaluate(HOLD)
    for end in ("Cancel", "Close the files and clear the decision"):
        choose(chair, members[0], sealed)
        field.fill("Correct horse")
        field.press("Enter")
        field.press("Enter")
        chair.wait_for_function("() => globalThis.held?.length")
        chair.get_by_role("button", name=end).click()
        expect(field).to_be_hidden()
        chair.evaluate(GO_ON)
        chair.wait_for_timeout(1000)  # nothing comes of the key that is made now
        assert "EF" not in chair.locator("panel-scores").inner_html()


def test_a_record_without_a_decision_or_with_a_day_that_is_past_is_not_made(
    members: list[Path], chair: Page
) -> None:
    choose(chair, members[0])
    press = chair.get_by_role("button", name="Download the record as Word")
    press.click()
    expect(chair.get_by_label("Decision and reasons")).to_be_focused()
    expect(chair.get_by_text("Enter the decision and the reasons.")).to_be_visible()
    chair.get_by_label("Decision and reasons").fill("Candidate 1")
    expect(chair.get_by_text("Enter the decision and the reasons.")).to_be_hidden()
    chair.get_by_label("Delete all notes on").fill("2020-06-01")
    press.click()
    expect(chair.get_by_text("It cannot be in the past.")).to_be_visible()


def test_nothing_is_called_alike_where_no_candidate_has_2_scores(
    members: list[Path], chair: Page, tmp_path: Path
) -> None:
    other = changed(
        members[1],
        tmp_path / "other.json",
        lambda text: re.sub(r'"title": "[Cc]andidate', '"title": "Third', text),
    )
    choose(chair, members[0], other)
    expect(chair.get_by_text("No candidate has been scored by 2 members yet.")).to_be_visible()
    expect(chair.get_by_text("No scores differ by 2 or more.")).to_be_hidden()
    assert [row[-1] for row in table(chair, "Candidate 1")[1:]] == ["–"] * 5
