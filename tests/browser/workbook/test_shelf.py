"""Several named workbooks of one page: each has its own answers, and can be begun, copied,
renamed, archived, brought back and erased."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.takeaway.pages import FULL, SHARED
from tests.browser.workbook.records import stored
from tests.browser.workbook.shelves import (
    AT,
    FIRST,
    ONE,
    OTHER,
    PAGE,
    POST,
    SECOND,
    all_of_them,
    answered,
    ask_name,
    first_field,
    holding,
    item,
    named,
    shelved,
    status,
    write,
)

OPENED = re.compile(r"/workbooks/recruiting/\?workbook=[a-z0-9]{16}$")
NOT_HERE = "This workbook is not in this browser"


@pytest.fixture
def another_tab(context: BrowserContext) -> Callable[[str], Page]:
    """Opens another tab of the same browser."""

    def open_tab(path: str) -> Page:
        tab = context.new_page()
        tab.goto(path)
        return tab

    return open_tab


def expect_opened(page: Page, title: str) -> None:
    """Wait until this name stands under the page's heading."""
    expect(page.locator(".shelf__name")).to_have_text(title)
    expect(page.locator(".shelf__name")).to_be_visible()


def test_a_new_named_workbook_is_empty_and_keeps_its_own_answers(page: Page) -> None:
    page.goto(PAGE)
    write(page, "For no post in particular")
    all_of_them(page).get_by_role("button", name="Start a new workbook").click()
    ask_name(page, f"  {POST} ", "Start a new workbook", "Create workbook")
    expect(page).to_have_url(OPENED)
    expect_opened(page, POST)
    expect(first_field(page)).to_have_value("")
    write(page, "For this post")
    page.reload()
    expect(first_field(page)).to_have_value("For this post")
    identity = page.url.rsplit("=")[1]
    kept = {key: one["value"] for key, one in stored(page).items() if key.startswith("answer/")}
    assert kept == {
        f"answer/{FIRST}": "For no post in particular",
        f"answer/{FIRST}.{identity}": "For this post",
    }
    item(page, "Unnamed workbook").get_by_role("link").click()
    expect(first_field(page)).to_have_value("For no post in particular")
    expect(page.locator(".shelf__name")).to_be_hidden()


def test_a_visit_without_a_named_workbook_leaves_nothing_in_the_browser(page: Page) -> None:
    page.goto(PAGE)
    all_of_them(page)
    expect(item(page, "Unnamed workbook")).to_contain_text("0 of 31 answered")
    left = page.evaluate("async () => [await indexedDB.databases(), Object.keys(localStorage)]")
    assert left == [[], []]


@pytest.mark.parametrize("source", ["", ONE])
def test_a_copy_has_the_answers_and_then_goes_its_own_way(page: Page, source: str) -> None:
    end = f".{source}" if source else ""
    records = {
        f"answer/{FIRST}{end}": answered("Taken along"),
        f"answer/{SECOND}{end}": answered("Too"),
    }
    holding(page, {**records, f"shelf/recruiting/{ONE}": shelved()})
    page.goto(named(source) if source else PAGE)
    write(page, "Taken along, and added to")
    copied = item(page, POST if source else "Unnamed workbook")
    copied.get_by_role("button", name="Copy").click()
    heading = f"Copy {POST}" if source else "Copy the unnamed workbook"
    ask_name(page, "Team Manager", heading, "Create copy")
    expect(page).to_have_url(OPENED)
    expect_opened(page, "Team Manager")
    expect(first_field(page)).to_have_value("Taken along, and added to")
    write(page, "Changed in the copy")
    kept = stored(page)
    assert kept[f"answer/{FIRST}{end}"]["value"] == "Taken along, and added to"
    identity = page.url.rsplit("=")[1]
    assert kept[f"answer/{SECOND}.{identity}"] == answered("Too")


def test_what_was_typed_a_moment_ago_is_in_the_copy(page: Page) -> None:
    page.goto(PAGE)
    part = all_of_them(page)
    first_field(page).fill("Just typed")
    part.get_by_role("button", name="Copy the unnamed workbook").click()
    ask_name(page, POST, "Copy the unnamed workbook", "Create copy")
    expect(page).to_have_url(OPENED)
    expect(first_field(page)).to_have_value("Just typed")


def test_a_workbook_is_renamed_and_the_focus_stays(page: Page) -> None:
    holding(page, {f"shelf/recruiting/{ONE}": shelved()})
    page.goto(named())
    item(page, POST).get_by_role("button", name="Rename").click()
    expect(page.get_by_label("Name of the workbook")).to_have_value(POST)
    ask_name(page, "Director 🌱 of العائلات", f"Rename {POST}", "Save")
    expect(page.get_by_role("status").filter(has_text="is now called")).to_be_visible()
    expect_opened(page, "Director 🌱 of العائلات")
    expect(item(page, "Director").get_by_role("button", name="Rename")).to_be_focused()
    record = stored(page)[f"shelf/recruiting/{ONE}"]
    assert (record["title"], record["at"]) == ("Director 🌱 of العائلات", AT)
    assert record["edited"] > AT


@pytest.mark.parametrize(
    ("title", "fault"),
    [("   ", "Enter a name."), ("🌱" * 81, "A name has up to 80 characters. This one has 81.")],
    ids=["empty", "long"],
)
def test_a_name_that_cannot_be_is_refused_in_words(page: Page, title: str, fault: str) -> None:
    page.goto(PAGE)
    all_of_them(page).get_by_role("button", name="Start a new workbook").click()
    ask_name(page, title, "Start a new workbook", "Create workbook")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("alert")).to_have_text(fault)
    field = dialog.get_by_label("Name of the workbook")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(fault)))
    field.fill("🌱" * 80)
    page.keyboard.press("Enter")
    expect(page).to_have_url(OPENED)
    expect_opened(page, "🌱" * 80)


def test_a_name_is_shown_as_text(page: Page) -> None:
    title = '<img src=x onerror="document.title = 1">'
    holding(page, {f"shelf/recruiting/{ONE}": shelved(title)})
    page.goto(named())
    expect_opened(page, title)
    expect(item(page, title).get_by_role("link", name=title)).to_be_visible()


def test_an_archived_workbook_is_put_away_and_brought_back(page: Page) -> None:
    holding(page, {f"shelf/recruiting/{ONE}": shelved(), f"answer/{FIRST}.{ONE}": answered("Mine")})
    page.goto(PAGE)
    item(page, POST).get_by_role("button", name="Archive").click()
    said = page.get_by_role("status").filter(has_text="has been archived")
    expect(said).to_be_focused()
    archive = page.get_by_text("Archived (1)")
    expect(item(page, POST)).to_be_hidden()
    archive.click()
    item(page, POST).get_by_role("link", name=POST).click()
    expect(page.get_by_text("This workbook is archived")).to_be_visible()
    expect(first_field(page)).to_have_value("Mine")
    page.get_by_role("button", name="Unarchive it").click()
    expect(page.get_by_role("status").filter(has_text="has been unarchived")).to_be_focused()
    expect(page.get_by_text("This workbook is archived")).to_be_hidden()
    assert stored(page)[f"shelf/recruiting/{ONE}"]["archived"] is False


def held_of(page: Page, identity: str) -> list[str]:
    """The keys under which anything of a named workbook is kept."""
    return [key for key in stored(page) if identity in key]


def whole_workbook(identity: str, title: str, archived: bool) -> dict[str, object]:
    """Everything that can be kept of a named workbook."""
    question = {"id": f"{FIRST}.{identity}", "kind": "text", "edition": "", "words": "?"}
    draft = {"format": 1, "question": question, "value": "Draft", "base": 9, "sent": None, "at": AT}
    return {
        f"shelf/recruiting/{identity}": shelved(title, archived=archived),
        f"answer/{FIRST}.{identity}": answered("A candidate", rev=3),
        f"version/{FIRST}.{identity}/000000001": answered("An earlier text"),
        f"other/{FIRST}.{identity}/000000002": answered("Another text"),
        f"draft/{SECOND}.{identity}/gone": {
            **draft,
            "question": {**question, "id": f"{SECOND}.{identity}"},
        },
        f"aside/answer/{SECOND}.{identity}/tab": {"broken": "A candidate"},
    }


def test_erasing_an_archived_workbook_leaves_nothing_of_it_and_all_of_the_others(
    page: Page,
) -> None:
    undo = {
        "format": 1,
        "at": AT,
        "before": [{"key": f"answer/{FIRST}.{ONE}"}],
        "after": [
            {"key": f"answer/{FIRST}.{ONE}", "record": answered("A candidate")},
            {"key": f"answer/{FIRST}", "record": answered("Stays")},
        ],
    }
    rest = {f"answer/{FIRST}": answered("Stays"), **whole_workbook(OTHER, "Another post", False)}
    del rest[f"draft/{SECOND}.{OTHER}/gone"]  # a page takes it up
    holding(page, {**whole_workbook(ONE, POST, True), **rest, "undo/restore": undo})
    page.goto(PAGE)
    all_of_them(page).get_by_text("Archived (1)").click()
    item(page, POST).get_by_role("button", name="Delete").click()
    dialog = page.get_by_role("dialog", name=f"Delete “{POST}” from this browser?")
    expect(dialog).to_contain_text("its name, 2 answers and all earlier versions")
    dialog.get_by_role("button", name="Cancel").click()
    assert held_of(page, ONE) != []
    item(page, POST).get_by_role("button", name="Delete").click()
    dialog.get_by_role("button", name="Delete this workbook").click()
    expect(page.get_by_role("status").filter(has_text="has been deleted")).to_be_focused()
    after = stored(page)
    assert [key for key in after if ONE in key] == []
    assert {key: after[key] for key in rest} == rest
    assert ONE not in str(after["undo/restore"])
    assert "Stays" in str(after["undo/restore"])
    page.reload()
    expect(item(page, "Another post")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_what_another_page_has_left_of_a_workbook_is_deleted_with_it(page: Page) -> None:
    kept = whole_workbook(ONE, POST, True)
    left = kept.pop(f"draft/{SECOND}.{ONE}/gone")
    holding(page, kept)
    page.goto(PAGE)
    all_of_them(page).get_by_text("Archived (1)").click()
    item(page, POST).get_by_role("button", name="Delete").click()
    key = f"five-attributes:/guide/:draft/{SECOND}.{ONE}/gone"
    page.evaluate("([key, left]) => localStorage.setItem(key, JSON.stringify(left))", [key, left])
    page.get_by_role("button", name="Delete this workbook").click()
    expect(page.get_by_role("status").filter(has_text="has been deleted")).to_be_focused()
    page.reload()
    expect(item(page, "Unnamed workbook")).to_be_visible()
    assert held_of(page, ONE) == []
    assert page.evaluate("(key) => localStorage.getItem(key)", key) is None


def test_erasing_the_workbook_that_is_open_here_and_in_another_tab_ends_both(
    page: Page, another_tab: Callable[[str], Page]
) -> None:
    holding(page, whole_workbook(ONE, POST, True))
    page.goto(named())
    other = another_tab(named())
    expect(first_field(other)).to_have_value("A candidate")
    first_field(other).press_sequentially("More of the candidate")
    other.keyboard.press("Control+End")
    other.mouse.wheel(0, 50_000)
    all_of_them(page).get_by_text("Archived (1)").click()
    item(page, POST).get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Delete this workbook").click()
    expect(page.get_by_text("has been deleted from this browser").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"{PAGE}$"))
    expect(other.get_by_role("alert").filter(has_text=NOT_HERE)).to_be_in_viewport()
    other.close()
    expect(item(page, "Unnamed workbook")).to_be_visible()
    expect(page.get_by_text("Archived (")).to_be_hidden()
    assert held_of(page, ONE) == []


@pytest.mark.parametrize("identity", [ONE, "no", "../../x", "<b>"])
def test_a_workbook_that_is_not_here_is_said_to_be_not_here_and_keeps_nothing(
    page: Page, identity: str
) -> None:
    page.goto(named(identity))
    expect(page.get_by_role("alert").filter(has_text=NOT_HERE)).to_be_visible()
    expect(first_field(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Download as Word")).to_be_hidden()
    item(page, "Unnamed workbook").get_by_role("link").click()
    expect(first_field(page)).to_be_editable()
    assert stored(page) == {}


def test_what_was_typed_before_a_workbook_was_looked_for_is_not_hidden(page: Page) -> None:
    held: list[Route] = []
    page.route("**/named-workbooks/opened-workbook.js", lambda route: held.append(route))
    page.goto(named())
    first_field(page).fill("Typed early")
    held[0].continue_()
    expect(page.get_by_role("alert").filter(has_text=NOT_HERE)).to_be_visible()
    expect(first_field(page)).to_have_value("Typed early")
    assert stored(page) == {}


def test_a_workbook_that_another_tab_begins_is_listed_here(
    page: Page, another_tab: Callable[[str], Page]
) -> None:
    page.goto(PAGE)
    all_of_them(page)
    other = another_tab(PAGE)
    all_of_them(other).get_by_role("button", name="Start a new workbook").click()
    ask_name(other, POST, "Start a new workbook", "Create workbook")
    expect(item(page, POST)).to_contain_text("0 of 31 answered")
    write(other, "An answer")
    expect(item(page, POST)).to_contain_text("1 of 31 answered")


def test_a_workbook_whose_name_was_damaged_keeps_its_answers_and_takes_a_new_name(
    page: Page,
) -> None:
    holding(page, {f"shelf/recruiting/{ONE}": "rubble", f"answer/{FIRST}.{ONE}": answered("Mine")})
    page.goto(named())
    expect(first_field(page)).to_have_value("Mine")
    item(page, "A workbook with a name we cannot read").get_by_role("button", name="Rename").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name of the workbook").fill(POST)
    page.keyboard.press("Enter")
    expect(item(page, POST)).to_be_visible()
    expect_opened(page, POST)


def test_the_record_of_a_newer_version_is_left_as_it_is(page: Page) -> None:
    newer = {**shelved(), "format": 2, "colour": "green"}
    holding(page, {f"shelf/recruiting/{ONE}": newer})
    page.goto(PAGE)
    item(page, "A workbook with a name").get_by_role("button", name="Archive").click()
    expect(page.get_by_role("status").filter(has_text="nothing has changed")).to_be_visible()
    assert stored(page) == {f"shelf/recruiting/{ONE}": newer}


@pytest.mark.page_fault("QuotaExceededError")
def test_a_workbook_that_cannot_be_kept_is_said_so(page: Page) -> None:
    page.goto(PAGE)
    all_of_them(page).get_by_role("button", name="Start a new workbook").click()
    page.evaluate(f"() => {{ {FULL}; }}")
    ask_name(page, POST, "Start a new workbook", "Create workbook")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_have_text(
        "This could not be saved in this browser. Nothing has changed."
    )
    expect(page).to_have_url(re.compile(f"{PAGE}$"))


def test_on_a_shared_computer_named_workbooks_are_not_begun(page: Page) -> None:
    page.goto(PAGE)
    page.evaluate(f"() => {SHARED}")
    page.reload()
    part = all_of_them(page)
    expect(part.get_by_text("Named workbooks need a browser that saves them")).to_be_visible()
    expect(part.get_by_role("button")).to_have_count(0)
    expect(status(page)).to_have_attribute("state", "empty")
