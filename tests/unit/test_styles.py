"""The sheets served as one: all of them, in order, without what only people read."""

import re
from pathlib import Path

import pytest

from macros.build.stylesheet import WHOLE, SheetsDifferError, sheet

SHEETS = Path(__file__).parents[2] / "docs" / "assets" / "css"
SPACE = re.compile(r"(--site-space-\d): ([\d.]+rem);")
# Margins on paper are outside of every element, where no token is known.
ON_PAPER = re.compile(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
SPACING = re.compile(r"(?<![\w-])(?:margin|padding|(?:row-|column-)?gap)[a-z-]*:[^;{}]+")


def test_the_sheets_come_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a {\n  color: red;\n}\n", encoding="utf-8")
    (tmp_path / "b.css").write_text("b {}\n", encoding="utf-8")
    assert sheet(tmp_path, ["b", "a"]) == "b {}\na {\ncolor: red;\n}\n"


def test_comments_go_and_what_looks_like_one_in_a_string_stays(tmp_path: Path) -> None:
    text = '/* A\n   sheet. */\n.a::before { content: "/* kept */"; /* why */ }\n'
    (tmp_path / "a.css").write_text(text, encoding="utf-8")
    assert sheet(tmp_path, ["a"]) == '.a::before { content: "/* kept */";  }\n'


@pytest.mark.parametrize("text", ['"\\"/* kept */"', r"'it\'s /* kept */'", '"\\\\" "/* kept */"'])
def test_a_quotation_mark_in_a_string_does_not_end_it(tmp_path: Path, text: str) -> None:
    rule = f"a::before {{ content: {text}; }}\n"
    (tmp_path / "a.css").write_text(f"/* Why */ {rule}", encoding="utf-8")
    assert sheet(tmp_path, ["a"]) == rule


def test_every_sheet_that_is_missing_or_not_named_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a {}", encoding="utf-8")
    with pytest.raises(SheetsDifferError) as told:
        sheet(tmp_path, ["b", "c"])
    assert "b.css does not exist" in str(told.value)
    assert "c.css does not exist" in str(told.value)
    assert "a.css is not listed: add 'a'" in str(told.value)


def test_the_one_sheet_does_not_stand_in_itself(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a {}\n", encoding="utf-8")
    (tmp_path / "site.css").write_text("a {}\n", encoding="utf-8")
    assert sheet(tmp_path, ["a"]) == "a {}\n"


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(SHEETS.glob("*.css")) if path.stem != WHOLE],
    ids=lambda path: path.name,
)
def test_space_that_is_on_the_scale_is_written_by_its_name(path: Path) -> None:
    scale = dict(SPACE.findall((SHEETS / "theme.css").read_text(encoding="utf-8")))
    assert len(scale) == 7
    rules = ON_PAPER.sub("", path.read_text(encoding="utf-8"))
    raw = {
        spacing: name
        for spacing in SPACING.findall(rules)
        for name, size in scale.items()
        if re.search(rf"(?<![\w.-]){re.escape(size)}\b", spacing)
    }
    assert raw == {}
