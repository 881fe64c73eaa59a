"""The page that a preview shows while there is something to fix."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, select_autoescape

from common.problems import Problem

_TEMPLATE = Path(__file__).parent / "fault_page.html"


def fault_page(folder: str, problems: Iterable[Problem]) -> str:
    """Return the page as HTML: each problem with its file, line and what to do."""
    environment = Environment(autoescape=select_autoescape(default=True))
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return template.render(folder=folder, problems=list(problems))
