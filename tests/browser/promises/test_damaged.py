"""One damaged record does not hide the rest."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.workbook.records import store, stored

SET_ASIDE = "We could not read one saved item"
DAMAGED: list[Any] = [
    "a text",
    17,
    [],
    {},
    {"format": 1, "kind": "text", "value": 5, "rev": 1, "edition": "", "words": "", "at": ""},
    {"format": "one", "kind": "text", "value": "x", "rev": 1},
]


def answer(value: str) -> dict[str, Any]:
    facts = {"edition": "00000000", "words": "As it was", "at": "2026-11-20T09:00:00.000Z"}
    return {"format": 1, "kind": "text", "value": value, "rev": 1, **facts}


def draft(question: str, value: str) -> dict[str, Any]:
    asked = {"id": question, "kind": "text", "edition": "00000000", "words": "As it was"}
    at = "2026-11-20T09:00:00.000Z"
    return {"format": 1, "question": asked, "value": value, "base": None, "sent": None, "at": at}


def ids(page: Page) -> list[str]:
    page.goto("workbooks/self-reflection/")
    questions = page.locator("workbook-question:has(textarea)")
    asked = "(all) => all.map((one) => one.getAttribute('question'))"
    found: list[str] = questions.evaluate_all(asked)
    return found


@pytest.mark.parametrize("record", DAMAGED, ids=lambda record: str(record)[:24])
def test_a_damaged_record_is_put_aside_and_all_others_show(page: Page, record: Any) -> None:
    questions = ids(page)
    records = {f"answer/{one}": answer(f"Answer to {one}") for one in questions}
    store(page, {**records, f"answer/{questions[7]}": record})
    page.reload()
    fields = page.locator("workbook-question textarea")
    expect(fields.last).to_have_value(f"Answer to {questions[-1]}")
    shown = fields.evaluate_all("(fields) => fields.map(({ value }) => value)")
    assert shown == ["" if one == questions[7] else f"Answer to {one}" for one in questions]
    expect(page.get_by_text(SET_ASIDE)).to_be_visible()
    kept = stored(page)
    aside = f"aside/answer/{questions[7]}/"
    assert [kept[key] for key in kept if key.startswith(aside)] == [record]


def test_the_question_can_be_answered_again_and_what_was_put_aside_stays(page: Page) -> None:
    questions = ids(page)
    store(page, {f"answer/{questions[0]}": "damaged"})
    page.reload()
    field = page.locator("workbook-question textarea").first
    expect(page.get_by_text(SET_ASIDE)).to_be_visible()
    field.fill("answered again")
    expect(page.get_by_text("Saved on this device")).to_be_visible()
    page.reload()
    expect(field).to_have_value("answered again")
    kept = stored(page)
    assert "damaged" in kept.values()


def test_damaged_versions_and_drafts_hide_nothing(page: Page) -> None:
    questions = ids(page)
    records = {
        f"answer/{questions[0]}": answer("shown"),
        f"version/{questions[0]}/000000001": "damaged",
        f"other/{questions[0]}/000000001": 5,
        f"draft/{questions[0]}/gone": [],
        "unknown": None,
    }
    store(page, records)
    page.reload()
    expect(page.locator("workbook-question textarea").first).to_have_value("shown")
    page.get_by_role("button", name="1 earlier version").click()
    expect(page.get_by_role("dialog")).to_contain_text("This answer has no earlier versions")
    assert stored(page) == records


@pytest.mark.page_fault("Failed to load resource")
def test_where_the_part_that_mends_cannot_be_loaded_nothing_is_changed(page: Page) -> None:
    first, second, *_ = ids(page)
    damaged = {f"answer/{first}": "damaged", f"draft/{second}/gone": draft(second, "left behind")}
    store(page, damaged)
    page.route("**/js/answers/maintenance.js", lambda route: route.abort())
    page.reload()
    status = page.locator("save-status")
    expect(status.first).to_contain_text(
        "This version of the site cannot show the answer saved here"
    )
    expect(status.nth(2)).to_have_attribute("state", "empty")
    assert stored(page) == damaged
    page.unroute("**/js/answers/maintenance.js")
    page.reload()
    expect(page.locator("workbook-question textarea").nth(1)).to_have_value("left behind")
    expect(page.get_by_text(SET_ASIDE)).to_be_visible()
