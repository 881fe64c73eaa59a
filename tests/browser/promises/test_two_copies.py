"""Two copies of the site on one origin, under two paths, do not touch each other's data."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.workbook.records import stored, values
from tests.support.server import BASE, COPY

NAMES = {BASE: f"five-attributes:{BASE}", COPY: f"five-attributes:{COPY}"}
TEXTS = {BASE: "of the first copy", COPY: "of the other copy"}
CHANGED = ", and changed there alone"
WORKBOOK = "workbooks/self-reflection/"
SAID = re.compile("^Saved")


def field(page: Page) -> Locator:
    return page.locator("workbook-question textarea").first


def ledger(page: Page, base: str) -> dict[str, Any] | None:
    """What the copy under `base` has noted beside its database."""
    noted = page.evaluate("(name) => localStorage.getItem(name)", NAMES[base])
    return None if noted is None else dict(json.loads(noted))


def filled(page: Page, base: str) -> None:
    """Answer the first question of the copy under `base`, and wait until that is noted."""
    page.goto(f"{base}{WORKBOOK}")
    expect(page.locator("save-status").first).to_have_attribute("state", "empty")
    expect(field(page)).to_have_value("")
    field(page).fill(TEXTS[base])
    expect(page.locator("save-status").first).to_have_text(SAID)
    counted = "(name) => JSON.parse(localStorage.getItem(name))?.answers === 1"
    page.wait_for_function(counted, arg=NAMES[base])


@pytest.fixture
def copies(page: Page) -> Page:
    """A page, after a question was answered in both copies."""
    for base in NAMES:
        filled(page, base)
    return page


def test_two_copies_under_two_paths_have_their_own_answers_and_ledgers(copies: Page) -> None:
    other = copies.context.new_page()
    other.goto(f"{BASE}{WORKBOOK}")
    expect(field(other)).to_have_value(TEXTS[BASE])
    field(copies).fill(TEXTS[COPY] + CHANGED)
    field(copies).blur()
    expect(copies.locator("save-status").first).to_have_text(SAID)
    for base, name in NAMES.items():
        text = TEXTS[base] + (CHANGED if base == COPY else "")
        assert values(copies, "answer/", name) == {text}
        noted = ledger(copies, base)
        assert noted is not None
        assert noted["answers"] == 1
        assert noted["last"].startswith(WORKBOOK)
        copies.goto(f"{base}{WORKBOOK}")
        expect(field(copies)).to_have_value(text)
    expect(field(other)).to_have_value(TEXTS[BASE])
    names = copies.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert set(names) == set(NAMES.values())
    keys: list[str] = copies.evaluate("() => Object.keys(localStorage)")
    assert all(any(base in key for base in NAMES) for key in keys), keys


def test_erasing_one_copy_leaves_the_other_whole(copies: Page) -> None:
    before = (stored(copies, NAMES[BASE]), ledger(copies, BASE))
    other = copies.context.new_page()
    other.goto(f"{BASE}{WORKBOOK}")
    expect(field(other)).to_have_value(TEXTS[BASE])
    copies.goto(f"{COPY}workbooks/my-workbooks/")
    copies.get_by_role("button", name="Delete everything …").click()
    copies.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(copies.get_by_text("has been deleted")).to_be_visible()
    assert stored(copies, NAMES[COPY]) == {}
    assert ledger(copies, COPY) is None
    assert (stored(copies, NAMES[BASE]), ledger(copies, BASE)) == before
    expect(field(other)).to_have_value(TEXTS[BASE])
    other.reload()
    expect(field(other)).to_have_value(TEXTS[BASE])
