"""What the tests of the files to take away share: a page on which to make them."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.workbook.conftest import new_context  # noqa: F401  for harness/blank.html

Make = Callable[[str, Any], Any]

SCRIPT = """async ([writer, outline]) => {
    const FILES = { word: "docx/docx", markdown: "markdown", plain: "plain-text",
        rich: "clipboard-html" };
    const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    const whole = JSON.parse(outline, (key, value) => key === "png" ? bytes(value) : value);
    const made = (await siteModule(`export/${FILES[writer]}.js`))[writer](whole);
    if (writer !== "word") return made;
    const file = new Blob([await made]);
    return new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(",")[1]);
        reader.readAsDataURL(file);
    });
}"""


@pytest.fixture
def blank(page: Page) -> Page:
    """A page of the site without any script."""
    page.goto("harness/blank.html")
    return page


@pytest.fixture
def make(blank: Page) -> Make:
    """What a writer (`word`, `markdown`, `plain` or `rich`) makes of an outline; Word's as bytes.

    The outline goes to the page as ASCII, so that a lone surrogate comes there as it is;
    a picture's `png` in it is base64.
    """

    def made(writer: str, outline: Any) -> Any:
        result = blank.evaluate(SCRIPT, [writer, json.dumps(outline)])
        return base64.b64decode(result) if writer == "word" else result

    return made
