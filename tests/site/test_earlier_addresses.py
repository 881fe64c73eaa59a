"""Links to a release before still lead where they led: to its pages, and to the places in them."""

from pathlib import Path

from bs4 import BeautifulSoup

from tests.releases.frozen import Release

# Titles of pages and steps that have no counterpart any more: the page itself is what was meant.
TO_THE_PAGE = {
    "1.0.0": {
        "#what-leadership-looks-like-when-change-for-families-lasts",
        "#where-do-you-want-to-start",
        "about/accessibility/#accessibility",
        "about/privacy/#privacy",
        "about/slips/#record-of-slips",
        "about/storage/#what-is-kept-in-your-browser",
        *(f"hosting/{one}/#keep-your-ids" for one in ("azure", "github", "gitlab")),
        "hosting/#make-your-copy",
        "hosting/github/#put-it-on-github-pages",
        "hosting/gitlab/#put-it-on-gitlab-pages",
        "hosting/nginx/#copy-the-files",
        "hosting/release/#make-the-release",
        *(
            f"hosting/start/#{one}"
            for one in ("2-get-the-guide", "3-install-what-builds-the-guide")
        ),
        "hosting/start/#start-in-ten-minutes",
        *(f"hosting/upgrade/#{one}" for one in ("before", "if-the-build-stops")),
        "hosting/upgrade/#take-over-a-new-version",
        "workbooks/give-feedback/#before-you-answer",
        "workbooks/profile/#your-leadership-profile",
    },
}


def test_every_page_and_place_of_a_release_before_is_there(site: Path, release: Release) -> None:
    places: dict[str, set[str]] = {}
    for anchor in release.anchors:
        address, _, own = anchor.partition("#")
        places.setdefault(address, set()).add(own)
    assert len(release.anchors) > 800
    gone = set()
    for address, wanted in places.items():
        page = site / address / "index.html"
        assert page.is_file(), address
        there = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("[id]")
        gone |= {f"{address}#{own}" for own in wanted - {str(one["id"]) for one in there}}
    to_the_page = TO_THE_PAGE.get(release.version, set())
    assert gone <= to_the_page
    assert gone >= to_the_page, "a place is there again: take it out of the list"
