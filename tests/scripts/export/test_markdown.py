"""A workbook as Markdown: readable as it is, and no answer becomes something else."""

import markdown
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scripts.export.conftest import Make
from tests.scripts.export.outlines import outline, question, rating, workbook

STRUCTURE = ["h1", "h2", "h4", "ul", "ol", "li", "pre", "hr", "table", "dl", "b", "script", "aside"]
MARKS = (
    "# ,## ,#,> ,>,- ,+ ,* ,-,--,---,***,_ _ _,===,=,1. ,23) ,٣. ,``` ,~~~,[a]: ,[a]: /b,    ,\t"
)
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", " ", "   ", "\t"]),
    st.sampled_from(MARKS.split(",")),
    st.sampled_from(["", "word", "two words", "<b>", "<!-- no", "&lt;", "</p>", "1. ", "- "]),
)


def test_headings_quoted_notes_and_plain_answers(make: Make) -> None:
    whole = outline(
        question("Why?", "So.", hint="Think.", earlierWording="Why then?"),
        question("When?"),
        rating("How much?", "5"),
        lead="A lead.",
        facts=["Saved", "https://example.org/a_b/"],
    )
    assert make("markdown", whole) == "\n\n".join(
        [
            "# Your workbook",
            "A lead.",
            "Saved  \nhttps://example.org/a_b/",
            "## One section",
            "### Why?",
            "> Think.",
            "> The question then was: Why then?",
            "So.",
            "### When?",
            "> Not answered yet",
            "### How much?",
            "My rating: 5 of 5 – Fully\n",
        ]
    )


def test_what_an_answer_says_at_a_line_s_start_changes_no_structure(make: Make) -> None:
    answer = (
        "# Not a heading\n- not a list\n1. nor this\n    nor code\nA <tag> & 5 < 6, C:\\_x, *yes*"
    )
    made = make("markdown", outline(question("Q?", answer)))
    assert made.endswith(
        "\\# Not a heading  \n\\- not a list  \n1\\. nor this  \n"
        "\u00a0\u00a0\u00a0\u00a0nor code  \nA &lt;tag> & 5 < 6, C:\\\\_x, *yes*\n"
    )


def test_the_headings_are_those_of_the_workbook(make: Make) -> None:
    whole = workbook("# An answer\n===\n\n## of two", "2")
    page = BeautifulSoup(markdown.markdown(make("markdown", whole)), "html.parser")
    assert [one.text for one in page.find_all("h1")] == [whole["title"]]
    assert [one.text for one in page.find_all("h2")] == [one["title"] for one in whole["sections"]]
    asked = [one["text"] for section in whole["sections"] for one in section["questions"]]
    assert [one.text for one in page.find_all("h3")] == asked


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, min_size=1, max_size=6))
def test_no_line_of_an_answer_becomes_a_heading_a_list_or_a_tag(
    make: Make, lines: list[str]
) -> None:
    whole = outline(question("Q?", "\n".join(["start", *lines, "end"])))
    html = markdown.markdown(make("markdown", whole))
    answer = html.partition("<h3>Q?</h3>")[2]
    found = [one.name for one in BeautifulSoup(answer, "html.parser").find_all(True)]
    assert not set(found) & {*STRUCTURE, "h3", "blockquote"}, answer
    assert "end" in BeautifulSoup(answer, "html.parser").text
