"""Loading: good content gives records, bad content gives every problem with its line."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.problems import Problem, ProblemsError
from macros.content.load import load
from macros.content.model.base import Part
from macros.content.model.files import Content, Glossary
from macros.content.model.records import Attribute, Report
from macros.content.reading.reader import record
from macros.content.reading.yaml_parser import parse
from tests.unit.cases import CASES, laid_out

NAMES = sorted(path.name for path in CASES.iterdir() if path.name != "_sound")


def problems_in(model: type[Part], raw: bytes) -> tuple[Problem, ...]:
    try:
        record(model, parse(raw, "content/any.yml"))
    except ProblemsError as problems:
        return problems.problems
    return ()


def problems_of(content: Path) -> str:
    try:
        load(content)
    except ProblemsError as problems:
        return f"{problems}\n"
    return ""


@pytest.mark.parametrize("case", NAMES)
def test_a_case_of_content_gives_exactly_the_problems_it_lists(case: str, tmp_path: Path) -> None:
    expected = (CASES / case / "problems.txt").read_text(encoding="utf-8")
    assert problems_of(laid_out(tmp_path, case)) == expected


@pytest.mark.parametrize("nothing", ["", "\n\n", "---\n", "# only a comment\n", "\ufeff# only\r\n"])
def test_an_empty_file_is_one_problem_and_not_one_for_each_link_to_it(
    nothing: str, tmp_path: Path
) -> None:
    content = laid_out(tmp_path)
    (content / "glossary.yml").write_text(nothing, encoding="utf-8")
    empty = "content/glossary.yml:1: the file is empty: write its record\n"
    assert problems_of(content) == empty


def all_kinds(kind: type[Part]) -> Iterator[type[Part]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from all_kinds(inner)


@pytest.mark.parametrize("kind", sorted(set(all_kinds(Part)) - {Content}, key=str))
def test_every_required_field_of_every_record_is_asked_for_in_words(kind: type[Part]) -> None:
    required = {name for name, field in kind.model_fields.items() if field.is_required()}
    problems = problems_in(kind, b"colour: red\n")
    asked = {problem.hint.split("'")[1] for problem in problems if " has no " in problem.what}
    assert asked == required


def test_sound_content_gives_its_records_by_number(tmp_path: Path) -> None:
    content = load(laid_out(tmp_path))
    assert [attribute.number for attribute in content.attributes] == [1, 2, 3, 4, 5]
    assert content.attributes[0].quotes[0].text == "I speak out, always."
    assert [term.id for term in content.terms] == ["fidelity", "trust"]


def test_unchanged_files_are_not_read_again(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    assert load(content) is load(content)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    before = load(content)
    file = content / "glossary.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Trust", "Reliance"), encoding="utf-8")
    after = load(content)
    assert before.terms[1].term == "Trust"
    assert after.terms[1].term == "Reliance"


def test_content_that_is_mended_loads(tmp_path: Path) -> None:
    content = laid_out(tmp_path, "empty-file")
    assert problems_of(content)
    for name in ("aliases.yml", "glossary.yml", "slips.yml"):
        shutil.copy(CASES / "_sound" / name, content / name)
    assert problems_of(content) == ""


def test_a_file_added_or_taken_away_is_seen(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    load(content)
    second = content / "workbooks" / "second.yml"
    text = (content / "workbooks" / "reflecting.yml").read_text(encoding="utf-8")
    own = {"reflecting", "on-values", "why-you-lead", "how-much"}
    for name in own:
        text = text.replace(f"id: {name}\n", f"id: {name}-too\n")
    second.write_text(text.replace("reflecting-too", "second"), encoding="utf-8")
    assert len(load(content).workbooks) == 2
    second.unlink()
    assert len(load(content).workbooks) == 1


def test_a_file_saved_by_windows_loads_the_same(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    file = content / "glossary.yml"
    as_saved = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    before = load(content).terms
    file.write_bytes(as_saved)
    assert load(content).terms == before


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("terms: " + "[" * 400, 1, "lists are nested too deeply to read"),
        ("terms:\n  - *again\n", 2, "a text starts with *"),
        ("a: &all [1]\nb: *all\n", 2, "a text starts with *"),
        ("a: &loop [*loop]\n", 1, "a text starts with *"),
        ('terms: "\\U00110000"\n', 1, "a \\U in double quotes is not a character"),
        ('terms: "\\d"\n', 1, "a backslash in double quotes"),
        ("terms: []\n---\nterms: []\n", 2, "a second '---'"),
        (
            "terms: []\n\nterm {}: [\n",
            3,
            "a [ or { is not closed, or has in it what a list cannot have",
        ),
        ("? [a]\n: b\n", 1, "the field a list is not read as text"),
    ],
)
def test_yaml_that_is_not_for_content_is_one_plain_problem(text: str, line: int, what: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        record(Glossary, parse(text.encode(), "content/glossary.yml"))
    assert (line, what) in [(problem.line, problem.what) for problem in caught.value.problems]


def test_numbers_that_python_cannot_read_are_no_crash() -> None:
    for written in ("0b_", "0x_", "1:30", "0o7", "1" * 5000, "010", ".inf", "2020-99-99"):
        with pytest.raises(ProblemsError, match=r"content/x\.yml:1: number"):
            record(Attribute, parse(f"number: {written}\n".encode(), "content/x.yml"))


SIGNS = st.sampled_from(list("-:,[]{}&*!|>'\"%@`#?~\n\t \ufeff\u2028\x85"))
WORDS = st.sampled_from(
    ("---", "...", "yes", "2020-01-01", "1.5", "<<", "=", "\\U", "\n", "  - ")
) | st.sampled_from(("id:", "title:", "body:", "points:", "quote:", "terms:", "findings:"))
TEXTS = st.one_of(
    st.text(),
    st.lists(SIGNS | WORDS).map(" ".join),
    st.lists(SIGNS | WORDS).map("".join),
)
ONE_LINE = re.compile(r"content/any\.yml:[1-9]\d*: \S.*: \S.*")


@settings(max_examples=300)
@given(text=TEXTS, model=st.sampled_from([Glossary, Attribute, Report]))
def test_any_text_gives_problems_with_file_and_line_and_nothing_else(
    text: str, model: type[Part]
) -> None:
    problems = problems_in(model, text.encode("utf-8", "surrogatepass"))
    assert problems
    assert all(ONE_LINE.fullmatch(str(problem)) for problem in problems)


@given(raw=st.binary())
def test_any_bytes_give_problems_and_nothing_else(raw: bytes) -> None:
    assert problems_in(Attribute, raw)


SOUND = (CASES / "_sound" / "attributes" / "values.yml").read_text(encoding="utf-8")


@settings(max_examples=300)
@given(data=st.data(), scrap=SIGNS | WORDS)
def test_a_slip_of_the_keyboard_anywhere_gives_a_record_or_problems_with_its_file_and_line(
    data: st.DataObject, scrap: str
) -> None:
    at = data.draw(st.integers(0, len(SOUND)))
    gone = data.draw(st.integers(0, 12))
    text = SOUND[:at] + scrap + SOUND[at + gone :]
    for problem in problems_in(Attribute, text.encode()):
        assert ONE_LINE.fullmatch(str(problem))
        assert problem.line <= text.count("\n") + 1 + text.count("\x85") + text.count("\u2028")
