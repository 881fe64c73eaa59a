"""What a council's own page leads to is there, for everybody, or is told by its own line."""

import os
from pathlib import Path

import pytest

from common.problems import Problem, ProblemsError
from macros.brand.load import load_branded
from macros.brand.local_links import is_of_one_computer
from macros.brand.local_page import EXTENSIONS, local_page
from macros.brand.published_files import published, unfit_files
from macros.build.mkdocs_yml import read_settings
from tests.unit.brands import ROOT, SETTINGS, folder_of

HEAD = "---\ntitle: Us\n---\n# Us\n\n"
OWN_COMPUTER = [
    *("file:///C:/Users/jane.doe/a.png", "file://server/share/a.png", "FILE:/a.png"),
    *(r"S:\HR\policy.pdf", "S:/HR/policy.pdf", "S:policy.pdf", "C%3A%5CUsers%5Cjane%5Ca.png"),
    *(r"\\server\share\policy.pdf", "//server/share/policy.pdf", "smb://server/share/policy.pdf"),
    *("/Users/jane/a.png", "/home/jane/a.png", "~/a.png", "file:///C%7C/a.png"),
    *("http://localhost:8000/a", "http://127.0.0.1/a", "https://[::1]/a"),
]
ELSEWHERE = [
    *("https://www.example.gov.uk/", "//www.example.gov.uk/a", "mailto:a@b.example", "tel:1"),
    *("files/c.pdf", "framework/values.md#own-risk", "#users", "/users-guide/", "s3://bucket/a"),
    *("https://localhost.example.org/", "https://example.org/file:/a", "index.md"),
]
DEAD = {
    "[a](files/polcy.pdf)": "'files/polcy.pdf' is not in your folder: did you mean "
    "'files/policy.pdf'?",
    "[a](files/Policy.pdf)": "'files/Policy.pdf' is not in your folder, and 'files/policy.pdf' "
    "is: write it with the same capital letters",
    "[a](policy.pdf)": "'policy.pdf' is a broken link: write files/policy.pdf",
    "[a](framework/value.md)": "'framework/value.md' is a broken link: did you mean "
    "'framework/values.md'?",
    "[a](framework/)": "'framework/' is a broken link: did you mean 'framework/index.md'?",
    r"[a](files\policy.pdf)": r"'files\policy.pdf' is a broken link: write files/policy.pdf",
    "[a][b]\n\n[b]: files/none.docx": "'files/none.docx' is not in your folder: put the file into "
    "the folder 'files', or remove the link",
    '<a href="framework/values.md">a</a>': "'framework/values.md' is a broken link: did you mean "
    "'framework/values/'?",
    '<video src="../files/b.mp4"></video>': "'../files/b.mp4' is not in your folder: did you mean "
    "'files/a.mp4'?",
    "![a](files/a.mp4)": "'files/a.mp4' is not a picture: write <video controls "
    'src="files/a.mp4"></video>, on a line of its own',
    "[a](www.northshire.gov.uk)": "'www.northshire.gov.uk' is a broken link: write "
    "https://www.northshire.gov.uk",
    "[a](northshire.gov.uk/jobs)": "'northshire.gov.uk/jobs' is a broken link: write "
    "https://northshire.gov.uk/jobs",
    "[a](https//a.example/b)": "'https//a.example/b' is a broken link: write https://a.example/b",
    "[a](us@northshire.gov.uk)": "'us@northshire.gov.uk' is a broken link: write "
    "mailto:us@northshire.gov.uk",
    "[a](plan.xlsx)": "'plan.xlsx' is a broken link: write files/ and the name of one of your "
    "files, or a page such as framework/index.md",
    "![a](files/policy.pdf)": "'files/policy.pdf' is not a picture that browsers show: save it as "
    ".jpg, .png, .gif, .webp or .svg; or link to it, without the ! for a picture",
    '<img src="files/policy.pdf" alt="a">': "'files/policy.pdf' is not a picture that browsers "
    "show: save it as .jpg, .png, .gif, .webp or .svg; or link to it, without the ! for a picture",
    "[a](quotes.md)": "'quotes.md' links to a part of the guide that is not in your copy: "
    "remove the link, or change 'hide' and 'show' in brand.yml",
}


def told(parent: Path, page: str) -> list[str]:
    """What is wrong with a folder with this page, beside the guide's own content and pages."""
    files = {"files/policy.pdf": "", "files/a.mp4": "", "files/.DS_Store": ""}
    files |= {"brand.yml": SETTINGS + "hide: [quotes]\n", "local.md": page}
    try:
        load_branded(ROOT / "content", folder_of(parent, files))
    except ProblemsError as problems:
        return str(problems).splitlines()
    return []


@pytest.mark.parametrize("address", OWN_COMPUTER)
def test_an_address_on_somebody_s_own_computer_is_known(address: str) -> None:
    assert is_of_one_computer(address)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_an_address_that_others_have_is_let_be(address: str) -> None:
    assert not is_of_one_computer(address)


@pytest.mark.parametrize(
    "written",
    [
        "[a](file:///C:/Users/jane.doe/a.pdf)",
        "![a](file:///C:/Users/Jane Doe/a.png)",
        r"[a](S:\HR\policy.pdf)",
        r"[a](\\server\share\policy.pdf)",
        "[a]( <S:/our policy.pdf> )",
        "[a][b]\n[b]: file:///S:/policy.pdf",
        r'<img src="C:\Users\jane\a.png" alt="">',
        "<a href=file://server/a>a</a>",
    ],
)
def test_a_link_to_one_s_own_computer_is_told_by_its_line_however_it_is_written(
    written: str, tmp_path: Path
) -> None:
    (problem,) = told(tmp_path, f"{HEAD}<!-- a\nnote -->\nWords.\n\n{written}\n")
    line = 11 if "[b]:" in written else 10
    assert problem.startswith(f"northshire/local.md:{line}: ")
    assert "is on your own computer or network, so readers cannot open it: " in problem


@pytest.mark.parametrize("written", DEAD)
def test_a_link_that_leads_nowhere_is_told_by_its_line_with_what_is_meant(
    written: str, tmp_path: Path
) -> None:
    line = 6 + written.count("\n")
    assert told(tmp_path, f"{HEAD}{written}\n") == [f"northshire/local.md:{line}: {DEAD[written]}"]


def test_links_that_lead_somewhere_are_let_be(tmp_path: Path) -> None:
    sound = (
        "[a](files/policy.pdf) [b](framework/values.md#own-risk) [c](index.md) [d](#us) "
        "[e](https://example.org/) [f](data/report.json) [g](our-council.md) <a@example.org>\n\n"
        '<video controls src="files/a.mp4"></video>\n\n<a href="../framework/values/">a</a> '
        '<a href="framework/values">a</a> <a href="about/index.html">a</a> <a href="/hr/">a</a>\n\n'
        r"`[a](S:\a)`" + "\n\n```\n[a](file:///C:/a)\n```\n"
    )
    assert told(tmp_path, HEAD + sound) == []


def test_the_page_is_read_with_the_extensions_that_it_is_built_with() -> None:
    ours = read_settings(ROOT / "mkdocs.yml")["markdown_extensions"]
    named = {one if isinstance(one, str) else next(iter(one)) for one in ours}
    assert named | {"fenced_code", "tables", "toc"} == set(EXTENSIONS)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("a\n\n<!-- note -->\n\nb\n", "a\n\n\nb\n"),
        ("a <!-- [x](no.md) --> b\n", "a  b\n"),
        ("{# [x](files/no.pdf)\n#}\nb\n", "b\n"),
        ("## A {#own}\n\n{{ a }} {% b %}\n", "## A {#own}\n\n{{ a }} {% b %}\n"),
        ("`<!-- a -->` {# b #}\n", "`<!-- a -->` \n"),
        ("```\n{# a #}\n```\n", "```\n{# a #}\n```\n"),
        ("One ` sign <!-- a -->\n\nand ` another.\n", "One ` sign \n\nand ` another.\n"),
    ],
)
def test_notes_are_left_out_and_what_only_looks_like_one_stays(
    written: str, published: str
) -> None:
    page = local_page(f"{HEAD}{written}".encode(), "local.md", [])
    assert page
    assert page.text == HEAD + published


@pytest.mark.parametrize("nothing", ["", " \n", "\ufeff", "<!-- a note\n -->\n", HEAD[:18]])
def test_a_page_that_says_nothing_is_none(nothing: str) -> None:
    assert local_page(nothing.encode(), "local.md", []) is None


def test_a_note_without_an_end_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, f"{HEAD}a\n<!-- b\n\nc\n") == [
        "northshire/local.md:7: a note begins with <!-- and has no end: nothing after it would "
        "be shown: write --> after the note"
    ]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (f"{HEAD}Our council’s page\n".encode("cp1252"), "6: the letter ’ is not saved as UTF-8"),
        (f"{HEAD}A £\n".encode("latin-1"), "6: the letter £ is not saved as UTF-8"),
        (HEAD.replace("Us", "Café", 1).encode("cp1252"), "2: the letter é is not saved as UTF-8"),
        (HEAD.encode("utf-16"), "1: the file is saved as UTF-16"),
    ],
)
def test_a_page_in_another_encoding_is_told_by_the_line_that_shows_it(
    raw: bytes, what: str
) -> None:
    problems: list[Problem] = []
    assert local_page(raw, "northshire/local.md", problems) is None
    hint = "save the file as UTF-8: in Notepad, with 'Save as' and the encoding UTF-8"
    assert [str(problem) for problem in problems] == [f"northshire/local.md:{what}: {hint}"]


def test_every_problem_of_a_page_is_told_at_once(tmp_path: Path) -> None:
    page = "# Us\n\n[a](S:\\a.pdf)\n\n[b](files/none.pdf)\n\n<!-- c\n"
    lines = [problem.split(":")[1] for problem in told(tmp_path, page)]
    assert lines == ["1", "3", "5", "7"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("local.MD", "name it local.md"),
        ("Local.md", "name it local.md"),
        ("local.markdown", "name it local.md"),
        ("QUESTIONS.YML", "name it questions.yml"),
        ("Notes.Md", "put it into the folder 'pages', or remove it"),
    ],
)
def test_a_file_whose_name_is_spelt_in_another_way_is_not_passed_over(
    name: str, hint: str, tmp_path: Path
) -> None:
    with pytest.raises(ProblemsError) as caught:
        load_branded(ROOT / "content", folder_of(tmp_path, {name: HEAD}))
    assert str(caught.value) == f"northshire/{name}:1: the file is not read: {hint}"


def test_a_folder_of_files_whose_name_is_spelt_in_another_way_is_not_passed_over(
    tmp_path: Path,
) -> None:
    with pytest.raises(ProblemsError) as caught:
        load_branded(ROOT / "content", folder_of(tmp_path, {"Files/policy.pdf": ""}))
    assert str(caught.value) == (
        "northshire/Files:1: the folder is not read: name it 'files', in small letters"
    )


@pytest.mark.parametrize("name", ["notes.md", "a/README.MD", "b.markdown"])
def test_a_markdown_file_among_the_files_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        load_branded(ROOT / "content", folder_of(tmp_path, {f"files/{name}": "# A\n"}))
    assert str(caught.value) == (
        f"northshire/files/{name}:1: a Markdown file would become a page outside the menu: save "
        "it as .pdf, .docx or .txt, or put its words into local.md"
    )


def test_what_systems_leave_beside_files_is_not_published(tmp_path: Path) -> None:
    left = (".DS_Store", "a/Thumbs.db", "desktop.ini", "a/~$policy.docx", ".git/config")
    files = dict.fromkeys((f"files/{name}" for name in (*left, "policy.pdf", "a/b.pdf")), "")
    assert list(published(folder_of(tmp_path, files))) == ["files/a/b.pdf", "files/policy.pdf"]


def test_a_file_whose_name_no_address_can_have_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "files").mkdir()
    (folder / "files" / os.fsdecode(b"caf\xe9.pdf")).touch()  # as Windows' zips name it
    (problem,) = unfit_files(folder, list(published(folder)))
    assert str(problem) == (
        r"northshire/files/caf\udce9.pdf:1: the name 'files/caf\udce9.pdf' has letters that no "
        "address can have: give the file a name of plain letters, digits and hyphens"
    ).replace("\\udce9", "\udce9", 1)
