"""What others see, in the leadership profile."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.feedback.sealing import Request, made, reply
from tests.browser.profile.kept_profiles import HERE
from tests.browser.profile.ratings import RATINGS, SHORT, picture, records, row
from tests.browser.standing.seeds import holding
from tests.browser.takeaway.documents import opened, outline
from tests.browser.takeaway.pages import got
from tests.browser.test_paper import missing, printed

NOW = (4, 3, 2, 4, 3)
TARGET = (5, 4, 4, 4, None)
LINK = "Read their comments and all results"


def asked(*ratings: int, title: str = "My team", at: str = "2026-11-23T10:00:00.000Z") -> Any:
    """A request, and a reply for each rating, which rates all five alike."""
    request: Request = made()
    replies = [reply(one, "A comment") for one in ratings]
    kept = {f"reply/{request.id}/{one.pop('id')}": {"format": 1, **one} for one in replies}
    return {f"request/{request.id}": request.record(title, at), **kept}


def profile(page: Page, *requests: dict[str, Any]) -> None:
    """Open the profile of a person who has rated and asked."""
    held = records(NOW, TARGET)
    for request in requests:
        held |= request
    holding(page, held)
    page.goto(HERE)


def others(page: Page) -> Locator:
    """The part about what others see."""
    return page.get_by_role("region", name="What others see")


def test_before_anybody_was_asked_it_says_how_to_ask(page: Page) -> None:
    profile(page)
    expect(row(page, "Values")).to_contain_text("1 to go")
    expect(others(page).get_by_role("link", name="ask for feedback")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Others")).to_have_count(0)


def test_4_replies_are_in_the_chart_the_table_and_in_words(page: Page) -> None:
    profile(page, asked(2, 3, 3, 5))
    expect(row(page, "Values")).to_have_text("Values453 (2 to 5)1 to go")
    expect(picture(page)).to_have_accessible_name(
        re.compile(r"Values: now 4, target 5, others 3 \(2\sto\s5\)\.")
    )
    part = others(page)
    expect(part).to_contain_text("From 4 replies to “My team”.")
    expect(part).to_contain_text("They rate you higher than you do on Practice and culture.")
    expect(part).to_contain_text("lower than you do on Values and Partnerships.")
    expect(part).to_contain_text("the same as you do on Decisions and Buy-in.")
    expect(part.get_by_text("ask for feedback")).to_be_hidden()
    page.get_by_role("button", name="Show as radar").click()
    radar = picture(page, "Your ratings as a radar")
    expect(radar.get_by_text("Others: middle and range")).to_be_visible()
    part.get_by_role("link", name=LINK).click()
    expect(page.get_by_role("heading", name="What others see")).to_be_in_viewport()


def test_of_3_replies_the_middle_is_shown_and_no_range(page: Page) -> None:
    profile(page, asked(2, 3, 5))
    expect(others(page)).to_contain_text("From 3 replies to “My team”.")
    expect(row(page, "Values")).to_have_text("Values4531 to go")


def test_fewer_than_three_are_counted_and_not_shown(page: Page) -> None:
    profile(page, asked(2, 5))
    part = others(page)
    expect(part).to_contain_text("You have 2 replies to “My team”.")
    expect(part).to_contain_text("Once you have 3 replies")
    expect(row(page, "Values")).to_have_text("Values451 to go")
    expect(picture(page).get_by_text("Others")).to_have_count(0)


def test_a_request_that_nobody_has_answered_yet_is_known(page: Page) -> None:
    profile(page, asked())
    expect(others(page)).to_contain_text("Nobody has replied to your request for feedback yet.")


def test_the_latest_request_with_enough_replies_is_shown(page: Page) -> None:
    profile(
        page,
        asked(1, 1, 1, title="First", at="2026-01-02T10:00:00.000Z"),
        asked(5, 5, 5, title="", at="2026-05-04T10:00:00.000Z"),
        asked(2, title="Third", at="2026-11-05T10:00:00.000Z"),
    )
    expect(others(page)).to_contain_text("From 3 replies to “Request of 4 May 2026”.")
    expect(row(page, "Buy-in")).to_have_text("Buy-in3none set5no target")


def test_the_ratings_of_others_are_shown_before_one_s_own(page: Page) -> None:
    holding(page, asked(2, 3, 3, 5))
    page.goto(HERE)
    expect(page.get_by_text("You have not rated yourself yet", exact=True)).to_be_visible()
    expect(row(page, "Values")).to_have_text("Valuesnot rated yetnone set3 (2 to 5)not rated yet")
    expect(page.get_by_text("They rate you")).to_have_count(3)
    for line in page.get_by_text("They rate you").all():
        expect(line).to_be_hidden()


def test_they_show_beneath_the_ratings_as_well(page: Page) -> None:
    holding(page, {**records(NOW, TARGET), **asked(2, 3, 3, 5)})
    page.goto(f"{RATINGS}#your-profile")
    expect(row(page, "Values")).to_have_text("Values453 (2 to 5)1 to go")


def test_they_are_in_the_word_document_and_on_paper(page: Page) -> None:
    profile(page, asked(2, 3, 3, 5))
    expect(row(page, "Values")).to_contain_text("3 (2 to 5)")
    _, data = got(page, "Download as Word")
    document = opened(data)
    assert ("Heading 1", "What others see") in outline(document)
    texts = [one.text for one in document.paragraphs]
    assert "They rate you higher than you do on Practice and culture." in texts
    cells = [cell.text.replace("\xa0", " ") for cell in document.tables[0].rows[1].cells]
    assert cells == ["Values", "4", "5", "3 (2 to 5)", "1 to go"]
    sheets = printed(page)
    assert len(sheets) <= 2
    wanted = [*SHORT, "What others see", "They rate you the same as you do"]
    assert missing(wanted, " ".join(sheets)) == []
