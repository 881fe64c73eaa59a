"""The pictures as data: what is drawn where, and what is not drawn."""

from math import hypot
from typing import Any

import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.scripts import Scripts

MAKE = """async ([kind, series, options]) => {
    const shapes = await siteModule("charts/shapes.js");
    const names = ["Values", "Decisions", "Practice and culture", "Partnerships", "Buy-in"];
    const axes = names.map((short) => ({ id: short, title: short, short }));
    const words = { notRated: "not rated yet", ends: ["1: a", "5: b"] };
    return shapes[kind](axes, series, { words, ...options });
}"""
OUTSIDE = """async ([series, width]) => {
    const make = MAKE;
    const found = [];
    for (const kind of ["radar", "dotPlot"]) {
        const picture = await make([kind, series, { width }]);
        const outside = ([x, y]) => x < -1 || y < -1 || x > width + 1 || y > picture.height + 1;
        found.push(...picture.shapes.filter((one) => (one.points ?? [one.at]).some(outside)));
    }
    return found;
}"""
FILE = """async ([picture, around]) => {
    const { svgText } = await siteModule("charts/svg.js");
    return svgText(picture, around);
}"""
KINDS = ("radar", "dotPlot")
ROLES = ("now", "target", "earlier", "others")
COLOURS = {"text": "#000", "soft": "#333", "line": "#ccc", "surface": "#fff", "attributes": {}}

Shape = dict[str, Any]
values = st.lists(st.none() | st.integers(2, 10).map(lambda half: half / 2), min_size=5, max_size=5)


def series(role: str, *figures: float | None, **more: Any) -> dict[str, Any]:
    """A series of figures."""
    return {"role": role, "label": role.capitalize(), "values": list(figures), **more}


def drawn(
    scripts: Scripts, kind: str, *all_series: dict[str, Any], **options: Any
) -> dict[str, Any]:
    """A picture of the series."""
    made: dict[str, Any] = scripts.evaluate(
        MAKE, [kind, list(all_series), {"width": 440, **options}]
    )
    return made


def marks(picture: dict[str, Any], kind: str) -> list[Shape]:
    """The marks of attributes: circles, or closed shapes with an outline."""
    return [
        one
        for one in picture["shapes"]
        if one["kind"] == kind and one.get("attribute") and one.get("stroke")
    ]


def points(shape: Shape) -> list[list[float]]:
    """Where a shape is."""
    found: list[list[float]] = shape.get("points") or [shape["at"]]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_each_figure_has_its_mark_and_what_is_missing_has_none(scripts: Scripts, kind: str) -> None:
    picture = drawn(scripts, kind, series("now", 4, None, 2, None, 3), key=False)
    assert len(marks(picture, "circle")) == 3
    said = [one["text"] for one in picture["shapes"] if one["kind"] == "text"]
    assert " ".join(said).count("not rated") == 2


def test_an_incomplete_outline_is_open_and_never_goes_to_the_middle(scripts: Scripts) -> None:
    picture = drawn(scripts, "radar", series("now", 4, 5, None, 2, 3), key=False)
    thick = [one for one in picture["shapes"] if one.get("thick") == 3 and one["kind"] != "text"]
    assert [one["kind"] for one in thick] == ["polyline"] * 3
    (middle, *_) = [one["points"][0] for one in picture["shapes"] if one["kind"] == "polyline"]
    for one in thick + marks(picture, "circle"):
        for x, y in points(one):
            assert hypot(x - middle[0], y - middle[1]) > 40


def test_a_complete_outline_is_closed(scripts: Scripts) -> None:
    picture = drawn(scripts, "radar", series("now", 4, 5, 1, 2, 3), key=False)
    thick = [one for one in picture["shapes"] if one.get("thick") == 3 and one["kind"] != "text"]
    assert [one["kind"] for one in thick] == ["polygon"]


def test_no_tint_hides_a_line(scripts: Scripts) -> None:
    earlier = series("earlier", 1, 2, 1, 2, 1)
    shapes = drawn(scripts, "radar", series("now", 5, 5, 5, 5, 5), earlier, key=False)["shapes"]
    tints = [at for at, one in enumerate(shapes) if one.get("fill") == "tint"]
    lines = [at for at, one in enumerate(shapes) if one.get("thick") in (2, 3) and "points" in one]
    assert len(tints) == 10
    assert len(lines) == 2
    assert max(tints) < min(lines)


def test_nothing_rated_draws_the_rings_and_no_figure(scripts: Scripts) -> None:
    for kind in KINDS:
        picture = drawn(scripts, kind, series("now", *[None] * 5), key=False)
        assert marks(picture, "circle") == marks(picture, "polygon") == []
        assert picture["shapes"]


def test_a_half_stands_in_the_middle_between_two_numbers(scripts: Scripts) -> None:
    picture = drawn(scripts, "dotPlot", series("now", 2, 2.5, 3, 1, 5), key=False)
    two, half, three = (one["at"][0] for one in marks(picture, "circle")[:3])
    assert half == pytest.approx((two + three) / 2, abs=0.11)


@pytest.mark.parametrize("kind", KINDS)
def test_roles_differ_in_form_and_not_only_in_colour(scripts: Scripts, kind: str) -> None:
    ranges = [[2, 4]] * 5
    forms = set()
    for role in ROLES:
        picture = drawn(scripts, kind, series(role, 3, 3, 3, 3, 3, ranges=ranges))
        sample = picture["shapes"][-2]
        corners = [
            (round(x - sample["points"][0][0]), round(y - sample["points"][0][1]))
            for x, y in sample.get("points", [])
        ]
        forms.add((sample["kind"], sample["fill"], tuple(corners)))
    assert len(forms) == len(ROLES)


def test_a_range_is_a_bar_from_the_least_to_the_most(scripts: Scripts) -> None:
    others = series("others", 3, 3, 3, 3, None, ranges=[[2, 4], [1, 5], [3, 3], [2.5, 3], None])
    picture = drawn(scripts, "dotPlot", series("now", 3, 3, 3, 3, 3), others, key=False)
    bars = [one for one in picture["shapes"] if one.get("fill") == "tint"]
    wide = [max(x for x, _ in points(one)) - min(x for x, _ in points(one)) for one in bars]
    assert len(bars) == 4
    assert wide[1] > wide[0] > wide[3] > wide[2] > 0


@given(now=values, target=values, earlier=values, width=st.integers(260, 640))
@settings(max_examples=40)
def test_all_of_a_picture_lies_inside_it(
    request: pytest.FixtureRequest,
    now: list[float | None],
    target: list[float | None],
    earlier: list[float | None],
    width: int,
) -> None:
    scripts = request.getfixturevalue("scripts")
    all_series = [series("now", *now), series("target", *target), series("earlier", *earlier)]
    assert scripts.evaluate(OUTSIDE.replace("MAKE", MAKE), [all_series, width]) == []


def test_the_key_names_each_series_and_can_be_left_out(scripts: Scripts) -> None:
    for kind in KINDS:
        with_key = drawn(
            scripts, kind, series("now", 1, 2, 3, 4, 5), series("target", 5, 5, 5, 5, 5)
        )
        texts = [one["text"] for one in with_key["shapes"] if one["kind"] == "text"]
        assert texts[-2:] == ["Now", "Target"]
        without = drawn(scripts, kind, series("now", 1, 2, 3, 4, 5), key=False)
        assert "Now" not in [one.get("text") for one in without["shapes"]]
        assert without["height"] < with_key["height"]


def test_a_file_says_what_it_shows_and_holds_any_words(scripts: Scripts) -> None:
    hard = '</svg><script>alert(1)</script> & "quoted" \x1b 🙂 עברית'
    picture = drawn(scripts, "radar", {**series("now", 1, 2, None, 4, 5), "label": hard})
    around = {"title": hard, "desc": "Values: 1.", "colours": COLOURS}
    root = parse_xml(scripts.evaluate(FILE, [picture, around]))
    space = "{http://www.w3.org/2000/svg}"
    assert [one.tag for one in root.iter() if "script" in str(one.tag)] == []
    assert root.findtext(f"{space}title") == hard.replace("\x1b", "\ufffd")
    assert root.findtext(f"{space}desc") == "Values: 1."
    assert root.get("viewBox") == f"0 0 {picture['width']} {picture['height']}"
