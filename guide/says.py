"""What the command prints: steps with their time, problems, what is left to do.

Colours are only for a terminal, and not if NO_COLOR is set (no-color.org)."""

import json
import os
import re
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePath
from shlex import quote
from typing import Any

import click

from common.problems import Problem
from macros.brand.publication_checklist import ToDo

_EVERY_SECOND = 1.0


def say(text: str, error: bool = False) -> None:
    """Print a line; a character that the stream cannot show is printed as an escape."""
    stream = sys.stderr if error else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    plain = text.encode(encoding, "backslashreplace").decode(encoding)
    click.echo(plain, file=stream, color=False if "NO_COLOR" in os.environ else None)


def announce(text: str) -> None:
    """Print what the next lines are about."""
    say(click.style(text, bold=True))


def done(text: str) -> None:
    """Print that something succeeded."""
    say(click.style(text, fg="green"))


def next_steps(folder: Path, command: str, what: str) -> None:
    """Print the command to type next."""
    say(f"{what}:\n  {_called()} {command} {typed_path(str(folder), os.name)}")


def _called() -> str:
    """Return how the command was started, to be typed again."""
    by_name = Path(sys.argv[0]).stem == "guide"
    return "guide" if by_name else f"{Path(sys.executable).name} -m guide"


def typed_path(path: str, system: str) -> str:
    """Return a path as a shell takes it; `system` is that of `os.name`, "nt" for Windows."""
    if system == "nt":
        return path if re.fullmatch(r"[\w:.\\/-]+", path) else f'"{path}"'
    return quote(path)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Print a step while it runs, and how long it took. On a terminal the seconds are counted."""
    start, over = time.monotonic(), threading.Event()
    terminal = sys.stderr.isatty()

    def count() -> None:
        while not over.wait(_EVERY_SECOND):
            click.echo(f"\r{text} … {time.monotonic() - start:.0f} s", err=True, nl=False)

    if terminal:
        click.echo(f"{text} …", err=True, nl=False)
        counter = threading.Thread(target=count, daemon=True)
        counter.start()
    else:
        say(f"{text} ...", error=True)
    try:
        yield
    finally:
        over.set()
        if terminal:
            counter.join()
            click.echo(f"\r{text} … {time.monotonic() - start:.0f} s", err=True)


def tell_problems(
    problems: Iterable[Problem], folder: Path | None, environment: Mapping[str, str]
) -> None:
    """Print each problem on a line, and how many there are.

    In a workflow on GitHub, also as an annotation on the very line of the file; in one on GitLab,
    in the report of which it makes such annotations."""
    told = list(problems)
    for problem in told:
        place = click.style(f"{problem.file}:{problem.line}:", bold=True)
        say(f"{place} {problem.what}: {problem.hint}", error=True)
    if environment.get("GITHUB_ACTIONS") == "true":
        for problem in told:
            say(annotation(problem, folder))
    if environment.get("GITLAB_CI") == "true":
        report = json.dumps([quality(problem, folder) for problem in told], indent=2)
        with suppress(OSError):  # what is wrong is printed all the same
            Path("gl-code-quality-report.json").write_text(report, encoding="utf-8")
    count = f"{len(told)} things have" if len(told) > 1 else "1 thing has"
    say(click.style(f"{count} to be fixed.", fg="red"), error=True)


def annotation(problem: Problem, folder: Path | None) -> str:
    """Return a problem as GitHub shows it on a line of a file (its workflow commands)."""
    file = _from_here(problem, folder)
    text = f"{problem.what}: {problem.hint}".replace("%", "%25").replace("\n", "%0A")
    name = file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::error file={name},line={problem.line}::{text}"


def quality(problem: Problem, folder: Path | None) -> dict[str, Any]:
    """Return a problem as GitLab reads it (its format "Code Quality")."""
    return {
        "description": f"{problem.what}: {problem.hint}",
        "check_name": "guide check",
        "fingerprint": sha256(str(problem).encode()).hexdigest(),
        "severity": "blocker",
        "location": {"path": _from_here(problem, folder), "lines": {"begin": problem.line}},
    }


def _from_here(problem: Problem, folder: Path | None) -> str:
    """Return the path of a problem's file from the current folder, with slashes."""
    whole = folder.resolve() if folder else None
    inside = inside_folder(problem, whole) if whole else None
    if not whole or inside is None:
        return problem.file
    return Path(os.path.relpath(whole / inside)).as_posix()


def inside_folder(problem: Problem, folder: PurePath) -> str | None:
    """Return the path of a problem's file in the folder; None if it is of the guide."""
    beginning = f"{folder.name}/"
    return problem.file.removeprefix(beginning) if problem.file.startswith(beginning) else None


def tell_rest(notes: Iterable[str], to_do: Iterable[ToDo]) -> None:
    """Print what is good to know, and what a person has to do before the copy is published."""
    for note in notes:
        say(f"{click.style('Note:', bold=True)} {note}")
    left = list(to_do)
    if left:
        announce("To do before you publish (each is marked on its page):")
    for one in left:
        say(f"  {one.page}: {one.what_md.replace('`', '')}")
