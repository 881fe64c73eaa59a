"""The words of a built page that are this guide's own, and not the report's.

What the report says is left out by its text, not by where it is on the page: a sentence is the
report's if the source has it, or if `content/slips.yml` puts it there.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "content/source/five-attributes.txt"
SLIPS = ROOT / "content/slips.yml"
# What only a program reads, what is written as it must be typed, and what others wrote.
_NOT_OURS = (
    "script, style, code, pre, svg, blockquote, .ids, .reference, .slip__words, .resource__title"
)
_BLOCK_NAMES = (
    "address article aside body button caption dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header label legend li main nav noscript ol option p section "
    "summary table td template th tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_END = re.compile(r"(?<=[.?!])[”’)]?\s+")
_CLAUSE = re.compile(r"(?<=[.?!])[”’)]?\s+|: | · | [(]|[“”]")
# What people are told; the texts of `data-made` go into files.
_SAID = re.compile(r"(?!data-made)data-[a-z-]+|aria-label|alt|placeholder|title|content")


def report_letters() -> str:
    """All that the report says, as `letters` gives it."""
    slips = yaml.safe_load(SLIPS.read_text(encoding="utf-8"))["slips"]
    return letters(SOURCE.read_text(encoding="utf-8")) + "".join(
        letters(one.get("site", "")) for one in slips
    )


def letters(text: str) -> str:
    """The letters and digits of a text, small: what no layout changes."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"<[^>]+>", "", text).lower())


def own_sentences(page: Tag, report: str) -> list[str]:
    """The sentences of a page that are not in the report, hidden ones too."""
    return [one for text in _blocks(page) for one in _END.split(text) if _is_own(one, report)]


def own_clauses(page: Tag, report: str) -> list[str]:
    """The clauses of a page that are not in the report, without what they quote or name of it.

    Of texts in attributes as well, which scripts show and screen readers say."""
    attributes = (
        value
        for tag in page.find_all(True)
        for name, value in tag.attrs.items()
        if isinstance(value, str) and " " in value and _SAID.fullmatch(name)
    )
    texts = (*_blocks(page), *attributes)
    return [one for text in texts for one in _CLAUSE.split(text) if _is_own(one, report)]


def _is_own(text: str, report: str) -> bool:
    return bool(said := letters(text)) and said not in report


def _blocks(page: Tag) -> Iterator[str]:
    """The text of each block, without what is not ours and without the blocks inside it."""
    copy = BeautifulSoup(str(page), "html.parser")
    for other in copy.select(_NOT_OURS):
        other.replace_with(" ")
    for block in copy.find_all(_BLOCKS):
        text = "".join(_inline(block))
        if words := " ".join(text.split()):
            yield words


def _inline(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, Tag) and child.name not in _BLOCKS:
            yield from _inline(child)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield str(child)
        else:
            yield " "
