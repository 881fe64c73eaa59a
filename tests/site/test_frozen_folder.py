"""A council's folder of any release is built by this one, and nothing of it has gone."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.brand.reader import FolderReading
from tests.releases.frozen import RELEASES, Release
from tests.support.build import ROOT


def soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def test_every_release_of_the_changelog_is_frozen() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)
    frozen = [release.version for release in RELEASES]
    assert sorted(released) == frozen, "run: python -m tests.releases.freeze"


def test_every_page_that_a_copy_had_is_where_it_was(release: Release, frozen_site: Path) -> None:
    pages = [page + ("" if page.endswith(".html") else "index.html") for page in release.pages]
    assert [page for page in pages if not (frozen_site / page).is_file()] == []


def test_the_copy_s_own_page_says_what_the_folder_says(release: Release, frozen_site: Path) -> None:
    text = " ".join(soup(frozen_site / "our-council" / "index.html").text.split())
    local = (release.brand / "local.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", local, re.MULTILINE)
    assert headings
    assert [heading for heading in headings if heading not in text] == []


@pytest.mark.parametrize("kind", ["questions", "quotes", "resources", "terms"])
def test_every_record_of_a_folder_s_own_is_in_its_copy_under_its_id(
    release: Release, frozen_site: Path, kind: str
) -> None:
    ids = {one.id for one in getattr(FolderReading(release.brand).folder_read.changes, kind).add}
    there = {
        str(own)
        for page in frozen_site.rglob("*.html")
        for element in soup(page).select("[id], [question]")
        for own in (element.get("id"), element.get("question"))
        if own in ids
    }
    assert ids
    assert there == ids


def test_a_question_of_a_folder_s_own_is_asked_where_it_was(
    release: Release, frozen_site: Path
) -> None:
    own = [one.id for one in FolderReading(release.brand).folder_read.changes.questions.add]
    asked = [
        element["question"]
        for page in sorted(frozen_site.glob("workbooks/*/index.html"))
        for element in soup(page).select("workbook-question")
    ]
    assert set(own) <= set(asked)
