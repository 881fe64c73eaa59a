"""What comes out of the printer."""

import re
from datetime import date
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader


def printed(page: Page) -> list[str]:
    """The words of each page that comes out, with white space folded."""
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return [folded(one.extract_text()) for one in reader.pages]


def folded(text: str) -> str:
    """The text with ligatures taken apart and white space made one."""
    return re.sub(r"\s+", " ", normalize("NFKC", text))


def told(pdf: bytes) -> str:
    """The words of a tagged PDF that are read aloud: those that belong to its structure."""
    words: list[str] = []
    for sheet in PdfReader(BytesIO(pdf)).pages:
        marks: list[bool] = []

        def before(
            operator: bytes,
            arguments: list[object],
            _: object,
            __: object,
            marks: list[bool] = marks,
        ) -> None:
            if operator in (b"BDC", b"BMC"):
                marks.append(operator == b"BDC" and "/MCID" in str(arguments[1]))
            elif operator == b"EMC":
                marks.pop()

        def take(
            text: str, _: object, __: object, ___: object, ____: float, marks: list[bool] = marks
        ) -> None:
            words.extend([text] if any(marks) else [])

        sheet.extract_text(visitor_operand_before=before, visitor_text=take)
    return folded(" ".join(words))


def missing(wanted: list[str], text: str) -> list[str]:
    """What of `wanted` is not in the text, wherever its lines are broken."""
    letters = text.replace(" ", "")
    return [one for one in wanted if folded(one).replace(" ", "") not in letters]


@pytest.fixture
def workbook(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}workbooks/self-reflection/")
    expect(page.get_by_text("0 of 22 answered")).to_be_visible()
    return page


@pytest.mark.parametrize("address", ["", "framework/values/", "quotes/", "evidence/references/"])
def test_paper_has_the_address_the_date_and_page_numbers_and_no_navigation(
    page: Page, site_url: str, address: str
) -> None:
    page.goto(f"{site_url}{address}")
    sheets = printed(page)
    today = date.today()
    for number, sheet in enumerate(sheets, start=1):
        assert f"{site_url}{address}" in sheet
        assert f"{today.day} {today:%B %Y}" in sheet
        assert f"{number} / {len(sheets)}" in sheet
    everything = " ".join(sheets)
    for control in ("Search", "Skip to content", "Actions for", "Previous"):
        assert control not in everything


def test_a_long_answer_is_printed_whole_in_the_person_s_own_words(workbook: Page) -> None:
    words = [f"word{number}" for number in range(2600)]
    answer = f"It began so.\n\n{' '.join(words)}\n\nAnd it ended so."
    assert len(answer) > 20_000
    field = workbook.get_by_role("textbox", name="How do your actions as a leader")
    field.fill(answer)
    expect(workbook.get_by_text("1 of 22 answered")).to_be_visible()
    text = " ".join(printed(workbook))
    assert "It began so." in text
    assert "And it ended so." in text
    assert [word for word in words if not re.search(rf"\b{word}\b", text)] == []


@pytest.mark.parametrize("again", [False, True])
def test_in_a_pdf_an_answer_is_read_aloud_like_its_question(workbook: Page, again: bool) -> None:
    answer = "We agreed it with our partners."
    first = workbook.locator("workbook-question").first
    first.get_by_role("textbox").fill(answer)
    expect(first.locator("save-status")).to_have_text(re.compile("^Saved"))
    if again:
        workbook.reload()
    expect(first.locator(".workbook-question__print")).to_have_text(answer)
    read = told(workbook.pdf(tagged=True))
    assert folded(first.locator("label").inner_text()) in read
    assert answer in read


def test_a_blank_workbook_is_a_paper_workbook_with_every_question(workbook: Page) -> None:
    questions = [one.inner_text() for one in workbook.locator("workbook-question label").all()]
    assert len(questions) == 22 + 5 * 3
    questions = questions[: 22 + 3 * 3]  # paper has 3 actions
    sheets = printed(workbook)
    text = " ".join(sheets)
    assert missing(questions, text) == []
    assert "Not answered yet" not in text
    assert 4 <= len(sheets) <= 10


@pytest.mark.parametrize("name", ["self-reflection", "developing", "recruiting", "scoring"])
def test_no_sheet_of_a_blank_workbook_is_empty(page: Page, name: str) -> None:
    page.goto(f"workbooks/{name}/")
    page.wait_for_load_state("networkidle")
    reader = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    in_margins = re.compile(r"https?://\S+|\d+ / \d+|\d+ \w+ \d{4}")
    words = [in_margins.sub("", sheet.extract_text()).strip() for sheet in reader.pages]
    assert all(words), words


def test_a_blank_answer_leaves_lines_to_write_on(workbook: Page) -> None:
    workbook.emulate_media(media="print")
    space = workbook.locator(".workbook-question__print").first
    assert space.evaluate("one => one.getBoundingClientRect().height") >= 100
    lines = """(one) => ["::before", "::after"].flatMap((part) => {
        const { borderTopWidth, borderBottomWidth } = getComputedStyle(one, part);
        return [borderTopWidth, borderBottomWidth];
    })"""
    assert "0px" not in space.evaluate(lines), "4 lines that are no background"


def test_a_rating_that_was_chosen_is_told_apart_without_colour(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}workbooks/developing/")
    page.get_by_role("radio", name="4").first.check()
    expect(page.get_by_text("1 of 5 answered")).to_be_visible()
    page.emulate_media(media="print")
    widths = [
        one.evaluate("one => getComputedStyle(one).borderTopWidth")
        for one in page.locator("workbook-question").first.locator(".rating").all()
    ]
    assert widths[3] != widths[0] == widths[1] == widths[2] == widths[4]


def test_links_to_elsewhere_print_their_address(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}workbooks/recruiting/")
    text = "".join(printed(page)).replace(" ", "")
    assert "(https://www.nhsemployers.org/your-workforce/recruit" in text


def test_the_whole_guide_prints_with_a_contents_list_and_all_of_its_parts(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}about/whole-guide/")
    parts = [one.inner_text() for one in page.locator("article h2").all()]
    sheets = printed(page)
    assert "Contents" in sheets[0]
    assert len(sheets) > 30
    text = " ".join(sheets)
    assert missing(parts, text) == []


def test_the_first_page_is_one_sheet_of_a4(page: Page) -> None:
    page.goto("")
    page.wait_for_load_state("networkidle")
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) == 1
    wanted = ["Practice and culture", "Ask for feedback", "How sure is this?"]
    assert missing(wanted, folded(sheets[0].extract_text())) == []
