"""What the tests of the built site share: its pages and its data, each read once."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address from the site's root."""
    return {
        page.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            page.read_text(encoding="utf-8"), "html.parser"
        )
        for page in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    """The data file of the report."""
    loaded: dict[str, Any] = json.loads((site / "data/report.json").read_text("utf-8"))
    return loaded
