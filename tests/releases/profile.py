"""A browser's profile as a person leaves it behind who has used every part of the workbooks.

Every kind of record that a release can write is written here by its own pages. Only
the file that a copy is kept in is missing: a browser's hold on a file is no text.
"""

import re
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.feedback.pages import LEADER, add, ask
from tests.browser.feedback.pages import answer as reply_to
from tests.browser.standing.seeds import HERE, answer, backup
from tests.browser.workbook.records import DATABASE, store, stored
from tests.browser.workbook.shelves import PAGE as RECRUITING
from tests.browser.workbook.shelves import POST, all_of_them, ask_name, write

ELSEWHERE = "about/glossary/"
SCORING = "workbooks/scoring/"
CHECK = "workbooks/will-this-browser-keep-my-work/"
SECONDS = 10
DAMAGED = {"format": "damaged"}
# The other tab hears of nothing, as when both save at the same moment.
DEAF = "BroadcastChannel.prototype.postMessage = () => {}"
# All parts of a workbook, and not one at a time.
SHOW_ALL = """() => document.querySelector("form[data-view=one] button[data-all]")?.click()"""
FOLDS = (
    """() => { for (const one of document.querySelectorAll("article details")) one.open = true; }"""
)
LOCAL = """(name) => Object.fromEntries(Object.entries(localStorage)
    .filter(([key]) => key.startsWith(name))
    .map(([key, text]) => [key.slice(name.length), text]))"""


class Person:
    """Somebody at the copy that is served at `address` and lies in `site`."""

    def __init__(self, context: BrowserContext, address: str, site: Path) -> None:
        self._context, self._address = context, address
        self._page = context.new_page()
        self._workbooks = {
            page.parent.relative_to(site).as_posix() + "/": re.findall(
                r'<workbook-question[^>]* question="([^"]+)"', page.read_text(encoding="utf-8")
            )
            for page in sorted(site.glob("workbooks/*/index.html"))
        }

    def work(self) -> dict[str, Any]:
        """Use every part of the workbooks; gives what the browser holds then."""
        path = "workbooks/self-reflection/"
        damaged, changed, cleared, contested, brought, left = self._workbooks[path][:6]
        self._find_damage(path, damaged)
        for workbook, questions in self._workbooks.items():
            self._answer(workbook, [one for one in questions if one != brought])
        self._change(path, changed, ["We decide with families.", "Nobody asked our partners."])
        self._change(path, cleared, [""])
        self._contest(path, contested)
        self._keep_profile()
        self._ask_others()
        self._name_workbook()
        self._begin_round(path, contested)
        self._score_candidate()
        self._restore(brought)
        self._check_browser()
        self._leave(path, left)
        return {"records": stored(self._page), "local": self._local()}

    def _local(self) -> dict[str, str]:
        local: dict[str, str] = self._page.evaluate(LOCAL, DATABASE)
        return local

    def _held(self) -> list[str]:
        """The keys of all that the browser holds, in the database or in local storage."""
        return [*stored(self._page), *self._local()]

    def _goto(self, path: str, page: Page | None = None) -> None:
        (page or self._page).goto(self._address + path)

    def _question(self, own: str, page: Page | None = None) -> Locator:
        return (page or self._page).locator(f'workbook-question[question="{own}"]')

    def _find_damage(self, path: str, own: str) -> None:
        self._goto(ELSEWHERE)
        store(self._page, {f"answer/{own}": DAMAGED})
        self._goto(path)
        expect(self._page.get_by_text("We could not read one saved item")).to_be_visible()

    def _answer(self, path: str, ids: list[str]) -> None:
        self._open(path)
        for number, own in enumerate(ids):
            self._give(self._question(own), number, f"What I think of {own}.\n\n– “Us” & them ✓")

    def _open(self, path: str, page: Page | None = None) -> None:
        """Open a workbook with all its questions in sight."""
        self._goto(path, page)
        shown = page or self._page
        if shown.locator("workbook-question").count():
            settled = shown.locator("workbook-question save-status").last
            expect(settled).not_to_have_attribute("state", "loading")
        _show_all(shown)
        shown.evaluate(FOLDS)

    def _give(self, question: Locator, number: int, text: str) -> None:
        """Answer a question of any kind."""
        if question.get_by_role("radio").count():
            question.get_by_role("radio").nth(number % 5).check()
        elif question.get_by_role("checkbox").count():
            question.get_by_role("checkbox").nth(number % 5).check()
        elif question.locator("input[type=date]").count():
            question.locator("input[type=date]").fill("2027-06-01")
        else:
            question.get_by_role("textbox").fill(text)
        _saved(question)

    def _change(self, path: str, own: str, texts: list[str]) -> None:
        self._open(path)
        for text in texts:
            expect(self._question(own).get_by_role("textbox")).not_to_have_value("")
            self._question(own).get_by_role("textbox").fill(text)
            _saved(self._question(own), text)

    def _contest(self, path: str, own: str) -> None:
        self._context.add_init_script(DEAF)
        tabs = [self._context.new_page() for _ in range(2)]
        for tab in tabs:
            self._open(path, tab)
            expect(self._question(own, tab).get_by_role("textbox")).not_to_have_value("")
        for tab, text in zip(tabs, ("In the first tab.", "In the second tab."), strict=True):
            self._question(own, tab).get_by_role("textbox").fill(text)
            _saved(self._question(own, tab))
        expect(tabs[1].get_by_text("You have 2 versions of this answer")).to_be_visible()
        for tab in tabs:
            tab.close()

    def _keep_profile(self) -> None:
        self._goto("workbooks/profile/")
        self._page.get_by_label("Title").fill("After the summer")
        self._page.get_by_label("Note to yourself").fill("More of us decide now.")
        self._page.get_by_role("button", name="Save snapshot").click()
        expect(self._page.get_by_role("button", name="Delete After the summer")).to_be_visible()

    def _ask_others(self) -> None:
        self._goto(LEADER)
        link = ask(self._page, "My team")
        self._goto(ELSEWHERE)
        code = reply_to(self._page, link, 4, "You listen to families.", "I am in their team")
        self._goto(LEADER)
        add(self._page, code)
        expect(self._page.get_by_text("1 reply was added.")).to_be_visible()

    def _name_workbook(self) -> None:
        self._goto(RECRUITING)
        all_of_them(self._page).get_by_role("button", name="Start a new workbook").click()
        ask_name(self._page, POST, "Start a new workbook", "Create workbook")
        expect(self._page.locator(".shelf__name")).to_have_text(POST)
        write(self._page, "For this post we look for somebody who listens.")

    def _begin_round(self, path: str, own: str) -> None:
        """Work through a workbook again, with what was written last time beside it."""
        self._goto(path)
        self._page.locator("details.shelf__all > summary").click()
        self._page.get_by_role("button", name="Start round 2").click()
        self._page.get_by_role("button", name="Start the round").click()
        expect(self._page.locator(".shelf__opened")).to_be_visible()
        _show_all(self._page)
        self._give(self._question(own), 0, "In the second round.")

    def _score_candidate(self) -> None:
        self._goto(SCORING)
        self._page.get_by_role("button", name="Start a sheet for a candidate").first.click()
        self._page.get_by_role("dialog").get_by_role("button", name="Start the sheet").click()
        expect(self._page.locator(".shelf__opened")).to_be_visible()
        _show_all(self._page)
        for number, own in enumerate(self._workbooks[SCORING][:2]):
            self._give(self._question(own), number + 1, "Gave an example from practice.")

    def _restore(self, own: str) -> None:
        self._goto(HERE)
        expect(self._page.get_by_label("Backup file")).to_be_visible()
        brought = backup(self._page, {f"answer/{own}": answer("Brought from elsewhere.", 20)})
        self._page.get_by_label("Backup file").set_input_files(brought)
        self._page.get_by_role("button", name="Restore", exact=True).click()
        expect(self._page.get_by_text("The backup has been restored.")).to_be_visible()

    def _check_browser(self) -> None:
        self._goto(CHECK)
        self._page.get_by_role("button", name="Start the check").click()
        expect(self._page.get_by_role("link", name="#check-")).to_be_visible()

    def _leave(self, path: str, own: str) -> None:
        """Go from the page right after the last key, for one that takes nothing up."""
        self._open(path)
        field = self._question(own).get_by_role("textbox")
        expect(field).not_to_have_value("")
        field.fill("Written at the last moment.")
        self._goto(ELSEWHERE)
        ends = time.monotonic() + SECONDS
        while not any(key.lstrip(":").startswith("draft/") for key in self._held()):
            assert time.monotonic() < ends, "the page left no draft"


def _show_all(page: Page) -> None:
    """Show all parts of a workbook, once one of them is shown."""
    if page.locator("workbook-parts").count():
        page.locator("form[data-view=one]").wait_for()
    page.evaluate(SHOW_ALL)


def _saved(question: Locator, text: str = "there") -> None:
    status = question.locator("save-status")
    if text:
        expect(status).to_have_text(re.compile("^Saved"))
    else:
        expect(status).to_have_attribute("state", "empty")
