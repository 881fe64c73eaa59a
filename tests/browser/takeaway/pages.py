"""The workbook's page as a person meets it who wants to take the work away."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import DATABASE

WORKBOOK = "workbooks/self-reflection/"
RATINGS = "workbooks/developing/"
QUESTION = "How are you living out and honouring your values through your work?"
ID = "live-out-your-values"

BLOCKED = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }"
FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }"
SHARED = f"sessionStorage.setItem('{DATABASE}:shared-computer', '')"


def field(page: Page) -> Locator:
    """The field of the workbook's first question."""
    return page.get_by_label(QUESTION, exact=True)


def button(page: Page, name: str) -> Locator:
    """A button by its whole name."""
    return page.get_by_role("button", name=name, exact=True)


def write(page: Page, text: str) -> None:
    """Answer the first question, and wait until that is saved."""
    field(page).fill(text)
    expect(page.locator("save-status").first).to_have_text(re.compile("^(Saved|Not saved: you)"))


def open_menu(page: Page) -> None:
    """Open the menu with the ways to take the workbook away, where it is not open."""
    closed = page.locator(".take-away__menu:not([open]) > summary")
    if closed.count():
        closed.click()


def menu(page: Page) -> Locator:
    """What opens the menu; it shows once its script runs."""
    return page.locator(".take-away__menu > summary")


def choose(page: Page, name: str) -> None:
    """Press a button of the menu."""
    open_menu(page)
    button(page, name).click()


def show_all(page: Page) -> None:
    """Show all parts of the workbook, and not one at a time."""
    page.get_by_role("button", name="Show all questions").click()


def got(page: Page, name: str) -> tuple[str, bytes]:
    """The file that a press of the button hands over: its name and what is in it."""
    if button(page, name).is_hidden():
        open_menu(page)
    with page.expect_download() as download:
        button(page, name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def answer(value: str, **more: Any) -> dict[str, Any]:
    """An answer as it is stored, to the workbook's first question."""
    record = {"format": 1, "kind": "text", "value": value, "rev": 1, "edition": "e0"}
    return {**record, "words": QUESTION, "at": "2026-11-20T10:00:00.000Z", **more}


def ledger(page: Page) -> dict[str, Any] | None:
    """What the browser is known to hold; None where nothing is noted."""
    noted: dict[str, Any] | None = page.evaluate(
        "(name) => JSON.parse(localStorage.getItem(name))", DATABASE
    )
    return noted
