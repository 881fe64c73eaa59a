"""Each state of the pages is sound for axe, wide and narrow, in both schemes, and big enough."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standing.seeds import (
    FIRST,
    HERE,
    RATING,
    SECOND,
    answer,
    backup,
    file,
    holding,
)
from tests.support.axe import faults_in_both_schemes

CHECK = "workbooks/will-this-browser-keep-my-work/"
HELD = {
    f"answer/{FIRST}": answer("Mine", 10),
    "answer/no-longer-asked": answer("Still mine"),
    "aside/odd/tab": "a text",
}
BROUGHT = {f"answer/{FIRST}": answer("Theirs", 15, 3), f"answer/{SECOND}": answer("More", 15)}
LEDGER = {"answers": 1, "since": "2025-11-01T10:00:00Z", "last": f"workbooks/developing/#{RATING}"}
LOW = """() => [...document.querySelectorAll(
    "article :is(.button, summary, input:not([type='checkbox'])), .resume__link, .check__link a")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
    .map((one) => `${one.tagName}.${one.className}`)"""


@pytest.fixture(params=[1280, 320])
def sized(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page in a window of each width."""
    page.set_viewport_size({"width": request.param, "height": 900})
    return page


def faults(page: Page, state: str) -> Iterator[str]:
    """What is wrong with the page as it stands."""
    yield from (f"{state}, {fault}" for fault in faults_in_both_schemes(page))
    yield from (f"{state}: {target} is too low" for target in page.evaluate(LOW))
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"{state}: scrolls sideways"


def test_restoring_is_sound_in_each_step(sized: Page) -> None:
    holding(sized, HELD, **LEDGER)
    sized.goto(HERE)
    chooser = sized.get_by_label("Backup file")
    expect(chooser).to_be_visible()
    expect(sized.get_by_text("It is time for a backup")).to_be_visible()
    expect(sized.get_by_role("region", name="Earlier questions")).to_be_visible()
    chooser.set_input_files(backup(sized, BROUGHT))
    sized.get_by_text("1 answer will be added").click()
    found = list(faults(sized, "preview"))
    sized.get_by_role("button", name="Restore", exact=True).click()
    expect(sized.get_by_role("button", name="Undo this restore")).to_be_visible()
    found += faults(sized, "done")
    chooser.set_input_files(file("no backup"))
    expect(sized.get_by_text("Nothing was restored", exact=True)).to_be_visible()
    found += faults(sized, "refused")
    chooser.set_input_files(backup(sized, BROUGHT, "open sesame"))
    sized.get_by_role("button", name="Open the backup").click()
    expect(sized.get_by_role("alert").filter(has_text="not the passphrase")).to_be_visible()
    assert found + list(faults(sized, "passphrase")) == []


def test_erasing_and_resuming_are_sound(sized: Page) -> None:
    holding(sized, HELD, **LEDGER)
    sized.goto("")
    expect(sized.get_by_role("link", name="Continue where you left off")).to_be_visible()
    found = list(faults(sized, "home"))
    sized.goto(HERE)
    sized.get_by_role("button", name="Delete everything …").click()
    found += faults(sized, "asking")
    sized.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(sized.get_by_text("has been deleted.")).to_be_visible()
    found += faults(sized, "erased")
    sized.get_by_role("button", name="Do not save in this browser").click()
    expect(sized.get_by_role("button", name="Save answers in this browser")).to_be_visible()
    assert found + list(faults(sized, "shared")) == []


def test_the_browser_check_is_sound_in_each_step(sized: Page) -> None:
    sized.goto(CHECK)
    sized.get_by_role("button", name="Start the check").click()
    expect(sized.get_by_role("heading", name="Step 2")).to_be_focused()
    found = list(faults(sized, "written"))
    sized.reload()
    expect(sized.get_by_role("heading", name="You may not have closed")).to_be_focused()
    found += faults(sized, "same tab")
    sized.evaluate("() => sessionStorage.clear()")
    sized.reload()
    expect(sized.get_by_role("heading", name="This browser kept your work")).to_be_focused()
    found += faults(sized, "kept")
    sized.goto("404.html")
    sized.goto(f"{CHECK}#check-9763890000")
    expect(sized.get_by_role("heading", name="This browser did not keep your work")).to_be_focused()
    assert found + list(faults(sized, "gone")) == []


def test_all_of_it_works_by_keyboard(page: Page) -> None:
    holding(page, HELD, **LEDGER)
    page.goto(HERE)
    for name in ("Save a backup", "Save these items", "Do not save", "Delete everything"):
        button = page.get_by_role("article").get_by_role("button", name=name).first
        button.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(button).to_be_focused()
        assert button.evaluate("(one) => getComputedStyle(one).outlineStyle") != "none"
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Delete everything from this browser?")
    expect(dialog.get_by_role("button", name="Save a backup first")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Delete everything …")).to_be_focused()
