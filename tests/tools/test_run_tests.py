"""Which tests are run when, and when a run has passed."""

from collections.abc import Sequence

import pytest

from tools.run_tests import FAILED, NONE_CHOSEN, PASSED, run


class Parts:
    """Parts of a run that end with these codes, one after the other."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.asked: list[str] = []

    def __call__(self, arguments: Sequence[str]) -> int:
        self.asked.append(" ".join(arguments))
        return self.codes.pop(0)


def test_what_needs_the_machine_to_itself_comes_last_and_one_at_a_time() -> None:
    parts = Parts(PASSED, PASSED)
    assert run("not release", ["-k", "search"], again=True, run_part=parts) == PASSED
    assert parts.asked == [
        "-k search -m=(not release) and not alone",
        "-k search -m=(not release) and alone --numprocesses=0",
    ]


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ((PASSED, NONE_CHOSEN), PASSED),
        ((NONE_CHOSEN, PASSED), PASSED),
        ((NONE_CHOSEN, NONE_CHOSEN), NONE_CHOSEN),
        ((FAILED, PASSED), FAILED),
        ((NONE_CHOSEN, FAILED), FAILED),
        ((2, PASSED), 2),
        ((PASSED, 3), 3),
        ((PASSED, -9), -9),
    ],
)
def test_a_part_may_have_no_test_and_any_that_fails_fails_the_run(
    codes: tuple[int, ...], code: int
) -> None:
    assert run("release", [], again=False, run_part=Parts(*codes)) == code


@pytest.mark.parametrize("code", [PASSED, FAILED])
def test_what_failed_is_run_once_more_alone_and_that_counts(code: int) -> None:
    parts = Parts(FAILED, PASSED, code)
    assert run("release", [], again=True, run_part=parts) == code
    assert "--last-failed" in parts.asked[-1]
    assert "-m=release" in parts.asked[-1]
    assert "--numprocesses=1" in parts.asked[-1]


def test_a_run_that_was_broken_off_is_not_tried_again() -> None:
    parts = Parts(2, PASSED)
    assert run("release", [], again=True, run_part=parts) == 2
    assert len(parts.asked) == 2


def test_the_time_of_each_part_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    run("release", [], again=True, run_part=Parts(PASSED, FAILED, PASSED))
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(" s  ")[2] for line in told] == [
        "several at a time",
        "alone",
        "again, what failed",
    ]
