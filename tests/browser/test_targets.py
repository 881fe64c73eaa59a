"""What one presses is big enough for a finger or an unsteady hand (WCAG 2.2, 2.5.8)."""

from playwright.sync_api import Page, expect

from tests.browser.test_adapting import PAGES
from tests.support.sheet import lay_out
from tests.support.shell import NARROW, WIDTHS, Size, menu, open_search, resize

LEAST = 24
MAIN_LEAST = 44
# What is pressed most, or is the one thing to do at its place.
MAIN = (
    ".button, .rating, textarea, select, .card:has(.card__link), .framework__block, "
    ".md-tabs__link, .shell-steps__link, .md-header .md-header__button, .site-search__form, "
    ".shell-title, .shell-nav__close"
)
IN_THE_DRAWER = ".shell-nav__link, .shell-nav__summary"
# Everything that can be pressed and seen, as what a finger meets: a card for the link that
# covers it, a label for its radio button. `small` is neither 24 by 24 pixels, nor in a
# sentence, nor apart from all others by a circle of that size around its middle.
SMALL = """([within, least]) => {
    const pressed = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const seen = (element) => element.checkVisibility({ visibilityProperty: true })
        && !element.closest(".visually-hidden, .shell-skip, [inert]");
    const met = (element) => element.matches(".card__link")
        ? element.closest(".card") : element.closest("label.rating") ?? element;
    const inSentence = (element) => {
        const block = element.closest("p, li, dd, figcaption, td");
        if (!block || getComputedStyle(element).display !== "inline") return false;
        const rest = block.cloneNode(true);
        for (const link of rest.querySelectorAll("a, button, ul, ol")) link.remove();
        return /\\p{L}/u.test(rest.textContent);
    };
    const place = document.querySelector(within);
    const targets = [...new Set([...place.querySelectorAll(pressed)].filter(seen).map(met))]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1);
    const little = ({ box }) => box.width < least || box.height < least;
    const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
    const away = ([x, y], { box }) => Math.hypot(
        Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const apart = (one) => targets.every((other) => {
        const same = one.element.contains(other.element) || other.element.contains(one.element);
        if (same) return true;
        const [[x, y], [a, b]] = [middle(one), middle(other)];
        return away([x, y], other) >= least / 2
            && (!little(other) || Math.hypot(x - a, y - b) >= least);
    });
    return targets.filter((one) => little(one) && !inSentence(one.element) && !apart(one))
        .map(({ element, box }) => `${element.tagName}.${element.className} "${
            element.textContent.trim().slice(0, 30)}" ${box.width} by ${box.height}`);
}"""
LOW = """([all, least]) => [...document.querySelectorAll(all)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => [element, element.getBoundingClientRect().height])
    .filter(([, height]) => height < least)
    .map(([element, height]) => `${element.tagName}.${element.className} "${
        element.textContent.trim().slice(0, 30)}" ${height} high`)"""


def small(page: Page, place: str, within: str = "body") -> list[str]:
    return [f"{place}: {one}" for one in page.evaluate(SMALL, [within, LEAST])]


def low(page: Page, place: str, targets: str = MAIN) -> list[str]:
    return [f"{place}: {one}" for one in page.evaluate(LOW, [targets, MAIN_LEAST])]


@WIDTHS
def test_everything_that_is_pressed_is_big_enough(page: Page, size: Size) -> None:
    resize(page, size)
    faults = []
    for path in PAGES:
        page.goto(path)
        lay_out(page)
        faults += small(page, path or "home") + low(page, path or "home")
    assert faults == []


@WIDTHS
def test_what_the_search_finds_is_big_enough_to_press(page: Page, size: Size) -> None:
    resize(page, size)
    page.goto("framework/values/")
    open_search(page, size, "families")
    assert small(page, "search", ".site-search") + low(page, "search", ".found__link") == []


def test_the_menu_of_a_narrow_screen_is_big_enough_to_press(page: Page) -> None:
    resize(page, NARROW)
    page.goto("framework/values/")
    menu(page).press("Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    assert (
        small(page, "menu", ".md-sidebar--primary")
        + low(page, "menu", f"{IN_THE_DRAWER}, .shell-nav__close")
        == []
    )
