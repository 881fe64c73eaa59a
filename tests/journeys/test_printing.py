"""A long answer is on paper to its last line."""

from pathlib import Path

from pypdf import PdfReader

from tests.journeys.conftest import Start
from tests.journeys.workbook import WORKBOOK, open_workbook, put, says

LINES = 60


def test_a_long_answer_is_printed_whole(start: Start, site_url: str, tmp_path: Path) -> None:
    with start() as browser:
        tab = browser.tab()
        open_workbook(tab, site_url + WORKBOOK)
        lines = f"Array.from({{ length: {LINES} }}, (_, n) => `Printed line ${{n + 1}}.`)"
        put(tab, 0, f"{lines}.join('\\n')")
        says(tab, 0, "Saved")
        tab.pdf(tmp_path / "printed.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "printed.pdf").pages)
    words = " ".join(text.split())
    assert [n for n in range(1, LINES + 1) if f"Printed line {n}." not in words] == []
