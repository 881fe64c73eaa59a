"""What a leader and those who answer do on the pages of feedback."""

from typing import Any

from playwright.sync_api import Dialog, FilePayload, Locator, Page, expect

from tests.browser.feedback.sealing import Json, Request, made, reply, reply_code
from tests.browser.workbook.records import store

LEADER = "workbooks/feedback/"
GIVE = "workbooks/give-feedback/"
IDS = ("values", "decisions", "practice-and-culture", "partnerships", "buy-in")


def ask(page: Page, title: str = "") -> str:
    """Have the leader's page make a request; gives its link."""
    if LEADER not in page.url:
        page.goto(LEADER)
    before = page.locator("[data-list] [data-link]").count()
    for fold in ("[data-requests]", "[data-make]"):
        opened(page, f"feedback-request {fold}")
    page.get_by_label("Name of the request").fill(title)
    page.get_by_role("button", name="Make a request").click()
    expect(page.locator("[data-list] [data-link]")).to_have_count(before + 1)
    return page.locator("[data-list] [data-link]").first.input_value()


def opened(page: Page, fold: str) -> None:
    """Open what is folded away."""
    page.locator(fold).first.evaluate("(part) => { part.open = true; }")


def question(page: Page, at: int = 0) -> Locator:
    """A question of the page of those who answer."""
    return page.locator("[data-answer]").nth(at)


def comment_on(page: Page, at: int = 0) -> Locator:
    """The field for a comment, which opens."""
    opened(page, f"[data-answer] >> nth={at} >> .give-feedback__comment")
    return question(page, at).get_by_role("textbox")


def answer(page: Page, link: str, rating: int = 4, comment: str = "", group: str = "") -> str:
    """Answer as somebody who was sent the link; gives the code."""
    page.goto(link)
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    for at in range(len(IDS)):
        question(page, at).get_by_role("radio", name=str(rating)).check()
    if comment:
        comment_on(page).fill(comment)
    if group:
        page.get_by_label("How do you work with this person?").select_option(label=group)
    page.get_by_role("button", name="Make my reply code").click()
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_focused()
    return page.get_by_label("Reply code", exact=True).input_value()


def add(page: Page, *codes: str) -> None:
    """Paste codes and have them added."""
    opened(page, "[data-add]")
    page.get_by_label("Reply codes").fill("\n\n".join(codes))
    page.get_by_role("button", name="Add replies").click()


def asked_before_leaving(page: Page) -> list[str]:
    """What the browser asks when one leaves the page."""
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.goto("404.html")
    page.remove_listener("dialog", accept)
    return asked


def file(text: str, name: str = "feedback-reply.txt") -> FilePayload:
    """A file as a person chooses one."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def own(rating: int | None) -> Json:
    """The leader's own ratings, all alike."""
    plain: dict[str, Any] = {"format": 1, "kind": "rating", "rev": 1, "edition": "", "words": "q"}
    record = {**plain, "value": str(rating or ""), "at": "2026-11-20T10:00:00.000Z"}
    return {f"answer/rate-{one}": record for one in IDS}


def holding(page: Page, records: Json, replies: list[Json], title: str = "My team") -> Request:
    """Open the leader's page with one request, replies to it and further records."""
    request = made()
    page.goto("404.html")
    kept = {
        f"reply/{request.id}/{one['id']}": {
            "format": 1,
            **{name: value for name, value in one.items() if name != "id"},
        }
        for one in replies
    }
    store(page, {f"request/{request.id}": request.record(title), **kept, **records})
    page.goto(LEADER)
    expect(page.locator("feedback-request[data-stage]")).to_be_visible()
    return request


def codes(request: Request, number: int) -> list[str]:
    """Codes of as many replies, which comment on the first attribute."""
    return [reply_code(request, reply(3, f"Comment {at}")) for at in range(number)]


def results(page: Page) -> Locator:
    return page.get_by_role("region", name="What others see")
