"""The lists of what `make test` leaves out name tests that there are."""

from types import SimpleNamespace
from typing import cast

import pytest

from tests.conftest import IN_SHORT, OF_RELEASE, is_first_case
from tests.support.build import ROOT


@pytest.mark.parametrize("prefix", [*OF_RELEASE, *IN_SHORT])
def test_a_name_in_the_lists_is_that_of_a_test(prefix: str) -> None:
    path, _, name = prefix.partition("::")
    assert (ROOT / path).exists()
    assert not name or f"\ndef {name}" in (ROOT / path).read_text(encoding="utf-8")


class Item:
    """What pytest knows of a test with these places in the lists of its cases."""

    def __init__(self, **indices: int) -> None:
        self.callspec = SimpleNamespace(indices=indices)


@pytest.mark.parametrize(
    ("indices", "first"), [({"a": 0, "b": 0}, True), ({"a": 0, "b": 1}, False), ({}, True)]
)
def test_which_case_is_the_first_does_not_depend_on_the_others(
    indices: dict[str, int], first: bool
) -> None:
    assert is_first_case(cast("pytest.Item", Item(**indices))) == first
