"""The macros that make pages of the report's records, and the files that pages ask for.

This file and generator.py alone know a generator. All content is loaded and checked here,
with a council's folder where there is one, before the first page is rendered, so that every
fault of a run is told at once.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from common.build_time import build_time
from common.links_outside import refusing_links
from common.problems import ProblemsError
from macros.brand.load import load_branded
from macros.brand.publication_checklist import to_do
from macros.brand.reader import LOCAL, Folder
from macros.brand.security_txt import security_txt
from macros.brand.settings import Brand
from macros.brand.site_source import LOCAL_PAGE, assemble
from macros.build.build_info import Build
from macros.build.generated_files import THEME_COLOUR, manifest, texts, write
from macros.build.generator import (
    BuildStopped,
    address,
    freeze_content,
    refuse_taken_port,
    root,
    tells_its_end,
    warned,
)
from macros.build.incomplete_marker import begin, end
from macros.build.stylesheet import SheetsDifferError, sheet
from macros.content.load import load
from macros.content.model.files import Content
from macros.guide.data_export import report_json
from macros.guide.guide import Guide, edition
from macros.palette.council_css import Palette, make_palette
from macros.render.environment import macros

log = logging.getLogger("mkdocs.macros.brand")


def define_env(env: Any) -> None:
    """Give the pages their macros, and put the files that pages ask for among them.

    Raises BuildStopped with every fault of the content, a line each, or where `serve` finds its
    port taken. The site is marked as
    unfinished until its build ends well, as far as the generator tells."""
    refuse_taken_port()
    begin(env)
    _define(env)
    if not tells_its_end(env):
        end(env)


def on_post_build(env: Any) -> None:
    """Let the site be published, whose pages are all written, but where warnings end the build."""
    if not warned():
        end(env)
        return
    folder = env.conf["extra"].get("brand_folder")
    if folder and (Path(folder) / LOCAL).is_file():
        log.info("Warnings about %s refer to %s", LOCAL_PAGE, Path(folder) / LOCAL)


def _define(env: Any) -> None:
    project, extra = Path(env.project_dir), env.conf["extra"]
    docs = project / env.conf["docs_dir"]
    try:
        built = build_time()
        content, folder = _read(project, extra.get("brand_folder"), not tells_its_end(env))
        colours = _palette(folder)
        more = {"brand": colours.css} if colours else {}
        styles = sheet(docs / "assets" / "css", extra["styles"], more)
        security = security_txt(folder.brand, built) if folder else ""
    except ProblemsError as problems:
        raise BuildStopped(f"the content has problems\n{problems}") from problems
    except SheetsDifferError as problem:
        raise BuildStopped(str(problem)) from problem
    brand = folder.brand if folder else None
    guide = Guide(content, brand.hidden if brand else ())
    freeze_content(env)
    extra["edition"] = edition(report_json(guide))
    build = Build(extra["release"], extra["edition"], extra["tested_on"])
    for name, macro in macros(guide, brand, build).items():
        env.macro(_on_page(env, macro), name)
    env.macro(guide.shows, "shown")
    write(docs, texts(guide, _manifest(env.conf, colours), styles, security))
    _tell(brand)


def _tell(brand: Brand | None) -> None:
    """Tell what a person must still do before the copy is published."""
    left = to_do(brand) if brand else ()
    if left:
        lines = (f"  {one.page}: {one.what_md.replace('`', '')}" for one in left)
        log.info("To do before you publish (each is marked on its page):\n%s", "\n".join(lines))


def _read(
    project: Path, brand_folder: str | None, moves_html: bool
) -> tuple[Content, Folder | None]:
    """The content, with what a council's folder makes of it; its pages are put together anew."""
    if not brand_folder:
        with refusing_links(project):
            return load(project / "content"), None
    with refusing_links(project):
        branded = load_branded(project / "content", Path(brand_folder))
    assemble(branded.folder, project, moves_html)
    return branded.content, branded.folder


def _palette(folder: Folder | None) -> Palette | None:
    """The palette of the council's colours, with a word on each that had to be adjusted."""
    if not folder or not folder.brand.colours:
        return None
    colours = folder.brand.colours
    found = make_palette(colours.main, colours.second)
    for line in found.report:
        log.info("%s", line)
    return found


def _manifest(conf: Any, colours: Palette | None) -> str:
    theme = colours.header if colours else THEME_COLOUR
    return manifest(conf["site_name"], conf["site_description"], theme, conf["theme"]["favicon"])


def _on_page(env: Any, macro: Callable[..., str]) -> Callable[..., str]:
    def on_page(*ids: str) -> str:
        return macro(address(env), *ids, root=root(env))

    return on_page
