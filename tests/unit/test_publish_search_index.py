"""The published index of the search has what pages show, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from publish.search_index import visible_index

PAGE = """<html><body><header>Menu</header><main>
<h1 id="work">My work</h1><p>It is &amp; stays here.</p>
<h2 id="gone" hidden>It was gone</h2>
<section hidden><h2 id="later">Later</h2><div><p>Said by a script.</p></div>
<p>And this.</p></section>
<h2 id="keep">Cancel</h2><p>Shown words.</p><p hidden>A failure.</p>
<dialog><h2 id="ask">Erase it?</h2><p>Asked in a dialog.</p></dialog>
<noscript><p>JavaScript is off.</p></noscript><template><p>Made later.</p></template>
<details><summary>More</summary><div><p>Folded away.</p></div></details>
<details open><summary>Open</summary><p>Unfolded.</p></details>
<button>Clear all</button><p>At the end.<br>Still there.</p>
</main></body></html>"""
TEXT = (
    "<p>Shown words.</p> <p>A failure.</p> <p>Asked in a dialog.</p> <p>JavaScript is off.</p> "
    "<p>Made later.</p> More <p>Folded away.</p> Open <p>Unfolded.</p> Clear all "
    "<p>At the end.Still there.</p>"
)
SECTIONS = [
    {"location": "work/", "title": "My work", "text": "<p>It is &amp; stays here.</p>"},
    {"location": "work/#gone", "title": "It was gone", "text": ""},
    {"location": "work/#later", "title": "Later", "text": "<p>Said by a script.</p>"},
    {"location": "work/#keep", "title": "Keep <code>it</code>", "text": TEXT},
    {"location": "work/#ask", "title": "Erase it?", "text": "<p>Asked in a dialog.</p>"},
    {"location": "hosting/", "title": "Host", "text": "<p>Make a folder.</p>"},
]
KINDS = pytest.mark.parametrize(
    ("name", "key"), [("search/search_index.json", "docs"), ("search.json", "items")]
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, without an index."""
    for folder, text in (("work", PAGE), ("hosting", "<h1>Host</h1><p>Make a folder.</p>")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "search").mkdir()
    (tmp_path / "search/guide.json").write_text('{"hosts": ["hosting/"]}', encoding="utf-8")
    return tmp_path


def published(site: Path, name: str, key: str) -> list[dict[str, str]]:
    """The sections in a file of the index."""
    found: dict[str, Any] = json.loads((site / name).read_text(encoding="utf-8"))
    sections: list[dict[str, str]] = found[key]
    return sections


@pytest.fixture
def made(site: Path, name: str, key: str) -> Path:
    """The site with an index as a generator writes it, made fit for publishing."""
    (site / name).write_text(json.dumps({"config": {}, key: SECTIONS}), encoding="utf-8")
    visible_index(site)
    return site


@KINDS
def test_a_section_that_is_hidden_is_not_in_it(made: Path, name: str, key: str) -> None:
    places = [one["location"] for one in published(made, name, key)]
    assert places == ["work/", "work/#keep"]


@KINDS
def test_of_a_section_it_has_what_is_shown_as_plain_text(made: Path, name: str, key: str) -> None:
    first, second = published(made, name, key)
    assert first["text"] == "It is & stays here."
    assert second["title"] == "Keep it"
    assert second["text"] == "Shown words. More Open Unfolded. At the end.Still there."


@KINDS
def test_what_only_hosts_look_for_is_in_a_second_file_that_it_names(
    made: Path, name: str, key: str
) -> None:
    index = json.loads((made / name).read_text(encoding="utf-8"))
    assert ((made / name).parent / index["more"]).resolve() == made / "search/hosts.json"
    assert [one["location"] for one in published(made, "search/hosts.json", key)] == ["hosting/"]


def test_a_site_without_a_search_is_left_as_it_is(site: Path) -> None:
    before = sorted(site.rglob("*"))
    visible_index(site)
    assert sorted(site.rglob("*")) == before
