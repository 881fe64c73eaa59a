"""The words of a text, ready to be compared: of the report's source and of built pages."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

BLOCK_NAMES = (
    "address article aside blockquote cite dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header legend li main nav ol p section summary table td th tr ul"
)
HELPERS = (
    "nav, .visually-hidden, button, .guide-note, script, .theory__name, .theory__more, "
    "section:has(> #glossary), figcaption, .whole__place, .added, .reference__address"
)

_SENTENCE = re.compile(
    r"(?<=[.?!])['\"]?\s+(?=['\"]?[A-Z\[(])|\"\s+(?=\")|(?<=Online:)\s+|(?<=Profile:)\s+"
    r"|(?<=sound like:)\s+|(?<=[.]['\"])\s+(?=or ['\"])|(?<=[.]['\"] or)\s+"
)
_STRAIGHT = str.maketrans("“”‘’–—\u00a0", "\"\"''-- ")
_LOOSE_QUOTE = re.compile(r"(?<![A-Za-z0-9])['\"]+|['\"]+(?![A-Za-z0-9])")


def comparable(text: str) -> str:
    """Text without white space and without quotation marks around words.

    Apostrophes inside words stay: `it's` and `its` are different words. A colon at
    the end, which leads on to a list, goes."""
    straight = text.replace("\\", "").translate(_STRAIGHT)
    return re.sub(r"\s+", "", _LOOSE_QUOTE.sub("", straight)).removesuffix(":")


def sentences(source: str) -> list[str]:
    """Every sentence, heading, list item and table cell of the extracted report, in order."""
    return [one for block in _source_blocks(source) for one in _sentences_in(block)]


def units(blocks: str) -> list[str]:
    """Every sentence of a text with one block a line, each as `comparable` gives it."""
    return [comparable(one) for block in blocks.splitlines() for one in _sentences_in(block)]


def _sentences_in(block: str) -> list[str]:
    split = _SENTENCE.split(block.translate(_STRAIGHT))
    return [one.strip() for one in split if comparable(one)]


def _source_blocks(source: str) -> Iterator[str]:
    block: list[str] = []
    for line in source.splitlines():
        words = _unmarked(line)
        if block and (not words or _starts_block(line)):
            yield " ".join(block)
            block = []
        if words:
            block.append(words)
        if block and line.startswith(("#", "|")):
            yield " ".join(block)
            block = []
    if block:
        yield " ".join(block)


def _starts_block(line: str) -> bool:
    return bool(re.match(r"\s*(#|[-•] |\d\. |\|)| \S", line))


def _unmarked(line: str) -> str:
    if re.fullmatch(r"[\s|:-]*", line):
        return ""
    line = re.sub(r"<[^>]+>", "", line).replace("\\_", "_")
    line = re.sub(r"^\s*(#+ |[-•] (\d\. )?|\d\. )", "", line)
    return re.sub(r"\*+", "", line).strip().strip("|").replace("|", " ").strip()


def page_words(html: str) -> str:
    """The words of a built page's article, one block a line; what only helps is left out
    (navigation, words for screen readers, buttons, captions, notes, the glossary, the link of a
    reference, whose address is there as well)."""
    article = BeautifulSoup(html, "html.parser").select_one("article")
    assert isinstance(article, Tag), "the page has no article"
    for helper in article.select(HELPERS):
        helper.decompose()
    for text in article.find_all(string=True):
        text.replace_with(re.sub(r"\s+", " ", text))
    for half in article.select(".reference__name, .reference__text"):
        half.name = "span"
    for block in article.find_all(BLOCK_NAMES.split()):
        block.insert_before("\n")
        block.insert_after("\n")
    return article.get_text()
