"""A workbook as plain text and on the clipboard."""

from bs4 import BeautifulSoup

from tests.scripts.export.conftest import Make
from tests.scripts.export.outlines import outline, question, rating, workbook

WHOLE = outline(
    question("Why?", "So:\n- one\n\tand <two> & “three”\n\nAnd   more.", hint="Think."),
    question("When?"),
    rating("How much?", "2"),
    question("מה?", "שלום\n\nhello"),
    lead="A lead.",
    facts=["Saved", "https://example.org/"],
)
TEXT = """\
Your workbook
=============

A lead.

Saved
https://example.org/


One section
===========

Why?
----

Think.

So:
- one
\tand <two> & “three”

And   more.

When?
-----

Not answered yet

How much?
---------

My rating: 2 of 5

מה?
---

שלום

hello
"""


def test_headings_are_underlined_and_answers_are_as_they_are(make: Make) -> None:
    assert make("plain", WHOLE).replace("\r\n", "\n") == TEXT


def test_every_line_ends_as_notepad_wants_it(make: Make) -> None:
    made = make("plain", workbook("one\ntwo\rthree\r\nfour", "3"))
    assert made.count("\r\n") == made.count("\n") == made.count("\r") > 100


def test_a_long_question_is_underlined_no_further_than_a_line(make: Make) -> None:
    made = make("plain", outline(question("Why? " * 60, "So.")))
    assert max(len(row) for row in made.split("\r\n") if set(row) == {"-"}) == 72


def test_the_clipboard_has_the_text_with_single_line_ends(make: Make) -> None:
    assert make("rich", WHOLE)["text"] == TEXT


def test_the_clipboard_has_headings_and_paragraphs(make: Make) -> None:
    page = BeautifulSoup(make("rich", WHOLE)["html"], "html.parser")
    assert [(one.name, one.text) for one in page.find_all(["h1", "h2", "h3"])] == [
        ("h1", "Your workbook"),
        ("h2", "One section"),
        ("h3", "Why?"),
        ("h3", "When?"),
        ("h3", "How much?"),
        ("h3", "מה?"),
    ]
    assert {one.name for one in page.find_all(True)} == {"h1", "h2", "h3", "p", "br", "em"}
    assert [one.text for one in page.find_all("em")] == ["Think.", "Not answered yet"]
    assert [one.text for one in page.find_all(dir="rtl")] == ["מה?", "שלום"]


def test_the_clipboard_keeps_spaces_and_line_ends(make: Make) -> None:
    html = make("rich", WHOLE)["html"]
    space = "&#160;"
    assert f"<p>So:<br>- one<br>{space * 3} and &lt;two&gt; &amp; “three”</p>" in html
    assert f"<p>And{space * 2} more.</p>" in html


def test_the_clipboard_has_each_line_in_its_own_direction(make: Make) -> None:
    html = make("rich", outline(question("Q?", "Hello\nשלום\nnow")))["html"]
    lines = (
        '<span dir="ltr">Hello</span><br><span dir="rtl">שלום</span><br><span dir="ltr">now</span>'
    )
    assert f"<p>{lines}</p>" in html


def test_no_text_becomes_a_tag(make: Make) -> None:
    bad = '<img src=x onerror="alert(1)"></p><script>&lt;'
    asked = {**rating(bad, "1", hint=bad, example=bad, earlierWording=bad)}
    asked["scale"] = {"value": "1", "words": [bad] * 5}
    whole = outline(question(bad, bad), asked, title=bad, lead=bad, facts=[bad])
    page = BeautifulSoup(make("rich", whole)["html"], "html.parser")
    assert {one.name for one in page.find_all(True)} == {"h1", "h2", "h3", "p", "em"}
    assert page.text.count(bad) == 10
