"""What a published page has in itself, and what its policy then names."""

import base64
import hashlib
from pathlib import Path

import pytest

from publish.csp_meta import with_policy
from publish.inline import hashes, inlined
from tests.support.server import named_in_pages

PAGE = """<head><meta charset="utf-8">
<link rel="stylesheet" href="../a.css">
<script src="../base.js" data-root=".."></script>
</head><body>
<script src="../late.js"></script>
<script type="application/json">{"a": 1}</script>
</body>"""
TEXTS = {"../a.css": "a { b: c }", "../base.js": "f('</div>');"}


def named(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_sheet_and_a_script_are_put_where_the_page_loaded_them() -> None:
    page = inlined(PAGE, TEXTS.get)
    assert '<style data-from="../a.css">a { b: c }</style>' in page
    assert '</style><noscript><link rel="stylesheet" href="../a.css"></noscript>' in page
    assert """<script data-from="../base.js" data-root="..">f('</div>');</script>""" in page
    assert '<script src="../late.js"></script>' in page


def test_the_policy_names_just_what_runs_or_paints() -> None:
    page = inlined(PAGE, TEXTS.get)
    assert hashes(PAGE) == {}
    assert hashes(page) == {
        "style-src": [named(TEXTS["../a.css"])],
        "script-src": [named(TEXTS["../base.js"])],
    }


def test_the_hashes_of_a_site_are_those_of_all_its_pages_once(tmp_path: Path) -> None:
    for name, sheet in (("a", "a {}"), ("b", "b {}"), ("c", "a {}")):
        page = with_policy(inlined(PAGE, {**TEXTS, "../a.css": sheet}.get))
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    assert named_in_pages(tmp_path) == {
        "style-src": sorted((named("a {}"), named("b {}"))),
        "script-src": [named(TEXTS["../base.js"])],
    }


def test_a_site_whose_pages_have_nothing_in_themselves_has_no_hashes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(with_policy(PAGE), encoding="utf-8")
    assert named_in_pages(tmp_path) == {"style-src": [], "script-src": []}


def test_a_file_that_a_page_names_again_is_there_once() -> None:
    again = '<script src="../base.js"></script></body>'
    page = inlined(PAGE.replace("</body>", again), TEXTS.get)
    assert page.count(TEXTS["../base.js"]) == 1
    assert page.endswith(again)


@pytest.mark.parametrize("text", ["f('</SCRIPT>')", "a <!-- b", "a::after { content: '</style>' }"])
def test_a_text_that_would_end_its_element_stays_a_file(text: str) -> None:
    assert inlined(PAGE, dict.fromkeys(TEXTS, text).get) == PAGE


def test_a_sheet_or_script_that_this_did_not_put_there_is_not_named() -> None:
    assert hashes('<style>a {}</style><script type="text/template">b</script>') == {}
