"""The archive that a Word document is."""

import io
import zipfile

import pytest

from tests.browser.takeaway.documents import opened, parts
from tests.scripts.export.conftest import Make, made
from tests.scripts.export.outlines import outline, question, workbook
from tests.support.scripts import Scripts

ABSENT = "delete globalThis.CompressionStream"
OLDER = """globalThis.CompressionStream = class {
    constructor(format) { throw new TypeError(`Unsupported compression format: '${format}'`); }
}"""


def methods(data: bytes) -> set[int]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.compress_type for entry in archive.infolist()}


def test_the_parts_are_packed_and_sound(make: Make) -> None:
    data = make("word", workbook("An answer.", "2"))
    assert methods(data) == {zipfile.ZIP_DEFLATED}
    assert all(parts(data).values())


def test_a_long_answer_makes_a_small_file(make: Make) -> None:
    assert len(make("word", outline(question("Q?", "word " * 40_000)))) < 20_000


@pytest.mark.parametrize("browser_lacks", [ABSENT, OLDER], ids=["no packing", "no bare deflate"])
def test_a_browser_that_cannot_pack_makes_the_same_document(
    make: Make, own_scripts: Scripts, browser_lacks: str
) -> None:
    packed = make("word", workbook("An answer – 🙂.", "2"))
    own_scripts.evaluate(f"() => {{ {browser_lacks} }}")
    stored = made(own_scripts, "word", workbook("An answer – 🙂.", "2"))
    assert methods(stored) == {zipfile.ZIP_STORED}
    assert parts(stored) == parts(packed)
    assert opened(stored).paragraphs


def test_the_same_workbook_makes_the_same_bytes(make: Make) -> None:
    assert make("word", workbook("An answer.")) == make("word", workbook("An answer."))
