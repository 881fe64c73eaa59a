"""Lines, icons and states are still told apart where the device forces its own colours."""

from base64 import b64encode
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewContext
from tests.browser.test_adapting import PAGES
from tests.support.sheet import add_sheet

HIDDEN_ICONS = "svg { visibility: hidden !important; }"
# The parts that are told by a line where tints are gone, and those of them without one.
UNLINED = """(parts) => [...document.querySelectorAll(parts)].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const style = getComputedStyle(element);
    const sides = ["Top", "Right", "Bottom", "Left"];
    return !sides.every((side) => style[`border${side}Style`] !== "none"
        && parseFloat(style[`border${side}Width`]) >= 1
        && style[`border${side}Color`] !== "rgb(255, 255, 255)");
}).map((element) => `${element.tagName}.${element.className}`)"""
LINED = (
    ".button, .card, .chip, .notice, .guide-note, .theory, .framework__block, .shell-steps__link, "
    ".workbook-question:not(.rated *), .rated, .rating, textarea, select, "
    ".quote-filter__form"
)
# Of each page, the places that have an icon.
ICONS = {
    "": (".framework__icon", ".shell-title__mark", ".reading-menu"),
    "styleguide/": (".chip",),
    "workbooks/developing/": (".workbook-section__place",),
}
# How much of the first picture, from 0 to 1, clearly looks other in the second, of its size.
CHANGED = """async ([one, other]) => {
    const pixels = async (text) => {
        const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
        canvas.drawImage(picture, 0, 0);
        return canvas.getImageData(0, 0, picture.width, picture.height).data;
    };
    const [first, second] = [await pixels(one), await pixels(other)];
    let changed = 0;
    for (let at = 0; at < first.length; at += 4) {
        changed += [0, 1, 2].some((part) => Math.abs(first[at + part] - second[at + part]) > 60);
    }
    return changed / (first.length / 4);
}"""


@pytest.fixture
def forced(new_context: NewContext) -> Page:
    """A page on a device that forces its own colours."""
    return new_context(forced_colors="active").new_page()


def test_lines_survive_forced_colours(forced: Page) -> None:
    faults = []
    for path in PAGES:
        forced.goto(path)
        faults += [f"{path or 'home'}: {one}" for one in forced.evaluate(UNLINED, LINED)]
    assert faults == []


def changed(page: Page, one: bytes, other: bytes) -> float:
    """How much of a picture, from 0 to 1, clearly looks other than in another of its size."""
    return float(page.evaluate(CHANGED, [b64encode(one).decode(), b64encode(other).decode()]))


def test_icons_survive_forced_colours(forced: Page) -> None:
    for path, places in ICONS.items():
        forced.goto(path)
        icons = [forced.locator(f"{place} svg").first for place in places]
        clips: list[Any] = [icon.bounding_box() for icon in icons]
        shown = [forced.screenshot(clip=clip, full_page=True) for clip in clips]
        add_sheet(forced, HIDDEN_ICONS)
        for place, clip, before in zip(places, clips, shown, strict=True):
            hidden = forced.screenshot(clip=clip, full_page=True)
            assert changed(forced, before, hidden) > 0.1, (path, place)


def test_progress_can_be_seen_in_forced_colours(forced: Page) -> None:
    forced.goto("styleguide/")
    bar = forced.get_by_role("progressbar").first
    pictures = []
    for answered in (0, 11, 22):
        bar.evaluate("(bar, answered) => { bar.value = answered; }", answered)
        pictures.append(bar.screenshot())
    assert changed(forced, pictures[0], pictures[1]) > 0.2
    assert changed(forced, pictures[1], pictures[2]) > 0.2


def test_the_chosen_rating_can_be_seen_in_forced_colours(forced: Page) -> None:
    forced.goto("styleguide/")
    rating = forced.locator(".rating").nth(3)
    before = rating.screenshot()
    rating.get_by_role("radio").check()
    forced.get_by_role("heading", name="Question and rating").click()
    assert changed(forced, before, rating.screenshot()) > 0.02
