"""What a page leaves unsaved as it goes, and a store that lets go."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.workbook.records import store, stored, values
from tests.browser.workbook.test_returning import draft, purpose, record
from tests.browser.workbook.test_store import run

NAME = "five-attributes:/guide/"
LEFT = f"{NAME}:draft/purpose/gone"
IN_LOCAL = "() => Object.keys(localStorage).filter((key) => key.includes(':draft/'))"
# A page whose database never opens.
REFUSES = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
NEVER_OPEN = "IDBFactory.prototype.open = () => ({});"


@pytest.fixture
def blank(page: Page) -> Page:
    """A page of the site without any script, whose database holds one answer."""
    page.goto("harness/blank.html")
    store(page, {"answer/purpose": record("purpose", "our purpose", 4)})
    return page


def leave(page: Page, key: str, left: Any) -> None:
    """Put a draft where a page leaves it."""
    page.evaluate("([key, left]) => localStorage.setItem(key, JSON.stringify(left))", [key, left])


def test_a_text_left_beside_the_database_is_saved_and_shown_by_the_next_page(blank: Page) -> None:
    leave(blank, LEFT, draft("purpose", "our purpose, and more", 4))
    blank.goto("harness/workbook.html")
    expect(purpose(blank)).to_have_value("our purpose, and more")
    assert values(blank, "answer/") == {"our purpose, and more"}
    assert values(blank, "draft/") == set()
    assert blank.evaluate(IN_LOCAL) == []


def test_a_text_left_under_a_question_s_former_name_is_saved_under_its_present_one(
    blank: Page,
) -> None:
    leave(blank, f"{NAME}:draft/aim/gone", draft("aim", "our aim, last", 0))
    script = """async () => {
        const { Answers } = await siteModule("answers/answers.js");
        const { Drafts } = await siteModule("storage/drafts.js");
        const { Store } = await siteModule("storage/store.js");
        const name = "five-attributes:/guide/";
        const store = new Store(name);
        await new Drafts(() => localStorage, name).takeUp(store);
        const clock = { now: () => 0, date: () => "", after: () => () => {} };
        const answers = new Answers({ store, clock, tab: "t", notify: () => {} });
        const formerly = ["aim"];
        const question = { id: "goal", kind: "text", edition: "", words: "", formerly };
        return new Promise((resolve) => {
            const show = (value, state) => { if (state === "saved") resolve(value); };
            answers.join({ question, show, focused: () => false });
        });
    }"""
    assert blank.evaluate(script) == "our aim, last"


def test_a_text_that_cannot_be_brought_into_the_database_stays_where_it_is(blank: Page) -> None:
    script = """async ([name, left]) => {
        const { Drafts } = await siteModule("storage/drafts.js");
        localStorage.setItem(name, JSON.stringify(left));
        const fault = new DOMException("full", "QuotaExceededError");
        const full = { update: () => Promise.reject(fault) };
        // Another copy's: no page of this one takes it up.
        const drafts = new Drafts(() => localStorage, "five-attributes:/apart/");
        return drafts.takeUp(full).then(() => "", ({ name }) => name);
    }"""
    apart = LEFT.replace("/guide/", "/apart/")
    left = draft("purpose", "our purpose, and more", 4)
    assert blank.evaluate(script, [apart, left]) == "QuotaExceededError"
    assert blank.evaluate(IN_LOCAL) == [apart]


def test_a_damaged_text_holds_up_nothing_and_stays_where_it_is(blank: Page) -> None:
    blank.evaluate(f"""() => localStorage.setItem("{LEFT}", '{{"format": 1, "ques')""")
    blank.goto("harness/workbook.html")
    expect(purpose(blank)).to_have_value("our purpose")
    assert blank.evaluate(IN_LOCAL) == [LEFT]


@pytest.mark.parametrize(
    ("lack", "before", "after"),
    [
        pytest.param("", "our purpose", "our purpose, typed last", id="open"),
        pytest.param(NEVER_OPEN, "", "our purpose\n\n, typed last", id="not open"),
    ],
)
def test_what_is_unsaved_as_the_page_goes_is_there_on_the_next(
    blank: Page, lack: str, before: str, after: str
) -> None:
    blank.evaluate("() => sessionStorage.setItem('lack', 'yes')")
    blank.add_init_script(f"if (sessionStorage.getItem('lack')) {{ {lack} }}")
    blank.goto("harness/workbook.html")
    blank.wait_for_function("() => customElements.get('workbook-question')")
    expect(purpose(blank)).to_have_value(before)
    blank.evaluate(
        """() => {
            const field = document.querySelector("textarea");
            field.focus();
            field.setSelectionRange(field.value.length, field.value.length);
            document.execCommand("insertText", false, ", typed"); // which is saved at once
            setTimeout(() => {
                document.execCommand("insertText", false, " last"); // a little later
                sessionStorage.removeItem("lack");
                location.assign("blank.html");
            }, 100);
        }"""
    )
    blank.wait_for_url("**/blank.html")
    assert len(blank.evaluate(IN_LOCAL)) == 1
    assert not [key for key in stored(blank) if key.startswith("draft/")]
    blank.goto("harness/workbook.html")
    expect(purpose(blank)).to_have_value(after)
    assert blank.evaluate(IN_LOCAL) == []


def test_what_local_storage_refuses_as_the_page_goes_is_in_the_database(blank: Page) -> None:
    blank.evaluate("() => sessionStorage.setItem('lack', 'yes')")
    blank.add_init_script(f"if (sessionStorage.getItem('lack')) {{ {REFUSES} }}")
    blank.goto("harness/workbook.html")
    expect(purpose(blank)).to_have_value("our purpose")
    blank.evaluate(
        """() => {
            document.querySelector("textarea").focus();
            document.execCommand("insertText", false, "Typed"); // which is saved at once
            setTimeout(() => {
                document.execCommand("insertText", false, " last");
                sessionStorage.removeItem("lack");
                location.assign("blank.html");
            }, 100);
        }"""
    )
    blank.wait_for_url("**/blank.html")
    assert blank.evaluate(IN_LOCAL) == []
    blank.goto("harness/workbook.html")
    expect(purpose(blank)).to_have_value("our purposeTyped last")


def test_a_page_that_keeps_nothing_leaves_nothing_there(blank: Page) -> None:
    blank.evaluate(f"() => sessionStorage.setItem('{NAME}:shared-computer', 'yes')")
    blank.goto("harness/workbook.html")
    purpose(blank).press_sequentially("For nobody")
    blank.goto("harness/blank.html")
    assert blank.evaluate(IN_LOCAL) == []


def test_a_store_lets_go_when_the_page_goes_and_goes_on_when_it_comes_back(blank: Page) -> None:
    script = """
        const store = new Store("tried");
        await store.update([], put("a", 1));
        const read = store.read(["a"]);
        const written = store.update([], put("b", 2));
        await new Promise((resolve) => setTimeout(resolve));
        store.pause();
        const asked = store.read(["a"]);
        const other = new Store("tried");
        const free = [...await other.read([""])].length;
        store.resume();
        return [free, [...await read], await written, [...await asked]];
    """
    assert run(blank, script) == [1, [["a", 1]], "b", [["a", 1]]]


def test_what_is_left_as_the_page_goes_is_written_although_the_store_lets_go(blank: Page) -> None:
    script = """
        const store = new Store("tried");
        await store.update([], put("a", 1));
        const left = store.leave(new Map([["draft/a/tab", "last"]]));
        store.pause();
        await left;
        return [...await new Store("tried").read(["draft/"])];
    """
    assert run(blank, script) == [["draft/a/tab", "last"]]
