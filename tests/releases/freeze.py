"""Freeze what this release makes: `python -m tests.releases.freeze`, once, before it is tagged."""

import json
import shutil
import tarfile
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import expect, sync_playwright

from common.console import say
from macros.brand.__main__ import main as brand_tool
from macros.build.mkdocs_yml import read_settings
from tests.browser.conftest import SITE_MODULE
from tests.conftest import MILLISECONDS_TO_WAIT
from tests.releases.frozen import HERE
from tests.releases.profile import Person
from tests.support.brand import EXAMPLE, build_copy
from tests.support.build import ROOT, build
from tests.support.server import serving
from tools.browser import find, launch_args

# What people link to: headings, records, parts.
LINKED = ":is(h1, h2, h3, h4, h5, li, section, blockquote, dt, p, div, tr, span)[id]"
# The pages on which something is kept, and what they load; no search, and no map of a script.
PACKED = (
    *(f"workbooks/{one}/index.html" for one in ("developing", "my-workbooks", "profile")),
    *(f"workbooks/{one}/index.html" for one in ("recruiting", "scoring", "self-reflection")),
    "workbooks/feedback/index.html",
    *("assets/js/**/*.js", "assets/css/*.css", "assets/stylesheets/*.css"),
    *("assets/javascripts/bundle.*.js", "data/report.json", "manifest.webmanifest"),
)


def main() -> None:
    """Write the folder of this release. Raises FileExistsError where there is one."""
    release = HERE / read_settings(ROOT / "mkdocs.yml")["extra"]["release"]
    with tempfile.TemporaryDirectory() as made:
        freeze(release, Path(made))
    say(f"{release} is frozen: look at what is in it, and commit it")


def freeze(release: Path, made: Path) -> None:
    """Write a release's folder, with what is built for it in the folder `made`."""
    shutil.copytree(EXAMPLE, release / "brand")
    brand_tool(["release-ids", str(release / "brand")])
    site = build_copy(made, release / "brand")
    pages = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    addresses = (page.removesuffix("index.html") for page in pages)
    (release / "pages.txt").write_text("".join(f"{one}\n" for one in addresses), encoding="utf-8")
    expect.set_options(timeout=MILLISECONDS_TO_WAIT)
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=launch_args())
        context = browser.new_context()
        context.add_init_script(SITE_MODULE.replace("ASSETS", "assets"))
        profile = Person(context, address, site).work()
        browser.close()
    guide = build(made / "guide", ROOT / "mkdocs.yml")
    pack(guide, release / "site.tar.xz")
    (release / "anchors.txt").write_text("".join(f"{one}\n" for one in anchors(guide)), "utf-8")
    text = json.dumps(profile, ensure_ascii=False, indent=1, sort_keys=True)
    (release / "profile.json").write_text(text + "\n", encoding="utf-8")


def anchors(site: Path) -> list[str]:
    """Every place of the built guide that can be linked to, such as `quotes/#flame-inside-him`."""
    found: list[str] = []
    for page in sorted(site.rglob("index.html")):
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").article
        parts = article.select(LINKED) if article else []
        found += [f"{address}#{part['id']}" for part in parts]
    return found


def pack(site: Path, archive: Path) -> None:
    """Pack the pages that keep something, with all that they load."""
    wanted = [path for pattern in PACKED for path in sorted(site.glob(pattern)) if path.is_file()]
    with tarfile.open(archive, "w:xz", preset=9) as packed:
        for path in wanted:
            packed.add(path, path.relative_to(site).as_posix(), filter=_of_nobody)


def _of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who packed it, and when."""
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    return member


if __name__ == "__main__":
    main()
