"""An SVG among a council's pictures is shown whole, with all that is in it, and stands still."""

from pathlib import Path

import pytest

from tests.unit.picture_cases import PNG, SHAPE, cut, data_of, svg
from tests.unit.test_brand_pictures import told, told_of_a_file


@pytest.mark.parametrize(
    ("measures", "hint"),
    [
        ('width="190" height="40"', 'add viewBox="0 0 190 40" to <svg>'),
        ('width="190.5px" height=" 40 px"', 'add viewBox="0 0 190.5 40" to <svg>'),
        (
            'width="50mm" height="40"',
            'add viewBox="0 0 W 40" to <svg>, with its width and height in pixels',
        ),
        ('width="190" height="40" viewBox="0 0 190 40"', None),
        ('width="190" viewBox="-5,-5 , 1.9e2 40."', None),
        ('width="190"', 'add viewBox="0 0 190 H" to <svg>, with its width and height in pixels'),
        (
            'viewBox="0 0 -1 8"',
            'add viewBox="0 0 W H" to <svg>, with its width and height in pixels',
        ),
    ],
)
def test_an_svg_that_would_be_cut_is_told_its_view_box(
    measures: str, hint: str | None, tmp_path: Path
) -> None:
    picture = svg(SHAPE, f'xmlns="http://www.w3.org/2000/svg" {measures}')
    what = "northshire/logo.svg:1: the picture is cut off if it is shown smaller"
    assert told(tmp_path, "logo.svg", picture) == ([f"{what}: {hint}"] if hint else [])


@pytest.mark.parametrize("data", [PNG[:40], cut(PNG), b"", b"II*\0", b"%PDF-1.7"])
def test_an_svg_around_a_picture_that_no_browser_shows_is_told(data: bytes, tmp_path: Path) -> None:
    around = svg(f'\n<image width="8" height="8" href="{data_of(data)}"/>')
    (problem,) = told(tmp_path, "logo.svg", around)
    what = "<image> has a picture in it that no browser shows: save it as an SVG again"
    assert problem == f"northshire/logo.svg:2: {what}"


@pytest.mark.parametrize(
    "inside",
    [
        '<animate attributeName="x" to="5" dur="1s" repeatCount="indefinite"/>',
        '<animateTransform attributeName="transform" dur="1s" repeatDur="indefinite"/>',
        "<style>rect { animation: a 1s linear infinite; fill: red }</style>",
        "<style>rect { animation-iteration-count:infinite }</style>",
        '<g style="animation: infinite 2s a"/>',
    ],
)
def test_an_svg_that_moves_for_ever_is_told(inside: str, tmp_path: Path) -> None:
    (problem,) = told_of_a_file(tmp_path, "a.svg", svg(f"\n{inside}{SHAPE}"))
    assert problem.startswith("northshire/files/in/a.svg:2: the picture moves for longer than 5")


@pytest.mark.parametrize(
    "inside",
    [
        '<animate attributeName="x" to="5" dur="1s" repeatCount="2"/>',
        "<style>rect { animation: a 1s } .infinite { fill: red }</style>",
    ],
)
def test_an_svg_that_moves_once_is_taken_but_on_every_page(inside: str, tmp_path: Path) -> None:
    (tmp_path / "header").mkdir()
    assert told_of_a_file(tmp_path, "a.svg", svg(inside + SHAPE)) == []
    (problem,) = told(tmp_path / "header", "logo.svg", svg(inside + SHAPE))
    assert problem.startswith("northshire/logo.svg:1: the picture moves, and is on every page")
