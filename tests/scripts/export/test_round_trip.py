"""Any text comes back from each kind of file as it went in, but for what the outline replaces."""

import re

from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.browser.takeaway.documents import answer, opened, style, under
from tests.scripts.export.conftest import Make
from tests.scripts.export.outlines import WORDS, outline, question

SPACE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
MARKS = "#>-+*=_`~[]():.)|\\/&<;! \t\n\r\v\x85\u2028\u00a0\0\x1b\ud83d\ude42\ufffe1aб🙂שא"
TEXTS = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text(st.sampled_from(MARKS), max_size=60),
    st.lists(st.sampled_from(["# a", "- b", "1. c", "```", "\\#", "&lt;", "<b>", "", " "])).map(
        "\n".join
    ),
)


def kept(text: str) -> str:
    """What the outline's own description says that becomes of a text."""
    text = re.sub("\r\n|[\n\r\v\f\x85\u2028\u2029]", "\n", text)
    return re.sub("[\0-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "�", text).strip(SPACE)


def paired(text: str) -> str:
    """The text with each pair of surrogates as the one character that it is in the browser."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def read_markdown(text: str) -> str:
    """The answer as a reader of Markdown takes it, with any indentation as plain spaces."""
    text = re.sub("(?<=[^\n])  \n(?=.*[^ \t\n])", "\n", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return text.replace("&lt;", "<").replace("&amp;", "&")


def indented(text: str) -> str:
    """The text with its lines' indentation as spaces."""
    rows = (re.match("([ \t\u00a0]*)(.*)", row, re.DOTALL) for row in text.split("\n"))
    parts = [(row[1].replace("\t", "    ").replace("\u00a0", " "), row[2]) for row in rows if row]
    return "\n".join(indent + rest if rest else "" for indent, rest in parts)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
@example(text="a\\\nb\\\\#\n\n\n   \n\t&amp;lt; <b> &#35;")
@example(text="\ud83d\ude42 \ude42\ud83d")
def test_any_text_comes_back_from_every_kind_of_file(make: Make, text: str) -> None:
    whole = outline(question("Q?", text))
    expected = kept(paired(text))
    if not expected:
        assert make("plain", whole).endswith(f"\r\n\r\n{WORDS['notAnswered']}\r\n")
        assert [style(one) for one in under(opened(make("word", whole)), "Q?")] == ["Room"]
        return
    assert answer(opened(make("word", whole)), "Q?") == expected
    plain = make("plain", whole).partition("Q?\r\n--\r\n\r\n")[2]
    assert plain == f"{expected}\n".replace("\n", "\r\n")
    marked = make("markdown", whole).partition("### Q?\n\n")[2].removesuffix("\n")
    assert indented(read_markdown(marked)) == indented(expected)
    html = make("rich", whole)["html"].partition("<h3>Q?</h3>\n")[2]
    paragraphs = BeautifulSoup(html.replace("<br>", "\n"), "html.parser").find_all("p")
    spoken = "\n\n".join(one.text for one in paragraphs).replace("\u00a0", " ")
    assert spoken == expected.replace("\t", "    ").replace("\u00a0", " ")
