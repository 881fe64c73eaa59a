"""Make a release: turn a built site into what a host serves, with settings for each host."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from common.links_outside import links_outside
from common.markers import INCOMPLETE_BUILD, RELEASE
from common.problems import Problem
from publish.blocked_by_policy import (
    blocked_in_page,
    blocked_in_picture,
    blocked_in_sheet,
    picture_text,
)
from publish.broken_links import lost
from publish.bundles import bundle
from publish.compress import compress
from publish.council import by_own_files
from publish.csp_meta import takes_policy, with_policy
from publish.fingerprint import FOLDER, fingerprint, moved_data, moved_page
from publish.frame_scripts import join_frame_scripts
from publish.host_settings import IN_SITE, settings
from publish.inline import BEFORE_PAINT, hashes, inlined
from publish.minify import NotAScriptError, minified
from publish.page_sheets import page_sheets
from publish.policy import Hashes
from publish.preload import preloaded
from publish.previous_release import keep
from publish.problem import SiteProblem, UnfitSiteError
from publish.search_index import visible_index
from publish.site_address import Place, misplaced, place
from publish.stylesheet import one_sheet

SCRIPTS = "assets/js"
READ = ("*.html", "*.css", "*.webmanifest", f"{SCRIPTS}/**/*.js")
SITE = "site"
HOSTS = "hosts"


class NotASiteError(Exception):
    """The folder does not hold a built site; the message says what to do."""


@dataclass(frozen=True)
class Release:
    """A release: its folder, its address, and the folders that may be cached for ever."""

    folder: Path
    at: Place
    kept_for_ever: tuple[str, ...]

    @property
    def site(self) -> Path:
        """The folder that a host serves."""
        return self.folder / SITE


def release(site: Path, folder: Path, before: Path | None = None) -> Release:
    """Write the release of the built site `site` into `folder`, replacing an earlier release.

    The files to serve go into its `site`, the settings of each host into its `hosts`. `before` is
    the folder of the previous release, whose files open pages may still ask for. It is written
    beside `folder` first, so that a failure leaves the earlier release in place.

    Raises NotASiteError if `site` is not a site or `folder` holds something else, and
    UnfitSiteError with every problem if pages hold what the policy blocks, or link to what does not
    exist."""
    _refuse(site, folder)
    if problems := problems_in(site):
        raise UnfitSiteError(problems)
    at = place(site)
    made = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(site, made / SITE)
    visible_index(made / SITE)
    name, named = _adapted(made / SITE, at)
    names = (name, *keep(before, made / SITE))
    compress(made / SITE)
    for name, text in settings(at, names, named).items():
        path = made / (SITE if name in IN_SITE else HOSTS) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (made / SITE / ".nojekyll").touch()  # GitHub Pages would leave files out otherwise
    (made / RELEASE).write_text("Made by `make release`, which makes it again.\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    made.rename(folder)
    return Release(folder, at, names)


def problems_in(site: Path) -> list[Problem]:
    """Return what keeps a built site from being published, each by its source if it is known."""
    if elsewhere := list(links_outside(site, site)):
        return elsewhere
    if illegible := list(_illegible(site)):
        return list(by_own_files(illegible, site))
    at = place(site)
    found = [*misplaced(site), *_blocked(site, at), *lost(site, at), *_unreadable(site)]
    return list(by_own_files(found, site))


def _refuse(site: Path, folder: Path) -> None:
    if not (site / "index.html").is_file():
        raise NotASiteError(f"{site}: there is no built site here: run `make build` first")
    if (site / INCOMPLETE_BUILD).exists():
        raise NotASiteError(
            f"{site}: the build of this site was interrupted: "
            "fix what it reported, then build it again"
        )
    if site.resolve().is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(
        site.resolve()
    ):
        raise NotASiteError(
            f"{folder}: the release cannot be in the site's folder or around it: choose another"
        )
    if folder.exists() and any(folder.iterdir()) and not (folder / RELEASE).is_file():
        raise NotASiteError(f"{folder}: there is something else here: choose another")


def _illegible(site: Path) -> Iterator[SiteProblem]:
    """Yield a problem for each text file that is not UTF-8, as the later checks require."""
    for path in sorted(path for kind in READ for path in site.rglob(kind)):
        content = path.read_bytes()
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as problem:
            line = content.count(b"\n", 0, problem.start) + 1
            name = path.relative_to(site).as_posix()
            yield SiteProblem(name, line, "the file is not in UTF-8", "save it in UTF-8")


def _blocked(site: Path, at: Place) -> Iterator[SiteProblem]:
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        yield from blocked_in_page(page.relative_to(site).as_posix(), text, at.host)
    for sheet in sorted(site.rglob("*.css")):
        text = sheet.read_text(encoding="utf-8")
        yield from blocked_in_sheet(sheet.relative_to(site).as_posix(), text)
    for picture in sorted(site.rglob("*.[sS][vV][gG]")):
        text = picture_text(picture.read_bytes())
        yield from blocked_in_picture(picture.relative_to(site).as_posix(), text, at.host)


def _unreadable(site: Path) -> Iterator[SiteProblem]:
    """Yield a problem for each script that no browser would run."""
    for script in sorted((site / SCRIPTS).rglob("*.js")):
        try:
            minified(script.read_text(encoding="utf-8"))
        except NotAScriptError as problem:
            name, what = script.relative_to(site).as_posix(), "the script cannot be read"
            hint = "correct this line, or end the statement before it with a semicolon"
            yield SiteProblem(name, problem.line, what, hint)


def _adapted(site: Path, at: Place) -> tuple[str, Hashes]:
    """Join stylesheets and scripts, rename `assets`, adapt all pages.

    Returns the new name, and what the policy names of the pages."""
    one_sheet(site, at, _shown_at)
    join_frame_scripts(site, at, _shown_at)
    sheets = page_sheets(site, at, _shown_at)
    needed = bundle(site / SCRIPTS)
    for script in (site / SCRIPTS).rglob("*.js"):
        script.write_text(minified(script.read_text(encoding="utf-8")), encoding="utf-8")
    before_paint = {
        f"{SCRIPTS}/{one}": (site / SCRIPTS / one).read_text(encoding="utf-8")
        for one in BEFORE_PAINT
        if (site / SCRIPTS / one).is_file()
    }

    def text_of(page: str) -> Callable[[str], str | None]:
        """Return what gives the text of an address on the page, if it goes into the page."""
        texts = {**sheets[page], **before_paint}
        return lambda address: texts.get(at.inside(address, _shown_at(page)) or "")

    name = fingerprint(site / FOLDER)
    (site / FOLDER).rename(site / name)
    named: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        page = path.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8")
        if takes_policy(text):
            text = inlined(text, text_of(page))
        for directive, own in hashes(text).items():
            named.setdefault(directive, set()).update(own)
        text = preloaded(text, needed)
        text = moved_page(text, _shown_at(page), at, name)
        path.write_text(with_policy(text), encoding="utf-8")
    for path in site.glob("*.webmanifest"):
        text = moved_data(path.read_text(encoding="utf-8"), path.name, at, name)
        path.write_text(text, encoding="utf-8")
    return name, {directive: sorted(own) for directive, own in named.items()}


def _shown_at(page: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", page)
