"""A council's pictures are shown by browsers, whatever they are called, and do nothing."""

from pathlib import Path
from zlib import crc32

import pytest
from PIL import ImageFile

from common.problems import ProblemsError
from macros.brand.load import load_branded
from macros.brand.svg_safety import unfit
from tests.unit.brands import SETTINGS, folder_of, problems_of
from tests.unit.cases import laid_out
from tests.unit.picture_cases import (
    FINE,
    PNG,
    SHAPE,
    UNFIT,
    UNSHOWN,
    cut,
    data_of,
    moving,
    raster,
    svg,
)

PLAIN = "save it as a plain SVG, without scripts"
INSIDE = "put what it shows into the picture itself"
ROOT = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 8 8"'
)
DOES_SOMETHING = {
    "<script>go()</script>": f"the picture has a <script>: {PLAIN}",
    "<title><script/></title>": f"the picture has a <script>: {PLAIN}",
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>': f"the picture has a <script>: {PLAIN}",
    '<path onload="go()"/>': f"<path> has the attribute onload: {PLAIN}",
    '<a xlink:href=" java&#10;script:go()"/>': f"the href of <a> is a script: {PLAIN}",
    '<a xlink:href="JavaScript:go()"/>': f"the href of <a> is a script: {PLAIN}",
    "<foreignObject/>": f"the picture has a <foreignObject>: {PLAIN}",
    '<image href="https://a.example/a.png"/>': f"<image> loads from another website: {INSIDE}",
    '<image href=" a.png "/>': f"<image> shows 'a.png', which is not in the picture: {INSIDE}",
    '<use xlink:href="//a.example/a.svg#b"/>': f"<use> loads from another website: {INSIDE}",
    '<use xlink:href="data:image/svg+xml,%3Csvg/%3E#b"/>': (
        f"<use> shows 'data:image/svg+xml,%3Csvg/%3E#b', which is not in the picture: {INSIDE}"
    ),
    '<path fill="url(https://a.example/a.svg#b)"/>': f"<path> loads from another website: {INSIDE}",
    '<path style="fill:url( a.svg#b )"/>': (
        f"<path> shows 'a.svg#b', which is not in the picture: {INSIDE}"
    ),
    "<style>@import 'https://a.example/a.css';</style>": (
        f"a style loads from another website: {INSIDE}"
    ),
    "<style><![CDATA[@import url(a.css);]]></style>": (
        f"a style shows 'a.css', which is not in the picture: {INSIDE}"
    ),
    "<style>.a { fill: u&#114;l(//a.example/a.svg) }</style>": (
        f"a style loads from another website: {INSIDE}"
    ),
    "</g>": "the picture cannot be read as an SVG (mismatched tag): save it as an SVG again",
}
HARMLESS = (
    '<path style="fill: url(#a)"/><style>.a { fill: red }</style><use href="#a"/>'
    f'<a href="https://www.example.org/"><image href="{data_of(PNG)}"/></a>'
)


def told(tmp_path: Path, name: str, picture: bytes, setting: str = "logo") -> list[str]:
    """What is wrong with a folder that has this picture as its logo."""
    content = laid_out(tmp_path)
    quoted = name.replace("'", "''")
    folder = folder_of(tmp_path, {"brand.yml": f"{SETTINGS}{setting}: '{quoted}'\n"})
    (folder / name).write_bytes(picture)
    try:
        load_branded(content, folder)
    except ProblemsError as problems:
        return str(problems).splitlines()
    return []


def told_of_a_file(tmp_path: Path, name: str, picture: bytes) -> list[str]:
    """The same of a folder that has it among its files."""
    content, folder = laid_out(tmp_path), folder_of(tmp_path)
    (folder / "files" / "in").mkdir(parents=True)
    (folder / "files" / "in" / name).write_bytes(picture)
    try:
        load_branded(content, folder)
    except ProblemsError as problems:
        return str(problems).splitlines()
    return []


@pytest.mark.parametrize("name", FINE)
def test_a_sound_picture_is_taken_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    if name == "short.gif":
        assert "moves, and is on every page" in told(tmp_path, name, FINE[name])[0]
    else:
        assert told(tmp_path, name, FINE[name]) == []


@pytest.mark.parametrize("name", FINE)
def test_a_sound_picture_among_the_files_is_taken(name: str, tmp_path: Path) -> None:
    assert told_of_a_file(tmp_path, name, FINE[name]) == []


MOVING = ("for-ever.gif", "for-ever.webp", "long.png")


@pytest.mark.parametrize(
    "name", [name for name in (*UNSHOWN, *UNFIT) if "svgz" not in name and name not in MOVING]
)
def test_a_picture_that_would_not_be_shown_as_it_should_is_told(name: str, tmp_path: Path) -> None:
    picture, what = {**UNSHOWN, **UNFIT}[name]
    problems = told(tmp_path, name, picture, "favicon")
    assert any(what in problem for problem in problems), problems
    assert all(f"northshire/{name}:" in one or f"'{name}'" in one for one in problems)


@pytest.mark.parametrize("name", [*UNSHOWN, *UNFIT])
def test_a_picture_among_the_files_is_held_to_the_same(name: str, tmp_path: Path) -> None:
    picture, what = {**UNSHOWN, **UNFIT}[name]
    problems = told_of_a_file(tmp_path, name, picture)
    assert any(what in problem for problem in problems), problems
    assert all(problem.startswith(f"northshire/files/in/{name}:") for problem in problems)


@pytest.mark.parametrize("name", ["logo.svgz", "logo.tif", "logo.pdf", "logo", "in/logo.svg", ".."])
def test_the_name_of_what_is_no_picture_is_told(name: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"brand.yml": f"{SETTINGS}logo: {name}\n"})
    assert problem.startswith(
        f"northshire/brand.yml:5: logo of the brand is '{name}': write the name"
    )


def test_a_name_is_found_however_its_accents_are_put_together(tmp_path: Path) -> None:
    content = laid_out(tmp_path)
    folder = folder_of(tmp_path, {"brand.yml": f"{SETTINGS}logo: M\u00fcller.svg\n"})
    (folder / "Mu\u0308ller.svg").write_bytes(svg())
    assert load_branded(content, folder).folder.brand.logo == "M\u00fcller.svg"


@pytest.mark.parametrize("inside", DOES_SOMETHING)
def test_a_logo_that_would_do_something_is_told_with_its_line(inside: str, tmp_path: Path) -> None:
    problems = told(tmp_path, "logo.svg", svg(f"\n{inside}{SHAPE}", ROOT))
    assert f"northshire/logo.svg:2: {DOES_SOMETHING[inside]}" in problems


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://a.example/a.dtd"> %a;]>',
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_a_picture_that_brings_in_words_from_before_it_is_told(before: str, tmp_path: Path) -> None:
    (problem,) = told_of_a_file(tmp_path, "a.svg", svg(before=before))
    assert problem.startswith("northshire/files/in/a.svg:1: the picture ")


def test_a_picture_that_only_shows_something_is_taken(tmp_path: Path) -> None:
    assert told(tmp_path, "logo.svg", svg(HARMLESS + SHAPE, ROOT)) == []


def test_one_thing_that_is_wrong_a_hundred_times_is_told_once() -> None:
    assert len(unfit(svg('<image href="a.png"/>\n' * 100 + SHAPE))) == 1


def test_a_picture_that_is_not_named_is_not_published_and_may_be_anything(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"draft.svg": "<svg/>", "old.png": ""}) == []


def test_what_macos_keeps_beside_a_picture_is_no_picture(tmp_path: Path) -> None:
    assert told_of_a_file(tmp_path, "._logo.png", b"\0\5\x16\7") == []


LARGE = {
    (2001, 40): "is 2,001 by 40 pixels, which is larger than a page needs: save it with up to "
    "2,000 pixels a side, or as an SVG",
    (40, 3_000): "is 40 by 3,000 pixels, which is larger than a page needs: save it with "
    "up to 2,000 pixels a side, or as an SVG",
    (2000, 2000): None,
}


@pytest.mark.parametrize("size", LARGE)
def test_a_picture_that_is_needlessly_large_is_told(size: tuple[int, int], tmp_path: Path) -> None:
    what = LARGE[size]
    found = told(tmp_path, "logo.png", of_size(*size))
    assert found == ([f"northshire/brand.yml:5: the file 'logo.png' {what}"] if what else [])


@pytest.mark.parametrize(
    ("name", "hint"),
    [("logo.png", ", or as an SVG"), ("logo.svg", "")],
)
def test_a_picture_of_more_than_people_wait_for_is_told(
    name: str, hint: str, tmp_path: Path
) -> None:
    large = svg(f"<desc>{'a' * 600_000}</desc>{SHAPE}") if "svg" in name else PNG + bytes(600_000)
    (problem,) = told(tmp_path, name, large)
    assert problem.startswith(f"northshire/brand.yml:5: the file '{name}' has 60")
    assert problem.endswith(
        f"which every reader has to download: make it smaller, with up to 500 KB{hint}"
    )


def test_a_large_picture_may_be_among_the_files_and_one_of_several_mb_may_not(
    tmp_path: Path,
) -> None:
    large = svg(f"<desc>{'a' * 1_500_000}</desc>{SHAPE}")
    assert told_of_a_file(tmp_path / "a", "map.svg", large) == []
    (problem,) = told_of_a_file(tmp_path / "b", "map.svg", large * 2)
    assert "files/in/map.svg:1: the picture has 3,001 KB" in problem


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_a_picture_that_moves_for_a_moment_is_taken_but_on_every_page(
    kind: str, tmp_path: Path
) -> None:
    loop = {} if kind == "GIF" else {"loop": 1}
    picture, name = moving(kind, 1_000, **loop), f"logo.{kind.lower()}"
    (tmp_path / "header").mkdir()
    assert told_of_a_file(tmp_path, name, picture) == []
    (problem,) = told(tmp_path / "header", name, picture)
    assert "moves, and is on every page: save it as one picture that does not move" in problem


@pytest.mark.parametrize("side", [30_000, 12_000, 200_000])
def test_a_small_file_that_says_it_is_huge_is_not_unpacked(
    side: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it is unpacked"))
    (problem,) = told_of_a_file(tmp_path, "bomb.png", claiming(side))
    assert " pixels" in problem


def test_a_huge_picture_within_an_icon_is_not_unpacked(tmp_path: Path) -> None:
    inside = claiming(12_000)
    entry = bytes([16, 16, 0, 0, 1, 0, 32, 0]) + len(inside).to_bytes(4, "little") + b"\x16\0\0\0"
    (problem,) = told_of_a_file(tmp_path, "bomb.ico", b"\0\0\1\0\1\0" + entry + inside)
    assert "has more pixels than browsers can show" in problem


def test_every_way_of_cutting_a_picture_off_ends_in_a_problem_or_in_the_whole(
    tmp_path: Path,
) -> None:
    found = {}
    for at in range(0, 90, 10):
        for name, picture in (
            ("a.jpg", raster("JPEG")),
            ("a.png", PNG),
            ("a.webp", raster("WEBP")),
        ):
            parent = tmp_path / f"{name}{at}"
            found[name, at] = told_of_a_file(parent, name, cut(picture, at / 100))
    assert [case for case, problems in found.items() if len(problems) != 1] == []


def of_size(width: int, height: int) -> bytes:
    """A PNG of so many pixels."""
    return raster("PNG", size=(width, height))


def claiming(side: int) -> bytes:
    """A PNG of 64 pixels that says it has so many on each side."""
    sides = side.to_bytes(4, "big") * 2
    head = b"IHDR" + sides + PNG[24:29]
    return PNG[:12] + head + crc32(head).to_bytes(4, "big") + PNG[33:]
