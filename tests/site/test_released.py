"""What is published is what was built, file by file: scripts are shorter, addresses follow."""

import re
from html import escape, unescape
from pathlib import Path

import pytest

from publish.fingerprint import FOLDER
from publish.inline import BEFORE_PAINT, hashes
from publish.policy import REFERRER, policy
from publish.release import SCRIPTS, Release
from tests.support.released import assets
from tests.support.server import named_in_pages
from tests.support.trees import differing, published_otherwise

BUNDLES = "bundles/"
SEARCH = "search/"  # tests/browser/test_search_index.py holds what the search loads
SHEET = f"{FOLDER}/css/site.css"  # made of all sheets
ADDED = {".htaccess", ".nojekyll", "_headers", "staticwebapp.config.json", "web.config"}


def marks(page: str) -> str:
    """The policies that a page is to have."""
    said = escape(policy(hashes(page), in_page=True), quote=False)
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{said}">'
        f'<meta name="referrer" content="{REFERRER}">'
    )


def bare(page: str) -> str:
    """The page without its stylesheets and scripts, which a release joins or has in the page."""
    page = re.sub(
        r"<style data-from=.*?</style><noscript>.*?</noscript>", " ", page, flags=re.DOTALL
    )
    page = re.sub(
        r"(<script) data-from=([^>]*>).*?(</script>)", r"\1 src=\2\3", page, flags=re.DOTALL
    )
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
        policies = marks(released[name])
        assert released[name].count(policies) == 1, name
        said = released[name].replace(policies, "").replace(assets(made), FOLDER)
        assert bare(said) == bare(text), name


def test_a_page_has_in_itself_what_it_is_painted_with(
    built_and_released: tuple[Path, Release],
) -> None:
    _, made = built_and_released
    scripts, whole = made.site / assets(made) / "js", made.site / assets(made) / "css/site.css"
    before_paint = [(scripts / name).read_text(encoding="utf-8") for name in BEFORE_PAINT]
    rules = re.sub(r"\s", "", whole.read_text(encoding="utf-8"))
    sheets = set()
    for name, text in texts(made.site, "*.html").items():
        (sheet,) = re.findall(r"<style data-from=[^>]*>(.*?)</style>", text, re.DOTALL)
        sheets.add(sheet)
        inside = re.findall(r"<script data-from=[^>]*>(.*?)</script>", text, re.DOTALL)
        assert inside == before_paint, name
        (before,) = re.findall(r"(.{10})<link rel=\"stylesheet\"", text)
        assert before == "<noscript>", name
        assert text.index("modulepreload") < text.index("<style"), name
    assert [0.5 < len(sheet) / len(rules) < 1 for sheet in sheets] == [True] * 4


def test_the_policy_names_what_pages_have_in_themselves_and_nothing_more(
    built_and_released: tuple[Path, Release],
) -> None:
    _, made = built_and_released
    named = named_in_pages(made.site)
    assert {directive: len(those) for directive, those in named.items()} == {
        "script-src": 2,
        "style-src": 4,
    }
    for file in ("_headers", ".htaccess", "web.config", "staticwebapp.config.json"):
        assert policy(named) in unescape((made.site / file).read_text(encoding="utf-8")), file
    for file in ("nginx.conf", "apache.conf"):
        assert policy(named) in (made.folder / "hosts" / file).read_text(encoding="utf-8"), file


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
