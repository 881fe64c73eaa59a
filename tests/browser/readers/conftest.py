"""A browser that makes the whole tree for assistive technology, as it does when one is there."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType


@pytest.fixture(scope="session")
def browser(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """Without the argument, what is far off screen is in the tree only when it has been seen."""
    arguments = [*browser_type_launch_args["args"], "--force-renderer-accessibility"]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": arguments})
    yield browser
    browser.close()
