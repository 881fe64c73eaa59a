"""What is said aloud, and where: at the right moment, once, beside what it is about."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.feedback.pages import add, holding, own
from tests.browser.feedback.sealing import made
from tests.browser.standing.seeds import HERE as MY_WORKBOOKS
from tests.browser.standing.seeds import file
from tests.browser.test_access import FULL, addresses, answers
from tests.support.shell import WIDE, resize
from tests.support.tree import tree

WORKBOOKS = ("workbooks/self-reflection/", "workbooks/developing/", "workbooks/recruiting/")
WORKBOOK = WORKBOOKS[0]
MOST_STOPS = 12
# Said once, of the first box that is written in.
FIRST = "Before you start: read under this box where your answers are saved and who can see them."

# Gathers what the page's live region says, from now on.
LISTEN = """() => {
    globalThis.heard = [];
    const region = document.querySelector("[data-announcer]");
    new MutationObserver(() => region.textContent && heard.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
}"""

# Texts that a flex or grid box lays side by side, with nothing between them to be read.
GLUED = r"""() => [...document.querySelectorAll("main :is(p, li, summary, h1, h2, h3, h4, dt, dd)")]
    .filter((box) => /flex|grid/.test(getComputedStyle(box).display) && box.checkVisibility())
    .filter((box) => !box.closest("[aria-hidden=true]"))
    .flatMap((box) => {
        const texts = [...box.childNodes].filter((one) => one.textContent.trim()
            && !(one instanceof HTMLElement && one.matches("a, button, label, ul, p, [hidden]")));
        return texts.slice(1).map((one, at) => [texts[at].textContent, one.textContent]);
    })
    .filter(([before, after]) =>
        /[\p{L}\p{N}][ \n]*$/u.test(before) && /^[ \n]*[\p{L}\p{N}]/u.test(after))
    .map((pair) => pair.join("|"))"""


def heard(page: Page) -> list[str]:
    said: list[str] = page.evaluate("heard")
    return said


def described(page: Page, field: Locator) -> str:
    """What is said of a field besides its name."""
    ids = (field.get_attribute("aria-describedby") or "").split()
    return " ".join(page.locator(f"[id='{one}']").inner_text() for one in ids)


def test_that_a_field_is_saved_is_said_once_in_a_visit(page: Page) -> None:
    page.goto(WORKBOOK)
    page.evaluate(LISTEN)
    first, second = answers(page).all()[:2]
    first.fill("We wrote the vision together.")
    expect(page.locator("[data-announcer]")).to_have_text("Saved on this device")
    for more in ("And then again.", "And once more."):
        first.fill(more)
        expect(page.locator("save-status").first).to_have_attribute("state", "saved")
        page.wait_for_timeout(2000)  # as long as typing has to rest before anything is said
    assert heard(page) == [FIRST, "Saved on this device"]
    second.fill("Another question.")
    expect(page.locator("[data-announcer]")).to_have_text("Saved on this device")
    assert heard(page) == [FIRST, *["Saved on this device"] * 2]


def test_every_failure_is_said_and_that_it_is_saved_after_all(page: Page) -> None:
    page.goto(WORKBOOK)
    page.evaluate(f"globalThis.able = IDBObjectStore.prototype.put; {FULL} 0")
    page.evaluate(LISTEN)
    field = answers(page).first
    field.fill("This is not kept.")
    status = page.locator("save-status").first
    expect(status).to_have_role("alert")
    page.evaluate("IDBObjectStore.prototype.put = able; 0")
    field.fill("This is kept.")
    expect(page.locator("[data-announcer]")).to_have_text("Saved on this device")
    page.evaluate(f"{FULL} 0")
    field.fill("This is not kept either.")
    expect(status).to_have_role("alert")


def test_progress_is_read_as_words_and_never_spoken_while_one_types(page: Page) -> None:
    page.goto(WORKBOOK)
    answers(page).first.fill("A word.")
    expect(page.get_by_text("1 of 22 answered")).to_be_visible()
    assert [one for one in tree(page) if one.role == "progressbar"] == []


@pytest.mark.parametrize("address", WORKBOOKS)
def test_the_first_question_is_few_stops_away(page: Page, address: str) -> None:
    resize(page, WIDE)
    page.goto(address)
    stops = 0
    while stops <= MOST_STOPS:
        page.keyboard.press("Tab")
        stops += 1
        focused = page.locator(":focus")
        if focused.inner_text() == "Go to the first question":
            expect(focused).to_be_in_viewport(ratio=1)
            page.keyboard.press("Enter")
        elif focused.evaluate("one => one.matches('workbook-question :is(textarea, input)')"):
            break
    assert stops <= MOST_STOPS
    first = page.locator("workbook-question").first
    expect(first.locator(":focus")).to_have_count(1)


@pytest.mark.parametrize("address", WORKBOOKS)
def test_nothing_comes_between_a_question_and_its_field(page: Page, address: str) -> None:
    page.goto(address)
    for question in page.locator("workbook-question").all():
        stops = question.locator("textarea, input, summary, a").all()
        assert stops[0].evaluate("one => one.matches('textarea, input')")


@pytest.mark.parametrize("address", [*WORKBOOKS, "framework/values/", "quotes/"])
def test_no_two_buttons_or_folds_have_one_name_and_description(page: Page, address: str) -> None:
    page.goto(address)
    named = [
        (one.role, one.name, one.description)
        for one in tree(page)
        if one.role in ("button", "DisclosureTriangle")
    ]
    assert sorted({one for one in named if named.count(one) > 1}) == []


def test_the_quotes_page_has_one_live_region(page: Page) -> None:
    page.goto("quotes/")
    live = "main :is([role=status], [role=alert], [role=log], [aria-live])"
    expect(page.locator(live)).to_have_count(1)
    page.evaluate(LISTEN)
    page.get_by_role("group", name="Attribute").get_by_role("radio", name="Values").check()
    expect(page.locator("[data-announcer]")).to_have_text(re.compile(r"^\d+ of \d+ quotes shown$"))
    page.locator("summary").filter(has_text="Actions for this quote").first.click()
    page.get_by_role("button", name="Copy quote with citation").click()
    expect(page.locator("[data-announcer]")).to_have_text("Copied")
    expect(
        page.get_by_text("Copied", exact=True).and_(page.locator(".quote-actions__status"))
    ).to_be_visible()


@pytest.mark.parametrize("part", range(2))
def test_no_words_run_into_each_other(page: Page, part: int) -> None:
    resize(page, WIDE)
    found = []
    for address in addresses()[part::2]:
        page.goto(address)
        found += [f"{address}: {one}" for one in page.evaluate(GLUED)]
    assert found == []


@pytest.mark.parametrize("address", ["", "framework/"])
def test_the_five_attributes_are_read_in_their_order(page: Page, address: str) -> None:
    page.goto(address)
    numbers = [
        re.sub(r"\D", "", one.name)[0]
        for one in tree(page)
        if one.attributes.get("class", "").startswith("framework__block ")
    ]
    assert numbers == list("12345")


def test_a_reference_is_a_link_with_a_name_and_no_raw_address(page: Page) -> None:
    page.goto("evidence/references/")
    links = [one for one in tree(page) if one.attributes.get("class") == "reference__address"]
    assert len(links) > 10
    assert len({one.name for one in links}) > len(links) - 3
    assert [one.name for one in links if "/" in one.name.rpartition(", on ")[2]] == []


@pytest.mark.parametrize("part", range(2))
def test_every_table_has_a_name(page: Page, part: int) -> None:
    found = []
    for address in addresses()[part::2]:
        page.goto(address)
        found += [address for one in tree(page) if one.role == "table" and not one.name.strip()]
    assert found == []


def test_dialogs_have_a_name_and_say_what_they_are_about(page: Page) -> None:
    for address in (*WORKBOOKS, MY_WORKBOOKS, "workbooks/feedback/", "workbooks/profile/"):
        page.goto(address)
        for dialog in page.locator("dialog").all():
            for attribute in ("aria-labelledby", "aria-describedby"):
                target = page.locator(f"[id='{dialog.get_attribute(attribute)}']")
                expect(target).to_have_count(1)
                assert (target.text_content() or "").strip()


def test_a_refused_backup_is_said_of_the_field_that_it_was_chosen_in(page: Page) -> None:
    page.goto(MY_WORKBOOKS)
    field = page.get_by_label("Backup file")
    expect(field).to_be_visible()
    field.set_input_files(file("no backup"))
    expect(page.get_by_text("Nothing was restored")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "Nothing was restored" in described(page, field)
    page.reload()
    assert "Nothing was restored" not in described(page, field)


def test_a_refused_code_is_said_of_the_field_that_it_was_pasted_in(page: Page) -> None:
    holding(page, own(4), [])
    field = page.get_by_label("Reply codes")
    add(page, "No code at all")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "Nothing was added" in described(page, field)


def test_what_is_wrong_with_feedback_is_said_where_it_is(page: Page) -> None:
    page.goto(f"workbooks/give-feedback/{made().link}")
    page.get_by_role("button", name="Make my reply code").click()
    group = page.get_by_role("radiogroup").first
    expect(group.get_by_role("radio").first).to_be_focused()
    assert "Your reply is empty" in described(page, group)
    page.get_by_text("Add a comment").nth(1).click()
    comment = page.get_by_label("Comment").nth(1)
    comment.fill("x" * 5001)
    assert "Your reply is empty" not in described(page, group)
    page.get_by_role("button", name="Make my reply code").click()
    expect(comment).to_be_focused()
    assert "1 characters are too many" in described(page, comment)
