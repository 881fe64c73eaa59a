"""What else the site knows of named workbooks: My workbooks, files, paper, backups, earlier
questions, earlier versions, the way back, and what becomes of one that is cleared away."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewContext
from tests.browser.standing.seeds import HERE, backup
from tests.browser.takeaway.documents import answer, opened
from tests.browser.takeaway.pages import got, open_menu
from tests.browser.workbook.records import store, stored
from tests.browser.workbook.shelves import (
    AT,
    FIRST,
    ONE,
    OTHER,
    PAGE,
    POST,
    all_of_them,
    answered,
    first_field,
    holding,
    item,
    named,
    shelved,
    status,
    write,
)
from tests.support.axe import axe_faults
from tests.support.shell import tab_through

QUESTION = re.compile("^What are the values behind our innovation")
SHELF = f"shelf/recruiting/{ONE}"
HELD = {
    SHELF: shelved(),
    f"shelf/recruiting/{OTHER}": shelved("Head of Service", archived=True),
    f"answer/{FIRST}.{ONE}": answered("For the post"),
    f"answer/{FIRST}": answered("For no post"),
}


def test_my_workbooks_lists_each_with_its_progress_and_the_archived_ones_apart(page: Page) -> None:
    holding(page, HELD)
    page.goto(HERE)
    part = page.get_by_role("region", name="Recruiting leaders: named workbooks")
    one = part.get_by_role("listitem").filter(has_text=POST)
    expect(one).to_contain_text("1 of 31 answered")
    expect(one).to_contain_text("Last saved on 21 November 2026, 12:00")
    expect(one.get_by_role("progressbar", name="Questions answered in it")).to_be_visible()
    expect(part.get_by_text("Head of Service")).to_be_hidden()
    part.get_by_text("Archived (1)").click()
    expect(part.get_by_role("link", name="Head of Service")).to_be_visible()
    expect(page.get_by_text("Earlier questions", exact=True)).to_be_hidden()
    one.get_by_role("link", name=POST).click()
    expect(first_field(page)).to_have_value("For the post")


def test_my_workbooks_says_nothing_of_named_workbooks_where_there_are_none(page: Page) -> None:
    page.goto(HERE)
    expect(page.get_by_text("There is nothing here yet.")).to_be_visible()
    expect(page.get_by_text("named workbooks", exact=False).first).to_be_hidden()


def test_a_word_file_has_the_open_workbook_s_answers_and_its_name(page: Page) -> None:
    gone = answered("Of the post", words="What did we ask?")
    other = answered("Of another post", words="What did we ask there?")
    earlier = {f"answer/no-longer-asked.{ONE}": gone, f"answer/no-longer-asked.{OTHER}": other}
    holding(page, {**HELD, **earlier})
    page.goto(named())
    expect(first_field(page)).to_have_value("For the post")
    name, data = got(page, "Download as Word")
    assert name.startswith("recruiting-assistant-director-spring-2027-")
    document = opened(data)
    title = f"Attracting, recruiting and selecting leaders: {POST}"
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert title in texts
    question = next(text for text in texts if QUESTION.match(text))
    assert answer(document, question) == "For the post"
    assert "Of the post" in texts
    assert "Of another post" not in texts
    assert "For no post" not in texts


def test_a_file_of_the_workbook_without_a_name_has_nothing_of_the_named_ones(page: Page) -> None:
    holding(page, HELD)
    page.goto(PAGE)
    expect(first_field(page)).to_have_value("For no post")
    open_menu(page)
    name, data = got(page, "Download as plain text")
    assert re.fullmatch(r"recruiting-\d{4}-\d\d-\d\d-\d{4}\.txt", name)
    text = data.decode()
    assert "For no post" in text
    assert "For the post" not in text
    assert POST not in text


def test_the_name_stands_on_paper_and_the_list_does_not(page: Page) -> None:
    holding(page, HELD)
    page.goto(named())
    expect(first_field(page)).to_have_value("For the post")
    all_of_them(page)
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = "\n".join(one.extract_text() for one in pages)
    assert POST in text
    assert "For the post" in text
    assert "Recruiting for more than one post?" not in text
    assert "Start a new workbook" not in text


def test_a_backup_brings_named_workbooks_to_another_browser(
    page: Page, new_context: NewContext
) -> None:
    holding(page, HELD)
    page.goto(HERE)
    page.get_by_role("button", name="Save a backup", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save backup").click()
    elsewhere = new_context().new_page()
    elsewhere.goto(named())
    expect(elsewhere.get_by_text("This workbook is not in this browser")).to_be_visible()
    elsewhere.get_by_text("Restore a backup, or use a shared computer").click()
    expect(elsewhere.get_by_label("Backup file")).to_be_visible()
    elsewhere.get_by_label("Backup file").set_input_files(Path(download.value.path()))
    group = elsewhere.get_by_role("group", name="What this backup would change")
    group.get_by_text("2 answers will be added").click()
    expect(group).to_contain_text(f"The question about For the post (in “{POST}”)")
    group.get_by_text("2 named workbooks, rounds or sheets will be added").click()
    expect(group.get_by_role("listitem").filter(has_text="Head of Service").first).to_be_visible()
    group.get_by_role("button", name="Restore").click()
    expect(elsewhere.get_by_text("The backup has been restored.")).to_be_visible()
    expect(first_field(elsewhere)).to_have_value("For the post")
    expect(elsewhere.get_by_text("This workbook is not in this browser")).to_be_hidden()
    kept = {key: one for key, one in stored(elsewhere).items() if not key.startswith("undo/")}
    assert kept == HELD
    write(elsewhere, "For the post, on this device")


def test_a_name_that_is_newer_in_a_backup_is_told_before_it_is_taken(page: Page) -> None:
    holding(page, HELD)
    page.goto(HERE)
    newer = shelved("Director", edited="2026-11-22T12:00:00.000Z")
    expect(page.get_by_label("Backup file")).to_be_visible()
    page.get_by_label("Backup file").set_input_files(backup(page, {SHELF: newer}))
    group = page.get_by_role("group", name="What this backup would change")
    group.get_by_text("1 named workbook, round or sheet will be added, or has a newer name").click()
    expect(group.get_by_text("Director", exact=True)).to_be_visible()
    group.get_by_role("button", name="Restore").click()
    part = page.get_by_role("region", name="Recruiting leaders: named workbooks")
    expect(part.get_by_role("link", name="Director", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo this restore").click()
    expect(part.get_by_role("link", name=POST)).to_be_visible()


def test_answers_of_a_named_workbook_whose_record_is_gone_can_still_be_read(page: Page) -> None:
    holding(page, {f"answer/{FIRST}.{ONE}": answered("Still mine")})
    page.goto(HERE)
    earlier = page.get_by_role("region", name="Earlier questions")
    expect(earlier.get_by_role("group", name="Your answer")).to_have_text("Still mine")
    expect(earlier).to_contain_text("in a named workbook, round or sheet that is no longer here")


def test_the_way_back_leads_into_the_named_workbook(page: Page) -> None:
    holding(page, HELD)
    page.goto(named())
    expect(first_field(page)).to_have_value("For the post")
    write(page, "The last answer")
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('#'))")
    page.goto("")
    page.get_by_role("link", name="Continue where you left off").click()
    expect(page).to_have_url(re.compile(rf"{re.escape(named())}#{FIRST}$"))
    expect(first_field(page)).to_have_value("The last answer")


def test_an_earlier_version_is_brought_back_into_the_named_workbook_alone(page: Page) -> None:
    version = {f"version/{FIRST}.{ONE}/000000001": answered("The first words")}
    now = {f"answer/{FIRST}.{ONE}": answered("The present words", rev=2)}
    holding(page, {**HELD, **version, **now})
    page.goto(named())
    page.get_by_role("button", name="1 earlier version").click()
    page.get_by_role("button", name="Restore this version").click()
    expect(first_field(page)).to_have_value("The first words")
    expect(status(page)).to_have_text("Saved on this device")
    kept = stored(page)
    assert kept[f"answer/{FIRST}.{ONE}"]["value"] == "The first words"
    assert kept[f"answer/{FIRST}"]["value"] == "For no post"


def test_two_tabs_of_one_named_workbook_follow_each_other_and_lose_nothing(
    page: Page, context: BrowserContext
) -> None:
    holding(page, HELD)
    page.goto(named())
    other = context.new_page()
    other.goto(named())
    plain = context.new_page()
    plain.goto(PAGE)
    expect(first_field(other)).to_have_value("For the post")
    write(page, "Written in the first tab")
    expect(first_field(other)).to_have_value("Written in the first tab")
    expect(first_field(plain)).to_have_value("For no post")


def test_what_a_killed_page_left_behind_comes_back_into_its_workbook(page: Page) -> None:
    asked = {"id": f"{FIRST}.{ONE}", "kind": "text", "edition": "", "words": "?"}
    draft = {"format": 1, "question": asked, "value": "Typed at the end", "base": 1, "sent": None}
    holding(page, {**HELD, f"draft/{FIRST}.{ONE}/gone": {**draft, "at": AT}})
    page.goto(PAGE)
    expect(first_field(page)).to_have_value("For no post")
    page.goto(named())
    expect(first_field(page)).to_have_value("Typed at the end")


def test_leaving_at_once_leaves_the_words_in_the_named_workbook(page: Page) -> None:
    holding(page, HELD)
    page.goto(named())
    expect(first_field(page)).to_have_value("For the post")
    first_field(page).press("End")
    page.evaluate("""() => {
        document.execCommand("insertText", false, ", to the last key");
        setTimeout(() => location.assign("../my-workbooks/"), 10);
    }""")
    expect(page.get_by_role("heading", name="My workbooks")).to_be_visible()
    page.goto(named())
    expect(first_field(page)).to_have_value("For the post, to the last key")
    assert stored(page)[f"answer/{FIRST}"]["value"] == "For no post"


def test_a_former_id_of_a_question_is_carried_over_within_the_named_workbook(page: Page) -> None:
    page.route(
        f"**/{PAGE}*",
        lambda route: route.fulfill(
            response=(found := route.fetch()),
            body=found.text().replace(
                f'question="{FIRST}"', f'question="{FIRST}" formerly="recruit-old"'
            ),
        ),
    )
    old = {f"answer/recruit-old.{ONE}": answered("From the old id")}
    holding(page, {SHELF: shelved(), **old, "answer/recruit-old": answered("Of no post")})
    page.goto(named())
    expect(first_field(page)).to_have_value("From the old id")
    assert set(stored(page)) == {SHELF, f"answer/{FIRST}.{ONE}", "answer/recruit-old"}


def test_where_the_store_was_cleared_under_the_page_the_workbook_comes_back_with_its_answers(
    page: Page, context: BrowserContext
) -> None:
    holding(page, HELD)
    page.goto(named())
    expect(first_field(page)).to_have_value("For the post")
    other = context.new_page()
    other.goto(PAGE)
    expect(item(other, POST)).to_be_visible()
    page.evaluate("""() => new Promise((resolve) => {
        indexedDB.deleteDatabase("five-attributes:/guide/").onsuccess = resolve;
    })""")
    other.reload()
    expect(item(other, "Unnamed workbook")).to_contain_text("0 of 31 answered")
    write(page, "For the post, after all")
    expect(item(other, POST)).to_contain_text("1 of 31 answered")
    page.reload()
    expect(first_field(page)).to_have_value("For the post, after all")


def test_where_nothing_can_be_read_what_is_typed_stays_on_the_page(new_context: NewContext) -> None:
    context = new_context()
    context.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }"
    )
    page = context.new_page()
    page.goto(named())
    expect(page.get_by_role("alert").filter(has_text="Nothing is being saved")).to_be_visible()
    first_field(page).fill("Not to be lost")
    name, data = got(page, "Save my answers as a file")
    assert name.endswith(".json")
    assert b"Not to be lost" in data


def listed(page: Page) -> None:
    """Open a named workbook and the whole list."""
    page.goto(named())
    all_of_them(page).get_by_text("Archived (1)").click()
    expect(item(page, "Head of Service")).to_be_visible()


def naming(page: Page) -> None:
    """Give a name that cannot be."""
    page.goto(PAGE)
    item(page, POST).get_by_role("button", name="Rename").click()
    page.get_by_label("Name of the workbook").fill(" ")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Enter a name.")).to_be_visible()


def erasing(page: Page) -> None:
    """Be asked whether to erase an archived workbook."""
    listed(page)
    item(page, "Head of Service").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def not_here(page: Page) -> None:
    """Open a workbook that is not here."""
    page.goto(named("0" * 16))
    expect(page.get_by_role("alert").filter(has_text="is not in this browser")).to_be_visible()


def on_my_workbooks(page: Page) -> None:
    """See them on My workbooks."""
    page.goto(HERE)
    expect(page.get_by_role("link", name=POST)).to_be_visible()


@pytest.mark.parametrize("state", [listed, naming, erasing, not_here, on_my_workbooks])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_each_state_is_sound_for_axe_and_fits_the_window(
    page: Page, state: Callable[[Page], None], width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    holding(page, {**HELD, f"shelf/recruiting/{'c' * 16}": shelved("W" * 80)})
    state(page)
    assert axe_faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_everything_is_done_with_the_keyboard_alone(page: Page) -> None:
    holding(page, {SHELF: shelved()})
    page.goto(PAGE)
    page.get_by_text("Recruiting for more than one post?").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("(1 named workbook)")).to_be_visible()
    names = []
    for focused in tab_through(page):
        names.append(focused["name"])
        assert focused["outline"] > 0
        if "archive" in focused["name"]:
            break
    page.keyboard.press("Space")
    said = page.get_by_role("status").filter(has_text="has been archived")
    expect(said).to_be_focused()
    page.get_by_text("Archived (1)").focus()
    page.keyboard.press("Enter")
    item(page, POST).get_by_role("button", name="Delete").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=f"Delete “{POST}” from this browser?")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(item(page, POST).get_by_role("button", name="Delete")).to_be_focused()
    assert SHELF in stored(page)


def test_records_that_other_things_left_under_the_shelf_do_no_harm(page: Page) -> None:
    odd = {
        "shelf/recruiting/short": shelved("Odd"),
        "shelf/other/" + "d" * 16: shelved("Elsewhere"),
    }
    holding(page, HELD)
    store(page, odd)
    page.goto(PAGE)
    expect(item(page, POST)).to_be_visible()
    expect(all_of_them(page).get_by_role("listitem")).to_have_count(2)
    expect(all_of_them(page).get_by_text("Archived (1)")).to_be_visible()
