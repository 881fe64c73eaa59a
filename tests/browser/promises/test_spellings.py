"""One copy is one copy, however its address is spelled: answers under an old spelling are found."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.standing.seeds import FIRST, SECOND, THIRD, answer
from tests.browser.workbook.records import DATABASE, WRITE, stored, values
from tests.support.shell import choose

WORKBOOK = "workbooks/self-reflection/"
HERE = "workbooks/my-workbooks/"
SAID = re.compile("^Saved")
# Other spellings of /guide/ that a server may serve as the same folder.
SPELLINGS = ["/guide//", "//guide/", "/Guide/", "/GUIDE//", "/%67uide/", "/guide;jsessionid=A1/"]
NAMES = "async () => (await indexedDB.databases()).map(({ name }) => name).sort()"
REMOVED = """async (name) => {
    const known = await indexedDB.databases();
    return !known.some((database) => database.name === name);
}"""
NOTE = "([name, text]) => localStorage.setItem(name, JSON.stringify(text))"
LEDGER = {
    "format": 1, "records": 1, "answers": 1, "further": 0, "saved": "2026-11-21T12:00:00.000Z",
    "since": "2026-11-20T12:00:00.000Z", "backup": None, "last": "workbooks/self-reflection/#a",
}  # fmt: skip
# A page of release 1.0.0 that is still open: it answers to an older format, and writes.
OLD_TAB = """([name, key, record]) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => { if (data.format < 1) channel.postMessage({ format: 1 }); };
    globalThis.write = (value, rev) => new Promise((resolve) => {
        const opened = indexedDB.open(name, 1);
        opened.onupgradeneeded = () => opened.result.createObjectStore("records");
        opened.onsuccess = () => {
            const tx = opened.result.transaction("records", "readwrite");
            tx.objectStore("records").put({ ...record, value, rev }, key);
            tx.oncomplete = () => { opened.result.close(); resolve(); };
        };
    });
}"""
# The page stops as if it had been killed once so many transactions that write are done.
KILLED_AFTER = """(transactions) => {
    const begin = IDBDatabase.prototype.transaction;
    let left = transactions;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
        if (mode === "readwrite" && (left -= 1) < 0) throw new DOMException("", "AbortError");
        return begin.call(this, names, mode, options);
    };
}"""


def name_of(spelling: str) -> str:
    return f"five-attributes:{spelling}"


def seed(page: Page, spelling: str, records: dict[str, Any], **ledger: Any) -> None:
    """Have the browser hold what release 1.0.0 kept under this spelling."""
    answers = sum(key.startswith("answer/") for key in records)
    page.goto("404.html")
    page.evaluate(WRITE, [name_of(spelling), records])
    note = {**LEDGER, "records": answers, "answers": answers, **ledger}
    page.evaluate(NOTE, [name_of(spelling), note])


def first(page: Page) -> Any:
    return page.locator("workbook-question textarea").first


def served_as_one(page: Page, site_url: str) -> str:
    """Serve every spelling as the one folder, as IIS and nginx do; gives the origin."""
    origin = site_url.removesuffix("/guide/")

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(origin).lower().replace("%67", "g")
        path = re.sub(r"/+", "/", re.sub(r";[^/]*", "", path))
        route.fulfill(response=route.fetch(url=origin + path))

    page.context.route(re.compile(f"^{re.escape(origin)}/(?!guide/[^/])"), serve)
    return origin


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_an_answer_written_under_another_spelling_is_the_one_answer(
    page: Page, site_url: str, spelling: str
) -> None:
    origin = served_as_one(page, site_url)
    page.goto(f"{origin}{spelling}{WORKBOOK}")
    first(page).fill("Written under another spelling")
    expect(page.locator("save-status").first).to_have_text(SAID)
    page.wait_for_function("() => localStorage.length > 0")
    page.goto(WORKBOOK)
    expect(first(page)).to_have_value("Written under another spelling")
    assert page.evaluate(NAMES) == [DATABASE]
    assert page.evaluate("Object.keys(localStorage)") == [DATABASE]


@pytest.mark.parametrize("spelling", [*SPELLINGS, "/guide/./", "/x%2F../guide/"])
def test_answers_that_release_1_0_0_kept_under_another_spelling_are_here(
    page: Page, spelling: str
) -> None:
    held = {
        f"answer/{FIRST}": answer("Mine"),
        f"version/{FIRST}/000000001": answer("Before"),
        f"other/{SECOND}/000000001": answer("Not chosen yet"),
        "profile/" + "a" * 16: {"format": 1, "kept": "as it was"},
        "later/thing": {"format": 2, "what": "a newer build kept"},
        "undo/restore": {"format": 1, "at": "", "before": [], "after": []},
        "ledger/browser-check": {"format": 1, "at": "2026-11-21T12:00:00.000Z"},
    }
    seed(page, spelling, held)
    page.goto(WORKBOOK)
    expect(first(page)).to_have_value("Mine")
    assert stored(page) == held
    assert stored(page, name_of(spelling)) == {}
    ledgers = page.evaluate("Object.entries(localStorage)")
    assert [name for name, _ in ledgers] == [DATABASE]
    assert LEDGER["since"] in ledgers[0][1]
    expect(page.locator("[data-notice=gone]").first).to_be_hidden()


def test_of_two_texts_the_later_stands_and_the_other_is_offered(page: Page) -> None:
    seed(page, "/guide//", {f"answer/{FIRST}": answer("Later", day=22)})
    page.evaluate(WRITE, [DATABASE, {f"answer/{FIRST}": answer("Earlier", day=21)}])
    page.goto(WORKBOOK)
    expect(first(page)).to_have_value("Later")
    assert values(page, f"other/{FIRST}/") == {"Earlier"}


def test_a_record_that_no_file_can_hold_is_carried_as_it_is(page: Page) -> None:
    seed(page, "/guide//", {f"answer/{FIRST}": answer("Mine")})
    put = WRITE.replace("records)) store.put(record, key)", "records)) store.put(new Date(0), key)")
    page.evaluate(put, [name_of("/guide//"), {"odd thing": 0}])
    page.goto(WORKBOOK)
    expect(first(page)).to_have_value("Mine")
    assert page.evaluate(
        """(name) => new Promise((resolve) => {
            indexedDB.open(name).onsuccess = ({ target: { result } }) => {
                result.transaction("records").objectStore("records").get("odd thing").onsuccess =
                    ({ target }) => { result.close(); resolve(target.result instanceof Date); };
            };
        })""",
        DATABASE,
    )


@pytest.mark.parametrize("done", [0, 1])
def test_a_kill_in_the_middle_loses_nothing_and_the_next_page_goes_on(
    page: Page, done: int
) -> None:
    held = {f"answer/{FIRST}": answer("Mine"), f"answer/{THIRD}": answer("Mine, too")}
    seed(page, "/guide//", held)
    page.add_init_script(f"({KILLED_AFTER})({done})")
    page.goto(WORKBOOK)
    expect(page.get_by_text("Some of your answers are not shown yet")).to_be_visible()
    kept = values(page, "answer/") | values(page, "answer/", name_of("/guide//"))
    assert kept == {"Mine", "Mine, too"}
    again = page.context.new_page()
    again.goto(WORKBOOK)
    expect(first(again)).to_have_value("Mine")
    assert stored(again) == held
    assert stored(again, name_of("/guide//")) == {}


def test_what_an_old_tab_writes_later_is_carried_over_too(page: Page) -> None:
    old = page.context.new_page()
    seed(old, "/guide//", {f"answer/{FIRST}": answer("At first")})
    old.evaluate(OLD_TAB, [name_of("/guide//"), f"answer/{FIRST}", answer("", day=28)])
    page.goto(WORKBOOK)
    expect(first(page)).to_have_value("At first")
    page.goto(WORKBOOK)  # the old store is empty, and an old tab has it open
    expect(first(page)).to_have_value("At first")
    old.evaluate("write('Written later in the old tab', 2)")
    page.reload()
    expect(first(page)).to_have_value("Written later in the old tab")
    assert values(page, f"other/{FIRST}/") == {"At first"}


def test_an_old_store_that_is_empty_is_removed_once_no_tab_has_it(page: Page) -> None:
    seed(page, "/guide//", {f"answer/{FIRST}": answer("Mine")})
    for _ in range(2):
        page.goto(WORKBOOK)
        expect(first(page)).to_have_value("Mine")
    page.wait_for_function(REMOVED, arg=name_of("/guide//"))
    expect(first(page)).to_have_value("Mine")


def test_erasing_everything_leaves_nothing_under_any_spelling(page: Page) -> None:
    for spelling in SPELLINGS:
        seed(page, spelling, {f"answer/{FIRST}": answer(f"Under {spelling}")})
    page.evaluate("localStorage.setItem('/guide//.__palette', '{}')")
    page.evaluate(WRITE, [name_of("/guide/other/"), {}])
    page.goto(HERE)
    page.evaluate(WRITE, [name_of("//guide/"), {f"answer/{FIRST}": answer("By an old tab")}])
    page.get_by_role("button", name="Delete everything …").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("has been deleted")).to_be_visible()
    assert page.evaluate(NAMES) == [name_of("/guide/other/")]
    assert page.evaluate("Object.keys(localStorage)") == []


def test_two_copies_that_differ_in_capitals_alone_stay_apart(page: Page, site_url: str) -> None:
    origin = site_url.removesuffix("/guide/")
    home = '<link rel="canonical" href="https://council.example/Guide/">'
    page.context.route(
        f"{origin}/Guide/", lambda route: route.fulfill(body=home, content_type="text/html")
    )
    seed(page, "/Guide/", {f"answer/{FIRST}": answer("Of the other copy")}, declared=True)
    page.goto(WORKBOOK)
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    assert stored(page) == {}
    assert values(page, "answer/", name_of("/Guide/")) == {"Of the other copy"}


def test_the_choice_of_colours_holds_under_every_spelling(page: Page, site_url: str) -> None:
    origin = served_as_one(page, site_url)
    for spelling in ("/Guide/", "/guide;jsessionid=A1/", "//guide//"):
        page.goto(f"{origin}{spelling}")
        choose(page, "Colours", "Dark")
        page.goto("")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert page.evaluate("Object.keys(localStorage)") == ["/guide/.__palette"]
        page.evaluate("localStorage.clear()")
