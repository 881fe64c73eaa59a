"""What the tests of feedback share: a request, and a browser that made it."""

import pytest

from tests.browser.feedback.sealing import Json, Request, made


@pytest.fixture
def request_() -> Request:
    """A request for feedback."""
    return made()


@pytest.fixture
def kept(request_: Request) -> Json:
    """The records of a browser that made the request."""
    return {f"request/{request_.id}": request_.record()}
