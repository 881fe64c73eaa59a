"""A Word document as its reader finds it: its paragraphs and tables in order."""

import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

Block = Paragraph | Table


def opened(data: bytes) -> Document:
    """The document of a file."""
    return docx.Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name; fails where one is damaged or named twice."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


def style(block: Block) -> str:
    """The name of a block's style."""
    return str(block.style and block.style.name)


def under(document: Document, question: str) -> list[Block]:
    """What stands under a question's heading, up to the next heading."""
    found: list[Block] = []
    reading = False
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph) and style(block).startswith("Heading"):
            reading = block.text == question
        elif reading:
            found.append(block)
    return found


def answer(document: Document, question: str) -> str:
    """The answer under a question's heading as one text."""
    blocks = (block for block in under(document, question) if style(block) == "Answer")
    text = "".join(f"{block.text}{_end(block)}" for block in blocks if isinstance(block, Paragraph))
    return text.removesuffix("\n\n")


def _end(paragraph: Paragraph) -> str:
    """What parts it from the next: lines of two directions are paragraphs close together."""
    return "\n" if paragraph.paragraph_format.space_after == 0 else "\n\n"


def outline(document: Document) -> list[tuple[str, str]]:
    """The headings with their styles, in order."""
    headings = ("Title", "Heading 1", "Heading 2")
    named = ((style(one), one.text) for one in document.paragraphs)
    return [(name, text) for name, text in named if name in headings]


def alone(block: Any) -> Table:
    """The block, which has to be a table."""
    assert isinstance(block, Table)
    return block
