"""This guide's own words are plain British English, and no page of them is hard to read.

The report's words are its own: what the source has is passed over (`tools/own_words.py`)."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import pytest
from bs4 import BeautifulSoup

from tools.own_words import own_clauses, report_letters
from tools.reading_age import grade, pages_of, syllables

ROOT = Path(__file__).parents[2]
# A page that a reader of about 13 follows at the first reading.
HARDEST = 8


@dataclass(frozen=True)
class Word:
    """A way of writing that is not to come back: what to write instead, and where it stood."""

    pattern: str
    instead: str
    was: str


WORDS = [
    Word(r"\bstands?\b", "is, appears", "What to ask for stands below."),
    Word(r"\bmend(s|ed|ing)?\b", "fix, correct", "It says how to mend it."),
    Word(r"\b(anybody|everybody|somebody)\b", "anyone, everyone, someone", "Somebody has it."),
    Word(r"\bwhom\b", "who", "You know whom you asked."),
    Word(r"\btells\b|\b(is|are|be) told\b", "shows, says", "The build tells what is left."),
    Word(r"\bthose who\b", "people who", "For those who want to check."),
    Word(r"\be-mail", "email", "Text for an e-mail"),
    Word(r"\banew\b", "again", "A device can be set up anew."),
    Word(r"\bhangs? on\b", "depends on", "Answers hang on it."),
    Word(r"\blogin\b", "user account", "In another login."),
    Word(r"\bslips? of the pen\b|\brecord of slips\b", "error, corrections", "A slip of the pen."),
    Word(r"\bfoot of\b", "bottom of", "At the foot of every page."),
    Word(r"\blies in\b", "is in", "It lies in that folder."),
    Word(r"\bleads? nowhere\b", "is a broken link", "The link leads nowhere."),
    Word(r"\b(taken?|takes?) away\b", "delete, remove, undo", "The replies were taken away."),
    Word(r"\bput aside\b", "could not be read", "It has been put aside, as it was."),
    Word(r"\bgiven to your browser\b", "downloaded", "The file was given to your browser."),
    Word(r"\b(be|is|are|being) kept (here|in)\b", "saved", "Answers are kept in this browser."),
    Word(r"\bkeeps? nothing\b", "does not save anything", "This browser keeps nothing."),
    Word(r"\bkeep (it|everything|this name|this profile)$", "Cancel, Save", "Keep it"),
    Word(r"\bload (the|this) page again\b", "reload the page", "Load the page again to go on."),
    Word(r"\bnot whole\b|\bno whole\b", "incomplete", "This link is not whole."),
    Word(r"\b(you|they) neither\b|\bbetter not\b", "say the verb", "Nobody can, you neither."),
    Word(r"\berase", "delete", "Erase everything"),
    Word(
        r"\b(two|three|four|six|seven|eight(?! steps of change)|nine|ten)\b",
        "a numeral",
        "From three replies on.",
    ),
]
# On pages and not in messages, whose quotation marks are those of YAML and of a terminal.
ON_PAGES = [Word(r"[a-z]'[a-z]", "a curly apostrophe", "In this guide's words.")]
# Files that still have such words, and why.
NOT_YET = [
    "content/workbooks/recruiting.yml",  # a question whose words change gets another edition
]
# In messages: what is to be written as it is there, and the search's lists of words.
WRITTEN = re.compile(r"'[^']*'|(?:\w+ ){12}\w+\n(?:[\w ]+\n)*")
DOCUMENTS = [
    *(
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "content/README.md",
        "publish/hosts/README.md",
    ),
    *(one.relative_to(ROOT).as_posix() for one in (ROOT / "macros/brand/blank").iterdir()),
]


def faults(text: str, words: list[Word]) -> list[str]:
    """The ways of writing in a text that are not to come back, each with what is around it."""
    return [
        f"{text[max(0, found.start() - 40) : found.end() + 40]!r}: write {word.instead}"
        for word in words
        for found in re.finditer(word.pattern, text, re.IGNORECASE)
    ]


def messages() -> Iterator[tuple[str, str]]:
    """Each text with a space in it in the code that speaks to people, with its place."""
    for folder in ("common", "macros", "publish", "tools"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            tree = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
            notes = {ast.get_docstring(one, clean=False) for one in tree if documented(one)}
            for node in tree:
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and node.value not in notes
                    and " " in (said := WRITTEN.sub("", node.value).strip())
                ):
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", said


def documented(node: ast.AST) -> TypeGuard[ast.Module | ast.ClassDef | ast.FunctionDef]:
    return isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)


@pytest.mark.parametrize("word", [*WORDS, *ON_PAGES], ids=lambda word: word.instead)
def test_each_word_on_the_list_is_found_where_it_was(word: Word) -> None:
    page = BeautifulSoup(f"<article><p>{word.was}</p></article>", "html.parser")
    assert [one for one in own_clauses(page, report_letters()) if faults(one, [word])]


def test_no_page_has_words_of_ours_that_are_not_to_come_back(
    pages: dict[str, BeautifulSoup],
) -> None:
    report = report_letters()
    excused = " ".join((ROOT / one).read_text(encoding="utf-8") for one in NOT_YET)
    excused += " ".join(BeautifulSoup(excused, "html.parser").get_text().split())
    found = {
        f"{address}: {fault}"
        for address, page in pages.items()
        for text in {*own_clauses(page, report)}
        for fault in faults(text, [*WORDS, *ON_PAGES])
        if text not in excused
    }
    assert found == set()


def test_no_message_has_words_that_are_not_to_come_back() -> None:
    assert [f"{place}: {one}" for place, text in messages() for one in faults(text, WORDS)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_has_words_that_are_not_to_come_back(name: str) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", (ROOT / name).read_text("utf-8"), flags=re.DOTALL)
    assert faults(text, WORDS) == []


def test_no_page_of_ours_is_hard_to_read(site: Path) -> None:
    found = pages_of(site)
    assert len(found) > 30
    assert [one for one in found if one.grade > HARDEST] == []


def test_the_grade_rises_with_the_length_of_words_and_sentences() -> None:
    easy = ["We save it.", "You can go."]
    hard = ["Organisational accountability necessitates comprehensive, proportionate evaluation."]
    assert grade(easy) < 2 < HARDEST < grade(hard)
    # 11 words, 13 syllables, 2 sentences: 0.39 × 5.5 + 11.8 × 13 ÷ 11 − 15.59.
    assert grade(["The cat sat on the mat.", "It was very happy."]) == pytest.approx(0.59, abs=0.6)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("cat", 1),
        ("saved", 1),
        ("cited", 2),
        ("table", 2),
        ("file", 1),
        ("changes", 2),
        ("people", 2),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, number: int) -> None:
    assert syllables(word) == number


def test_technical_words_do_not_count() -> None:
    plain = "Write it into the file."
    assert grade([f"{plain[:-1]} `site_address` 192.168.0.1 GDPR."]) == pytest.approx(
        grade(["Write it into the file site."]), abs=1.5
    )
