"""What Markdown reads as no link, and where a link from the top of a server leads."""

from pathlib import Path

import pytest

from common.problems import ProblemsError
from macros.brand.load import load_branded
from tests.unit.brands import ROOT, SETTINGS, folder_of
from tests.unit.picture_cases import PNG
from tests.unit.test_local_links import HEAD, told

NO_LINK = {
    "[a] (files/policy.pdf)": "there is a space between ] and (, so this is not a link: remove "
    "the space",
    "(a)[files/policy.pdf]": "the brackets of a link are the other way round: write "
    "[words](address)",
    "[a](files/policy.pdf": "a link has no ) after its address: write )",
    "[a][b]": "no line has the address of [b], so this is not a link: write [words](address), or a "
    "line "
    "[b]: address",
}


@pytest.mark.parametrize("written", NO_LINK)
def test_a_link_that_would_be_shown_as_it_is_written_is_told(written: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"{HEAD}{written}\n") == [f"northshire/local.md:6: {NO_LINK[written]}"]


@pytest.mark.parametrize(
    "text",
    [
        "`[a][b]` and `[a] (files/policy.pdf)`",
        "```\n[a][b]\n(a)[files/policy.pdf]\n```",
        "[a][B  c], [b c][] and [b c]\n\n[b c]: files/policy.pdf",
        "[a] (see page 3), f(a)[1] and [we][they] said".replace("[we][they]", r"[we\][they]"),
        "![a](files/a.PNG)",
        '<video src="files/a.mp4" poster="files/a.PNG"></video>',
    ],
)
def test_brackets_that_are_no_link_and_pictures_by_any_name_are_let_be(
    text: str, tmp_path: Path
) -> None:
    files = {"files/policy.pdf": "", "files/a.mp4": "", "local.md": HEAD + text}
    folder = folder_of(tmp_path, files)
    (folder / "files" / "a.PNG").write_bytes(PNG)
    load_branded(ROOT / "content", folder)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[a](/files/policy.pdf)", "write files/policy.pdf"),
        ("[a](/framework/values/#own-risk)", "write framework/values.md"),
        ('<a href="/framework/values/">a</a>', "write framework/values/"),
    ],
)
def test_a_link_from_the_top_of_a_server_is_told_where_the_copy_is_below_a_path(
    text: str, hint: str, tmp_path: Path
) -> None:
    for name, problem in (("a.example/guide/", [hint]), ("a.example/", [])):
        parent = tmp_path / name.replace("/", "-")
        parent.mkdir()
        settings = f"{SETTINGS}site_address: https://{name}\n"
        files = {"brand.yml": settings, "files/policy.pdf": "", "local.md": HEAD + text}
        folder = folder_of(parent, files)
        found = []
        try:
            load_branded(ROOT / "content", folder)
        except ProblemsError as problems:
            found = str(problems).splitlines()
        assert [one.rpartition(": ")[2] for one in found] == problem
