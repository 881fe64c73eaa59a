"""Build a copy in a workspace: assemble its source, run the generator, say what went wrong."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from common.links_outside import refusing_links
from common.problems import Problem, ProblemsError
from guide import SOURCE
from guide.generator_words import problems_told
from guide.says import step
from macros.brand.load import Branded, load_branded
from macros.brand.site_source import CONFIG, assemble

MOVES_HTML = "zensical"  # rewrites links in HTML, and lists docs/ before macros run


_QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}


class BuildFailedError(ProblemsError):
    """The generator stopped: what it warned of, as problems of the folder's own files.

    `has_all_pages` is whether it wrote every page first, as it does where it only warned."""

    def __init__(self, problems: Iterable[Problem], has_all_pages: bool) -> None:
        super().__init__(problems)
        self.has_all_pages = has_all_pages


@dataclass(frozen=True)
class Built:
    """A built site and what it was built of."""

    site: Path
    branded: Branded


def load(folder: Path) -> Branded:
    """Load the guide's content with the folder's changes. Raises ProblemsError with all of both."""
    with refusing_links(SOURCE):
        return load_branded(SOURCE / "content", folder)


def build(
    folder: Path, project: Path, generator: str = "mkdocs", address: str | None = None
) -> Built:
    """Build the copy of a folder in a workspace; `address` is its own, if its settings have none.

    Raises ProblemsError with every problem of the folder, and BuildFailedError."""
    with step("Checking your folder"):
        branded = load(folder)
    own = branded.folder.brand.site_address
    site_url = {"SITE_URL": f"{address.rstrip('/')}/"} if address and not own else {}
    with step("Building your copy"):
        assemble(branded.folder, project, moves_html=generator == MOVES_HTML)
        if generator == MOVES_HTML:
            _run(["-m", "macros", "files", "-f", CONFIG], project, folder, site_url)
        command = ["-m", generator, "build", "--strict", "--config-file", CONFIG]
        _run(command, project, folder, site_url)
    return Built(project / "site", branded)


def _run(command: list[str], project: Path, folder: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={**os.environ, **_QUIET, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = done.stderr + done.stdout
        raise BuildFailedError(problems_told(said, folder), "Aborted with" in said)
