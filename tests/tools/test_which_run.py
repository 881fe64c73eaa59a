"""The lists of what `make test` leaves out name tests that there are."""

import pytest

from tests.conftest import IN_SHORT, OF_RELEASE
from tests.support.build import ROOT


@pytest.mark.parametrize("prefix", [*OF_RELEASE, *IN_SHORT])
def test_a_name_in_the_lists_is_that_of_a_test(prefix: str) -> None:
    path, _, name = prefix.partition("::")
    assert (ROOT / path).exists()
    assert not name or f"\ndef {name}" in (ROOT / path).read_text(encoding="utf-8")
