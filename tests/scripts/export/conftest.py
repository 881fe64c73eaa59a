"""What the tests of the files to take away share: their writers."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.scripts import Scripts

Make = Callable[[str, Any], Any]

WRITE = """async ([writer, outline]) => {
    const FILES = { word: "docx/docx", markdown: "markdown", plain: "plain-text",
        rich: "clipboard-html" };
    const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    const whole = JSON.parse(outline, (key, value) => key === "png" ? bytes(value) : value);
    const made = (await siteModule(`export/${FILES[writer]}.js`))[writer](whole);
    if (writer !== "word") return made;
    return Buffer.from(await new Blob([await made]).arrayBuffer()).toString("base64");
}"""


def made(scripts: Scripts, writer: str, outline: Any) -> Any:
    """What a writer (`word`, `markdown`, `plain` or `rich`) makes of an outline; Word's as bytes.

    A picture's `png` in it is base64.
    """
    result = scripts.evaluate(WRITE, [writer, json.dumps(outline)])
    return base64.b64decode(result) if writer == "word" else result


@pytest.fixture
def make(scripts: Scripts) -> Make:
    """What a writer makes of an outline."""

    def make(writer: str, outline: Any) -> Any:
        return made(scripts, writer, outline)

    return make
