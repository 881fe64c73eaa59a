"""The page of those who answer: it looks at the link first, and keeps nothing."""

import json
import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.feedback.pages import (
    GIVE,
    answer,
    ask,
    asked_before_leaving,
    comment_on,
    question,
)
from tests.browser.feedback.sealing import made, sealed_in, unseal

NO_CRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
REQUEST = made()
LINK = f"{GIVE}{REQUEST.link}"
HOSTILE = {
    "cut short": ("#ask=1.AAAA", "This link is incomplete"),
    "without its last letter": (REQUEST.link[:-1], "This link is incomplete"),
    "markup": ("#ask=<script>document.title='pwned'</script>", "This link is incomplete"),
    "a script's address": ("#ask=javascript:alert(1)", "This link is incomplete"),
    "far too long": ("#ask=1." + "A" * 100_000, "This link is incomplete"),
    "of a newer version": (
        REQUEST.link.replace("=1.", "=2."),
        "This link comes from a newer version",
    ),
}


@pytest.mark.parametrize("link", HOSTILE)
def test_a_link_that_is_not_whole_shows_a_refusal_and_nothing_else(page: Page, link: str) -> None:
    fragment, words = HOSTILE[link]
    page.goto(f"{GIVE}{fragment}")
    expect(page.get_by_role("alert").get_by_text(words)).to_be_visible()
    expect(page.get_by_role("button", name="Make my reply code")).to_be_hidden()
    expect(question(page)).to_be_hidden()
    expect(page).to_have_title("Give feedback - Five attributes of effective leadership")


def test_without_a_link_the_page_shows_what_people_see_and_makes_no_reply(page: Page) -> None:
    page.goto("workbooks/feedback/")
    page.get_by_text("How it works").click()
    page.get_by_role("link", name="See what they will see").click()
    expect(page.get_by_text("Preview: what people see when they answer")).to_be_visible()
    expect(question(page)).to_be_visible()
    expect(page.get_by_role("button", name="Make my reply code")).to_be_hidden()


def test_the_page_says_who_will_see_the_answers_and_whom_not_to_name(page: Page) -> None:
    page.goto(LINK)
    for fold in ("Who sees it, and what is saved", "Example"):
        page.get_by_text(fold).first.click()
    for words in (
        "the person who sent you the link, and anyone they show them to",
        "in a small group, what you write may show who you are",
        "Do not write anything that could identify a child",
        "this guide’s adaptation of the report’s",
        "A leader who rates themselves 5 might say",
        "at most 5,000 characters",
    ):
        expect(page.get_by_text(words).first).to_be_visible()


def test_the_reply_holds_what_was_answered(page: Page) -> None:
    page.goto(LINK)
    question(page, 0).get_by_role("radio", name="2").check()
    comment = comment_on(page, 0)
    comment.evaluate("(field) => { field.value = '  Two\\r\\nlines\\ud83d '; }")
    question(page, 1).get_by_role("radio", name="I cannot say").check()
    question(page, 4).get_by_role("radio", name="5").check()
    page.get_by_label("How do you work with this person?").select_option(label="I am a peer")
    page.get_by_role("button", name="Make my reply code").click()
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_focused()
    sealed = unseal(REQUEST, sealed_in(page.get_by_label("Reply code", exact=True).input_value()))
    reply = json.loads(sealed)
    assert reply["group"] == "peer"
    assert list(reply["answers"].values()) == [
        {"rating": 2, "comment": "Two\nlines\ufffd"},
        {"rating": None, "comment": ""},
        {"rating": None, "comment": ""},
        {"rating": None, "comment": ""},
        {"rating": 5, "comment": ""},
    ]


def test_a_reply_changed_on_the_page_stays_one_reply(page: Page) -> None:
    first = json.loads(unseal(REQUEST, sealed_in(answer(page, LINK, 2))))
    page.get_by_role("button", name="Change my answers").click()
    question(page, 0).get_by_role("radio", name="5").check()
    page.get_by_role("button", name="Make my reply code").click()
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_focused()
    second = json.loads(
        unseal(REQUEST, sealed_in(page.get_by_label("Reply code", exact=True).input_value()))
    )
    assert second["id"] == first["id"]
    assert second["answers"]["values"]["rating"] == 5


def test_an_empty_reply_and_a_comment_that_is_too_long_are_not_made(page: Page) -> None:
    page.goto(LINK)
    make = page.get_by_role("button", name="Make my reply code")
    make.click()
    expect(page.get_by_text("Your reply is empty.")).to_be_visible()
    comment = comment_on(page)
    comment.fill("x" * 5003)
    expect(page.get_by_text("Your reply is empty.")).to_be_hidden()
    expect(page.get_by_text("5,003 characters are too many: at most 5,000.")).to_be_visible()
    make.click()
    expect(page.get_by_text("A comment is too long.")).to_be_visible()
    expect(comment).to_be_in_viewport()
    comment.fill("x" * 5000)
    make.click()
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_visible()


def test_without_the_means_to_encrypt_the_page_says_so(page: Page) -> None:
    page.add_init_script(NO_CRYPTO)
    page.goto(LINK)
    expect(page.get_by_text("You cannot encrypt a reply here")).to_be_visible()
    expect(page.get_by_role("button", name="Make my reply code")).to_be_hidden()


def test_the_browser_asks_before_answers_are_lost(page: Page) -> None:
    page.goto(LINK)
    comment_on(page).click()
    comment_on(page).press_sequentially("Mine")
    assert asked_before_leaving(page) == ["beforeunload"]
    answer(page, LINK)
    assert asked_before_leaving(page) == ["beforeunload"]


def test_the_browser_asks_before_a_text_is_lost_that_a_program_put_in_unheard(page: Page) -> None:
    page.goto(LINK)
    comment_on(page).click()
    comment_on(page).evaluate("(field) => { field.value = 'Dictated'; }")
    assert asked_before_leaving(page) == ["beforeunload"]


def test_the_browser_asks_before_a_rating_is_lost_that_a_program_chose_after_the_reply(
    page: Page,
) -> None:
    answer(page, LINK)
    with page.expect_download():
        page.get_by_role("button", name="Save as a file").click()
    page.get_by_role("button", name="Change my answers").click()
    question(page).get_by_role("radio", name="1").evaluate("(radio) => { radio.checked = true; }")
    assert asked_before_leaving(page) == ["beforeunload"]


def test_a_comment_that_a_program_put_in_is_called_too_long_at_once(page: Page) -> None:
    page.goto(LINK)
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    comment_on(page).evaluate(
        """(field) => {
            field.value = "x".repeat(5003);
            field.dispatchEvent(new Event("change"));
        }"""
    )
    expect(page.get_by_text("5,003 characters are too many: at most 5,000.")).to_be_visible()


def test_the_browser_lets_one_go_who_has_the_reply(page: Page) -> None:
    answer(page, LINK)
    with page.expect_download():
        page.get_by_role("button", name="Save as a file").click()
    assert asked_before_leaving(page) == []


def test_answers_are_gone_when_the_page_is_opened_again(page: Page) -> None:
    answer(page, LINK, 4, "Not kept")
    with page.expect_download():
        page.get_by_role("button", name="Save as a file").click()
    page.reload()
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    expect(comment_on(page)).to_have_value("")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_whoever_comes_back_to_the_page_finds_no_answers(page: Page) -> None:
    page.goto(LINK)
    comment_on(page).fill("Not for you")
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(comment_on(page)).to_have_value("")
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()


def test_a_copy_for_oneself_is_made_only_when_one_asks(page: Page) -> None:
    answer(page, LINK, 4, "A word")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers as a text file").click()
    assert download.value.suggested_filename == "feedback-answers.txt"
    text = download.value.path().read_text(encoding="utf-8")
    assert "Rating: 4 of 5" in text
    assert "A word" in text


@pytest.mark.parametrize("address", [GIVE, "workbooks/feedback/"])
def test_without_script_the_page_reads_and_says_what_script_adds(
    new_context: NewContext, address: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address)
    adds = page.locator("noscript p").first
    expect(adds).to_contain_text("needs JavaScript")
    if address == GIVE:
        expect(question(page)).to_be_visible()
    expect(page.get_by_role("button", name="Make")).to_have_count(0)


OTHER = f"#ask={made().link.partition('=')[2]}"
TURN = "(link) => { location.hash = link; }"


def test_another_link_in_the_same_tab_begins_with_empty_fields_after_asking(page: Page) -> None:
    page.goto(LINK)
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    question(page).get_by_role("radio", name="2").check()
    comment_on(page).press_sequentially("About the first")
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    with page.expect_event("load"):
        page.evaluate(TURN, OTHER)
    assert asked == ["beforeunload"]
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    expect(comment_on(page)).to_have_value("")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_whoever_stays_with_what_was_typed_replies_to_the_first_link(page: Page) -> None:
    page.goto(LINK)
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    comment_on(page).press_sequentially("About the first")
    with page.expect_event("dialog") as dialog:
        page.evaluate(TURN, OTHER)
    dialog.value.dismiss()
    page.get_by_role("button", name="Make my reply code").click()
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_focused()
    reply = json.loads(
        unseal(REQUEST, sealed_in(page.get_by_label("Reply code", exact=True).input_value()))
    )
    assert reply["answers"]["values"]["comment"] == "About the first"
    page.on("dialog", lambda dialog: dialog.accept())


def test_going_to_a_place_on_the_page_leaves_the_link_and_the_answers(page: Page) -> None:
    page.goto(LINK)
    comment_on(page).fill("Mine")
    page.evaluate(TURN, "#your-view")
    expect(page).to_have_url(re.compile("#your-view$"))
    page.get_by_role("button", name="Make my reply code").click()
    expect(page.get_by_role("heading", name="Your reply code is ready")).to_be_focused()


def test_each_comment_says_what_it_is_on(page: Page) -> None:
    page.goto(LINK)
    for summary in page.get_by_text("Add a comment").all():
        summary.click()
    comment = question(page).get_by_role("textbox")
    expect(comment).to_have_accessible_name(re.compile(r"^Comment on \S.* \(optional\)$"))
    names = page.get_by_role("textbox", name=re.compile("^Comment on "))
    expect(names).to_have_count(5)
    assert len({one.evaluate("(field) => field.labels[0].textContent") for one in names.all()}) == 5


def test_the_link_bears_the_leader_s_name_where_it_was_given(page: Page) -> None:
    page.goto("workbooks/feedback/")
    page.get_by_label("Your first name").fill("Mary-Ann O’Brien (she/her)")
    link = ask(page)
    mail = parse_qs(urlsplit(mail_of(page, "Write an email with the link")).query)
    assert link in mail["body"][0]
    assert mail["body"][0].endswith("Thank you.\r\nMary-Ann O’Brien (she/her)")
    assert re.fullmatch(r"[\w=.&%-]+", link.partition("#")[2])
    page.goto("404.html")
    page.goto(link)
    asked = page.locator("[data-asked]")
    expect(asked).to_have_text(
        "Mary-Ann O’Brien (she/her) asks for your view. The name comes from the link."
    )


def test_a_name_in_a_link_is_shown_as_the_text_it_is_and_not_at_any_length(page: Page) -> None:
    page.goto(f"{LINK}&from=%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E{'x' * 90}")
    asked = page.locator("[data-asked] bdi")
    expect(asked).to_contain_text("<img src=x onerror=alert(1)>xxx")
    assert len(asked.inner_text()) == 40
    assert page.locator("[data-asked] img").count() == 0


def test_a_name_turns_no_words_around(page: Page) -> None:
    page.goto(f"{LINK}&from=%E2%81%A9%E2%80%AEAnna")
    expect(page.locator("[data-asked] bdi")).to_have_text("Anna")


def test_what_was_answered_before_the_email_was_pasted_stays(page: Page) -> None:
    page.goto(GIVE)
    link = f"{page.url}{REQUEST.link}"
    question(page).get_by_role("radio", name="4").check()
    comment_on(page).fill("Hears all sides")
    news = "See https://news.example/?x=1&from=newsletter"
    page.get_by_label("Paste the email that you were sent").fill(f"{news}\n{link}\n")
    page.get_by_role("button", name="Open the link").click()
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    expect(page.get_by_role("heading", name="How do you see them")).to_be_focused()
    expect(page.locator("[data-asked]")).to_be_hidden()
    expect(question(page).get_by_role("radio", name="4")).to_be_checked()
    expect(question(page).get_by_role("textbox")).to_have_value("Hears all sides")


def test_without_a_name_nobody_is_named(page: Page) -> None:
    page.goto(LINK)
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    expect(page.locator("[data-asked]")).to_be_hidden()


def mangled(link: str) -> dict[str, str]:
    """The link in a mail, as mail programs break it."""
    address, token = link.split("#ask=1.")
    head = f"{address}#ask=1."
    half = len(token) // 3
    quoted = f"{address}#ask=3D1.{token[:half]}=\n{token[half:]}"
    return {
        "a whole mail": f"Please answer.\n\nOpen this link:\n{link}\n\nThank you.",
        "quoted and broken": f"> Open:\n> {head}{token[:half]}\n> {token[half:]}\n>\n> Thanks.",
        "between angles": f"Open <{link}> soon",
        "quoted-printable": quoted.replace("from=", "from=3D"),
        "behind another": f"https://guard.example/?url={quote(link, safe='')}&data=05",
        "in HTML": f'<a href="{link.replace("&", "&amp;")}">{head}<wbr>{token}</a>',
    }


@pytest.mark.parametrize("how", mangled("x#ask=1.x"))
def test_a_mail_that_was_mangled_is_pasted_and_the_link_found(page: Page, how: str) -> None:
    page.goto(GIVE)
    link = f"{page.url}{REQUEST.link}&from=Ann"
    page.goto("404.html")
    page.goto(f"{GIVE}#ask=1.AAAA")
    expect(page.get_by_text("This link is incomplete")).to_be_visible()
    page.get_by_label("Paste the email that you were sent").fill(mangled(link)[how])
    page.get_by_role("button", name="Open the link").click()
    expect(page.get_by_text("Ann asks for your view.")).to_be_visible()
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()


def test_a_mail_without_a_link_is_refused_at_its_field(page: Page) -> None:
    page.goto(GIVE)
    field = page.get_by_label("Paste the email that you were sent")
    field.fill("Dear all, please ask=me")
    page.get_by_role("button", name="Open the link").click()
    expect(page.get_by_text("There is no link in it, or only a part of one.")).to_be_visible()
    expect(field).to_be_focused()


def test_a_reply_is_put_into_an_email_or_as_a_file_where_it_is_too_long(page: Page) -> None:
    page.goto(LINK)
    question(page).get_by_role("radio", name="5").check()
    page.get_by_role("button", name="Make my reply code").click()
    code = page.get_by_label("Reply code", exact=True).input_value()
    address = mail_of(page, "Write an email with my reply")
    assert len(address) <= 2000
    body = parse_qs(urlsplit(address).query)["body"][0]
    assert re.sub(r"\s", "", code) in re.sub(r"\s", "", body)
    page.get_by_role("button", name="Change my answers").click()
    comment_on(page).fill("Long. " * 800)
    page.get_by_role("button", name="Make my reply code").click()
    letter = page.get_by_role("link", name="Write an email with my reply")
    assert len(str(letter.get_attribute("href"))) < 400
    letter.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")
    with page.expect_download() as caught:
        letter.click()
    assert caught.value.suggested_filename == "feedback-reply.txt"
    expect(page.get_by_text("attach it to the email")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(375, 667), (390, 844)])
def test_a_reply_is_made_within_3_screens_of_a_phone(page: Page, width: int, height: int) -> None:
    page.goto("workbooks/feedback/")
    page.get_by_label("Your first name").fill("Mary-Ann")
    link = ask(page)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(link)
    make = page.get_by_role("button", name="Make my reply code")
    expect(make).to_be_visible()
    end = make.evaluate("(button) => button.getBoundingClientRect().bottom + scrollY")
    assert end <= 3 * height


def mail_of(page: Page, name: str) -> str:
    return str(page.get_by_role("link", name=name).get_attribute("href"))
