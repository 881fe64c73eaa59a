"""Where a profile says to start."""

import pytest

from tests.support.scripts import Scripts

SCRIPT = """async ([now, target]) => {
    const { startWith } = await siteModule("profile/priorities.js");
    return startWith({ now, target });
}"""
STANDING = """async ([now, target]) => {
    const { standing } = await siteModule("profile/priorities.js");
    return standing(now, target);
}"""
NONE = [None] * 5


@pytest.mark.parametrize(
    ("now", "target", "kind", "axes"),
    [
        pytest.param(NONE, NONE, "none", [], id="nothing rated"),
        pytest.param(NONE, [5] * 5, "none", [], id="only targets"),
        pytest.param([None, 3, None, None, None], NONE, "single", [1], id="one rated"),
        pytest.param([4, 3, 2, 4, 3], NONE, "lowest", [2], id="the lowest rating"),
        pytest.param([2, 3, 2, 4, 3], NONE, "lowest", [0, 2], id="two lowest ratings"),
        pytest.param([4, 1, 2, 4, 3], [5, 2, 5, 4, 3], "gap", [2], id="the biggest gap"),
        pytest.param([4, 2, 3, 4, 3], [5, 4, 5, 4, 3], "gap", [1], id="of equal gaps the lowest"),
        pytest.param([4, 1, 3, 4, 3], [5, *NONE[1:]], "gap", [0], id="only one has a target"),
        pytest.param([4, 1, 3, 4, 3], [4, 1, 3, 2, 1], "lowest", [1], id="no gap"),
        pytest.param([3] * 5, NONE, "level", [], id="all alike"),
        pytest.param([3] * 5, [5] * 5, "level", [], id="all alike, with targets"),
        pytest.param([3, None, None, 3, None], NONE, "level", [], id="all that are rated alike"),
        pytest.param([None, 2, None, 4, None], NONE, "lowest", [1], id="incomplete"),
    ],
)
def test_the_biggest_gap_comes_first_and_then_the_lowest_rating(
    scripts: Scripts,
    now: list[int | None],
    target: list[int | None],
    kind: str,
    axes: list[int],
) -> None:
    assert scripts.evaluate(SCRIPT, [now, target]) == {"kind": kind, "axes": axes}


def test_a_rating_stands_below_at_or_above_its_target_or_has_none(scripts: Scripts) -> None:
    pairs = [(2, 4), (4, 4), (5, 4), (3, None), (None, 4), (None, None)]
    found = [scripts.evaluate(STANDING, list(pair)) for pair in pairs]
    assert found == ["up", "there", "above", "untargeted", "wanted", "unrated"]
