"""The profile as files: a Word document for a coach, and pictures."""

import json
import re
import struct
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect

from tests.browser.profile.kept_profiles import HERE, history, told
from tests.browser.profile.ratings import NOTE, SHORT, profile, row
from tests.browser.standing.seeds import holding
from tests.browser.takeaway.documents import opened, outline, parts, style
from tests.browser.takeaway.pages import got
from tests.scripts.export.ooxml import faults

NOW = (4, 3, 2, None, 3)
TARGET = (5, 4, 4, 4, None)
SVG = "{http://www.w3.org/2000/svg}"
LIGHT = """async (bytes) => {
    const blob = new Blob([Uint8Array.from(bytes)], { type: "image/png" });
    const picture = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) {
        inked += data[at] + data[at + 1] + data[at + 2] < 600;
    }
    return { corner: [...data.slice(0, 4)], inked };
}"""


@pytest.fixture(params=["light", "dark"])
def shown(page: Page, request: pytest.FixtureRequest) -> Page:
    """A profile, in each scheme."""
    page.emulate_media(color_scheme=request.param)
    profile(page, NOW, TARGET, NOTE)
    expect(row(page, "Values")).to_contain_text("1 to go")
    return page


def test_the_word_document_has_the_chart_the_figures_and_the_words(shown: Page) -> None:
    name, data = got(shown, "Download as Word")
    assert re.fullmatch(r"leadership-profile-\d{4}-\d\d-\d\d-\d{4}\.docx", name)
    expect(shown.get_by_text("Word document downloaded.")).to_be_visible()
    assert faults(parts(data)) == []
    document = opened(data)
    headings = outline(document)
    assert headings[:3] == [
        ("Title", "Leadership profile"),
        ("Heading 1", "Your ratings in figures"),
        ("Heading 1", "What made you choose this?"),
    ]
    assert len(headings) == 4
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["Attribute", "Now", "Target", "Gap"]
    assert rows[1] == ["Values", "4", "5", "1 to go"]
    assert rows[4] == ["Partnerships", "not rated yet", "4", "not rated yet"]
    texts = [one.text for one in document.paragraphs]
    assert "Start here: Practice and culture. This is where you are furthest" in " ".join(texts)
    assert [one.text for one in document.paragraphs if style(one) == "Answer"] == [NOTE]


def test_the_word_document_has_kept_profiles_and_what_moved(page: Page) -> None:
    holding(page, history())
    page.goto(HERE)
    expect(told(page).first).to_be_visible()
    _, data = got(page, "Download as Word")
    assert faults(parts(data)) == []
    document = opened(data)
    assert ("Heading 1", "Over time") in outline(document)
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]
    assert len(tables) == 3
    assert tables[1][0] == ["", *SHORT]
    assert [row[0].partition(".")[0] for row in tables[1][1:]] == [
        *("After the summer", "12 January 2026", "My first week")
    ]
    assert tables[1][3][1:] == ["3", "3", "not rated", "4", "2"]
    assert tables[2][0] == ["Attribute", "Earlier", "Later", "Change"]
    texts = [one.text for one in document.paragraphs]
    assert "Practice and culture: from 2 to 3, up 1." in texts


def test_the_word_document_s_chart_says_what_it_shows(shown: Page) -> None:
    _, data = got(shown, "Download as Word")
    alt = [str(one.get("descr")) for one in opened(data).element.iter(qn("wp:docPr"))]
    assert len(alt) == 1
    for text in alt:
        assert "Values: now 4, target 5." in text
        assert "Partnerships: now not rated yet, target 4." in text
    pictures = [part for name, part in parts(data).items() if name.startswith("word/media/")]
    for picture in pictures:
        ink = shown.evaluate(LIGHT, list(picture))
        assert ink["corner"] == [255, 255, 255, 255]
        assert ink["inked"] > 1000


def test_the_png_has_the_chart_twice_as_fine_on_white(shown: Page) -> None:
    name, data = got(shown, "Download picture (PNG)")
    assert name.endswith(".png")
    width, height = struct.unpack(">II", data[16:24])
    assert width > 2 * 600
    assert height > 2 * 300
    ink = shown.evaluate(LIGHT, list(data))
    assert ink["corner"] == [255, 255, 255, 255]
    assert ink["inked"] > 2000


def test_the_svg_stands_alone_in_the_colours_for_light(shown: Page) -> None:
    name, data = got(shown, "Download picture (SVG)")
    assert name.endswith(".svg")
    root = parse_xml(data)
    assert root.findtext(f"{SVG}title") == "Leadership profile"
    assert "Practice and culture: now 2, target 4." in str(root.findtext(f"{SVG}desc"))
    texts = [one.text for one in root.iter(f"{SVG}text")]
    assert texts.count("Values") == 1
    assert root.find(f"{SVG}rect") is not None
    assert str(root.find(f"{SVG}rect").get("fill")) == "#ffffff"
    for word in (b"class=", b"style=", b"var(", b"href", b"script"):
        assert word not in data


def test_a_file_that_cannot_be_made_is_said(page: Page) -> None:
    profile(page, NOW, TARGET)
    expect(row(page, "Values")).to_contain_text("1 to go")
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (call) => call(null) }")
    page.get_by_role("button", name="Download picture (PNG)").click()
    expect(page.get_by_role("status").filter(has_text="That did not work.")).to_be_visible()


def test_a_profile_without_ratings_can_be_taken_away_to_draw_in(page: Page) -> None:
    page.goto("workbooks/profile/")
    expect(page.get_by_text("You have not rated yourself yet", exact=True)).to_be_visible()
    _, data = got(page, "Download as Word")
    document = opened(data)
    assert len(document.inline_shapes) == 1
    assert "Rate yourself" not in json.dumps([one.text for one in document.paragraphs])
    cells: list[Any] = [cell.text for cell in document.tables[0].columns[1].cells[1:]]
    assert cells == ["not rated yet"] * 5
