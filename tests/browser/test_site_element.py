"""The base of the site's elements: set up in the page, torn down after it, sure of its parts."""

import pytest
from playwright.sync_api import Page

READING_PAGE = "evidence/literature-review/"
# An element on the base that counts how often it was set up and what it hears.
TRIED = """async () => {
    const { MissingPartError, SiteElement } = await siteModule('page/site-element.js');
    class TriedElement extends SiteElement {
        setUps = 0;
        heard = 0;
        setUp(signal) {
            this.setUps += 1;
            this.signal = signal;
            addEventListener('tried', () => (this.heard += 1), { signal });
        }
    }
    customElements.define('tried-element', TriedElement);
    const element = document.createElement('tried-element');
    const hears = () => {
        const before = element.heard;
        dispatchEvent(new Event('tried'));
        return element.heard - before;
    };
    return ACT;
}"""


def tried(page: Page, act: str) -> object:
    """What `act` gives, a script that has `element`, `hears` and `MissingPartError`."""
    page.goto(READING_PAGE)
    return page.evaluate(TRIED.replace("ACT", act))


def test_an_element_is_set_up_when_it_comes_into_the_page_and_not_before(page: Page) -> None:
    act = "[element.setUps, document.body.append(element), element.setUps, hears()]"
    assert tried(page, act) == [0, None, 1, 1]


def test_an_element_that_has_left_the_page_hears_nothing(page: Page) -> None:
    act = "[document.body.append(element), element.remove(), element.signal.aborted, hears()]"
    assert tried(page, act) == [None, None, True, 0]


def test_an_element_that_was_moved_is_set_up_again_and_hears_all_once(page: Page) -> None:
    act = """[document.body.append(element), document.body.prepend(element),
        element.setUps, element.signal.aborted, hears()]"""
    assert tried(page, act) == [None, None, 2, False, 1]


def test_a_part_that_is_there_is_found(page: Page) -> None:
    act = """(() => {
        const button = document.createElement('button');
        element.append(button);
        return element.find('button', HTMLButtonElement) === button;
    })()"""
    assert tried(page, act) is True


@pytest.mark.parametrize(("within", "has"), [(None, "none"), ("span", "HTMLSpanElement")])
def test_a_part_that_is_missing_or_of_another_type_is_named(
    page: Page, within: str | None, has: str
) -> None:
    act = f"""(() => {{
        const within = {f"'{within}'" if within else "null"};
        if (within) element.append(document.createElement(within));
        try {{
            return element.find('span', HTMLButtonElement);
        }} catch (error) {{
            return [error instanceof MissingPartError, error.name, error.message];
        }}
    }})()"""
    words = f"<tried-element> needs span (HTMLButtonElement) and has {has}"
    assert tried(page, act) == [True, "MissingPartError", words]


def test_a_button_of_a_moved_element_acts_once(page: Page) -> None:
    """Those of reading pages are not on the base: they load nothing else of `page/`."""
    page.goto(READING_PAGE)
    printed = page.evaluate("""async () => {
        await siteModule('reading/print-page.js');
        let times = 0;
        globalThis.print = () => (times += 1);
        const element = document.createElement('print-page');
        element.append(document.createElement('button'));
        document.body.append(element);
        document.body.prepend(element);
        element.querySelector('button').click();
        return times;
    }""")
    assert printed == 1
