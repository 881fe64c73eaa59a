"""Two tabs of one browser follow each other and lose no text."""

from tests.journeys.conftest import Start
from tests.journeys.workbook import FIELD, WORKBOOK, open_workbook, says, shows, stored, write

INSERT = """([number, text]) => {
    document.querySelectorAll("workbook-question textarea")[number].focus();
    document.execCommand("insertText", false, text);
}"""


def test_two_tabs_follow_each_other(start: Start, site_url: str) -> None:
    with start() as browser:
        one, other = browser.tab(), browser.tab()
        open_workbook(one, site_url + WORKBOOK)
        open_workbook(other, site_url + WORKBOOK)
        write(one, 0, "From the first tab")
        says(one, 0, "Saved")
        shows(other, 0, "From the first tab")
        write(other, 1, "From the second tab")
        says(other, 1, "Saved")
        shows(one, 1, "From the second tab")


def test_two_tabs_that_write_one_answer_at_once_keep_both_texts(
    start: Start, site_url: str
) -> None:
    with start() as browser:
        one, other = browser.tab(), browser.tab()
        open_workbook(one, site_url + WORKBOOK)
        open_workbook(other, site_url + WORKBOOK)
        one.run(FIELD, [0, "focus"])
        one.run(INSERT, [0, "Words of one"])
        other.run(INSERT, [0, "Words of the other"])
        says(one, 0, "Saved")
        says(other, 0, "Saved")
        kept = str(stored(other))
        assert "Words of one" in kept
        assert "Words of the other" in kept
