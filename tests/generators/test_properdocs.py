"""ProperDocs builds the very same site, but for its own name in it."""

import gzip
import re
from pathlib import Path

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
DAY = re.compile(rb"<lastmod>[^<]*</lastmod>")  # of the build, which can go on past midnight


def contents(site: Path) -> dict[str, bytes]:
    """Each file of the site, without what differs from one build to the next."""
    found = {}
    for path in site.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            whole = gzip.decompress(raw) if path.suffix == ".gz" else raw
            found[path.relative_to(site).as_posix()] = DAY.sub(b"", GENERATOR.sub(b"", whole))
    return found


def test_every_file_is_the_same_but_for_the_generator_s_name(site: Path, properdocs: Path) -> None:
    expected, found = contents(site), contents(properdocs)
    assert found.keys() == expected.keys()
    assert [name for name in expected if found[name] != expected[name]] == []


def test_each_page_names_its_generator(site: Path, properdocs: Path) -> None:
    for page in sorted(properdocs.rglob("*.html")):
        (named,) = GENERATOR.findall(page.read_bytes())
        assert b"ProperDocs" in named, page
