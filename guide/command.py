"""The commands, their options and what they print.

Exit codes: 0, done; 1, there is something to fix, or it could not be done; 2, the command itself
was not understood."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from common.problems import ProblemsError
from guide.answers import Answers, ask, valid_address
from guide.check import Checked, checked
from guide.find_folder import NoFolderError, find_folder
from guide.preview import NoPortError, preview
from guide.release import CannotReleaseError, make_release, release_folder
from guide.says import announce, done, next_steps, say, tell_problems, tell_rest
from guide.upgrade import what_changed
from guide.version import VERSION
from macros.brand.scaffold import CannotMakeError, make
from publish.previous_release import NotAReleaseError
from publish.release import NotASiteError

FAILED = 1
_FOLDER = click.argument("folder", required=False, type=click.Path(path_type=Path))
_EXPECTED = (
    *(CannotMakeError, CannotReleaseError, NoFolderError, NoPortError),
    *(NotAReleaseError, NotASiteError, UnicodeError),
)
Command = TypeVar("Command", bound=Callable[..., Any])


@click.group(
    epilog="Exit codes: 0 done, 1 something to fix, 2 the command was not understood.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    VERSION, message="Five attributes of effective leadership, version %(version)s"
)
def guide() -> None:
    """Your council's own copy of the guide, from one folder.

    Example: guide new northshire, then guide preview, then guide release.
    """


@guide.command(
    epilog="Example: guide new northshire --name 'Northshire Council' --colour '#0c4f5c'"
)
@click.argument("folder")
@click.option("--name", help="Your organisation's name, as people know it.")
@click.option("--address", help="Where the copy will be, such as https://leadership.example.org/")
@click.option("--colour", help="Your main colour, such as '#0c4f5c', teal or 'rgb(12, 79, 92)'.")
def new(folder: str, name: str | None, address: str | None, colour: str | None) -> None:
    """Make the folder of a copy.

    FOLDER is its name, in small letters and without spaces, or a path. What you do not give as an
    option is asked for; press Enter to leave it for later.
    """
    with _told():
        answers = ask(folder, Answers(name, address, colour))
        made = make(folder, answers.settings())
        done(f"{made} is ready. Everything that you can change is explained in its brand.yml.")
        next_steps(made, "preview", "Look at your copy")


@guide.command("preview", epilog="Example: guide preview northshire")
@_FOLDER
@click.option(
    "--port", type=click.IntRange(1, 65_535), help="Default: the first free from 8000 on."
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def preview_(folder: Path | None, port: int | None, no_browser: bool) -> None:
    """Show the copy in your browser, where it follows your edits.

    What is wrong in the folder is shown there, too. Press Ctrl and C to stop.
    """
    with _told():
        preview(find_folder(folder), port, not no_browser)


@guide.command(epilog="Example: guide check northshire")
@_FOLDER
def check(folder: Path | None) -> None:
    """List everything that has to be fixed before a release, by file and line."""
    with _told(folder) as of:
        own = of()
        _tell(checked(own))
        done(f"{own} has no errors.")
        next_steps(own, "release", "Make what your host serves")


@guide.command("release", epilog="Example: guide release northshire")
@_FOLDER
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    help="Where to write it. Default: beside the folder, with -release after its name.",
)
@click.option("--address", help="Where the copy will be, if brand.yml has no site_address.")
@click.option("--generator", type=click.Choice(["mkdocs", "properdocs", "zensical"]), hidden=True)
def release_(
    folder: Path | None, to: Path | None, address: str | None, generator: str | None
) -> None:
    """Make what your host serves.

    Pages of the release before that people have open go on working: its scripts are kept. The ids
    of what you added are written into released-ids.txt in the folder.
    """
    with _told(folder) as of:
        own = of()
        where = to or release_folder(own)
        made, found = make_release(own, where, generator or "mkdocs", valid_address(address or ""))
        _tell(found)
        if made.ids:
            say(f"{made.ids} of your own ids are in {own / 'released-ids.txt'}: keep that file.")
        if made.before:
            say("The scripts of the release before are kept, for pages that people have open.")
        done(f"{made.folder / 'site'} has what your host serves, all of it.")
        say(
            f"{made.folder / 'hosts'} has the settings for web servers, {made.zip} all in one file."
        )


@guide.command(epilog="Example: guide upgrade northshire")
@_FOLDER
@click.option("--all", "whole", is_flag=True, help="List every change.")
def upgrade(folder: Path | None, whole: bool) -> None:
    """Say what changed since your last release, and what your folder must do about it.

    To take over a new version, install it first; then this tells you what is new.
    """
    with _told(folder) as of:
        own = of()
        before, news = what_changed(own, whole)
        since = f" since {before}, the version of your last release" if before else ""
        announce(f"This is version {VERSION}. What is new{since}:")
        say(news)
        _tell(checked(own))
        done("Your folder has no errors with this version.")
        next_steps(own, "release", "Make what your host serves")


def _tell(found: Checked) -> None:
    tell_rest(found.notes, found.to_do)


@contextmanager
def _told(folder: Path | None = None) -> Iterator[Callable[[], Path]]:
    """Run a command; print what went wrong as a person can use it, and end with 1.

    Gives a function that finds the folder, which problems are then told about."""
    found: list[Path] = []

    def of() -> Path:
        found.append(find_folder(folder))
        return found[0]

    try:
        yield of
    except ProblemsError as error:
        tell_problems(error.problems, found[0] if found else None, os.environ)
        raise SystemExit(FAILED) from error
    except OSError as error:
        say(_denied(error), error=True)
        raise SystemExit(FAILED) from error
    except _EXPECTED as error:
        say(str(error), error=True)
        raise SystemExit(FAILED) from error


def _denied(error: OSError) -> str:
    """Say in one line what the system did not allow."""
    hint = "check that it exists, that you can read it and write to it, and that there is room"
    place = error.filename2 or error.filename
    what = error.strerror or str(error)
    return f"{place}: {what}: {hint}; then try again" if place else f"{what}: try again"
