"""What YAML cannot read, or reads as something else, is told by its true cause and line."""

import pytest

from common.problems import ProblemsError
from macros.content.reading.yaml_parser import parse

CUT = "for ' #' begins a comment"
SPACE = "there is no space after"
COLON = "a ': ' is inside a text"
DASH = "there is no space after the '-'"
INDENT = "the line is not indented like those before it"
MORE = "the line is indented more than the field above"
NO_FIELD = "the line is not a field"
OPEN = "the quote mark that opens here is not closed before the next field"
SIGN = "a text starts with a sign that YAML keeps"
BEHIND = "there are words after a closing quote mark or bracket"
COMMENT = "a comment ends the text above, which goes on below it"


def problems_of(text: str) -> list[str]:
    """What is wrong with the text of a file, a line each."""
    try:
        return [str(problem) for problem in parse(text.encode(), "any.yml").problems]
    except ProblemsError as problems:
        return str(problems).splitlines()


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: How is your #1 value?\n", 1, f"the text ends before '#1 value?', {CUT}"),
        ("a: Plan #2\n", 1, CUT),
        ("a: Plan # 2 for leaders\n", 1, CUT),
        ("a: We say #BeKind and mean it\n", 1, CUT),
        ("a: Plan #2", 1, CUT),
        ("a: Plan #2\r\nb: c\r\n", 1, CUT),
        ("a: Plan\t#2\n", 1, CUT),
        ("a: Tŷ Ŵyr #2\n", 1, CUT),
        ("a:\n  One\n  two #2\nb: c\n", 3, CUT),
        ("a:\n  - one\n  - two #2\n", 3, CUT),
        ("a: one #1 two\n  three\nb: c\n", 1, CUT),
        ("a: [One #1 two]\nb: c\n", 1, CUT),
        ("a: [One #1 two]\n", 1, CUT),
        ("a: one\n  # ours\n  two\nb: c\n", 2, COMMENT),
        ("a: one # ours\n  two\nb: c\n", 1, COMMENT),
        ("a: >-\n  one\n# ours\n  two\nb: c\n", 3, COMMENT),
        ("a:\n  b: >-\n      one\n    # ours\n      two\n", 4, COMMENT),
        ("a: How do you live\n  #1 value?\n", 2, "the line begins with '#', so it is a comment"),
        ("a:\n  - We say\n    #BeKind\n  - b\n", 3, "the line begins with '#'"),
        ("a: >-\n  one\n  # ours\n  two\n", 3, "it is part of the text and not a comment"),
        ("a: |\n  one\n  #\n", 3, "it is part of the text and not a comment"),
    ],
)
def test_a_text_that_a_comment_cuts_or_joins_is_told_where_it_happens(
    text: str, line: int, what: str
) -> None:
    (problem,) = problems_of(text)
    assert problem.startswith(f"any.yml:{line}: ")
    assert what in problem


@pytest.mark.parametrize(
    "text",
    [
        "a: England # England, Wales, Scotland or Northern Ireland\n",
        "a: Words of ours # the heading of its chapter\n",
        "a: Words of ours ## the heading\n",
        "a: Words of ours #\n",
        "a: 1 # its place among the 5\n",
        "a: 10 #days\n",
        'a: "#0c4f5c" # the main colour\n',
        'a: "#0c4f5c" #main\n',
        "a: 'Plan #2'\n",
        "a: C#, F#1 and Plan#2\n",
        "a: >-\n  Our plan\n  #2 and # 3\n",
        "a: [one, two] #ours\n",
        "a: # what follows\n  b: c\n",
        "a: #ours\n  - b\n",
        "# ours\n\na: b\n  # ours\nc: d\n",
        "a:\n  b: c\n  #d: e\n  #ours\n",
        "a: b\n  #c: d\n",
        "a: 'He said “yes”.'\n",
        'a: "Town Hall\\nHigh Street, no.\u00a01"\n',
        "a: [We do., They do.]\n",
        "a: [mobile phone, head of service]\n",
        "a: ['One, two.', three]\n",
        "a: '“Leading”'\n",
        "a: “Yes” and “no”\n",
        "a: https://example.org/#top\n",
        "a: mailto:us@example.org\n",
        "a: See it at\n  https://example.org/\n",
        "a: Ten\n  -5 degrees\n",
        "a: One thing\n  - and another\n",
        "a: >-\n  Long: words\n  - more\n",
        "a: 'one\n  two'\n",
        "a: \"one\n  two: 'three'\"\n".replace("two: ", "two, "),
        "a: R&D and 5 > 3 * 2!\n",
        "\ufeffa: b\r\nc: d\r\n",
        "---\na: b\n",
    ],
)
def test_comments_and_signs_that_take_nothing_from_a_text_are_sound(text: str) -> None:
    assert problems_of(text) == []


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a:\n  email:a@b.gov.uk\n  phone: 1\n", 2, f"{SPACE} 'email:': write 'email: a@b.gov.uk'"),
        ("a:\n  phone: 1\n  email:a@b.gov.uk\nb: c\n", 3, f"{SPACE} 'email:'"),
        ("a:\n  phone: one\n    email:a@b.gov.uk\n", 3, f"{SPACE} 'email:'"),
        ("name:Leading\nlogo: x\n", 1, f"{SPACE} 'name:'"),
        ("a:\n  - id:one\n    kind: text\n", 2, f"{SPACE} 'id:'"),
        ("a:\u00a0b\nc: d\n", 1, f"{SPACE} 'a:'"),
        ("a:\n  - one\n  -two\n", 3, f"{DASH}: write '- two'"),
        ("a:\n  - one\n    -two\n", 3, DASH),
        ("a:\n  -id: x\n   kind: y\n", 2, DASH),
        ("a:\n  - id: x\n  -id: y\n    b: c\n", 3, DASH),
        ("a:\n  - one\n    - two\n", 3, "begins with '-' and continues the text above"),
        ("a:\n  email: b\n   phone: 1\n", 3, MORE),
        ("a:\n  email: 'b'\n   phone: 1\n", 3, INDENT),
        ("a:\n  email: b\n phone: 1\nc: d\n", 3, INDENT),
        ("a:\n  - b\n - c\n", 3, INDENT),
        ("a: >-\n    one\n  two\nb: c\n", 3, INDENT),
        ("a: 'b'\n  - c\n", 2, INDENT),
        ("a:\n  email b\n  c: d\n", 2, NO_FIELD),
        ("a:\n  c: d\n  email b\n", 3, NO_FIELD),
        ("site name\na: b\n", 1, NO_FIELD),
        ("a = b\nc: d\n", 1, NO_FIELD),
        ("a: >-\none\nb: c\n", 2, NO_FIELD),
        ("a: b\n-----\nc: d\n", 2, NO_FIELD),
        ("a: b: c\n", 1, COLON),
        ("a: one\n  two three: four\n", 2, COLON),
        ("a: [b: c: d]\n", 1, COLON),
        ("c: d\r\na: b: c\r\n", 2, COLON),
        ("c: d\ra: b: c\r", 2, COLON),
    ],
)
def test_a_line_that_yaml_mistakes_is_told_by_what_is_wrong_in_it(
    text: str, line: int, what: str
) -> None:
    (problem,) = problems_of(text)
    assert problem.startswith(f"any.yml:{line}: ")
    assert what in problem


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('a: "one\nb: two\n', 1, "is never closed"),
        ('a: "one\nb: "two"\n', 1, OPEN),
        ('a: "one\n  b: two"\nc: d\n', 1, OPEN),
        ("a: 'tis\nb: it's\nc: d\n", 1, OPEN),
        ("a: 'x' y\n", 1, BEHIND),
        ("a: [Doing it](ref:x) now\n", 1, BEHIND),
        ("a: {one} two\n", 1, BEHIND),
        ("a: [one\nb: c\n", 1, "the [ or { that opens here is not closed in its line"),
        ("a: {{ one }}\n", 1, "put the whole text in quotes"),
        ("a: “one two”\n", 1, "curly quotation marks"),
        ('a: “one two"\n', 1, "curly quotation marks"),
        ("a: ‘one two’\n", 1, "curly quotation marks"),
        ("a: “one: two”\n", 1, "curly quotation marks"),
        ("a: @one\n", 1, SIGN),
        ("a: `one`\n", 1, SIGN),
        ("a: % one\n", 1, SIGN),
        ("a: ]one\n", 1, SIGN),
        ("a: ,one\n", 1, SIGN),
        ("a: *one* two\n", 1, "a text starts with *"),
        ("a: &one two\n", 1, "YAML reads '&one' as an anchor, not as text"),
        ("a: & two\n", 1, "a text starts with * or &"),
        ("a: !one two\n", 1, "YAML reads '!one' as a tag, not as text"),
        ("a: ! two\n", 1, "YAML reads '!' as a tag, not as text"),
        ("a: !!str two\n", 1, "YAML reads '!!str' as a tag, not as text"),
        ('a: !one "two"\n', 1, "YAML reads '!one' as a tag, not as text"),
        ("a: !one, two\n", 1, "YAML reads '!one,' as a tag, not as text"),
        (
            'a: "C:\\new\\temp"\n',
            1,
            "a backslash in double quotes begins a character that nobody sees",
        ),
        ('a: "One\\adam"\n', 1, "a backslash in double quotes begins a character that nobody sees"),
        ('a: "S:\\news"\n', 1, "a backslash in double quotes begins a character that nobody sees"),
        ("a: [The name, in our logo, is not read.]\n", 1, "divide what is in the brackets into 3"),
        (
            "a:\n  b: [One,\n    two?]\n",
            2,
            "the commas divide what is in the brackets into 2 items",
        ),
        ("a: > 5 years\n", 1, "there are words after a > or |"),
        ("a: >one two\n", 1, "a text starts with > or |"),
        ("a: | one\n", 1, "there are words after a > or |"),
        ("a: ? one\n", 1, "a text starts with '? '"),
        ("a: - one\n", 1, "a '- ' comes after the name of a field"),
        ("%one\na: b\n", 1, "a line starts with %"),
        ("a: b\n...\nc: d\n", 3, "a line of dots above"),
        ("a:\n\u00a0 b: c\n", 2, "begins with an invisible character that is not a space (U+00A0)"),
        (
            "a: b\n\ufeffc: d\n",
            2,
            "begins with an invisible character that is not a space (U+FEFF)",
        ),
        (
            "a: b\n\u200bc: d\n",
            2,
            "begins with an invisible character that is not a space (U+200B)",
        ),
        ("a:\n\tb: c\n", 2, "the line is indented with a tab"),
    ],
)
def test_a_sign_that_yaml_reads_as_its_own_is_told_where_it_stands(
    text: str, line: int, what: str
) -> None:
    (problem,) = problems_of(text)
    assert problem.startswith(f"any.yml:{line}: ")
    assert what in problem


def test_what_is_wrong_before_the_place_where_yaml_stops_is_told_as_well() -> None:
    places = [problem.split(": ")[0] for problem in problems_of("a: Plan #2\nb: c\nd: e: f\n")]
    assert places == ["any.yml:1", "any.yml:3"]


@pytest.mark.parametrize("written", ["12:30", "1.10", "007", "1_000", "no", "2026-11-29", "null"])
def test_what_is_put_in_quotes_as_the_problem_says_is_sound(written: str) -> None:
    assert problems_of(f"a: '{written}'\n") == []
    assert problems_of(f"a: '{written} #2'\n") == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_two_bytes_a_letter_is_told_by_its_encoding(encoding: str) -> None:
    with pytest.raises(ProblemsError) as problems:
        parse("a: Tŷ\n".encode(encoding), "any.yml")
    assert str(problems.value) == "any.yml:1: the file is saved as UTF-16: save it as UTF-8"
