"""What the documents for developers name is there, and the overview stays short."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "tests/browser/promises/README.md")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)`]*\)(?!`)")
# A name in code with a folder in it, below the project or below the folder that a section is about.
FILE = re.compile(r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|js|mjs|yml|md|css|txt|html|json))`")
BELOW = (".", "docs/assets/js", "macros/content", "docs/about")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_file_that_a_document_names_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    own = (ROOT / document).parent
    missing = [name for name in LINK.findall(text) if not (own / name).exists()]
    for name in FILE.findall(text):
        if not any((folder / name).exists() for folder in (own, *(ROOT / one for one in BELOW))):
            missing.append(name)
    assert missing == []


def test_the_overview_has_at_most_1200_words() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split()) <= 1200
