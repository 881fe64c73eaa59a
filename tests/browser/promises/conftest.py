"""What the tests of the promises share: small pages to try things on, and a real profile."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from publish.release import Release
from tests.browser.conftest import SITE_MODULE
from tests.browser.workbook.conftest import new_context  # noqa: F401  for harness/NAME.html
from tests.browser.workbook.profile import Running, started
from tests.support.released import assets

Start = Callable[[], AbstractContextManager[Running]]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The folder of a browser's profile, empty at first."""
    return tmp_path / "profile"


@pytest.fixture
def start(playwright: Playwright, browser_path: Path, profile: Path, released: Release) -> Start:
    """Starts a browser on `profile`, as often as is wanted; its page has `siteModule`."""

    @contextmanager
    def start() -> Iterator[Running]:
        with started(playwright, browser_path, profile) as running:
            running.page.add_init_script(SITE_MODULE.replace("ASSETS", assets(released)))
            yield running

    return start
