"""A reply's code is found in whatever mail programs and editors make of a text."""

from collections.abc import Callable

import pytest

from tests.scripts.feedback.scripts import run
from tests.support.scripts import Scripts

Change = Callable[[str], str]

WAYS: dict[str, Change] = {
    "lines of HTML": lambda code: "<p>" + code.replace("\n", "<br>\r\n") + "</p>",
    "HTML with attributes": lambda code: code.replace("\n", '<br class="a" />\n<span lang="en">'),
    "entities": lambda code: code.replace("\n", "&nbsp;&#8203;\n&gt; "),
    "UTF-16 read as UTF-8": lambda code: "\ufffd\ufffd" + "\0".join(code),
    "quoted-printable": lambda code: code.replace("\n", "=\r\n"),
    "a soft break in each line": lambda code: code.replace("\n", "\n\u00ad"),
    "an address before it": lambda code: f"From: A B <a.b@example.org>, 5 < 6\n> {code}",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_code_is_found_after_it_has_become(scripts: Scripts, way: str) -> None:
    script = """
        const bytes = Uint8Array.from({ length: 300 }, (_, i) => (7 * i) % 256);
        return codeOf(bytes);
    """
    found = "return codesIn(value).map((one) => typeof one === 'string' ? one : [...one])"
    code = run(scripts, script)
    assert run(scripts, found, WAYS[way](code)) == [[7 * i % 256 for i in range(300)]]
