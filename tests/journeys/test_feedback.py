"""Feedback from the request to the results, with what a browser encrypts and opens itself."""

from tests.journeys.conftest import Start
from tests.journeys.workbook import press_button, seen
from tests.support.engines.tab import Tab

LEADER = "workbooks/feedback/"
LINK = "() => document.querySelector('main [data-link]:not(template *)')?.value"
ANSWERS = """(value) => {
    const all = [...document.querySelectorAll("main [data-answer]")];
    for (const one of all) one.querySelector(`input[value='${value}']`).click();
    return all.length;
}"""
PASTE = """(codes) => {
    const field = document.querySelector("feedback-replies textarea");
    field.value = codes;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""


def reply(tab: Tab, link: str, rating: int) -> str:
    """Answer as somebody who was sent the link; gives the code."""
    tab.go("about:blank")  # links to the request differ behind the # alone
    tab.go(link)
    tab.until("() => document.querySelector('main [data-form]')?.checkVisibility()")
    assert tab.run(ANSWERS, rating) == 5
    press_button(tab, "Make my reply code")
    code: str = tab.until("() => document.querySelector('#reply-code')?.value")
    return code


def test_feedback_is_asked_for_given_and_shown(start: Start, site_url: str) -> None:
    with start() as browser:
        leader, other = browser.tab(), browser.tab()
        leader.go(site_url + LEADER)
        leader.click("#request-title")
        leader.keys("My team")
        press_button(leader, "Make a request")
        link = leader.until(LINK)
        codes = [reply(other, link, rating) for rating in (3, 4, 5)]
        leader.run(PASTE, "\n\n".join(codes))
        press_button(leader, "Add replies")
        seen(leader, "3 replies were added.")
        seen(leader, "From 3 replies.")
        again = browser.tab()
        again.go(site_url + LEADER)
        seen(again, "From 3 replies.")
