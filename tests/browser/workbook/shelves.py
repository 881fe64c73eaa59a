"""What the tests of named workbooks share: records of them, and the ways through their pages."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import store
from tests.support.status import READY

PAGE = "workbooks/recruiting/"
FIRST = "recruit-say-what-we-value"
SECOND = "recruit-honest-picture"
ONE, OTHER = "a1b2c3d4e5f6g7h8", "z9y8x7w6v5u4t3s2"
POST = "Assistant Director, spring 2027"
AT = "2026-11-21T12:00:00.000Z"


def shelved(title: str = POST, **more: Any) -> dict[str, Any]:
    """The record of a named workbook."""
    return {"format": 1, "title": title, "at": AT, "edited": AT, "archived": False, **more}


def answered(value: str, **more: Any) -> dict[str, Any]:
    """The record of an answer in words."""
    about = {"format": 1, "kind": "text", "value": value, "rev": 1, "edition": "", "at": AT}
    return {**about, "words": f"The question about {value}", **more}


def holding(page: Page, records: dict[str, Any]) -> None:
    """Have the browser hold these records before any page of the workbooks is opened."""
    page.goto("404.html")
    store(page, records)


def named(identity: str = ONE) -> str:
    """The address of a named workbook."""
    return f"{PAGE}?workbook={identity}"


def all_of_them(page: Page) -> Locator:
    """The part of the page that lists the named workbooks, open."""
    summary = page.get_by_text("Recruiting for more than one post?")
    part = page.locator("details").filter(has=summary)
    if part.get_attribute("open") is None:
        summary.click()
    page.wait_for_function("() => customElements.get('workbook-shelf') !== undefined")
    return part


def item(page: Page, title: str) -> Locator:
    """A named workbook in the list, or the one without a name."""
    return all_of_them(page).get_by_role("listitem").filter(has_text=title)


def first_field(page: Page) -> Locator:
    """The field of the workbook's first question."""
    return page.locator(f'workbook-question[question="{FIRST}"]').get_by_role("textbox")


def status(page: Page) -> Locator:
    """The words about saving beside that field."""
    return page.locator(f'workbook-question[question="{FIRST}"] save-status')


def write(page: Page, text: str) -> None:
    """Answer the workbook's first question, and wait until it is saved."""
    expect(status(page)).to_have_attribute("state", READY)
    first_field(page).fill(text)
    expect(status(page)).to_have_text("Saved on this device")


def ask_name(page: Page, title: str, heading: str, button: str) -> None:
    """Answer the dialog that asks for a name."""
    dialog = page.get_by_role("dialog", name=heading)
    expect(dialog.get_by_label("Name of the workbook")).to_be_focused()
    dialog.get_by_label("Name of the workbook").fill(title)
    dialog.get_by_role("button", name=button).click()
