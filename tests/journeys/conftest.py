"""What all journeys share: a browser on a profile of its own, in the engine that is asked for.

`pytest tests/journeys` goes in Chromium, `pytest --browser firefox tests/journeys` in Firefox,
`--browser webkit` in WebKit. A journey fails on an error in the console, unless
`@pytest.mark.page_fault("pattern")` says that it brings it about.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.support.engines import driven
from tests.support.engines.tab import Running, Setup
from tests.support.engines.webkit import unseen_screen, webkit
from tools import engines
from tools.browser import BrowserNotFoundError

Start = Callable[..., AbstractContextManager[Running]]
Engine = Callable[[Setup], AbstractContextManager[Running]]


PRINTING = ("test_paper.py", "test_printing.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the journeys that print out of WebKit: WebDriver for it has no command to print."""
    if "webkit" in config.getoption("browser", default=[]):
        out = [one for one in items if one.path.name in PRINTING]
        items[:] = [one for one in items if one not in out]
        config.hook.pytest_deselected(items=out)


@pytest.fixture(scope="session")
def engine(browser_name: str, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Starts the engine that is asked for; where there is none, the journey fails and says so."""
    try:
        if browser_name == "webkit":
            driver = engines.webkit()
            with unseen_screen() as screen:
                yield lambda setup: webkit(driver, screen, setup)
            return
        playwright: Playwright = request.getfixturevalue("playwright")
        if browser_name == "firefox":
            program = engines.firefox()
            yield lambda setup: driven.firefox(playwright, program, setup)
            return
        program = request.getfixturevalue("browser_path")
        yield lambda setup: driven.chromium(playwright, program, setup)
    except BrowserNotFoundError as fault:
        pytest.fail(f"{fault}: `make test BROWSER={browser_name}` gets it", pytrace=False)


@pytest.fixture
def start(engine: Engine, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts a browser on the journey's profile, as often as is wanted."""
    marks = request.node.iter_markers("page_fault")
    allowed = [pattern for mark in marks for pattern in mark.args]
    faults: list[str] = []

    @contextmanager
    def start(**short_of: Any) -> Iterator[Running]:
        with engine(replace(Setup(tmp_path), **short_of)) as running:
            try:
                yield running
            finally:
                faults.extend(running.complaints())

    yield start
    faults = [one for one in faults if not any(re.search(pattern, one) for pattern in allowed)]
    if faults:
        pytest.fail("the page has faults:\n" + "\n".join(faults), pytrace=False)
