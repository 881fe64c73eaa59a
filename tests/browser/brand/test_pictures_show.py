"""A browser shows each picture that a council's folder may have, and none that is refused."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from publish.release import release
from tests.generators.building import copied, zensical
from tests.support.brand import build_copy
from tests.support.build import built, run_python
from tests.support.server import serving
from tests.unit.brands import SETTINGS
from tests.unit.picture_cases import FINE, UNSHOWN

SHOWN = {name: picture for name, picture in FINE.items() if not name.startswith(".")}
LOGO, FAVICON = "NCC Logo 100% RGB #1 'für alle'.svg", "LOGO.PNG"
SIDE = 64
# What is drawn of a picture: how many of 64 by 64 pixels are not transparent.
DRAWN = """async (image) => {
    await image.decode().catch(() => {});
    if (!image.naturalWidth) return 0;
    const canvas = new OffscreenCanvas(64, 64).getContext("2d");
    canvas.drawImage(image, 0, 0, 64, 64);
    const bytes = canvas.getImageData(0, 0, 64, 64).data;
    return bytes.filter((value, at) => at % 4 === 3 && value > 0).length;
}"""
NEW = "(address) => Object.assign(new Image(), { src: address })"


def council(folder: Path) -> Path:
    """A council's folder with every sound picture on its page; gives it."""
    (folder / "files").mkdir(parents=True)
    for name, picture in SHOWN.items():
        (folder / "files" / name).write_bytes(picture)
    (folder / LOGO).write_bytes(FINE["NCC Logo RGB.svg"])
    (folder / FAVICON).write_bytes(FINE["LOGO.PNG"])
    named = f'logo: "{LOGO}"\nfavicon: {FAVICON}\n'
    (folder / "brand.yml").write_text(SETTINGS + named, encoding="utf-8")
    shown = "\n\n".join(f"![{at}](files/{quote(name)})" for at, name in enumerate(SHOWN))
    page = f"---\ntitle: Our pictures\n---\n# Our pictures\n\n{shown}\n"
    (folder / "local.md").write_text(page, encoding="utf-8")
    return folder


def by_mkdocs(folder: Path) -> Path:
    folder.mkdir()
    return build_copy(folder, council(folder / "northshire"))


def by_properdocs(folder: Path) -> Path:
    return by(folder, "-m", "properdocs", "build", "--strict")


def by_zensical(folder: Path) -> Path:
    return by(folder)


def by(folder: Path, *command: str) -> Path:
    project = copied(folder / "project")
    run_python(["-m", "macros.brand", "assemble", str(council(folder / "northshire"))], project)
    if command:
        run_python([*command, "-f", "mkdocs.brand.yml", "-d", "site"], project)
    else:
        zensical(project, "mkdocs.brand.yml")
    return project / "site"


@pytest.fixture(scope="module", params=[by_mkdocs, by_properdocs, by_zensical])
def copy_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The release of a copy as each generator builds it."""
    make: Callable[[Path], Path] = request.param
    site = built(tmp_path_factory, f"pictures-{make.__name__}", make)
    folder = tmp_path_factory.mktemp("released")
    with serving(release(site, folder / "release").site) as address:
        yield address


def test_every_sound_picture_is_shown_whatever_it_is_called(page: Page, copy_url: str) -> None:
    page.goto(f"{copy_url}our-council/")
    for at, name in enumerate(SHOWN):
        image = page.get_by_role("main").get_by_role("img", name=str(at), exact=True)
        assert image.evaluate(DRAWN) > SIDE * SIDE / 8, name


def test_the_logo_and_the_small_picture_are_shown_on_every_page(page: Page, copy_url: str) -> None:
    for address in ("", "framework/values/", "404.html"):
        page.goto(f"{copy_url}{address}")
        logo = page.get_by_role("banner").get_by_role("img", name="Northshire Council").first
        assert logo.evaluate(DRAWN) == SIDE * SIDE, address
        icon = page.locator("link[rel=icon]").evaluate("(link) => link.href")
        assert page.evaluate_handle(NEW, icon).evaluate(DRAWN) == SIDE * SIDE, address


def test_no_picture_that_is_refused_would_be_shown_whole(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>Pictures</title>", encoding="utf-8")
    for name, (picture, _) in UNSHOWN.items():
        (tmp_path / name).write_bytes(picture)
    (tmp_path / "whole.png").write_bytes(FINE["LOGO.PNG"])
    with serving(tmp_path) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        drawn = {
            name: page.evaluate_handle(NEW, quote(name)).evaluate(DRAWN)
            for name in (*UNSHOWN, "whole.png")
        }
    assert drawn.pop("whole.png") == SIDE * SIDE
    assert {name for name, pixels in drawn.items() if pixels == SIDE * SIDE} == set()
