"""What the tests of feedback share: a page without anything of the guide's, and a request."""

import pytest

from tests.browser.backup.conftest import blank
from tests.browser.feedback.sealing import Json, Request, made

__all__ = ["blank"]


@pytest.fixture
def request_() -> Request:
    """A request for feedback."""
    return made()


@pytest.fixture
def kept(request_: Request) -> Json:
    """The records of a browser that made the request."""
    return {f"request/{request_.id}": request_.record()}
