"""A new council's folder, as it is made, is built, released and served by each generator."""

import re
import wave
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from macros.brand.scaffold import BLANK, make
from tests.conftest import MILLISECONDS_TO_WAIT
from tests.generators.building import copied
from tests.support.build import ROOT, built, run_python
from tests.support.guard import PageGuard
from tests.support.server import serving

GENERATORS = ("mkdocs", "properdocs", "zensical")
# As release 1.0.0 made it.
OF_1_0_0 = """\
---
title: In our council
description: What Northshire Council adds to the guide.
---
# In our council

{# This page is yours: write it in Markdown. What stands between these signs is not shown.
   Pictures and documents go into a folder named "files" beside this page:
   [Our policy](files/policy.pdf). To do without the page, delete this file. #}

This copy of the guide was put up by Northshire Council.

## Where to start

- [Read the framework](framework/index.md)
- [Open a workbook](workbooks/index.md)
"""
# What a council shows besides words: written as in Markdown, from the top of its folder.
WITH_MEDIA = """\
---
title: Us
---
# Us

<audio controls src="files/welcome.wav"></audio>

<img src="files/us.svg" alt="Us"> <a href="framework/values/">Values</a>

| Year | Leaders |
| :--- | ------: |
| 2026 | 12      |
"""
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">
<rect width="9" height="9"/></svg>
"""
FOLDERS: dict[str, dict[str, str | None]] = {
    "untouched": {},
    "made-by-1.0.0": {"local.md": OF_1_0_0},
    "emptied": dict.fromkeys(("local.md", "quotes.yml", "questions.yml"), ""),
    "with-media": {"local.md": WITH_MEDIA, "files/us.svg": SVG},
    "brand-alone": dict.fromkeys(("local.md", "quotes.yml", "questions.yml", "terms.yml")),
}
KINDS = [
    *((generator, "untouched") for generator in GENERATORS),
    *((generator, "made-by-1.0.0") for generator in ("mkdocs", "zensical")),
    *(("mkdocs", kind) for kind in ("emptied", "brand-alone")),
]


def released(generator: str, kind: str, folder: Path) -> Path:
    """What a host serves of a new folder: made, built and published as the pages on hosting say."""
    project = copied(folder.with_name(f"{folder.name}-project"))
    brand = make(project / "brands" / "northshire")
    for name, text in FOLDERS[kind].items():
        (brand / "files").mkdir(exist_ok=True)
        (brand / name).unlink() if text is None else (brand / name).write_text(text, "utf-8")
    if kind == "with-media":
        with wave.open(str(brand / "files" / "welcome.wav"), "wb") as sound:
            sound.setparams((1, 2, 8000, 8000, "NONE", ""))
            sound.writeframes(bytes(2 * 8000))
    run_python(["-m", "macros.brand", "assemble", "brands/northshire"], project)
    run_python(["-m", "macros", "files", "-f", "mkdocs.brand.yml"], project)
    run_python(["-m", generator, "build", "--strict", "-f", "mkdocs.brand.yml"], project)
    run_python(["-m", "macros.brand", "release-ids", "brands/northshire"], project)
    run_python(["-m", "publish", str(project / "site"), str(project / "release")])
    return (project / "release" / "site").rename(folder)


@pytest.fixture(scope="session", params=KINDS, ids=lambda kind: "-".join(kind))
def new_copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of a new folder, by each generator."""
    generator, kind = request.param
    make_it = partial(released, generator, kind)
    return built(tmp_path_factory, f"new-{generator}-{kind}", make_it)


@pytest.fixture
def new_url(new_copy: Path) -> Iterator[str]:
    """Its address."""
    with serving(new_copy) as address:
        yield address


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_council_s_own_recording_picture_and_table_are_shown_by_every_generator(
    generator: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name = f"new-{generator}-with-media"
    copy = built(tmp_path_factory, name, partial(released, generator, "with-media"))
    with serving(copy) as address, browser.new_context(base_url=address) as context:
        guard = PageGuard(address)
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        guard.watch(context)
        page = context.new_page()
        page.goto("our-council/")
        expect(page.locator("audio")).to_have_js_property("duration", 1)
        expect(page.get_by_role("img", name="Us")).to_have_js_property("naturalHeight", 9)
        expect(page.get_by_role("cell", name="12")).to_have_css("text-align", re.compile("right$"))
        page.get_by_role("main").get_by_role("link", name="Values").click()
        expect(page).to_have_url(re.compile(r"/framework/values/$"))
        guard.finish()
    assert guard.faults == []


def help_in_blank_files() -> set[str]:
    """Every run of some words in the notes and comments of the files of a new folder."""
    said = OF_1_0_0.partition("{#")[2].partition("#}")[0]
    for file in BLANK.iterdir():
        text = file.read_text(encoding="utf-8")
        said += " ".join(re.findall(r"<!--.*?-->", text, re.DOTALL))
        if file.suffix == ".yml":
            said += " ".join(re.findall(r"^ *# ?(?![ a-z_-]+:)(.*)$", text, re.MULTILINE))
    return {" ".join(words) for words in re.findall(r"(\w+) (\w+) (\w+) (\w+) (\w+)", said)}


def test_no_help_of_a_new_folder_is_on_a_page_or_in_its_source(new_copy: Path) -> None:
    helps = help_in_blank_files()
    assert len(helps) > 40
    guides = {
        " ".join(file.read_text(encoding="utf-8").split())
        for folder in ("docs", "content", "macros/render/templates")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in (".md", ".yml", ".html")
    }
    helps = {words for words in helps if not any(words in text for text in guides)}
    for page in sorted(new_copy.rglob("*.html")):
        text = " ".join(page.read_text(encoding="utf-8").split())
        assert [words for words in helps if words in text] == [], page
        assert "{#" not in text, page
        assert "policy.pdf" not in text, page


def test_a_page_without_a_word_is_no_page(new_copy: Path) -> None:
    there = (new_copy / "our-council" / "index.html").is_file()
    assert there is not new_copy.name.endswith(("emptied", "brand-alone"))
    menu = BeautifulSoup((new_copy / "index.html").read_text("utf-8"), "html.parser")
    tabs = [one.get_text(strip=True) for one in menu.select(".md-tabs__link")]
    assert ("In our council" in tabs) is there


def test_every_page_of_a_new_folder_s_copy_opens_and_says_whose_it_is(
    browser: Browser, new_copy: Path, new_url: str
) -> None:
    guard = PageGuard(new_url)
    with browser.new_context(base_url=new_url) as context:
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        guard.watch(context)
        page = context.new_page()
        for file in ("", "our-council/", "workbooks/self-reflection/", "about/accessibility/"):
            if (new_copy / file / "index.html").is_file():
                page.goto(file)
                expect(page.get_by_role("heading", level=1)).to_be_visible()
                expect(page.get_by_role("contentinfo").last).to_contain_text("Northshire Council")
        guard.finish()
    assert guard.faults == []
