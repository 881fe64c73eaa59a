"""What a published page has in itself, and what its policy then names."""

import base64
import hashlib
from pathlib import Path

from publish.csp_meta import with_policy
from publish.inline import hashes, hashes_of_all, inlined

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
    assert '<style data-file="../a.css">a { b: c }</style>' in page
    assert """<script data-file="../base.js" data-root="..">f('</div>');</script>""" in page
    assert '<script src="../late.js"></script>' in page
    assert inlined(page, TEXTS.get) == page


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
    assert hashes_of_all(tmp_path) == {
        "style-src": sorted((named("a {}"), named("b {}"))),
        "script-src": [named(TEXTS["../base.js"])],
    }


def test_a_site_whose_pages_have_nothing_in_themselves_has_no_hashes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(with_policy(PAGE), encoding="utf-8")
    assert hashes_of_all(tmp_path) == {"style-src": [], "script-src": []}
