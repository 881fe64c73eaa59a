"""Which rules the sheet in a page has: of the pages that are only read, and of the others."""

from pathlib import Path

import pytest

from publish.page_sheets import page_sheets
from publish.site_address import place

PAGE = """<html><head><link rel="stylesheet" href="{up}assets/css/site.css"></head>
<body>{body}<script src="{up}assets/js/main.js" type="module"></script></body></html>"""
SCRIPTS = {
    "main.js": "const elements = { 'quote-filter': () => import('./reading/quote-filter.js'), "
    "'workbook-question': () => import('./answers/workbook-question.js') };",
    "reading/quote-filter.js": "element.className = 'chip';",
    "answers/workbook-question.js": "import './save-status.js';",
    "answers/save-status.js": "element.className = 'saved';",
}
SHEET = ".lead{a:b}.chip{a:b}.saved{a:b}.field{a:b}.nowhere{a:b}"
READ = "<p class='lead'></p><quote-filter></quote-filter>"
WORK = "<p class='field'></p><workbook-question></workbook-question>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page that is only read, and one on which people work."""
    files = {f"assets/js/{name}": text for name, text in SCRIPTS.items()}
    files["assets/css/site.css"] = f'@charset "UTF-8";{SHEET}'
    files["index.html"] = PAGE.format(up="", body=READ)
    files["work/index.html"] = PAGE.format(up="../", body=WORK)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def sheets(site: Path) -> dict[str, dict[str, str]]:
    shown = {"index.html": "", "work/index.html": "work/"}
    return page_sheets(site, place(site), lambda page: shown[page])


def test_a_page_that_is_only_read_has_no_rule_of_the_workbooks(site: Path) -> None:
    assert sheets(site)["index.html"] == {"assets/css/site.css": ".lead{a:b}.chip{a:b}"}


def test_a_page_on_which_people_work_has_those_of_its_scripts(site: Path) -> None:
    assert sheets(site)["work/index.html"] == {"assets/css/site.css": ".saved{a:b}.field{a:b}"}


@pytest.mark.parametrize(
    "rule", [".lead{background:URL(a.png)}", ".lead{a:image-set('a.png' 1x)}", "@import 'a.css';"]
)
def test_a_sheet_with_a_relative_address_stays_a_file(site: Path, rule: str) -> None:
    (site / "assets/css/site.css").write_text(rule, encoding="utf-8")
    assert sheets(site) == {"index.html": {}, "work/index.html": {}}
