"""A leader hands a workbook to a coach, who reads it, keeps nothing, and sends back notes."""

import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewContext
from tests.browser.rounds.test_rounds import (
    BEFORE,
    MAY,
    NOVEMBER,
    NOW,
    REFLECTION,
    begin_round,
    saved,
)
from tests.browser.test_access import faults_of, scrolls_sideways
from tests.browser.workbook.records import store, stored

READ = "workbooks/read/"
NOTES = Path(__file__).parents[2] / "scripts/backup/vectors/notes.json"
STORED = (
    "async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length]"
)


@pytest.fixture
def leader(page: Page) -> Page:
    """A leader with 2 rounds, half a year apart, who has written in the other workbook too."""
    page.clock.set_fixed_time(NOVEMBER)
    page.goto("workbooks/recruiting/")
    saved(page, 0, "Of a post")
    page.goto(REFLECTION)
    saved(page, 0, BEFORE)
    page.clock.set_fixed_time(MAY)
    begin_round(page, "Round 2 (May 2027)")
    saved(page, 0, NOW)
    return page


@pytest.fixture
def coach(new_context: NewContext) -> Page:
    """Someone else, with a browser of their own."""
    page = new_context().new_page()
    page.clock.set_fixed_time(datetime(2027, 5, 22, 10))
    return page


def file_of(leader: Page, where: Path, passphrase: str = "", *, everything: bool = True) -> Path:
    """The file that the leader saves for the coach."""
    leader.locator(".take-away summary").first.click()
    leader.get_by_role("button", name="Save a file for someone to read").click()
    dialog = leader.get_by_role("dialog", name="Save a file for someone to read")
    dialog.get_by_label("Your name or initials").fill("Leader A")
    if everything:
        dialog.get_by_label("All rounds, and not only this one").check()
    dialog.get_by_label("Passphrase").fill(passphrase)
    with leader.expect_download() as caught:
        dialog.get_by_role("button", name="Save the file").click()
    expect(dialog.get_by_role("status")).to_contain_text("Saved as five-attributes-self-reflection")
    expect(dialog.get_by_role("status")).to_contain_text("/guide/workbooks/read/")
    path = where / "workbook.json"
    caught.value.save_as(path)
    dialog.get_by_role("button", name="Close").click()
    return path


def read(page: Page, file: Path) -> None:
    """Choose a file on the page that reads one."""
    page.goto(READ)
    page.get_by_label("File", exact=True).set_input_files(file)


def saved_notes(coach: Page, where: Path) -> Path:
    """The file of the coach's notes."""
    with coach.expect_download() as caught:
        coach.get_by_role("button", name="Save my notes as a file").click()
    path = where / "notes.json"
    caught.value.save_as(path)
    return path


def test_a_coach_reads_2_rounds_and_the_notes_come_back(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    file = file_of(leader, tmp_path)
    assert "Of a post" not in file.read_text()
    read(coach, file)
    strip = coach.get_by_text("You are reading a file from Leader A")
    expect(strip).to_be_focused()
    row = coach.locator("[data-of='self-reflection'] [data-row]")
    expect(row).to_have_count(1)
    expect(row.locator("[data-side=left]")).to_contain_text(BEFORE)
    expect(row.locator("[data-side=right] ins")).to_have_text(NOW.removeprefix(BEFORE[:-5]))
    row.get_by_label("Your note on:").fill("Why this panel?")
    coach.get_by_label("What to talk about").fill("The risk panel")
    coach.get_by_label("What you agreed").fill("Sit in once more, by 1 July")
    coach.get_by_label("Your name or initials").fill("Coach B")
    notes = saved_notes(coach, tmp_path)
    assert BEFORE not in notes.read_text()
    assert coach.evaluate(STORED) == [0, 0, 0]

    read(leader, notes)
    expect(leader.get_by_text("You are reading notes from Coach B")).to_be_focused()
    row = leader.locator("[data-of='self-reflection'] [data-row]")
    expect(row).to_contain_text("Why this panel?")
    expect(row).to_contain_text(NOW)
    expect(leader.locator("[data-of='recruiting']")).to_be_hidden()
    expect(leader.get_by_label("What you agreed")).to_have_value("Sit in once more, by 1 July")
    expect(leader.get_by_label("What you agreed")).not_to_be_editable()
    expect(leader.get_by_role("button", name="Save my notes as a file")).to_be_hidden()


def test_one_round_alone_is_shown_alone(leader: Page, coach: Page, tmp_path: Path) -> None:
    file = file_of(leader, tmp_path, everything=False)
    assert BEFORE not in file.read_text().replace(NOW, "")
    read(coach, file)
    row = coach.locator("[data-of='self-reflection'] [data-row]")
    expect(row.locator("[data-side=right]")).to_contain_text(NOW)
    expect(row.locator("[data-side=left]")).to_be_hidden()
    expect(coach.locator("[data-of='self-reflection'] .compared__choice")).to_be_hidden()
    leader.reload()
    coach.get_by_label("File", exact=True).set_input_files(file_of(leader, tmp_path))
    expect(row.locator("[data-side=left]")).to_contain_text(BEFORE)
    expect(row.locator("[data-side=right]")).to_contain_text(NOW)


def test_a_file_with_a_passphrase_asks_for_it(leader: Page, coach: Page, tmp_path: Path) -> None:
    file = file_of(leader, tmp_path, "Correct horse")
    assert NOW not in file.read_text()
    read(coach, file)
    field = coach.get_by_label("Passphrase", exact=True)
    field.fill("wrong")
    coach.get_by_role("button", name="Open the file").click()
    expect(coach.get_by_role("alert").filter(visible=True)).to_contain_text("not the passphrase")
    field.fill("Correct horse")
    field.press("Enter")
    expect(coach.get_by_text("You are reading a file from Leader A")).to_be_focused()
    expect(coach.locator("[data-of='self-reflection']")).to_contain_text(NOW)


def test_notes_that_are_not_saved_are_not_closed_unasked(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    read(coach, file_of(leader, tmp_path))
    coach.get_by_label("Your note on:").fill("Why this panel?")
    coach.get_by_label("Your note on:").press("Tab")
    expect(coach.get_by_label("Your name or initials")).to_be_focused()
    coach.get_by_role("button", name="Close the file").click()
    expect(coach.locator(".read-file__warning")).to_contain_text("notes that are not saved")
    expect(coach.locator(".read-file__warning")).to_be_in_viewport()
    expect(coach.get_by_label("Your note on:")).to_have_value("Why this panel?")
    notes = saved_notes(coach, tmp_path)
    coach.get_by_role("button", name="Close the file").click()
    expect(coach.locator("[data-of='self-reflection']")).to_be_hidden()
    assert "Leader A" not in coach.locator("article").inner_text()
    for left in (NOW, "Round 2", "Leader A", "Why this panel?"):
        assert left not in coach.content()

    read(coach, tmp_path / "workbook.json")
    expect(coach.get_by_label("Your note on:")).to_have_value("")
    coach.get_by_label("File", exact=True).set_input_files(notes)
    expect(coach.get_by_label("Your note on:")).to_have_value("Why this panel?")


def test_the_session_sheet_is_in_word_and_alone_on_paper(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    read(coach, file_of(leader, tmp_path))
    coach.get_by_label("Your note on:").fill("Why this panel?")
    with coach.expect_download() as caught:
        coach.get_by_role("button", name="Download the session sheet as Word").click()
    caught.value.save_as(tmp_path / "sheet.docx")
    words = [paragraph.text for paragraph in Document(str(tmp_path / "sheet.docx")).paragraphs]
    assert "Session on “Self-reflection”" in words
    assert {f"Round 1: {BEFORE}", f"Round 2 (May 2027): {NOW}"} <= set(words)
    assert "Note: Why this panel?" in words
    coach.evaluate("window.print = () => {}")
    coach.get_by_role("button", name="Print the session sheet").click()
    coach.emulate_media(media="print")
    sheet = coach.locator("[data-sheet]")
    expect(sheet).to_contain_text("Why this panel?")
    expect(coach.locator("compare-rounds")).to_be_hidden()
    expect(coach.get_by_role("heading", name="Read a file")).to_be_hidden()
    coach.evaluate("dispatchEvent(new Event('afterprint'))")
    coach.emulate_media(media="screen")
    expect(sheet).to_be_hidden()
    expect(coach.locator("compare-rounds")).to_be_visible()


def test_the_session_sheet_of_a_full_workbook_has_2_pages(
    page: Page, coach: Page, tmp_path: Path
) -> None:
    text = "We sat with each family and asked what they would change about how we decide. " * 12
    page.clock.set_fixed_time(NOVEMBER)
    page.goto(REFLECTION)
    saved(page, 0, "Then")
    begin_round(page, "Round 2 (November 2026)")
    saved(page, 0, "Now")
    kept = stored(page)
    texts = [key for key, one in kept.items() if key.startswith("answer/")]
    like = kept[texts[0]]
    ids = page.locator("workbook-question:has(textarea)").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('question'))"
    )
    round_id = page.url.partition("workbook=")[2].partition("#")[0]
    full = {f"answer/{one}": {**like, "rev": 2, "value": f"Then {text}"} for one in ids}
    full |= {f"answer/{one}.{round_id}": {**like, "rev": 2, "value": f"Now {text}"} for one in ids}
    store(page, full)
    page.reload()
    expect(page.locator("textarea").first).to_have_value(f"Now {text}")
    read(coach, file_of(page, tmp_path))
    expect(coach.get_by_label("Your note on:")).to_have_count(22 + 10)
    for note in coach.get_by_label("Your note on:").all():
        note.fill(text)
    coach.get_by_label("What to talk about").fill((text * 3)[:2000])
    coach.get_by_label("What you agreed").fill("Sit in on the panel, by 1 May\n" * 6)
    coach.evaluate("window.print = () => {}")
    coach.get_by_role("button", name="Print the session sheet").click()
    sheets = PdfReader(BytesIO(coach.pdf(format="A4"))).pages
    assert len(sheets) <= 2
    assert "Sit in on the panel" in sheets[-1].extract_text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "The file is empty"),
        ("PK\x03\x04", "zip file"),
        ("Dear coach", "does not come from this guide"),
        ('{\n"product": "other",\n"kind": "workbook"\n}', "does not come from this guide"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_reason(
    coach: Page, tmp_path: Path, content: str, words: str
) -> None:
    file = tmp_path / "file.json"
    file.write_text(content)
    read(coach, file)
    expect(coach.locator("#read-refused")).to_contain_text(words)
    expect(coach.locator("#read-refused")).to_contain_text("Nothing in this browser has changed.")
    assert coach.evaluate(STORED) == [0, 0, 0]


def test_restoring_a_coachs_clients_file_says_whose_it_is_first(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    file = file_of(leader, tmp_path)
    coach.goto("workbooks/my-workbooks/")
    coach.locator("#backup-file").set_input_files(file)
    preview = coach.locator("[data-step=preview]")
    expect(preview).to_contain_text("This is a file of one workbook, saved for someone to read")
    expect(preview).to_contain_text("It says that it is from Leader A.")
    expect(preview.get_by_role("link", name="read it")).to_be_visible()


def test_a_backup_of_another_person_is_asked_about_and_ones_own_is_not(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    leader.get_by_role("button", name="Save a backup").first.click()
    with leader.expect_download() as caught:
        leader.locator("backup-dialog [data-part='save']").click()
    file = tmp_path / "backup.json"
    caught.value.save_as(file)
    question = "Is this your own backup?"
    for page, own in ((leader, True), (coach, True), (coach, False)):
        if page is coach and not own:
            page.goto(REFLECTION)
            saved(page, 3, "Of the coach")
        page.goto("workbooks/my-workbooks/")
        page.locator("#backup-file").set_input_files(file)
        preview = page.locator("[data-step=preview]")
        expect(preview).to_contain_text("Nothing has changed yet")
        if own:
            expect(preview.get_by_text(question)).to_be_hidden()
        else:
            expect(preview.get_by_text(question)).to_be_visible()
            expect(preview.get_by_role("link", name="read it")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_while_a_file_is_read(
    leader: Page, coach: Page, tmp_path: Path, width: int
) -> None:
    coach.set_viewport_size({"width": width, "height": 900})
    leader.locator(".take-away summary").first.click()
    leader.get_by_role("button", name="Save a file for someone to read").click()
    assert faults_of(leader) == []
    leader.reload()
    read(coach, file_of(leader, tmp_path))
    expect(coach.get_by_label("Your note on:")).to_be_visible()
    assert faults_of(coach) == []
    assert not scrolls_sideways(coach)


def test_a_file_with_a_passphrase_that_is_given_up_leaves_the_notes(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    read(coach, file_of(leader, tmp_path))
    coach.get_by_label("Your note on:").fill("Why this panel?")
    leader.reload()
    sealed = file_of(leader, tmp_path, "Correct horse")
    chooser = coach.get_by_label("File", exact=True)
    chooser.set_input_files(sealed)
    expect(coach.locator(".read-file__warning")).to_contain_text("notes that are not saved")
    expect(coach.get_by_label("Your note on:")).to_have_value("Why this panel?")
    chooser.set_input_files(sealed)
    coach.get_by_role("button", name="Cancel").click()
    expect(coach.get_by_label("Your note on:")).to_have_value("Why this panel?")


def test_notes_about_someone_else_are_not_taken_in(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    read(coach, file_of(leader, tmp_path))
    coach.get_by_label("Your note on:").fill("Why this panel?")
    notes = saved_notes(coach, tmp_path)
    leader.clock.set_fixed_time(datetime(2027, 5, 20, 11))
    leader.reload()
    leader.locator(".take-away summary").first.click()
    leader.get_by_role("button", name="Save a file for someone to read").click()
    dialog = leader.get_by_role("dialog", name="Save a file for someone to read")
    dialog.get_by_label("Your name or initials").fill("Leader C")
    with leader.expect_download() as caught:
        dialog.get_by_role("button", name="Save the file").click()
    other = tmp_path / "other.json"
    caught.value.save_as(other)
    coach.get_by_label("File", exact=True).set_input_files(other)
    expect(coach.get_by_text("You are reading a file from Leader C")).to_be_focused()
    coach.get_by_label("File", exact=True).set_input_files(notes)
    expect(coach.locator("#read-refused")).to_contain_text("written about another file")
    expect(coach.get_by_label("Your note on:")).to_have_value("")


def test_notes_are_shown_where_there_is_no_answer(
    leader: Page, coach: Page, tmp_path: Path
) -> None:
    read(coach, file_of(leader, tmp_path))
    coach.get_by_label("Your note on:").fill("Why this panel?")
    notes = saved_notes(coach, tmp_path)
    coach.get_by_role("button", name="Close the file").click()
    coach.get_by_label("File", exact=True).set_input_files(notes)
    expect(coach.get_by_text("You are reading notes from")).to_be_focused()
    expect(coach.locator("[data-of='self-reflection']")).to_contain_text("Why this panel?")


def test_notes_on_a_question_that_is_asked_no_more_are_shown_too(
    coach: Page, tmp_path: Path
) -> None:
    text = NOTES.read_bytes().replace(b"live-out-your-values", b"asked-no-more")
    end = text.rindex(b',\n"check"')
    file = tmp_path / "notes.json"
    file.write_bytes(text[:end] + b',\n"check": "crc32:%08x"\n}\n' % zlib.crc32(text[:end]))
    read(coach, file)
    others = coach.get_by_role("region", name="Other notes")
    expect(others).to_contain_text("What changed for families?")
    coach.get_by_role("button", name="Close the file").click()
    expect(others).to_be_hidden()
