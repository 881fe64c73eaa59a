"""A leader adds replies: each is counted, refused with a reason, or shown as text."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.feedback.pages import LEADER, add, ask, codes, file, holding, own, results
from tests.browser.feedback.sealing import code, made, reply, reply_code, seal, text_of
from tests.browser.workbook.records import stored

FULL = """IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
};"""
HOSTILE = (
    "<script>document.title = 'pwned'</script>",
    '<img src="x" onerror="document.title = \'pwned\'">',
    "[click](javascript:alert(1)) javascript:alert(1)",
    "{median} {count} </textarea><h1>Big</h1>",
)
DROP = """(element, files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    element.dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
PASTE = """(field, length) => {
    const data = new DataTransfer();
    data.setData("text/plain", "x".repeat(length));
    const event = { clipboardData: data, bubbles: true, cancelable: true };
    return field.dispatchEvent(new ClipboardEvent("paste", event));
}"""


def replies(page: Page) -> list[str]:
    return [key for key in stored(page) if key.startswith("reply/")]


def test_several_codes_are_added_and_counted(page: Page) -> None:
    request = holding(page, {}, [])
    add(page, *codes(request, 2))
    expect(page.get_by_text("2 replies were added.")).to_be_visible()
    expect(page.get_by_label("Reply codes")).to_have_value("")
    expect(
        page.get_by_text("2 replies so far. You can see the results once you have 3.")
    ).to_be_visible()
    expect(page.get_by_text("Comment 0")).to_be_hidden()
    expect(results(page).get_by_role("img")).to_be_hidden()
    add(page, *codes(request, 1))
    expect(page.get_by_text("From 3 replies.")).to_be_visible()
    assert len(replies(page)) == 3


def test_a_reply_is_kept_without_the_time_it_came(page: Page) -> None:
    request = holding(page, {}, [])
    sent = reply(4, "A word", "peer")
    add(page, reply_code(request, sent))
    expect(page.get_by_text("1 reply was added.")).to_be_visible()
    key = f"reply/{request.id}/{sent.pop('id')}"
    assert stored(page)[key] == {"format": 1, **sent}


def test_each_refusal_is_told_with_its_reason(page: Page) -> None:
    request = holding(page, {}, [])
    good = reply_code(request, reply(4))
    newer = code(seal(request, text_of(reply()), version=2))
    add(page, good, good, good[:400], newer, reply_code(made(), reply()))
    expect(page.get_by_text("1 reply was added.")).to_be_visible()
    for words in (
        "Reply code 2: it has already been added.",
        "Reply code 3: it is damaged.",
        "Reply code 4: it comes from a newer version of this site.",
        "Reply code 5: it answers a request that was made in another browser",
    ):
        expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_label("Reply codes")).not_to_have_value("")
    assert len(replies(page)) == 1


def test_files_are_chosen_and_dropped_several_at_once(page: Page) -> None:
    request = holding(page, {}, [])
    one, two, three = codes(request, 3)
    chooser = page.get_by_label("Files")
    chooser.set_input_files([file(f"A reply:\n{one}"), file(two, "second.txt"), file("", "empty")])
    expect(page.get_by_text("2 replies were added.")).to_be_visible()
    expect(page.get_by_text("empty: it has no reply in it.")).to_be_visible()
    area = page.locator("[data-add]")
    area.evaluate(DROP, [["<b>third</b>.txt", three], ["<b>again</b>.txt", one]])
    expect(page.get_by_text("<b>again</b>.txt: it has already been added.")).to_be_visible()
    expect(page.get_by_text("From 3 replies.")).to_be_visible()


def test_adding_replies_can_be_undone(page: Page) -> None:
    request = holding(page, {}, [])
    undo = page.get_by_role("button", name="Undo")
    expect(page.get_by_role("button", name="Add replies")).to_be_visible()
    expect(undo).to_be_hidden()
    add(page, *codes(request, 3))
    expect(page.get_by_text("From 3 replies.")).to_be_visible()
    undo.click()
    expect(undo).to_be_hidden()
    expect(page.get_by_text("Undone: the replies were deleted.")).to_be_visible()
    expect(page.get_by_text("From 3 replies.")).to_be_hidden()
    assert replies(page) == []


def test_where_nothing_can_be_kept_no_reply_is_lost(page: Page) -> None:
    request = holding(page, {}, [])
    page.evaluate(f"() => {{ {FULL} }}")
    [text] = codes(request, 1)
    add(page, text)
    expect(page.get_by_text("so none were added")).to_be_visible()
    expect(page.get_by_label("Reply codes")).to_have_value(text)


def test_what_others_write_is_shown_as_text_and_nothing_else(page: Page) -> None:
    request = holding(page, own(3), [])
    add(page, *[reply_code(request, reply(3, comment)) for comment in HOSTILE])
    shown = results(page)
    for comment in HOSTILE:
        expect(shown.get_by_role("listitem").filter(has_text=comment).last).to_have_text(comment)
    expect(page).to_have_title("Ask for feedback - Five attributes of effective leadership")
    assert page.get_by_role("heading", level=1).count() == 1
    assert shown.locator("script, img, [onerror]").count() == 0


def test_two_and_a_half_million_characters_do_nothing_but_give_a_refusal(page: Page) -> None:
    holding(page, {}, [])
    field = page.get_by_label("Reply codes")
    assert field.evaluate(PASTE, 2_500_000) is False
    expect(page.get_by_text("You pasted more than 2 million characters.")).to_be_visible()
    assert field.evaluate(PASTE, 100) is True
    page.get_by_label("Files").set_input_files(file("x" * 2_500_000))
    expect(page.get_by_text("You pasted more than 2 million characters.")).to_be_visible()
    page.get_by_label("Files").set_input_files(file("[Feedback reply:" * 201))
    expect(page.get_by_text("You pasted more than 200 replies.")).to_be_visible()
    assert replies(page) == []


def test_a_reply_added_in_another_tab_is_counted_here(page: Page, context: BrowserContext) -> None:
    request = holding(page, {}, [])
    other = context.new_page()
    other.goto(LEADER)
    add(other, *codes(request, 3))
    expect(page.get_by_text("From 3 replies.")).to_be_visible()


@pytest.mark.parametrize(("rating", "words"), [(2, "1 higher"), (4, "1 lower")])
def test_others_stand_beside_the_leader_s_own_ratings(page: Page, rating: int, words: str) -> None:
    holding(page, own(rating), [reply(3) for _ in range(4)])
    row = results(page).get_by_role("row").filter(has_text="Buy-in")
    expect(row.get_by_role("cell")).to_have_text([str(rating), "3", "all 3", "4"])
    sentence = f"All others rate you 3. That is {words} than you rate yourself."
    expect(page.get_by_text(sentence).first).to_be_visible()
    expect(page.get_by_text("You have not rated yourself on all 5 yet")).to_be_hidden()


def test_of_3_replies_no_range_gives_each_of_them_away(page: Page) -> None:
    holding(page, own(4), [reply(rated) for rated in (2, 3, 5)])
    row = results(page).get_by_role("row").filter(has_text="Buy-in")
    expect(row.get_by_role("cell")).to_have_text(["4", "3", "too few", "3"])
    sentence = "The middle of others’ ratings is 3. That is 1 lower than you rate yourself."
    expect(page.get_by_text(sentence).first).to_be_visible()


def test_others_are_shown_where_the_leader_has_not_rated(page: Page) -> None:
    holding(page, own(None), [reply(rated) for rated in (3, 3, 4, 5)])
    row = results(page).get_by_role("row").filter(has_text="Buy-in")
    expect(row.get_by_role("cell")).to_have_text(["not rated yet", "3.5", "3 to 5", "4"])
    expect(page.get_by_text("You have not rated yourself on all 5 yet.")).to_be_visible()


def test_a_group_of_4_is_shown_apart_and_one_of_3_is_not(page: Page) -> None:
    team = [reply(5, group="team") for _ in range(4)]
    peers = [reply(1, group="peer") for _ in range(3)]
    holding(page, own(3), team + peers)
    shown = results(page)
    expect(shown.get_by_role("table", name="Team: 4 replies")).to_be_visible()
    expect(shown.get_by_role("table")).to_have_count(2)
    expect(shown.get_by_text("do not make anyone anonymous")).to_be_visible()


def test_replies_to_an_earlier_wording_are_told_of(page: Page) -> None:
    holding(page, own(3), [reply(3, set="00000000") for _ in range(3)])
    expect(page.get_by_text("3 of the replies answer an earlier version")).to_be_visible()


def test_each_request_has_results_of_its_own(page: Page) -> None:
    request = holding(page, own(3), [reply(3) for _ in range(3)], "First")
    ask(page, "Second")
    chooser = page.get_by_role("combobox", name="Request")
    expect(chooser).to_be_visible()
    chooser.select_option("Second")
    expect(results(page).get_by_text("0 replies so far.")).to_be_visible()
    add(page, *codes(request, 1))
    expect(results(page).get_by_role("heading", name="First")).to_be_visible()
    expect(page.get_by_text("From 4 replies.")).to_be_visible()


def test_a_code_that_is_pasted_while_others_are_read_stays_in_its_field(page: Page) -> None:
    request = holding(page, {}, [])
    first, second = codes(request, 2)
    page.get_by_label("Reply codes").fill(first)
    page.evaluate(
        """([first, second]) => {
            new MutationObserver((changes, observer) => {
                document.querySelector("#reply-codes").value = `${first}\\n\\n${second}`;
                observer.disconnect();
            }).observe(document.querySelector("[data-sum]"), { childList: true });
            document.querySelector('[data-do="add"]').click();
        }""",
        [first, second],
    )
    expect(page.get_by_text("1 reply was added.")).to_be_visible()
    expect(page.get_by_label("Reply codes")).to_have_value(f"{first}\n\n{second}")
    page.get_by_role("button", name="Add replies").click()
    expect(page.get_by_label("Reply codes")).to_have_value("")
    assert len([key for key in stored(page) if key.startswith("reply/")]) == 2
