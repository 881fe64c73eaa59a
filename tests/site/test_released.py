"""What is published is what was built, file by file: scripts are shorter, addresses follow."""

import re
from html import escape
from pathlib import Path

import pytest

from publish.fingerprint import FOLDER
from publish.policy import REFERRER, policy
from publish.release import SCRIPTS, Release
from tests.support.released import assets
from tests.support.trees import differing, published_otherwise

MARKS = (
    f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(in_page=True), False)}">'
    f'<meta name="referrer" content="{REFERRER}">'
)
BUNDLES = "bundles/"
SEARCH = "search/"  # tests/browser/test_search_index.py holds what the search loads
SHEET = f"{FOLDER}/css/site.css"  # made of all sheets
ADDED = {".htaccess", ".nojekyll", "_headers", "staticwebapp.config.json", "web.config"}


def bare(page: str) -> str:
    """The page without its links to stylesheets and scripts, which are fewer in a release."""
    loading = (
        r'<link rel="(?:stylesheet|modulepreload|preload)"[^>]*>|<script src="[^"]*"></script>'
    )
    return re.sub(r"\s+", " ", re.sub(rf"\s*(?:{loading})\s*", " ", page))


def texts(folder: Path, kind: str) -> dict[str, str]:
    """Each file of a kind by its path from the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob(kind))
    }


@pytest.fixture(scope="module", params=["released", "brand_released"])
def built_and_released(request: pytest.FixtureRequest) -> tuple[Path, Release]:
    """The site and the example council's copy, each as it was built and as it is published."""
    site = {"released": "site", "brand_released": "brand_site"}[request.param]
    return request.getfixturevalue(site), request.getfixturevalue(request.param)


def test_every_script_has_the_syntax_tree_of_its_source(
    built_and_released: tuple[Path, Release],
) -> None:
    site, made = built_and_released
    sources = texts(site / SCRIPTS, "*.js")
    scripts = texts(made.site / assets(made) / "js", "*.js")
    assert {name for name in scripts if not name.startswith(BUNDLES)} == sources.keys()
    assert published_otherwise(sources, scripts) == []
    assert sum(map(len, scripts.values())) < 0.7 * sum(map(len, sources.values()))


@pytest.mark.parametrize(
    ("script", "old", "new"),
    [
        ("bundles/answers.js", "strict", "relaxed"),
        ("bundles/answers.js", "return{Store", "return{Stare:Store"),
        ("bundles/page.js", "const page_title=(()=>{", "const page_title=(()=>{alert();"),
        ("bundles/frame.js", "try{", "try{alert();"),
        ("main.js", "./bundles/answers.js", "./bundles/page.js"),
        ("answers/maintenance.js", "import", "alert();import"),
    ],
)
def test_a_change_of_any_published_script_is_seen(
    released: Release, site: Path, script: str, old: str, new: str
) -> None:
    scripts = texts(released.site / assets(released) / "js", "*.js")
    assert old in scripts[script]
    changed = {**scripts, script: scripts[script].replace(old, new, 1)}
    assert published_otherwise(texts(site / SCRIPTS, "*.js"), changed) != []


def test_scripts_that_differ_in_a_text_a_name_or_a_pattern_are_told_apart() -> None:
    source = "export class A { #b = `<p ${`c`}>`; d = /e/g; f() { return this.#b; } }"
    changes = {"<p ${": "<p${", "#b": "#a", "/e/g": "/e/", "return this": "return\nthis", "A": "B"}
    pairs = {old: (source, source.replace(old, new)) for old, new in changes.items()}
    assert differing({**pairs, "same": (source, f"{source} // so")}) == list(changes)


def test_a_page_differs_in_the_addresses_of_what_is_kept_for_ever_and_in_the_policy_alone(
    built_and_released: tuple[Path, Release],
) -> None:
    site, made = built_and_released
    released = texts(made.site, "*.html")
    for name, text in texts(site, "*.html").items():
        assert released[name].count(MARKS) == 1, name
        said = released[name].replace(MARKS, "").replace(assets(made), FOLDER)
        assert bare(said) == bare(text), name


def test_every_other_file_is_published_as_it_was_built(
    built_and_released: tuple[Path, Release],
) -> None:
    site, made = built_and_released
    released = {
        path.relative_to(made.site).as_posix().replace(assets(made), FOLDER): path
        for path in made.site.rglob("*")
        if path.is_file()
    }
    there = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".css"
    } | {SHEET}
    compressed = {f"{name}{ending}" for name in there for ending in (".br", ".gz")}
    made_of_many = {
        name
        for name in released
        if name.startswith((f"{SCRIPTS}/{BUNDLES}", SEARCH)) and ".js" in name
    }
    assert there <= released.keys() <= there | compressed | ADDED | made_of_many
    for name in there:
        content = released[name].read_bytes()
        if name.endswith(".webmanifest"):
            content = content.replace(assets(made).encode(), FOLDER.encode())
        if (
            name != SHEET
            and not name.endswith(".html")
            and not name.startswith(SEARCH)
            and not (name.startswith(SCRIPTS) and name.endswith(".js"))
        ):
            assert content == (site / name).read_bytes(), name
