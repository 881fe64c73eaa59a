"""From a leader's browser to those of others and back, with nothing in between."""

import re

from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import NewContext
from tests.browser.feedback.pages import GIVE, LEADER, add, answer, ask, file, results
from tests.browser.standing.seeds import file as backup_file
from tests.browser.workbook.records import stored

CANARY = "Canary8Wombat"


def test_three_people_answer_and_the_leader_sees_what_they_see(
    page: Page, new_context: NewContext
) -> None:
    link = ask(page, "My team, autumn 2026")
    given = [
        (2, "Ask us sooner.", "I am in their team"),
        (4, "", "I am a peer"),
        (5, "Keep on.", ""),
    ]
    codes = []
    for rating, comment, group in given:
        other = new_context().new_page()
        codes.append(answer(other, link, rating, comment, group))
        assert stored(other) == {}
    add(page, *codes)
    expect(page.get_by_text("3 replies were added.")).to_be_visible()
    shown = results(page)
    expect(shown.get_by_role("heading", name="My team, autumn 2026")).to_be_visible()
    row = shown.get_by_role("row").filter(has_text="Values")
    expect(row.get_by_role("cell")).to_have_text(["not rated yet", "4", "too few", "3"])
    for comment in ("Ask us sooner.", "Keep on."):
        expect(shown.get_by_text(comment)).to_be_visible()
    expect(shown.get_by_role("heading", name="By group")).to_be_hidden()


def test_a_reply_saved_as_a_file_is_added_as_a_file(page: Page, new_context: NewContext) -> None:
    link = ask(page)
    other = new_context().new_page()
    answer(other, link, 3, "From a file")
    with other.expect_download() as download:
        other.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "feedback-reply.txt"
    page.get_by_label("Files").set_input_files(download.value.path())
    expect(page.get_by_text("1 reply was added.")).to_be_visible()
    expect(results(page)).to_contain_text(
        "1 reply so far. You can see the results once you have 3."
    )
    expect(page.get_by_text("From a file")).to_be_hidden()


def test_a_backup_takes_the_key_to_another_browser(page: Page, new_context: NewContext) -> None:
    link = ask(page, "Taken along")
    page.get_by_role("button", name="Save a backup").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save backup").click()
    text = download.value.path().read_text(encoding="utf-8")
    elsewhere = new_context().new_page()
    elsewhere.goto("workbooks/my-workbooks/")
    expect(elsewhere.get_by_label("Backup file")).to_be_visible()
    elsewhere.get_by_label("Backup file").set_input_files(backup_file(text))
    elsewhere.get_by_role("button", name="Restore", exact=True).click()
    expect(elsewhere.get_by_text("The backup has been restored.")).to_be_visible()
    code = answer(new_context().new_page(), link)
    elsewhere.goto(LEADER)
    expect(elsewhere.get_by_role("heading", name="Taken along", level=3).first).to_be_visible()
    add(elsewhere, code)
    expect(elsewhere.get_by_text("1 reply was added.")).to_be_visible()


def test_no_request_and_no_file_of_the_answerer_s_tells_an_answer(
    page: Page, new_context: NewContext
) -> None:
    link = ask(page)
    context = new_context()
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.extend([request.url, str(request.headers), request.post_data or ""])

    context.on("request", note)
    other = context.new_page()
    code = answer(other, link, 4, CANARY)
    other.get_by_role("button", name="Copy reply code").click()
    assert CANARY not in code
    secret = link.partition("#ask=")[2]
    assert [one for one in sent if CANARY in one or secret in one] == []
    kept = other.evaluate(
        "async () => [(await indexedDB.databases()).length, JSON.stringify(localStorage),"
        " JSON.stringify(sessionStorage), document.cookie].join()"
    )
    assert CANARY not in kept
    assert kept.startswith("0,")


def test_the_link_holds_nothing_about_anybody(page: Page) -> None:
    link = ask(page, CANARY)
    assert re.fullmatch(rf".*/{GIVE}#ask=1\.[\w-]{{119}}", link)
    [record] = [one for key, one in stored(page).items() if key.startswith("request/")]
    assert record["title"] == CANARY
    assert CANARY not in link
    page.get_by_role("button", name="Copy text for an email").click()
    mail = page.get_by_label("Text for an email").input_value()
    assert link in mail
    assert CANARY not in mail


def test_a_whole_e_mail_with_quoted_replies_is_taken(page: Page, new_context: NewContext) -> None:
    link = ask(page)
    code = answer(new_context().new_page(), link).replace("\n", "\n> ")
    add(page, f"On Monday somebody wrote:\n> Here it is!\n> {code}\n> Best wishes [from us]")
    expect(page.get_by_text("1 reply was added.")).to_be_visible()
    page.get_by_label("Files").set_input_files([file("a holiday picture", "a.txt")])
    expect(page.get_by_text("a.txt: it has no reply in it.")).to_be_visible()
