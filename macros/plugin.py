"""The hooks that a generator calls: load, check and register everything before the first page.

Only this module and build/generator.py know a generator. The content, and a council's folder if
there is one, is checked in full first, so that a build reports every problem at once and never
renders a page from half of the content."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from common.build_time import build_time
from common.links_outside import refusing_links
from common.problems import ProblemsError
from macros.brand.load import load_branded
from macros.brand.publication_checklist import to_do
from macros.brand.reader import Folder
from macros.brand.security_txt import security_txt
from macros.brand.settings import Brand
from macros.brand.site_source import assemble, own_source
from macros.build.build_info import Build, downloads
from macros.build.generated_files import manifest, texts, write
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
from macros.palette.guide_colours import own_colours
from macros.render.environment import macros

if TYPE_CHECKING:
    from macros.palette.council_css import Palette

log = logging.getLogger("mkdocs.macros.brand")


def define_env(env: Any) -> None:
    """Register the macros for the pages, and write the generated files into docs/.

    Called by mkdocs-macros (and its like in Zensical). The site is marked as incomplete until its
    build succeeds; with a generator that does not report its end, until this function returns.

    Raises BuildStopped with all problems of the content, a line each, or if `serve` finds its port
    in use."""
    refuse_taken_port()
    begin(env)
    _define(env)
    if not tells_its_end(env):
        end(env)


def on_post_build(env: Any) -> None:
    """Remove the incomplete mark once all pages are written, unless warnings will fail the build.

    A strict build fails only after this hook, so its warnings are counted here. With a council's
    own page, says which file of the folder the warnings are about."""
    if not warned():
        end(env)
        return
    folder = env.conf["extra"].get("brand_folder")
    for place, source in own_source(Path(folder)).items() if folder else ():
        log.info("Warnings about %s refer to %s", place, Path(folder) / source)


def _define(env: Any) -> None:
    """Do the work of define_env between the marks of the build's beginning and end."""
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
    build = Build(
        extra["release"],
        extra["edition"],
        extra["tested_on"],
        env.conf.get("site_url") or "",
        downloads(docs, extra["release"]),
    )
    for name, macro in macros(guide, brand, build).items():
        env.macro(_on_page(env, macro), name)
    env.macro(guide.shows, "shown")
    write(docs, texts(guide, _manifest(env.conf, colours), styles, security))
    _tell(brand)


def _tell(brand: Brand | None) -> None:
    """Log what a person must still do before the copy is published."""
    left = to_do(brand) if brand else ()
    if left:
        lines = (f"  {one.page}: {one.what_md.replace('`', '')}" for one in left)
        log.info("To do before you publish (each is marked on its page):\n%s", "\n".join(lines))


def _read(
    project: Path, brand_folder: str | None, moves_html: bool
) -> tuple[Content, Folder | None]:
    """Load the content, with a council's changes if it has a folder, and write the copy's pages."""
    if not brand_folder:
        with refusing_links(project):
            return load(project / "content"), None
    with refusing_links(project):
        branded = load_branded(project / "content", Path(brand_folder))
    assemble(branded.folder, project, moves_html)
    for note in branded.notes:
        log.info("%s", note)
    return branded.content, branded.folder


def _palette(folder: Folder | None) -> "Palette | None":
    """Make the palette of the council's colours and log each colour that had to be adjusted."""
    if not folder or not folder.brand.colours:
        return None
    from macros.palette.council_css import make_palette  # its colour library takes time to load

    colours = folder.brand.colours
    found = make_palette(colours.main, colours.second)
    for line in found.report:
        log.info("%s", line)
    return found


def _manifest(conf: Any, colours: "Palette | None") -> str:
    theme = colours.header if colours else own_colours("light")["header"]
    return manifest(conf["site_name"], conf["site_description"], theme, conf["theme"]["favicon"])


def _on_page(env: Any, macro: Callable[..., str]) -> Callable[..., str]:
    def on_page(*ids: str) -> str:
        return macro(address(env), *ids, root=root(env))

    return on_page
