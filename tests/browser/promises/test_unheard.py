"""What a field shows is what the page knows, whichever way it came in and whatever told of it.

External editors, dictation, text expanders and password managers fill a field with `change`
alone, with an event that does not bubble, or with no event at all.
"""

import re

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser.feedback.pages import asked_before_leaving
from tests.browser.promises.test_leaving import SLOW_DISK
from tests.browser.takeaway import documents
from tests.browser.takeaway.pages import ID, SHARED, button, got
from tests.browser.test_paper import printed
from tests.browser.workbook.records import store, stored, values

WORKBOOK = "workbooks/self-reflection/"
RATINGS = "workbooks/developing/"
RATED = "rate-values"
SAID = re.compile("^Saved")
TEXT = "Dictated, to the last word"
FIRST = f'workbook-question[question="{ID}"]'

# Each puts a text into a field, as some program does.
WAYS = {
    "with no event": "(field, text) => { field.value = text; }",
    "with change alone": """(field, text) => {
        field.value = text;
        field.dispatchEvent(new Event("change", { bubbles: true }));
    }""",
    "with a change that does not bubble": """(field, text) => {
        field.value = text;
        field.dispatchEvent(new Event("change"));
    }""",
    "with an input that does not bubble": """(field, text) => {
        field.value = text;
        field.dispatchEvent(new Event("input"));
    }""",
    "between what is there": "(field, text) => { field.setRangeText(text, 0, 0); }",
    "by a command of the browser": """(field, text) => {
        field.focus();
        document.execCommand("insertText", false, text);
    }""",
    "as a value by default": "(field, text) => { field.textContent = text; }",
}
PUT = WAYS["with no event"]
CHECK = {
    "with no event": "(radio) => { radio.checked = true; }",
    "with change alone": """(radio) => {
        radio.checked = true;
        radio.dispatchEvent(new Event("change", { bubbles: true }));
    }""",
}
PUT_AND_GO = """([text, way]) => {
    document.querySelector("workbook-question textarea").value = text;
    if (way === "navigate") location.assign("../../about/glossary/");
    if (way === "reload") location.reload();
    if (way === "go back") history.back();
}"""
# Lets no database be opened until the page is told to.
HELD = """
    const open = IDBFactory.prototype.open;
    const held = [];
    globalThis.go = () => {
        IDBFactory.prototype.open = open;
        for (const one of held) one();
    };
    IDBFactory.prototype.databases = async () => [{ name: "five-attributes:/guide/" }];
    IDBFactory.prototype.open = function (...of) {
        const request = {};
        held.push(() => {
            const real = open.apply(this, of);
            real.onsuccess = () => {
                request.result = real.result;
                request.onsuccess();
            };
        });
        return request;
    };
    open.toString = () => "[native code]";
"""


def field(page: Page) -> Locator:
    return page.locator(f"{FIRST} textarea")


def status(page: Page) -> Locator:
    return page.locator("save-status").first


def opened(page: Page) -> Page:
    page.goto(WORKBOOK)
    expect(status(page)).to_have_attribute("state", "empty")
    return page


def rated(page: Page, value: int) -> Locator:
    return page.locator(f'workbook-question[question="{RATED}"] input[value="{value}"]')


@pytest.mark.parametrize("way", WAYS)
def test_a_text_that_is_put_into_a_field_is_saved_whatever_tells_of_it(
    page: Page, way: str
) -> None:
    field(opened(page)).evaluate(WAYS[way], TEXT)
    expect(status(page)).to_have_text(SAID)
    expect(page.get_by_text("1 of 22 answered")).to_be_visible()
    assert values(page, "answer/") == {TEXT}
    page.reload()
    expect(field(page)).to_have_value(TEXT)


def test_a_text_composed_by_an_input_method_is_saved_as_it_ends(page: Page) -> None:
    field(opened(page)).click()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "ni", "selectionStart": 2, "selectionEnd": 2})
    session.send("Input.insertText", {"text": "你"})
    expect(status(page)).to_have_text(SAID)
    page.reload()
    expect(field(page)).to_have_value("你")


def test_a_text_that_is_dragged_from_one_field_into_another_is_saved_in_both(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 1600})  # with both fields in sight
    opened(page)
    other = page.locator("workbook-question textarea").nth(1)
    field(page).fill("moved")
    field(page).select_text()
    field(page).drag_to(other, source_position={"x": 25, "y": 20})
    expect(other).to_have_value("moved")
    expect(page.get_by_text("1 of 22 answered")).to_be_visible()
    page.reload()
    expect(other).to_have_value("moved")
    expect(field(page)).to_have_value("")


@pytest.mark.parametrize("way", CHECK)
def test_a_rating_that_is_chosen_by_a_program_is_saved_and_drawn(page: Page, way: str) -> None:
    page.goto(RATINGS)
    rated(page, 2).check()
    expect(status(page)).to_have_text(SAID)
    rated(page, 4).evaluate(CHECK[way])
    expect(page.locator('[data-row="values"]').first).to_contain_text("4")
    page.wait_for_function("() => document.querySelector('save-status[state=saved]')")
    page.reload()
    expect(rated(page, 4)).to_be_checked()


@pytest.mark.parametrize("way", ["navigate", "reload", "go back"])
def test_a_text_of_which_nothing_was_heard_is_there_although_the_page_goes_at_once(
    page: Page, way: str
) -> None:
    page.goto("about/glossary/")
    opened(page)
    field(page).fill("Before")
    expect(status(page)).to_have_text(SAID)
    page.evaluate("() => { globalThis.same = true; }")
    page.evaluate(PUT_AND_GO, [TEXT, way])
    page.wait_for_function("() => !globalThis.same")
    page.goto(WORKBOOK)
    expect(field(page)).to_have_value(TEXT)


def test_a_text_that_cannot_be_put_anywhere_is_not_left_without_a_question(page: Page) -> None:
    field(opened(page)).click()
    page.evaluate(SLOW_DISK)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with page.expect_event("dialog"):
        page.evaluate(f"(text) => setTimeout(({PUT_AND_GO}), 0, [text, 'navigate'])", TEXT)
    assert asked == ["beforeunload"]
    expect(field(page)).to_have_value(TEXT)


def test_on_a_shared_computer_the_browser_asks_before_it_is_lost(page: Page) -> None:
    page.goto("404.html")
    page.evaluate(f"() => {SHARED}")
    page.goto(WORKBOOK, wait_until="networkidle")
    field(page).click()
    field(page).evaluate(PUT, TEXT)
    assert asked_before_leaving(page) == ["beforeunload"]


def test_word_has_it_at_once(page: Page) -> None:
    opened(page)
    with page.expect_download() as download:
        page.evaluate(
            """(text) => {
                document.querySelector("workbook-question textarea").value = text;
                document.querySelector('[data-way="word"]').click();
            }""",
            TEXT,
        )
    document = documents.opened(download.value.path().read_bytes())
    assert TEXT in [paragraph.text for paragraph in document.paragraphs]


def test_a_backup_has_what_came_in_while_it_was_asked_how_to_make_it(page: Page) -> None:
    opened(page)
    button(page, "Save a backup").click()
    expect(page.get_by_role("dialog", name="Save a backup")).to_be_visible()
    field(page).evaluate(PUT, TEXT)
    _, data = got(page, "Save backup")
    assert TEXT in data.decode()


def test_paper_has_it_at_once(page: Page) -> None:
    field(opened(page)).evaluate(PUT, TEXT)
    assert TEXT in " ".join(printed(page))


def test_a_text_that_another_tab_s_answer_would_cover_is_kept_with_it(page: Page) -> None:
    opened(page)
    other = opened(page.context.new_page())
    field(page).evaluate(PUT, TEXT)
    field(other).fill("Typed in the other tab")
    expect(status(other)).to_have_text(SAID)
    other.close()
    expect(status(page)).to_have_text(SAID)
    page.wait_for_function("() => !document.querySelector('save-status[state=saving]')")
    assert values(page, "") >= {TEXT, "Typed in the other tab"}


def test_what_comes_in_before_the_answer_has_been_read_is_added_to_it(page: Page) -> None:
    page.goto("404.html")
    record = {"format": 1, "kind": "text", "value": "An earlier answer", "rev": 4}
    about = {"edition": "", "words": "", "at": "2026-11-23T10:00:00.000Z"}
    store(page, {f"answer/{ID}": {**record, **about}})
    page.add_init_script(HELD)
    page.goto(WORKBOOK)
    page.wait_for_function("() => customElements.get('workbook-question')")
    field(page).evaluate(PUT, TEXT)
    page.evaluate("() => go()")
    expect(field(page)).to_have_value(f"An earlier answer\n\n{TEXT}")
    expect(status(page)).to_have_text(SAID)


@pytest.mark.parametrize("value", ["One line\r\nand another", "\nFirst a gap", "One\rTwo"])
def test_what_the_page_itself_put_into_a_field_is_not_saved_as_a_person_s(
    page: Page, value: str
) -> None:
    page.goto("404.html")
    record = {"format": 1, "kind": "text", "value": value, "rev": 4}
    about = {"edition": "", "words": "", "at": "2026-11-23T10:00:00.000Z"}
    kept = {f"answer/{ID}": {**record, **about}}
    store(page, kept)
    page.clock.install()
    page.goto(WORKBOOK)
    expect(field(page)).not_to_have_value("")
    field(page).click()
    field(page).blur()
    page.clock.run_for(5_000)
    expect(status(page)).to_have_text(SAID)
    assert stored(page) == kept


def test_what_was_put_in_before_all_is_erased_is_not_written_again(page: Page) -> None:
    field(opened(page)).fill("Before")
    expect(status(page)).to_have_text(SAID)
    erasing = page.context.new_page()
    erasing.goto("workbooks/my-workbooks/")
    erasing.get_by_role("button", name="Delete everything").first.click()
    field(page).evaluate(PUT, TEXT)
    with page.expect_event("load"):
        erasing.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(field(page)).to_have_value("")
    assert values(page, "") == set()
