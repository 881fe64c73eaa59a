"""What is printed is whole: no blank sheet, no icon missing, and where and when it was."""

import re
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from tests.journeys.conftest import Start
from tests.journeys.workbook import ATTRIBUTE, WORKBOOK, open_workbook, says, write

RATINGS = "workbooks/developing/"
LETTERS_OF_A_LINE = 40  # a sheet with fewer letters is as good as blank

ICON_COLOURS = """() => [...document.querySelectorAll(".workbook-section__icon .icon")].map(
    (icon) => getComputedStyle(icon).fill.match(/\\d+/g).map(Number))"""
# Of actions that nobody has begun, paper has 3.
QUESTIONS = """() => [...document.querySelectorAll(".workbook-question__text")].map(
    (one) => one.textContent).filter((text) => !/^Action [45]/.test(text))"""


def letters(text: str) -> str:
    """The text without white space and ligatures, wherever its lines are broken."""
    return re.sub(r"\s+", "", normalize("NFKC", text))


def sheets(file: Path) -> list[str]:
    """The letters of each sheet."""
    return [letters(sheet.extract_text()) for sheet in PdfReader(file).pages]


def colours(file: Path) -> set[tuple[int, ...]]:
    """The colours in which something is filled: red, green and blue, up to 255."""
    reader = PdfReader(file)
    size = reader.trailer["/Size"]
    assert isinstance(size, int)
    found: set[tuple[int, ...]] = set()
    for number in range(1, size):
        drawn = reader.get_object(number)
        if isinstance(drawn, StreamObject) and drawn.get("/Subtype") in (None, "/Form"):
            for parts in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn?)\s", drawn.get_data()):
                found.add(tuple(round(255 * float(part)) for part in parts))
    return found


@pytest.mark.parametrize("path", [WORKBOOK, ATTRIBUTE, RATINGS])
def test_a_page_of_questions_is_printed_whole_with_its_address_and_the_day(
    start: Start, site_url: str, tmp_path: Path, path: str
) -> None:
    file = tmp_path / "printed.pdf"
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + path)
        write(tab, 0, "We wrote it down together")
        says(tab, 0, "Saved")
        icons = {tuple(icon) for icon in tab.run(ICON_COLOURS)}
        questions = tab.run(QUESTIONS)
        tab.pdf(file)
    printed = sheets(file)
    everything = "".join(printed)
    assert [number for number, one in enumerate(printed, 1) if len(one) < LETTERS_OF_A_LINE] == []
    assert "Wewroteitdowntogether" in everything
    assert [one for one in questions if letters(one) not in everything] == []
    assert icons <= colours(file)
    assert letters(f"{site_url}{path}") in printed[0]
    today = date.today()
    assert everything.count(letters(f"{today.day} {today:%B %Y}")) in (1, len(printed))
