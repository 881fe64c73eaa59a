"""A council's own pages, sections, first questions and words, and the links between them."""

from pathlib import Path
from typing import Any

import pytest

from common.problems import ProblemsError
from macros.brand.load import load_branded
from macros.brand.site_source import CONFIG, DOCS, assemble
from macros.build.mkdocs_yml import read_settings
from macros.guide.guide import Guide
from macros.render.environment import macros
from tests.unit.brand_problems import QUESTION
from tests.unit.brands import ROOT, SETTINGS, branded, folder_of, problems_of, project_in

LOCAL = "---\ntitle: In Northshire\n---\n[Help](pages/help.md)\n"


def page(title: str, order: str = "", text: str = "Words.") -> str:
    """A page of `pages`."""
    return f"---\ntitle: {title}\n{order}---\n{text}\n"


def nav_of(tmp_path: Path, files: dict[str, str]) -> list[Any]:
    """The menu of a copy of a folder with these files."""
    project = project_in(tmp_path)
    assemble(branded(tmp_path, files).folder, project)
    nav: list[Any] = read_settings(project / CONFIG)["nav"]
    return nav


def test_pages_are_in_the_menu_in_their_order_with_the_page_of_before_first(tmp_path: Path) -> None:
    files = {
        "local.md": LOCAL,
        "pages/help.md": page("Help", "order: 2\n"),
        "pages/about.md": page("About us", "order: 1\n"),
        "pages/more.md": page("More"),
    }
    assert {
        "In Northshire": [
            "our-council.md",
            {"About us": "pages/about.md"},
            {"Help": "pages/help.md"},
            {"More": "pages/more.md"},
        ]
    } in nav_of(tmp_path, files)


def test_one_page_alone_is_a_tab_and_several_are_under_the_councils_name(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert {"Help": "pages/help.md"} in nav_of(tmp_path / "a", {"pages/help.md": page("Help")})
    (tmp_path / "b").mkdir()
    two = {"pages/a.md": page("A"), "pages/b.md": page("B")}
    assert {"Northshire Council": [{"A": "pages/a.md"}, {"B": "pages/b.md"}]} in nav_of(
        tmp_path / "b", two
    )


def test_addresses_in_html_of_a_page_are_relative_to_its_own_address(tmp_path: Path) -> None:
    text = '<img src="../files/us.svg" alt="Us"> [We](../local.md) [More](more.md)'
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">'
        '<rect width="9" height="9"/></svg>'
    )
    files = {
        "local.md": LOCAL,
        "files/us.svg": svg,
        "pages/help.md": page("Help", text=text),
        "pages/more.md": page("More"),
    }
    project = project_in(tmp_path)
    folder = branded(tmp_path, files).folder
    assemble(folder, project, moves_html=False)
    made = (project / DOCS / "pages" / "help.md").read_text(encoding="utf-8")
    assert '<img src="../../files/us.svg" alt="Us">' in made
    assert "[We](../our-council.md) [More](more.md)" in made


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("pages/help.md", page("Help", text="[a](none.md)"), "'none.md' is a broken link"),
        (
            "pages/help.md",
            page("Help", text="[a](files/a.txt)"),
            "'files/a.txt' is a broken link: write ../files/a.txt",
        ),
        (
            "pages/help.md",
            page("Help", text="[a](workbooks/index.md)"),
            "is a broken link: write ../workbooks/index.md",
        ),
        ("pages/help.md", "Words\n", "the page has no title"),
        ("pages/help.md", page("Help", "order: first\n"), "order is not a whole number"),
        ("pages/Our Help.md", page("Help"), "file name becomes its address: name it with small"),
        ("pages/policy.pdf", "x", "this is not read as a page"),
        ("Pages/help.md", page("Help"), "the folder is not read: name it 'pages'"),
        ("pages/index.md", page("Help"), "a page of this name would be the folder's own"),
        (
            "pages/help.md",
            page("Help", "render_macros: true\n"),
            "'render_macros' is not a field of",
        ),
        ("pages/help.md", page("Help", "hide: true\n"), "hide is not a list of what it may hide"),
        (
            "pages/help.md",
            page("Help", "template: x.html\n"),
            "'template' is not a field of a page",
        ),
        ("pages", "x", "this is a file: make it a folder"),
        ("help.md", page("Help"), "put it into the folder 'pages', or remove it"),
    ],
)
def test_a_page_that_is_wrong_is_told_with_its_own_file(
    name: str, text: str, problem: str, tmp_path: Path
) -> None:
    project = project_in(tmp_path)

    folder = folder_of(tmp_path, {name: text, "files/a.txt": "x"})
    with pytest.raises(ProblemsError) as caught:
        load_branded(project / "content", folder)
    (only,) = str(caught.value).splitlines()
    assert only.startswith(f"northshire/{name.split('/')[0]}")
    assert problem in only


@pytest.mark.parametrize("name", ["files/~$policy.docx", "files/.DS_Store", "pages/~$help.md"])
def test_what_office_and_systems_leave_is_passed_over(name: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, {name: "x"}) == []


def test_a_question_is_put_first(tmp_path: Path) -> None:
    found = branded(tmp_path, {"questions.yml": QUESTION + "    first: true\n"})
    (section,) = [
        one for book in found.content.workbooks for one in book.sections if one.id == "on-values"
    ]
    assert section.questions[0].id == "northshire-why"
    assert len(section.questions) > 1


SECTION = (
    "add_sections:\n  - id: northshire-ours\n    workbook: reflecting\n    title: Ours\n"
    "    first: true\n"
)


def test_a_section_of_ones_own_has_ones_questions(tmp_path: Path) -> None:
    text = SECTION + QUESTION.replace("on-values", "northshire-ours")
    found = branded(tmp_path, {"questions.yml": text})
    (book,) = [one for one in found.content.workbooks if one.id == "reflecting"]
    assert book.sections[0].title == "Ours"
    assert [one.id for one in book.sections[0].questions] == ["northshire-why"]


def test_a_hidden_section_is_gone_with_its_questions(tmp_path: Path) -> None:
    whole = branded(tmp_path).content.workbooks
    (tmp_path / "b").mkdir()
    text = SECTION + QUESTION.replace("on-values", "northshire-ours")
    hidden = {"questions.yml": f"{text}hide_sections: [on-values]\n"}
    found = branded(tmp_path / "b", hidden).content.workbooks
    assert "on-values" in {one.id for book in whole for one in book.sections}
    assert "on-values" not in {one.id for book in found for one in book.sections}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SECTION, "added section 'northshire-ours' has no question"),
        (QUESTION + "hide_sections: [on-values]\n", "which you hide"),
        (QUESTION + "    first: true\n    after: how-much\n", "is to be first and after"),
        ("move:\n  - id: how-much\n", "its new place is not given"),
        (SECTION.replace("northshire-ours", "ours") + QUESTION.replace("on-values", "ours"),
         "does not begin with 'northshire-'"),
    ],
)  # fmt: skip
def test_a_section_or_place_that_cannot_be_is_told(text: str, problem: str, tmp_path: Path) -> None:
    assert any(problem in one for one in problems_of(tmp_path, {"questions.yml": text}))


def test_a_section_with_the_axes_of_the_profile_is_not_hidden(tmp_path: Path) -> None:

    folder = folder_of(tmp_path, {"questions.yml": "hide_sections: [develop-values]\n"})
    with pytest.raises(ProblemsError, match="has axes of the leadership profile"):
        load_branded(ROOT / "content", folder)


def test_a_resource_and_a_term_lead_to_own_files_and_pages(tmp_path: Path) -> None:
    resource = (
        "add:\n  - id: northshire-kit\n    title: Our kit\n    publisher: Us\n"
        "    address: files/kit.pdf\n    status_note: Ours.\n    looked_up: '2026-11-23'\n"
    )
    term = (
        "add:\n  - id: northshire-hub\n    term: Hub\n    kind: practice\n"
        "    meaning_md: See [ours](pages/hub.md) and [a form](files/kit.pdf).\n"
    )
    files = {"resources.yml": resource, "terms.yml": term, "files/kit.pdf": "x"}
    found = branded(tmp_path, {**files, "pages/hub.md": page("Hub")})
    assert [one.address for one in found.content.resources if one.id == "northshire-kit"] == [
        "files/kit.pdf"
    ]
    (tmp_path / "b").mkdir()
    with pytest.raises(ProblemsError, match=r"northshire/terms.yml:5: 'pages/hub.md' is a broken"):
        load_branded(ROOT / "content", folder_of(tmp_path / "b", files))


def test_own_words_for_the_first_page_may_link_to_own_pages(tmp_path: Path) -> None:
    text = f"{SETTINGS}home_md: Welcome. [Help](pages/help.md), [values](term:trust).\n"
    files = {"brand.yml": text, "pages/help.md": page("Help")}
    assert branded(tmp_path, files).folder.brand.home_md
    (tmp_path / "b").mkdir()
    assert problems_of(tmp_path / "b", {"brand.yml": text.replace("pages/help.md", "ftp:x")})


def test_a_page_may_hide_its_lists_and_no_more(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"pages/help.md": page("Help", "hide: [toc, navigation]\n")}) == []


def test_an_own_section_on_an_attribute_is_no_axis_of_the_profile(tmp_path: Path) -> None:
    text = (
        "add_sections:\n  - id: northshire-more\n    workbook: developing\n    title: More\n"
        "    attribute: values\nadd:\n  - id: northshire-what\n    section: northshire-more\n"
        "    kind: text\n    text: What else?\n"
    )
    content = load_branded(ROOT / "content", folder_of(tmp_path, {"questions.yml": text})).content
    guide = Guide(content)
    assert [one.attribute for one in guide.axes] == [one.id for one in guide.attributes]
    assert "northshire-what" in macros(guide)["workbook"]("workbooks/developing/", "developing")


def test_a_resource_may_be_a_file_with_a_space_in_its_name(tmp_path: Path) -> None:
    text = (
        "add:\n  - id: northshire-kit\n    title: Our kit\n    publisher: Us\n"
        "    address: files/our kit (1).pdf\n    status_note: Ours.\n    looked_up: '2026-11-23'\n"
    )
    files = {"resources.yml": text, "files/our kit (1).pdf": "x"}
    content = load_branded(ROOT / "content", folder_of(tmp_path, files)).content
    page = macros(Guide(content))["workbook"]("workbooks/recruiting/", "recruiting")
    assert 'href="../../files/our%20kit%20%281%29.pdf"' in page


def test_words_on_the_first_page_are_paragraphs_and_lists_and_no_headings(tmp_path: Path) -> None:
    words = (
        "Hello\n=====\n\nWelcome # here\n\n- one\n- two\n\nA line\nand another [p](<pages/a.md>)"
    )
    text = f"{SETTINGS}home_md: |\n" + "".join(f"  {one}\n" for one in words.split("\n"))
    folder = branded(tmp_path, {"brand.yml": text, "pages/a.md": page("A")})
    html = macros(Guide(folder.content), folder.folder.brand)["home_words"]("")
    assert "<h1" not in html
    assert "<p><p>" not in html
    assert "<li>one</li>" in html
    assert 'A line<br>\nand another <a href="pages/a/">p</a>' in html
