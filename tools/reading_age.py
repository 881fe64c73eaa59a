"""Print how hard our own words are to read, page by page: `python -m tools.reading_age site`.

The measure is the Flesch-Kincaid grade (Kincaid and others, 1975): the school year, in the United
States, whose readers follow a text; add 5 for an age. It is worked out here and not by a library:
all it needs beyond a count of words is a count of syllables, and a tenth of a syllable either way
moves no page over the limit of `tests/site/test_words.py`.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

from tools.own_words import own_sentences, report_letters

# Fewer words of ours say too little for an average.
FEWEST_WORDS = 100
_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
# Addresses, file names, settings, numbers and abbreviations are recognised, not read.
_TECHNICAL = re.compile(r"\S*[\d_/@\\<>=.]\S*\w\S*|\S*\d\S*|[(“]?[A-Z][A-Z0-9-]+\b\S*")
_SILENT = re.compile(
    r"(?:(?<=[^aeiouyl])|(?<=[aeiouy]l))e$|(?<=[^aeiouytd])ed$|(?:(?<=[^aeiouylsxzgch])|(?<=[aeiouy]l))es$"
)
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Read:
    """A page's address, how many words of its are ours, and their grade."""

    page: str
    words: int
    grade: float


def pages_of(site: Path) -> list[Read]:
    """Every page of a built site that has enough words of ours, the hardest first."""
    report = report_letters()
    found = []
    for file in site.rglob("*.html"):
        article = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").article
        if article:
            texts = [one for one in own_sentences(article, report) if one.endswith((".", "?", ":"))]
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            found.append(
                Read(address or "home", sum(len(words(one)) for one in texts), grade(texts))
            )
    return sorted((one for one in found if one.words >= FEWEST_WORDS), key=lambda one: -one.grade)


def grade(sentences: list[str]) -> float:
    """The Flesch-Kincaid grade of sentences; 0 where there are no words."""
    said = [word for one in sentences for word in words(one)]
    if not said:
        return 0
    per_sentence = len(said) / sum(bool(words(one)) for one in sentences)
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, said)) / len(said) - 15.59


def words(sentence: str) -> list[str]:
    """The words that are read as such."""
    plain = " ".join(one for one in sentence.split() if not _TECHNICAL.fullmatch(one))
    return _WORD.findall(plain)


def syllables(word: str) -> int:
    """How many syllables an English word has, by its groups of vowels."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("say which site: python -m tools.reading_age site")
    for one in pages_of(Path(sys.argv[1])):
        sys.stdout.write(f"{one.grade:5.1f}  {one.words:6,d} words  {one.page}\n")
