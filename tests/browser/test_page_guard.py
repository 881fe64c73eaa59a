"""What every browser test forbids is noticed: here each is done on purpose."""

import pytest
from playwright.sync_api import Page

from tests.support.guard import PageGuard

ELSEWHERE = "http://localhost:9/"


@pytest.fixture
def watched(page: Page) -> Page:
    """A blank page under the site's own address and policy."""
    page.route("**/blank", lambda route: route.fulfill(body="<!doctype html><title>Blank</title>"))
    page.goto("blank")
    return page


def faults(guard: PageGuard) -> str:
    """What the guard saw up to now, as one text; forgotten afterwards."""
    guard.finish()
    seen = "\n".join(guard.faults)
    guard.faults.clear()
    return seen


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("console.error('gone wrong')", "console: gone wrong"),
        ("setTimeout(() => { throw new Error('not caught') })", "uncaught: not caught"),
        ("Promise.reject(new Error('not awaited'))", "uncaught: not awaited"),
        (f"fetch('{ELSEWHERE}').catch(() => null)", f"request to another address: {ELSEWHERE}"),
    ],
)
def test_a_fault_of_a_page_is_noticed(
    watched: Page, page_guard: PageGuard, script: str, fault: str
) -> None:
    watched.evaluate(f"() => new Promise(done => {{ {script}; setTimeout(done, 50) }})")
    assert fault in faults(page_guard)


def test_a_page_without_faults_passes(watched: Page, page_guard: PageGuard) -> None:
    watched.evaluate("() => fetch('blank').then(answer => answer.text())")
    assert faults(page_guard) == ""


@pytest.mark.page_fault("on purpose")
def test_a_fault_that_a_test_brings_about_is_allowed(watched: Page, page_guard: PageGuard) -> None:
    watched.evaluate("() => console.error('on purpose')")
    watched.evaluate("() => console.error('by mistake')")
    assert "by mistake" in (seen := faults(page_guard))
    assert "on purpose" not in seen


def test_the_policy_blocks_scripts_and_styles_in_the_page(
    page: Page, page_guard: PageGuard
) -> None:
    page.goto("404.html")
    faults(page_guard)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'changed'";
            document.head.append(script);
            document.body.setAttribute("style", "color: red");
        }"""
    )
    seen = faults(page_guard)
    assert "script-src" in seen
    assert "style-src" in seen
    assert page.title() != "changed"


@pytest.mark.page_fault("status of 404")
def test_an_address_outside_the_sites_path_has_nothing(page: Page, site_url: str) -> None:
    answer = page.goto(site_url.removesuffix("guide/"))
    assert answer is not None
    assert answer.status == 404
