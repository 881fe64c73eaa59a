"""The pages follow what a person asks of the device: spacing, size, contrast, colours, rest."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewContext
from tests.support.sheet import add_sheet, lay_out
from tests.unit.test_brand_contrast import EDGE_PAIRS, TEXT_PAIRS, contrast

PAGES = (
    "",
    "framework/values/",
    "quotes/",
    "workbooks/self-reflection/",
    "workbooks/developing/",
    "workbooks/profile/",
    "workbooks/recruiting/",
    "workbooks/my-workbooks/",
    "workbooks/will-this-browser-keep-my-work/",
    "styleguide/",
)
# WCAG 2.2, 1.4.12: what a page must bear.
SPACED = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }
"""
# Material sets 125 %; a browser's zoom of text doubles that.
DOUBLED = "html { font-size: 250% !important; }"
# Text that is cut off by its box, or that comes out of the box of a control or card. Text
# that no one is to see, and boxes that scroll, are left out.
CUT_OFF = """() => {
    const controls = "a, button, label, summary, input, .card, .notice, .chip, .workbook-question";
    const cuts = (style) => [style.overflowX, style.overflowY].some((one) =>
        one === "hidden" || one === "clip");
    const clipped = (element) => getComputedStyle(element).clipPath === "inset(50%)";
    const unseen = (element) => element.closest(".visually-hidden, .shell-skip, svg") !== null
        || clipped(element);
    const words = (element) => element.textContent.trim() || element.placeholder || "";
    const boxed = (element, style) => style.display !== "inline"
        && element.checkVisibility({ visibilityProperty: true });
    const closed = "details:not([open]) > quote-actions";
    for (const menu of document.querySelectorAll(closed)) menu.remove();
    return [...document.body.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        if (unseen(element) || !words(element) || !boxed(element, style)) return false;
        if (!cuts(style) && !element.matches(controls)) return false;
        return element.scrollWidth > element.clientWidth + 1
            || element.scrollHeight > element.clientHeight + 1;
    }).map((element) => `${element.tagName}.${element.className} ${words(element).slice(0, 30)}`);
}"""
MOVING = """() => {
    const seconds = (all) => Math.max(...all.split(",").map((one) =>
        parseFloat(one) / (one.trim().endsWith("ms") ? 1000 : 1)));
    const moves = (style) => seconds(style.transitionDuration) > 0.01
        || (style.animationName !== "none" && seconds(style.animationDuration) > 0.01)
        || style.scrollBehavior === "smooth";
    return [...document.querySelectorAll("*")]
        .filter((element) => [null, "::before", "::after"].some((part) =>
            moves(getComputedStyle(element, part))))
        .map((element) => `${element.tagName}.${element.className}`);
}"""
COLOURS = """(names) => {
    const style = getComputedStyle(document.body);
    return Object.fromEntries(names.map((name) =>
        [name, style.getPropertyValue(`--brand-${name}`).trim()]));
}"""
LINE_PAIRS = tuple(("line", f"surface{kind}") for kind in ("", "-raised", "-sunken"))


@pytest.mark.parametrize(
    ("css", "width"),
    [(SPACED, 1280), (SPACED, 320), (DOUBLED, 1280), (DOUBLED, 640)],
    ids=["spaced-wide", "spaced-narrow", "doubled-wide", "doubled-narrow"],
)
def test_no_text_is_lost_when_it_is_spaced_or_doubled(page: Page, css: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    faults = []
    for path in PAGES:
        page.goto(path)
        lay_out(page)
        add_sheet(page, css)
        faults += [f"{path or 'home'}: cut off: {one}" for one in page.evaluate(CUT_OFF)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{path or 'home'}: scrolls sideways")
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_given_to_those_who_ask_for_it(
    new_context: NewContext, scheme: str
) -> None:
    page = new_context(contrast="more", color_scheme=scheme).new_page()
    page.goto("styleguide/")
    names = sorted({name for pair in TEXT_PAIRS + EDGE_PAIRS + LINE_PAIRS for name in pair})
    values = page.evaluate(COLOURS, names)
    for pairs, least in ((TEXT_PAIRS, 7), (EDGE_PAIRS, 4.5), (LINE_PAIRS, 3)):
        ratios = {pair: contrast(values[pair[0]], values[pair[1]]) for pair in pairs}
        assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}
    assert len({values[name] for name in ("text", "link", "link-hover")}) == 3


def test_nothing_moves_for_those_who_ask_for_rest(new_context: NewContext) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    moving = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for path in PAGES:
            page.goto(path)
            moving += [f"{path or 'home'}: {one}" for one in page.evaluate(MOVING)]
    assert moving == []
