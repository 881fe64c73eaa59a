"""What is wrong with what a council has written is told by the file and line of its own folder."""

import json
from pathlib import Path

import pytest

from publish.council import by_own_files, folder_of
from publish.problem import SiteProblem, UnfitSiteError
from publish.release import release
from tests.unit.built import built

LOCAL = """\
---
title: Us
---
<!-- <p style="color: red"> -->
# Us

<p style="color: red">Red</p>

[One](framework/values.md#nope) and <iframe src="https://video.example/a"></iframe>

Words { onclick="a()" }

<p style="color: red">Red</p>

<audio src="data:audio/wav,a"></audio> <img src="https://pictures.example/a.png" alt="">
"""
PAGE = """\
<p style="color: red">Red</p><a href="../framework/values/#nope">One</a>
<iframe src="https://video.example/a"></iframe><p onclick="a()">Words</p>
<p style="color: red">Red</p><audio src="data:audio/wav,a"></audio>
<img src="https://pictures.example/a.png" alt="">
"""


def council(parent: Path, page: str = PAGE, **files: str) -> Path:
    """A built site whose council has a folder with these files; gives the site."""
    site = built(parent, "https://example.gov.uk/guide/")
    (site / "framework" / "values").mkdir(parents=True)
    for name, text in {"our-council": page, "framework/values": "<p>Values</p>"}.items():
        (site / name).mkdir(exist_ok=True)
        (site / name / "index.html").write_text(text, encoding="utf-8")
    folder = parent / "brands" / "northshire"
    folder.mkdir(parents=True)
    for name, text in ({"local.md": LOCAL} | files).items():
        (folder / name).write_text(text, encoding="utf-8")
    extra = json.dumps({"brand_folder": str(folder)})
    settings = f"site_name: Us\nextra: {extra}\n"
    (parent / "mkdocs.brand.yml").write_text(settings, encoding="utf-8")
    return site


def told(site: Path) -> list[str]:
    with pytest.raises(UnfitSiteError) as caught:
        release(site, site.with_name("release"))
    return str(caught.value).splitlines()


def test_what_is_wrong_with_the_council_s_page_is_told_by_its_own_lines(tmp_path: Path) -> None:
    style = "<p> has a style attribute: remove the style: the site has its own"
    own_folder = "put the file into the folder 'files' and name it files/…"
    lines = {
        7: [style],
        9: [
            "a frame (<iframe>): link to what it shows",
            "broken link to #nope of framework/values/: fix the link in local.md",
            f"<iframe> loads from video.example: {own_folder}",
        ],
        11: ["<p> has the attribute onclick: remove the script: the site only runs its own"],
        13: [style],
        15: [
            "<audio> has what it plays inside the page: put it into a file of its own",
            f"<img> loads from pictures.example: {own_folder}",
        ],
    }
    expected = [f"northshire/local.md:{line}: {what}" for line, all_ in lines.items()
                for what in all_]  # fmt: skip
    assert sorted(told(council(tmp_path))) == sorted(expected)


def test_a_part_of_a_longer_address_is_not_taken_for_the_line(tmp_path: Path) -> None:
    words = (
        "[a](framework/values.md#nope)\n[b](files/a.txt)\n[c](#nope)\n\n<embed src='files/a.txt'>\n"
    )
    page = (
        '<a href="../framework/values/#nope">a</a><a href="../files/a.txt">b</a>'
        "<a href=\"#nope\">c</a><embed src='../files/a.txt'>"
    )
    site = council(tmp_path, page, **{"local.md": words})
    (site / "files").mkdir()
    (site / "files" / "a.txt").write_text("a", encoding="utf-8")
    assert told(site) == [
        "northshire/local.md:1: broken link to #nope of framework/values/: "
        "fix the link in local.md",
        "northshire/local.md:3: broken link to #nope of its own page: fix the link in local.md",
        "northshire/local.md:5: a frame (<embed>): link to what it shows",
    ]


def test_a_file_of_the_council_s_is_told_by_its_place_in_the_folder(tmp_path: Path) -> None:
    site = council(tmp_path, "<p>Us</p>")
    (site / "files").mkdir()
    saved = "<p>\n<a href='file:///C:/Users/jane.doe/a.docx'>a</a>\n<style>p {}</style>"
    (site / "files" / "saved.html").write_text(saved, encoding="utf-8")
    assert told(site) == [
        "northshire/files/saved.html:2: the href of <a> is a file of one computer: put the file "
        "into the folder 'files' and name it files/…",
        "northshire/files/saved.html:3: an inline sheet: remove the style: the site has its own",
    ]


def test_a_link_in_a_setting_is_told_once_by_the_line_of_its_file(tmp_path: Path) -> None:
    link = '<a href="S:\\HR\\host.docx">a</a>'
    settings = "data_protection:\n  host_md: As [here](S:\\HR\\host.docx).\n"
    site = council(tmp_path, "<p>Us</p>", **{"brand.yml": settings})
    for name in ("index.html", "quotes/index.html"):
        page = (site / name).read_text(encoding="utf-8")
        (site / name).write_text(page.replace("</body>", f"{link}</body>"), encoding="utf-8")
    (problem,) = told(site)
    assert problem.startswith("northshire/brand.yml:2: the href of <a> is a file of one computer: ")


def test_what_the_council_has_not_written_stays_with_the_page(tmp_path: Path) -> None:
    site = council(tmp_path, "<p>Us</p>")
    problem = SiteProblem("quotes/index.html", 3, "a frame (<iframe>)", "link to it", ("<iframe>",))
    assert list(by_own_files([problem], site)) == [problem]


def test_a_site_without_a_council_has_no_folder(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert folder_of(site) is None
    (tmp_path / "mkdocs.brand.yml").write_text("site_name: Us\n", encoding="utf-8")
    assert folder_of(site) is None
