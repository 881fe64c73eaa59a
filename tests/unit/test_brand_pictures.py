"""A council's pictures show something and do nothing: no script in them, nothing from elsewhere."""

from pathlib import Path

import pytest

from macros.brand.load import load_branded
from macros.faults import ContentFaults
from tests.unit.brands import SETTINGS, faults_of, folder_of, png
from tests.unit.cases import laid_out

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
PLAIN = "save it as a plain SVG, without scripts"
INSIDE = "put what it shows into the picture itself"
UNFIT = {
    "<script>go()</script>": f"the picture has a <script>: {PLAIN}",
    "<title><script/></title>": f"the picture has a <script>: {PLAIN}",
    '<path onload="go()"/>': f"<path> has the attribute onload: {PLAIN}",
    '<a xlink:href=" java&#10;script:go()"/>': f"the href of <a> is a script: {PLAIN}",
    '<a xlink:href="JavaScript:go()"/>': f"the href of <a> is a script: {PLAIN}",
    "<foreignObject/>": f"the picture has a <foreignObject>: {PLAIN}",
    '<image href="https://a.example/a.png"/>': f"<image> loads from another website: {INSIDE}",
    '<use xlink:href="//a.example/a.svg#b"/>': f"<use> loads from another website: {INSIDE}",
    '<path fill="url(https://a.example/a.svg#b)"/>': f"<path> loads from another website: {INSIDE}",
    "<style>@import 'https://a.example/a.css';</style>": (
        f"a style loads from another website: {INSIDE}"
    ),
    "<path": "the picture cannot be read as an SVG: save it as an SVG anew",
}
FINE = (
    '<path style="fill: url(#a)"/><style>.a { fill: red }</style><use href="#a"/>'
    '<a href="https://www.example.org/"><image href="data:image/png;base64,AA//"/></a>'
)


@pytest.mark.parametrize("inside", UNFIT)
def test_a_logo_that_would_do_something_is_told_with_its_line(inside: str, tmp_path: Path) -> None:
    files = {"brand.yml": SETTINGS + "logo: logo.svg\n", "logo.svg": f"{SVG}\n{inside}</svg>"}
    assert f"northshire/logo.svg:2: {UNFIT[inside]}" in faults_of(tmp_path, files)


def test_a_picture_among_the_files_is_held_to_the_same(tmp_path: Path) -> None:
    files = {"files/in/a.svg": f"{SVG}<script/></svg>"}
    assert faults_of(tmp_path, files) == [
        f"northshire/files/in/a.svg:1: the picture has a <script>: {PLAIN}"
    ]


@pytest.mark.parametrize(
    "before", ['<!DOCTYPE svg [<!ENTITY a "b">]>', "<?xml-stylesheet href='a.css'?>"]
)
def test_a_picture_that_brings_in_words_from_before_it_is_told(before: str, tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, {"files/a.svg": f"{before}{SVG}</svg>"})
    assert fault.startswith("northshire/files/a.svg:1: the picture ")


def test_a_picture_that_only_shows_something_is_taken(tmp_path: Path) -> None:
    files = {"brand.yml": SETTINGS + "logo: logo.svg\n", "logo.svg": f"{SVG}{FINE}</svg>"}
    assert faults_of(tmp_path, files) == []


LARGE = {
    (2001, 40, 0): "is 2,001 by 40 pixels, which is more than anybody sees: save it with at most "
    "2,000 pixels a side, or as an SVG",
    (40, 30_000, 600_000): "is 40 by 30,000 pixels, which is more than anybody sees: save it with "
    "at most 2,000 pixels a side, or as an SVG",
    (400, 400, 500_001): "has 501 KB, which every reader must load: save it smaller, with at most "
    "500 KB, or as an SVG",
    (2000, 2000, 500_000): None,
}


@pytest.mark.parametrize("picture", LARGE)
def test_a_picture_that_is_needlessly_large_is_told(
    picture: tuple[int, int, int], tmp_path: Path
) -> None:
    content = laid_out(tmp_path)
    folder = folder_of(tmp_path, {"brand.yml": SETTINGS + "logo: logo.png\n"})
    (folder / "logo.png").write_bytes(png(*picture))
    what = LARGE[picture]
    if what is None:
        load_branded(content, folder)
        return
    with pytest.raises(ContentFaults) as caught:
        load_branded(content, folder)
    assert str(caught.value) == f"northshire/brand.yml:5: the file 'logo.png' {what}"


@pytest.mark.parametrize(
    ("measures", "mend"),
    [
        ('width="190" height="40"', 'add viewBox="0 0 190 40" to <svg>'),
        ('width="190.5px" height=" 40 px"', 'add viewBox="0 0 190.5 40" to <svg>'),
        (
            'width="50mm" height="40"',
            'add viewBox="0 0 W 40" to <svg>, with its width and height in pixels',
        ),
        ('width="190" height="40" viewBox="0 0 190 40"', None),
        ('width="190"', None),
    ],
)
def test_an_svg_that_would_be_cut_is_told_its_view_box(
    measures: str, mend: str | None, tmp_path: Path
) -> None:
    picture = SVG.replace("<svg", f"<svg {measures}") + '<svg width="2" height="2"/></svg>'
    files = {"brand.yml": SETTINGS + "logo: logo.svg\n", "logo.svg": picture}
    what = "northshire/logo.svg:1: the picture is cut where it is shown smaller"
    assert faults_of(tmp_path, files) == ([f"{what}: {mend}"] if mend else [])
