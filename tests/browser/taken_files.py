"""Every file that a person takes away from the pages, opened by what opens such files."""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from docx.oxml import parse_xml
from playwright.sync_api import Page, expect

from tests.browser.feedback.pages import holding, own, results
from tests.browser.feedback.sealing import reply
from tests.browser.profile.kept_profiles import come_to
from tests.browser.profile.ratings import profile, row
from tests.browser.takeaway.documents import opened, parts
from tests.browser.takeaway.pages import WORKBOOK, got, write
from tests.scripts.export.ooxml import faults

File = tuple[str, bytes]

WORDS = "I ask first, then I listen."
SVG = "{http://www.w3.org/2000/svg}"
# A picture as a page shows it: how wide, how high, and how many dots of it are not paper.
SHOWN = """async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    const drawing = canvas.getContext("2d");
    drawing.drawImage(picture, 0, 0);
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) inked += data[at + 3] > 0 && data[at] < 200;
    return [canvas.width, canvas.height, inked];
}"""


def of_a_workbook(page: Page) -> Iterator[File]:
    """The files of a workbook with an answer, and a backup."""
    page.goto(WORKBOOK)
    write(page, WORDS)
    yield got(page, "Download as Word")
    yield got(page, "Download as Markdown")
    yield got(page, "Download as plain text")
    page.get_by_role("button", name="Save a backup", exact=True).click()
    yield got(page, "Save backup")


def of_a_profile(page: Page) -> Iterator[File]:
    """The files of a profile with ratings, targets and a note, and a day in the calendar."""
    profile(page, (4, 3, 2, None, 3), (5, 4, 4, 4, None), WORDS)
    expect(row(page, "Values")).to_contain_text("1 to go")
    for name in ("Download as Word", "Download picture (PNG)", "Download picture (SVG)"):
        yield got(page, name)
    come_to(page, "Set a reminder")
    with page.expect_download() as download:
        page.get_by_role("button", name="Remind me in 3 months").click()
    yield download.value.suggested_filename, Path(download.value.path()).read_bytes()


def of_feedback(page: Page) -> Iterator[File]:
    """The files of the results of feedback."""
    holding(page, own(4), [reply(rating, WORDS, "team") for rating in (2, 3, 5)])
    expect(results(page).get_by_role("img").locator("text").first).to_be_visible()
    yield got(page, "Download as Word")
    yield got(page, "Download as plain text")


PAGES: dict[str, tuple[Callable[[Page], Iterator[File]], list[str]]] = {
    "a workbook": (of_a_workbook, ["docx", "md", "txt", "json"]),
    "a profile": (of_a_profile, ["docx", "png", "svg", "ics"]),
    "results of feedback": (of_feedback, ["docx", "txt"]),
}


def take_and_open(page: Page, where: str) -> None:
    """Take every file away that a page gives, and open it as its reader does: the words are in it,
    or it shows something. Fails where one does not open, or there are other kinds of files."""
    files, kinds = PAGES[where]
    taken = []
    for name, data in files(page):
        taken.append(name.rpartition(".")[2])
        OPENERS[taken[-1]](page, data)
    assert taken == kinds


def _word(_page: Page, data: bytes) -> None:
    assert faults(parts(data)) == []
    assert WORDS in [paragraph.text for paragraph in opened(data).paragraphs]


def _text(_page: Page, data: bytes) -> None:
    assert WORDS in data.decode("utf-8")


def _backup(_page: Page, data: bytes) -> None:
    assert WORDS in [one["record"].get("value") for one in json.loads(data)["records"]]


def _calendar(_page: Page, data: bytes) -> None:
    lines = data.decode("utf-8").split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert lines.count("BEGIN:VEVENT") == 1


def _png(page: Page, data: bytes) -> None:
    _shows(page, f"data:image/png;base64,{base64.b64encode(data).decode()}")


def _svg(page: Page, data: bytes) -> None:
    assert len(list(parse_xml(data).iter(f"{SVG}polygon"))) > 0
    _shows(page, f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}")


def _shows(page: Page, address: str) -> None:
    width, height, inked = page.evaluate(SHOWN, address)
    assert width >= 600
    assert height >= 300
    assert inked > 1000


OPENERS: dict[str, Callable[[Page, bytes], None]] = {
    "docx": _word,
    "ics": _calendar,
    "json": _backup,
    "md": _text,
    "png": _png,
    "svg": _svg,
    "txt": _text,
}
