"""The release fails on what the policy would block, naming file, line and mend."""

from pathlib import Path

import pytest

from publish.blocked_by_policy import blocked_in_page, blocked_in_picture, blocked_in_sheet
from publish.broken_links import lost
from publish.html_tags import tags
from publish.problem import UnfitSiteError
from publish.release import release
from publish.site_address import place
from tests.unit.built import built

HOST = "example.gov.uk"
BLOCKED = [
    ("<script>go()</script>", "an inline script"),
    ('<script type="module">go()</script>', "an inline script"),
    ('<script type="text/javascript">go()</script>', "an inline script"),
    ('<SCRIPT TYPE="Application/ECMAScript">go()</SCRIPT>', "an inline script"),
    ('<script type="importmap">{}</script>', "an inline script"),
    ("<style>p { color: red }</style>", "an inline sheet"),
    ("<p style='color: red'>x</p>", "<p> has a style attribute"),
    ("<td STYLE=text-align:left>x</td>", "<td> has a style attribute"),
    ("<svg><path style='fill: red'/></svg>", "<path> has a style attribute"),
    ("<button onclick='go()'>x</button>", "<button> has the attribute onclick"),
    ("<body onload=go()>", "<body> has the attribute onload"),
    ("<img src=a.png onerror\n=\n'go()'>", "<img> has the attribute onerror"),
    ("<a href='javascript:go()'>x</a>", "the href of <a> is a script"),
    ("<a href=' jAva\tscript:go()'>x</a>", "the href of <a> is a script"),
    ("<a href='java&#10;script:go()'>x</a>", "the href of <a> is a script"),
    ("<script src='https://cdn.example/a.js'></script>", "<script> loads from cdn.example"),
    ("<script src='//cdn.example/a.js'></script>", "<script> loads from cdn.example"),
    ("<img src='http://example.gov.uk.evil.example/a.png'>", "<img> loads from"),
    ("<link rel='stylesheet' href='https://fonts.example/a.css'>", "<link> loads from"),
    ("<link rel='preload icon' href='https://a.example/a.svg'>", "<link> loads from"),
    ("<video src='https://a.example/a.mp4'></video>", "<video> loads from a.example"),
    ("<video poster='https://a.example/a.png'></video>", "<video> loads from a.example"),
    ("<img src='a.png' srcset='a.png 1x, https://a.example/b.png 2x'>", "<img> loads from a.exam"),
    ("<source srcset='//a.example/b.png'>", "<source> loads from a.example"),
    ("<link rel='preload' imagesrcset='//a.example/b.png 2x'>", "<link> loads from a.example"),
    ("<svg><image href='https://a.example/a.png'/></svg>", "<image> loads from a.example"),
    ("<svg><use xlink:href='https://a.example/a.svg#b'/></svg>", "<use> loads from a.example"),
    ("<svg><a xlink:href='javascript:go()'>x</a></svg>", "the xlink:href of <a> is a script"),
    ("<iframe src='a.html'></iframe>", "a frame (<iframe>)"),
    ("<object data='a.pdf'></object>", "a frame (<object>)"),
    ("<base href='/'>", "<base> moves every address"),
    ("<form action='https://a.example/'></form>", "a form is sent to an address"),
    ("<meta http-equiv='Refresh' content='0; url=/'>", "the page redirects its readers"),
]
ALLOWED = [
    '<script type="application/json">{"a": "<style>"}</script>',
    '<script type="application/ld+json">{}</script>',
    "<script src='assets/js/a.js'></script>",
    "<script src='https://example.gov.uk/guide/a.js'></script>",
    "<img src='data:image/png;base64,AAAA' alt=''>",
    "<a href='https://elsewhere.example/'>x</a>",
    "<link rel='canonical' href='https://elsewhere.example/'>",
    "<img src='a.png' srcset='a.png 1x, https://example.gov.uk/b.png 2x' alt=''>",
    "<img srcset='data:image/png;base64,AA//AA 2x' alt=''>",
    "<svg><use href='#a'/></svg>",
    "<!-- <script>go()</script> <p style='a'> -->",
    "<p>Write &lt;p style='…'> or onclick= here</p>",
    "<textarea>a style='b'</textarea>",
    "<form method='dialog'></form>",
    "<p data-style='a' data-onclick='b'>x</p>",
]


@pytest.mark.parametrize(("html", "what"), BLOCKED)
def test_what_the_policy_blocks_is_told_with_its_line(html: str, what: str) -> None:
    problems = list(blocked_in_page("a/index.html", f"<html>\n<head>\n\n{html}\n", HOST))
    assert [problem.line for problem in problems] == [4] * len(problems)
    assert problems[0].what.startswith(what)
    assert str(problems[0]).startswith("a/index.html:4: ")
    assert problems[0].hint


@pytest.mark.parametrize("html", ALLOWED)
def test_what_the_policy_allows_is_no_problem(html: str) -> None:
    assert list(blocked_in_page("index.html", html, HOST)) == []


def test_a_sheet_that_loads_from_another_host_is_told() -> None:
    sheet = "p { color: red }\n@import 'https://a.example/b.css';\nb { src: url( //a.example/c ) }"
    assert [problem.line for problem in blocked_in_sheet("a.css", sheet)] == [2, 3]
    fine = "a { mask: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\") }"
    assert list(blocked_in_sheet("a.css", fine)) == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>go()</script>", "a script in a picture"),
        ("<script href='a.js'/>", "a script in a picture"),
        ("<svg:script>go()</svg:script>", "a script in a picture"),
        ("<path onclick='go()'/>", "<path> has the attribute onclick"),
        ("<a href='javascript:go()'/>", "the href of <a> is a script"),
        ("<image href='https://a.example/a.png'/>", "<image> loads from a.example"),
        ("<foreignObject><iframe src='a'/></foreignObject>", "a frame (<iframe>)"),
        ("<style>@import '//a.example/a.css';</style>", "the picture loads from another host"),
        (
            "<path d='>' fill='url(//a.example/a.svg#b)'/>",
            "the picture loads from another host",
        ),
        ("<?xml-stylesheet href='a.css'?>", "the picture refers to something outside itself"),
    ],
)
def test_a_picture_that_would_run_or_load_something_is_told(inside: str, what: str) -> None:
    problems = list(blocked_in_picture("a.svg", f"<svg>\n{inside}\n</svg>", HOST))
    assert str(problems[0]).startswith(f"a.svg:2: {what}")


def test_a_picture_that_only_shows_something_is_no_problem(tmp_path: Path) -> None:
    fine = (
        "<svg><style>@namespace url(http://www.w3.org/2000/svg);.a{fill:red}</style>"
        "<path class='a' style='fill:red'/><use href='#b'/><text>url(https://a.example/)</text></svg>"
    )
    assert list(blocked_in_picture("a.svg", fine, HOST)) == []
    site = built(tmp_path)
    (site / "files").mkdir()
    (site / "files" / "a.svg").write_text("<svg><script/></svg>", encoding="utf-8")
    with pytest.raises(UnfitSiteError, match=r"files/a.svg:1: a script in a picture"):
        release(site, tmp_path / "release")


@pytest.mark.parametrize(("name", "coding"), [("LOGO.SVG", "utf-8"), ("a.svg", "utf-16")])
def test_a_picture_is_looked_into_whatever_its_letters(
    name: str, coding: str, tmp_path: Path
) -> None:
    site = built(tmp_path)
    (site / name).write_bytes("<svg><script/></svg>".encode(coding))
    with pytest.raises(UnfitSiteError, match=f"{name}:1: a script in a picture"):
        release(site, tmp_path / "release")


def test_files_that_a_page_loads_and_that_are_not_there_are_told(
    tmp_path: Path,
) -> None:
    site = built(tmp_path, "https://example.gov.uk/guide/")
    assert list(lost(site, place(site))) == []
    (site / "assets/css/site.css").unlink()
    assert {problem.file for problem in lost(site, place(site))} == {
        "404.html",
        "index.html",
        "quotes/index.html",
    }


LINKS = [
    ("<a href='nope.md'>x</a>", "broken link to nope.md"),
    ("<a href='files/a%20b.pdf'>x</a>", "broken link to files/a%20b.pdf"),
    ("<a href='data/'>x</a>", "broken link to data/"),
    ("<a href='/guide/gone/?a#b'>x</a>", "broken link to gone/"),
    ("<a href='https://example.gov.uk/guide/gone'>x</a>", "broken link to gone"),
    ("<a href='#nein'>x</a>", "broken link to #nein of its own page"),
    ("<a href='quotes/#nein'>x</a>", "broken link to #nein of quotes/"),
    ("<map><area href='quotes/index.html#n'></map>", "broken link to #n of quotes/index.html"),
    (f"<a href='{'a' * 300}'>x</a>", "broken link to aaa"),
    ("<a href='a%00b'>x</a>", "broken link to a%00b"),
    ("<img srcset='gone.png 2x' alt=''>", "<img> loads gone.png, which"),
    ("<video poster='gone.png'></video>", "<video> loads gone.png, which"),
]
SOUND = [
    *("<a>x</a>", "<a href=''>x</a>", "<a href='#'>x</a>", "<a href='#top'>x</a>"),
    *("<a href='quotes'>x</a>", "<a href='quotes/?a=b#'>x</a>", "<a href='data/report.json'>x</a>"),
    *("<a id='é b' href='#é b'>x</a>", "<a id='é b' href='#%C3%A9%20b'>x</a>"),
    *("<a name='n' href='#n:~:text=b'>x</a>", "<a href='#:~:text=b'>x</a>"),
    *("<a href='mailto:a@b.example'>x</a>", "<a href='tel:1'>x</a>", "<a href='/other/'>x</a>"),
    *("<a href='https://example.gov.uk/other'>x</a>", "<a href='//[bad/'>x</a>"),
    *("<a href='../guide/quotes/'>x</a>", "<a href='data/report.json#anything'>x</a>"),
]


@pytest.mark.parametrize(("html", "what"), LINKS)
def test_what_a_page_links_to_and_is_not_there_is_told(
    html: str, what: str, tmp_path: Path
) -> None:
    site = built(tmp_path, "https://example.gov.uk/guide/", html)
    (problem,) = lost(site, place(site))
    assert problem.what.startswith(what)
    assert (problem.file, problem.line > 1, bool(problem.hint)) == ("index.html", True, True)


@pytest.mark.parametrize("html", SOUND)
def test_a_link_that_leads_somewhere_is_no_problem(html: str, tmp_path: Path) -> None:
    site = built(tmp_path, "https://example.gov.uk/guide/", html)
    assert list(lost(site, place(site))) == []


def test_a_dead_link_of_the_council_s_own_page_names_its_file(tmp_path: Path) -> None:
    site = built(tmp_path, extra="<a href='no/'>x</a><img src='a.png'>")
    (site / "our-council").mkdir()
    (site / "index.html").rename(site / "our-council" / "index.html")
    built(tmp_path)
    text = (site / "our-council" / "index.html").read_text("utf-8").replace('"assets', '"../assets')
    (site / "our-council" / "index.html").write_text(text, encoding="utf-8")
    told = [str(problem) for problem in lost(site, place(site)) if problem.file.startswith("our")]
    assert len([line for line in told if line.endswith("in local.md")]) == 3  # "quotes/" is one
    assert len(told) == 3


def test_links_of_the_page_for_wrong_addresses_are_those_of_any_page(tmp_path: Path) -> None:
    site = built(tmp_path)
    page = (site / "404.html").read_text(encoding="utf-8")
    (site / "404.html").write_text(f"{page}<a href='#content'>x</a>", encoding="utf-8")
    assert list(lost(site, place(site))) == []


def test_a_tag_is_where_it_says() -> None:
    page = "<p\nclass='a>b'>é\n<b>\r\n<script>a\n<b>&amp;</b>\n</script><i>"
    for tag in tags(page):
        assert page[tag.start :].startswith(tag.text)
        assert page[tag.inside_start :].startswith(tag.inside)
    assert [tag.name for tag in tags(page)] == ["p", "b", "script", "i"]
    assert [tag.inside for tag in tags(page)][2] == "a\n<b>&amp;</b>\n"
