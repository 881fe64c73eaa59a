"""What tests of scripts without a browser share: a Node that has them."""

from collections.abc import Iterator

import pytest

from tests.support.scripts import Scripts, started


@pytest.fixture(scope="session")
def scripts() -> Iterator[Scripts]:
    """The site's scripts in a Node that all tests share."""
    with started() as node:
        yield node


@pytest.fixture
def own_scripts() -> Iterator[Scripts]:
    """The site's scripts in a Node of the test's own, for one that changes what all have."""
    with started() as node:
        yield node
