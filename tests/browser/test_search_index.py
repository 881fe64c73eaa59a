"""Whatever the search can find is seen on its page when that opens."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from publish.release import Release

FILES = ("search/search_index.json", "search/hosts.json")
# Once the page is drawn: of each id, whether it is seen; and all words that are, without space.
SEEN = """async (ids) => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    const { innerText } = document.querySelector("article");
    return [
        ids.map((id) =>
            document.getElementById(id)?.checkVisibility({ visibilityProperty: true })),
        innerText.normalize("NFC").toLowerCase().replace(/\\s/g, ""),
    ];
}"""
SHORT = 4


def sections(site: Path) -> dict[str, list[dict[str, str]]]:
    """The sections of the index, by their page."""
    found: dict[str, list[dict[str, str]]] = {}
    for name in FILES:
        for one in json.loads((site / name).read_text(encoding="utf-8"))["docs"]:
            found.setdefault(one["location"].split("#")[0], []).append(one)
    return found


def sentences(text: str) -> list[str]:
    """The sentences of a text, without space; not those of a word or two, which stand anywhere."""
    parts = (re.sub(r"\s", "", part).lower() for part in re.split(r"(?<=[.!?])\s", text))
    return [part for part in parts if len(part) > SHORT]


@pytest.mark.parametrize("part", range(4))
def test_every_section_of_the_index_is_seen_on_its_page(
    page: Page, released: Release, part: int
) -> None:
    unseen = []
    for address, found in list(sections(released.site).items())[part::4]:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        anchors = [one["location"].partition("#")[2] for one in found]
        has_parts = page.locator(".workbook-part").count() > 0
        shown, words = page.evaluate(SEEN, [anchor for anchor in anchors if anchor])
        states = iter(shown)
        for one, anchor in zip(found, anchors, strict=True):
            if has_parts and anchor:  # which of its parts is shown depends on the address
                page.evaluate("(anchor) => { location.hash = anchor; }", anchor)
                page.locator(f"[id='{anchor}']").wait_for()
                (is_seen,), words = page.evaluate(SEEN, [anchor])
            else:
                is_seen = not anchor or next(states)
            unseen += [] if is_seen else [one["location"]]
            unseen += [
                f"{one['location']}: {sentence}"
                for sentence in sentences(one["text"])
                if sentence not in words
            ]
    assert unseen == []


def test_the_index_has_the_guide(released: Release) -> None:
    found = sections(released.site)
    assert len(found) > 50
    assert sum(map(len, found.values())) > 400
