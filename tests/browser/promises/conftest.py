"""What the tests of the promises share: small pages to try things on, and a real profile."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.workbook.conftest import new_context  # noqa: F401  for harness/NAME.html
from tests.browser.workbook.profile import Running, started

Start = Callable[[], AbstractContextManager[Running]]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The folder of a browser's profile, empty at first."""
    return tmp_path / "profile"


@pytest.fixture
def start(playwright: Playwright, browser_path: Path, profile: Path) -> Start:
    """Starts a browser on `profile`, as often as is wanted."""
    return lambda: started(playwright, browser_path, profile)
