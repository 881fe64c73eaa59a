"""The files that pages ask for: put among the pages whole, and only where they changed."""

import json
from pathlib import Path

from macros.build.generated_files import FILES, MANIFEST, SHEET, manifest, texts, write
from macros.content.load import load
from macros.guide.guide import Guide
from tests.support.build import ROOT


def test_each_file_has_its_text() -> None:
    made = texts(Guide(load(ROOT / "content")), "the manifest", "the sheet")
    assert tuple(made) == FILES
    assert (made[MANIFEST], made[SHEET]) == ("the manifest", "the sheet")
    assert json.loads(made["data/report.json"])["format"] == 1
    assert made["data/quotes.csv"].startswith("\ufeffid,quote,")
    assert json.loads(made["search/guide.json"])


def test_git_ignores_each_of_them() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    for name in FILES:
        assert {f"/docs/{name}", f"/docs/{name.split('/')[0]}/"} & set(ignored), name


def test_a_file_is_written_only_where_it_is_not_as_it_should_be(tmp_path: Path) -> None:
    files = {"data/a.csv": "a\r\nb\r\n", "b.css": "b {}\n"}
    assert write(tmp_path, files) == ["data/a.csv", "b.css"]
    assert (tmp_path / "data/a.csv").read_bytes() == b"a\r\nb\r\n"
    assert write(tmp_path, files) == []
    assert write(tmp_path, {**files, "b.css": "c {}\n"}) == ["b.css"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.csv", "b.css", "data"]


def test_the_manifest_says_what_the_site_is() -> None:
    told = json.loads(manifest('The "guide"', "What it is", "#123456"))
    assert (told["name"], told["description"]) == ('The "guide"', "What it is")
    assert told["theme_color"] == "#123456"
    assert told["start_url"] == told["scope"] == "./"
    for icon in told["icons"]:
        assert (ROOT / "docs" / icon["src"]).is_file()
