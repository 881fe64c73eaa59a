"""What stays of a stylesheet, and where its addresses lead."""

from pathlib import Path

import pytest

from publish.release import release
from publish.stylesheet import used_of
from publish.used_names import used_names
from tests.unit.built import built

PAGE = """<!doctype html><body class="js" data-scheme="light"><main id="top"><p class="lead note">
<a href="x" lang="en">x</a><template><b class="later">y</b></template></main>"""
SCRIPT = """
element.classList.add('shown', `mark--${kind}`);
element.append(document.createElement('dialog'));
element.dataset.openState = 'wide';
element.style.setProperty('--day', day);
"""


def left(sheet: str) -> str:
    """What stays of a sheet, beside that page and that script."""
    return used_of(sheet, used_names([PAGE], [SCRIPT]))


@pytest.mark.parametrize(
    "selector",
    [
        *("p", ".lead", "p.lead > a", "#top", "[lang]", "[data-scheme=light]", "*", ":root", "b"),
        *(
            ".later",
            ".shown",
            ".mark--good",
            "dialog",
            "[data-open-state]",
            "[data-open-state=wide]",
        ),
        *("p:not(.nowhere)", "p:has(> a)", ":is(.nowhere,.lead)", "a::before", "p:hover"),
        "[data-scheme^=dark]",
    ],
)
def test_a_rule_stays_that_something_could_match(selector: str) -> None:
    assert left(f"{selector}{{color:red}}") == f"{selector}{{color:red}}"


@pytest.mark.parametrize(
    "selector",
    [
        *("video", ".nowhere", "p .nowhere", "#nowhere", "[wrap]", "[data-scheme=dark]"),
        *("p:has(.nowhere)", ":is(.nowhere,video)", ".mark-", "dialog.nowhere"),
    ],
)
def test_a_rule_goes_that_nothing_could_match(selector: str) -> None:
    assert left(f"{selector}{{color:red}}") == ""


def test_of_a_list_only_what_could_match_stays() -> None:
    assert left(".nowhere, p, video > a { color : red }") == "p{color: red}".replace(": ", ":")


def test_a_list_with_a_name_of_one_browser_s_own_stays_whole() -> None:
    rule = "p::-webkit-scrollbar,.nowhere{color:red}"
    assert left(rule) == rule
    assert left(".nowhere::-webkit-scrollbar,video{color:red}") == ""


def test_conditions_stay_around_what_is_left() -> None:
    sheet = "@media print{@supports (gap:1px){p{gap:1px}.nowhere{gap:2px}}}@media print{.nowhere{}}"
    assert left(sheet) == "@media print{@supports (gap:1px){p{gap:1px}}}"


def test_a_custom_property_stays_while_something_reads_it() -> None:
    sheet = ":root{--a:var(--b);--b:1px;--c:var(--d);--d:2px;--day:3px}p{margin:var(--a)}"
    assert left(sheet) == ":root{--a:var(--b);--b:1px;--day:3px}p{margin:var(--a)}"


def test_a_motion_stays_while_something_moves_by_it() -> None:
    sheet = "@keyframes a{0%{opacity:0}}@keyframes b{0%{opacity:0}}p{animation:a 1s}"
    assert left(sheet) == "@keyframes a{0%{opacity:0}}p{animation:a 1s}"


def test_what_is_no_plain_rule_stays_as_it_is() -> None:
    for sheet in (
        "@page{margin:1cm}",
        "p{color:red;&:hover{color:blue}}",
        "@font-face{src:url(a)}",
    ):
        assert left(sheet) == sheet


def test_texts_and_important_stay() -> None:
    sheet = 'p::after{content:"a ; } , b" !important}'
    assert left(sheet) == 'p::after{content:"a ; } , b"!important}'


def test_sheets_become_one_whose_addresses_lead_where_they_led(tmp_path: Path) -> None:
    site = built(tmp_path)
    (site / "assets/theme").mkdir()
    theme = "p{background:url(pictures/a.svg)}a{color:red}video{color:red}"
    (site / "assets/theme/main.css").write_text(theme, encoding="utf-8")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        up = text.partition('href="')[2].partition("assets/")[0]
        link = f'<link rel="stylesheet" href="{up}assets/theme/main.css">'
        page.write_text(text.replace("<link", f"{link}\n<link", 1), encoding="utf-8")
    made = release(site, tmp_path / "release")
    (sheet,) = made.site.rglob("*.css")
    assert sheet.name == "site.css"
    assert sheet.read_text(encoding="utf-8") == (
        "p{background:url(../theme/pictures/a.svg)}a{color:red}"
        "body{background:url(../images/favicon.svg)}"
    )
    for page in made.site.rglob("*.html"):
        assert page.read_text(encoding="utf-8").count('rel="stylesheet"') == 1


def test_a_page_with_a_sheet_from_elsewhere_keeps_its_own(tmp_path: Path) -> None:
    site = built(tmp_path)
    page = site / "quotes/index.html"
    print_sheet = '<link rel="stylesheet" media="print" href="../assets/css/site.css">'
    page.write_text(
        page.read_text("utf-8").replace("</head>", f"{print_sheet}</head>"), encoding="utf-8"
    )
    made = release(site, tmp_path / "release")
    assert (made.site / made.kept_for_ever[0] / "css/site.css").is_file()
