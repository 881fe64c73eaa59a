"""The sheet that a published page has in itself looks like the sheets that it is made of."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from macros.build.mkdocs_yml import read_settings
from publish.release import Release
from tests.support.build import ROOT
from tests.support.earlier_policy import under_an_earlier_policy
from tests.support.released import assets

RULES = """(texts) => texts.flatMap((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " "));
})"""
# Each selector of a sheet, with the conditions that it stands under.
SELECTORS = """(text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const walk = (rules, under) => [...rules].flatMap((rule) => rule.selectorText
        ? rule.selectorText.split(/,(?![^(]*\\))/).map((one) => `${under}${one.trim()}`)
        : walk(rule.cssRules ?? [], `${under}${rule.conditionText ?? rule.name} `));
    return walk(sheet.cssRules, "");
}"""
# What our own sheets have for a council's copy, for another generator, and for drafts alone.
FOR_OTHER_COPIES = (
    *(".shell-title", ".js .md-search.shell-search-zensical", ".workbook-question__credit"),
    *(".md-typeset .to-do", ".site-owner a", ".home-words", ".md-typeset .home-words > p"),
    ".md-typeset .home-words__from",
)
# Exchanges the page's own sheet for those that it is made of, in the same document.
EXCHANGE = """async (addresses) => {
    const one = document.querySelector("style[data-from]");
    const links = addresses.map((address) => {
        const link = document.createElement("link");
        [link.rel, link.href] = ["stylesheet", address];
        return link;
    });
    const loaded = links.map((link) => new Promise((done, failed) => {
        [link.onload, link.onerror] = [done, failed];
    }));
    one.before(...links);
    await Promise.all(loaded);
    one.remove();
}"""
# Shows what waits for something to happen: hidden parts, folds, dialogs, templates.
SHOW_ALL = """() => {
    for (const one of document.querySelectorAll("article template, .md-content template"))
        one.after(document.importNode(one.content, true));
    for (const one of document.querySelectorAll(".md-content [hidden]")) one.hidden = false;
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const one of document.querySelectorAll("dialog")) one.setAttribute("open", "");
}"""
# Nothing is on its way, and the layout of nothing is skipped.
STILL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, ::before, ::after { transition: none !important;
        animation: none !important; content-visibility: visible !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
# How every element is drawn, with what is drawn before and after it; the second time, what differs.
LOOKS = """(state) => {
    const all_names = [...getComputedStyle(document.documentElement)];
    const names = all_names.filter((name) => !name.startsWith("--"));
    const drawn = (one, part) => {
        const style = getComputedStyle(one, part);
        if (part && style.content === "none") return [];
        return names.map((name) => style.getPropertyValue(name));
    };
    const all = [document.documentElement, ...document.body.querySelectorAll("*")];
    const now = all.flatMap((one) => ["", "::before", "::after"].map((part) => drawn(one, part)));
    if (now[0].length < 300) throw new Error("not all is said of how it is drawn");
    globalThis.looks ??= {};
    const before = globalThis.looks[state];
    globalThis.looks[state] = now;
    if (!before) return [];
    if (before.length !== now.length) return ["other elements"];
    return now.flatMap((values, at) => names.filter((_, n) => values[n] !== before[at][n]).map(
        (name) => `${all[Math.floor(at / 3)].className}: ${name}`));
}"""
LINKS = re.compile(r'<link rel="stylesheet" href="([^"]+)">')


@pytest.fixture
def sources() -> list[str]:
    """Our own sheets in their order, as they are written."""
    settings: Any = read_settings(ROOT / "mkdocs.yml")
    folder = ROOT / "docs" / "assets" / "css"
    names = settings["extra"]["styles"]
    return [(folder / f"{name}.css").read_text(encoding="utf-8") for name in names]


@pytest.fixture
def published(released: Release) -> str:
    """The one sheet."""
    one = released.site / assets(released) / "css" / "site.css"
    return one.read_text(encoding="utf-8")


def test_the_sheet_of_the_site_has_every_rule_of_its_sources_in_order(
    page: Page, site: Path, sources: list[str]
) -> None:
    page.goto("404.html")
    one = site / "assets" / "css" / "site.css"
    rules = page.evaluate(RULES, [one.read_text(encoding="utf-8")])
    assert len(rules) > 500
    assert rules == page.evaluate(RULES, sources)


def test_of_our_own_rules_only_those_for_other_copies_go(
    page: Page, published: str, sources: list[str]
) -> None:
    page.goto("404.html")
    there = set(page.evaluate(SELECTORS, published))
    own = {selector for text in sources for selector in page.evaluate(SELECTORS, text)}
    gone = sorted(own - there)
    assert [one for one in gone if not any(part in one for part in FOR_OTHER_COPIES)] == []
    assert gone != []


def test_one_sheet_is_published_besides_those_in_the_pages(released: Release) -> None:
    assert [path.name for path in released.site.rglob("*.css")] == ["site.css"]


@pytest.mark.page_fault("violates the following Content Security Policy directive")
@pytest.mark.parametrize("path", ["", "workbooks/self-reflection/"])
def test_a_page_works_under_the_policy_of_an_earlier_release(page: Page, path: str) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(STILL)
    page.evaluate(LOOKS, "here")
    before = page.evaluate("globalThis.looks.here")
    under_an_earlier_policy(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.querySelector('style').sheet") is None
    page.evaluate(STILL)
    page.evaluate(LOOKS, "here")
    assert page.evaluate("globalThis.looks.here") == before
    page.get_by_role("button", name="Reading settings").click()
    expect(page.get_by_role("radio", name="Cream")).to_be_visible()


@pytest.fixture
def exchange(page: Page, site: Path) -> Callable[[], None]:
    """Puts the whole sheets in the place of the one."""
    folders = LINKS.findall((site / "index.html").read_text(encoding="utf-8"))
    assert len(folders) == 3

    def fulfil(route: Route) -> None:
        name = route.request.url.partition("/whole/")[2]
        route.fulfill(path=site / "assets" / name, content_type="text/css")

    page.route("**/whole/**", fulfil)

    def work() -> None:
        base = page.url.partition("/guide/")[0]
        addresses = [f"{base}/guide/whole/{one.partition('assets/')[2]}" for one in folders]
        page.evaluate(EXCHANGE, addresses)

    return work


PAGES = (
    "",
    "framework/values/",
    "quotes/",
    "workbooks/feedback/",
    "workbooks/my-workbooks/",
    "workbooks/recruiting/",
    "workbooks/self-reflection/",
    "about/backup-format/",
    "styleguide/",
)
SEEN = ((1280, 900, "light"), (360, 740, "dark"), (1280, 900, "print"))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_looks_the_same_with_the_one_sheet_and_with_all(
    page: Page, path: str, exchange: Callable[[], None]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(SHOW_ALL)
    page.evaluate(STILL)
    looks(page)  # what is loaded or shown at the first change of the window is there now
    page.wait_for_load_state("networkidle")
    page.evaluate("globalThis.looks = {}")
    looks(page)
    exchange()
    assert {name: differing[:9] for name, differing in looks(page).items()} == {}


def looks(page: Page) -> dict[str, list[str]]:
    """What of the page is drawn in another way than at the first call, by window and scheme."""
    found = {}
    for width, height, scheme in SEEN:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="print" if scheme == "print" else "screen")
        page.evaluate(
            "(name) => document.body.setAttribute('data-md-color-scheme', name)",
            "slate" if scheme == "dark" else "default",
        )
        found[f"{width} {scheme}"] = page.evaluate(LOOKS, f"{width} {scheme}")
    return {name: differing for name, differing in found.items() if differing}
