"""Where a page's scripts do not come or do not run, it says so, and asks before words are lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Locator, Page, Route, expect

from tests.browser.test_access import faults_of
from tests.browser.workbook.records import store
from tests.browser.workbook.shelves import ONE, shelved

# Scripts are kept from coming on purpose.
pytestmark = pytest.mark.page_fault(
    "Failed to load resource|Failed to fetch|SyntaxError|Unexpected|broken on purpose"
    "|of undefined|ERR_"
)

WORDS = "We agreed the vision with our partners."
NOT_SAVED = "Nothing you type here is saved yet"
NO_REPLY = "This page cannot make a reply yet"
RATINGS = "workbooks/developing/"
NAMED = f"workbooks/recruiting/?workbook={ONE}"
GIVE = "workbooks/give-feedback/"
WORKBOOK = "workbooks/self-reflection/"
PAGES = (WORKBOOK, "workbooks/recruiting/", NAMED, RATINGS, "framework/values/")
ELSEWHERE = "about/glossary/"


def scripts(name: str) -> re.Pattern[str]:
    """The addresses of a script of ours."""
    return re.compile(rf"/assets[^/]*/js/{re.escape(name)}$")


def missing(name: str) -> Callable[[Page], None]:
    def bring_about(page: Page) -> None:
        page.route(scripts(name), lambda route: route.fulfill(status=404, body=""))

    return bring_about


def instead(name: str, body: str) -> Callable[[Page], None]:
    def bring_about(page: Page) -> None:
        def fulfil(route: Route) -> None:
            route.fulfill(body=body, content_type="text/javascript")

        page.route(scripts(name), fulfil)

    return bring_about


def disconnected(page: Page) -> None:
    """The page's text has come, and nothing after it."""
    page.route(re.compile(r"\.js$"), lambda route: route.abort("internetdisconnected"))


def disconnected_later(page: Page) -> None:
    """Classic scripts have come, and no module."""
    modules = re.compile(r"/js/(?!material/|bundles/frame|answers/not-running\.js)")
    page.route(modules, lambda route: route.abort("internetdisconnected"))


def no_elements(page: Page) -> None:
    page.add_init_script("delete globalThis.customElements; customElements = undefined;")


KINDS = {
    "the first module is missing": missing("main.js"),
    "a module that all import is missing": missing("bundles/page.js"),
    "a question's own module is missing": missing("bundles/answers.js"),
    "syntax that the browser does not know": instead("bundles/answers.js", "const new syntax = 1;"),
    "an exception at a module's top level": instead(
        "bundles/answers.js", "throw new Error('broken on purpose');"
    ),
    "the connection is lost": disconnected_later,
    "there are no custom elements": no_elements,
}


def opened(page: Page, path: str) -> None:
    """The page, with the named workbook there where one is asked for."""
    if path == NAMED:
        page.goto("404.html")
        store(page, {f"shelf/recruiting/{ONE}": shelved()})
    page.goto(path)


def notice(page: Page, title: str = NOT_SAVED) -> Locator:
    return page.get_by_role("alert").filter(has_text=title)


def asked_on_leaving(page: Page) -> bool:
    """Whether the browser asks before it goes to another page; it then stays."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with page.expect_event("dialog"):
        page.evaluate("(to) => { setTimeout(() => location.assign(to)); }", f"/guide/{ELSEWHERE}")
    return asked == ["beforeunload"]


def fill(page: Page) -> None:
    """Type into the first field, or choose the first rating."""
    field = page.locator("workbook-question textarea, workbook-question input[type=radio]").first
    if field.get_attribute("type") == "radio":
        page.locator("workbook-question .rating").first.click()
    else:
        field.click()
        field.press_sequentially(WORDS[:10])


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_without_its_scripts_says_so_and_asks_before_words_are_lost(
    page: Page, kind: str
) -> None:
    KINDS[kind](page)
    page.goto(WORKBOOK)
    expect(notice(page)).to_be_visible()
    fill(page)
    assert asked_on_leaving(page)
    assert faults_of(page) == []


@pytest.mark.parametrize("path", PAGES[1:])
def test_each_page_with_questions_says_so_and_asks(page: Page, path: str) -> None:
    KINDS["a question's own module is missing"](page)
    opened(page, path)
    expect(notice(page)).to_be_visible()
    fill(page)
    assert asked_on_leaving(page)


@pytest.mark.parametrize("path", [WORKBOOK, "framework/values/"])
def test_where_no_script_at_all_has_come_the_notice_is_there(page: Page, path: str) -> None:
    opened(page, path)
    disconnected(page)
    page.reload()
    expect(notice(page)).to_be_visible()


@pytest.mark.parametrize("name", ["feedback/give-feedback.js", "bundles/feedback.js", "main.js"])
def test_the_page_for_giving_feedback_says_that_it_cannot_make_a_reply(
    page: Page, name: str
) -> None:
    missing(name)(page)
    page.goto(GIVE)
    expect(notice(page, NO_REPLY)).to_be_visible()
    assert faults_of(page) == []


@pytest.mark.parametrize("path", [WORKBOOK, NAMED, GIVE])
def test_a_page_whose_scripts_have_come_never_shows_the_notice(page: Page, path: str) -> None:
    page.add_init_script(
        """addEventListener("animationstart", ({ target }) => {
            if (target.dataset.notice === "not-ready") globalThis.shown = true;
        }, true);"""
    )
    opened(page, path)
    expect(page.locator('[data-notice="not-ready"]')).to_have_attribute("hidden", "")
    assert not page.evaluate("() => Boolean(globalThis.shown)")


def test_words_that_came_before_a_slow_script_are_saved_and_nothing_is_asked(page: Page) -> None:
    held: list[Route] = []
    page.route(scripts("bundles/answers.js"), lambda route: held.append(route))
    page.goto(WORKBOOK, wait_until="commit")
    expect(notice(page)).to_be_visible()
    fill(page)
    held[0].continue_()
    expect(page.locator("save-status").first).to_have_text(re.compile("^Saved"))
    expect(notice(page)).to_be_hidden()
    page.unroute_all()
    page.goto(ELSEWHERE)
    page.goto(WORKBOOK)
    expect(page.locator("workbook-question textarea").first).to_have_value(WORDS[:10])


def test_without_javascript_other_words_say_that_nothing_is_saved(new_context: Callable) -> None:  # type: ignore[type-arg]
    page = new_context(java_script_enabled=False).new_page()
    page.goto(WORKBOOK)
    expect(page.locator("noscript .notice__title")).to_be_visible()
    expect(page.locator('[data-notice="not-ready"]')).to_be_hidden()


@pytest.mark.parametrize("path", [WORKBOOK, GIVE])
def test_leaving_is_asked_about_in_the_way_that_older_browsers_heed(page: Page, path: str) -> None:
    """Chrome before 119 asks only where the event is given a `returnValue`."""
    KINDS["the first module is missing"](page)
    page.goto(path)
    page.evaluate(
        """() => {
            for (const field of document.querySelectorAll("textarea")) field.value = "Typed";
            document.querySelector("textarea").dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    left = """() => {
        const event = document.createEvent("BeforeUnloadEvent");
        event.initEvent("beforeunload", false, true);
        dispatchEvent(event);
        return event.returnValue;
    }"""
    assert page.evaluate(left) == "unsaved"
