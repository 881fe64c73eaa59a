"""People use the release as they use the site: nothing that the policy blocks, nothing missing."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from publish.release import Release, release
from tests.browser.takeaway.pages import got, show_all
from tests.conftest import MILLISECONDS_TO_WAIT
from tests.support.asking import ask
from tests.support.guard import PageGuard
from tests.support.hosts import Hosted, nginx
from tests.support.shell import choose, reading_button

SERVERS = (
    *("on_nginx", "on_nginx_top", "on_apache"),
    *("on_shared_nginx", "on_shared_apache", "inside_apache"),
)
WORKBOOK = "workbooks/self-reflection/"
SAVED = re.compile("^Saved")


@pytest.fixture(params=SERVERS)
def hosted(request: pytest.FixtureRequest) -> Hosted:
    """The release on each server in turn."""
    found: Hosted = request.getfixturevalue(request.param)
    return found


def opened(browser: Browser, hosted: Hosted) -> Iterator[Page]:
    """A page of a new visitor; fails on any error in the console, a breach of the policy too."""
    guard = PageGuard(hosted.address)
    with browser.new_context(base_url=hosted.address, accept_downloads=True) as context:
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        guard.watch(context)
        yield context.new_page()
        guard.finish()
    assert guard.faults == []


@pytest.fixture
def visit(browser: Browser, hosted: Hosted) -> Iterator[Page]:
    """A visit to the release on one of the servers."""
    yield from opened(browser, hosted)


@pytest.fixture
def on_nginx_visit(browser: Browser, on_nginx: Hosted) -> Iterator[Page]:
    """A visit to the release on nginx."""
    yield from opened(browser, on_nginx)


def test_every_page_opens_without_a_breach(on_nginx_visit: Page, on_nginx: Hosted) -> None:
    pages = sorted(path.parent for path in on_nginx.site.rglob("index.html"))
    assert len(pages) > 25
    for folder in pages:
        path = folder.relative_to(on_nginx.site).as_posix()
        answer = on_nginx_visit.goto("" if path == "." else f"{path}/")
        assert answer is not None
        assert answer.status == 200
        expect(reading_button(on_nginx_visit)).to_be_visible()


def test_the_search_finds_and_leads_to_a_page(visit: Page) -> None:
    visit.goto("")
    field = visit.get_by_role("textbox", name="Search", exact=True)
    field.fill("emotional resillience")
    found = visit.get_by_role("region", name="Search results").get_by_role("link")
    expect(found.first).to_be_visible()
    found.first.click()
    expect(visit.get_by_role("heading", level=1)).to_be_visible()


def test_the_colours_stay_as_chosen(visit: Page) -> None:
    visit.goto("quotes/")
    choose(visit, "Colours", "Cream")
    visit.goto("framework/values/")
    expect(visit.locator("body")).to_have_attribute("data-md-color-scheme", "cream")


def test_a_whole_workbook_is_filled_in_taken_away_and_found_again(visit: Page) -> None:
    visit.goto(WORKBOOK)
    show_all(visit)
    fields = visit.locator(".workbook-section").get_by_role("textbox")
    count = fields.count()
    assert count > 20
    for number in range(count):
        fields.nth(number).fill(f"Answer number {number}")
    expect(visit.locator("save-status").filter(has_text=SAVED)).to_have_count(count)
    visit.reload()
    show_all(visit)
    expect(fields.last).to_have_value(f"Answer number {count - 1}")
    assert got(visit, "Download as Word")[0].endswith(".docx")
    visit.goto("workbooks/my-workbooks/")
    expect(visit.get_by_text(f"{count} of {count}").first).to_be_visible()


def test_the_answers_of_the_built_site_are_those_of_its_release(
    visit: Page, hosted: Hosted
) -> None:
    visit.goto(WORKBOOK)
    visit.get_by_role("main").locator("form").get_by_role("textbox").first.fill("Kept")
    expect(visit.locator("save-status").filter(has_text=SAVED)).to_have_count(1)
    names = visit.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert names == [f"five-attributes:{hosted.base}"]


def test_a_wrong_address_deep_in_the_site_has_a_page_that_works(
    browser: Browser, hosted: Hosted
) -> None:
    guard = PageGuard(hosted.address, ("status of 404",))
    with browser.new_context(base_url=hosted.address) as context:
        guard.watch(context)
        page = context.new_page()
        page.goto("framework/no/such/page/")
        expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
        page.get_by_role("link", name="Quotes", exact=True).last.click()
        expect(page).to_have_url(re.compile("/quotes/$"))
        guard.finish()
    assert guard.faults == []


ODD = (
    "workbooks//self-reflection/",
    "workbooks/self-reflection//",
    "workbooks/self-reflection//?a=b",
)


@pytest.mark.parametrize("path", ODD)
def test_a_page_whose_address_has_a_doubled_slash_saves_what_is_written(
    browser: Browser, hosted: Hosted, path: str
) -> None:
    saves_at(browser, hosted, path)


@pytest.mark.parametrize(
    "path", ["workbooks%2Fself-reflection/", "x/..%2fworkbooks/self-reflection/"]
)
def test_a_page_whose_address_has_an_encoded_slash_saves_what_is_written(
    browser: Browser, on_nginx: Hosted, path: str
) -> None:
    saves_at(browser, on_nginx, path)


def saves_at(browser: Browser, hosted: Hosted, path: str) -> None:
    """Write an answer at this address, and find it at the plain one."""
    guard = PageGuard(hosted.address, ("status of 404",))
    with browser.new_context() as context:
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        guard.watch(context)
        page = context.new_page()
        page.goto(hosted.address + path)
        field = page.get_by_role("main").locator("form").get_by_role("textbox").first
        field.fill("Written here")
        expect(page.locator("save-status").filter(has_text=SAVED)).to_have_count(1)
        page.goto(hosted.address + WORKBOOK)
        expect(field).to_have_value("Written here")
        guard.finish()
    assert guard.faults == []


def test_behind_a_gateway_that_doubles_the_first_slash_pages_are_there(hosted: Hosted) -> None:
    assert ask(hosted.plain, f"{hosted.base}/quotes/").status == 200


def test_an_open_page_of_the_release_before_still_loads_its_scripts(
    browser: Browser, site: Path, released: Release, open_folder: Path
) -> None:
    next_site = open_folder / "next-site"
    shutil.copytree(site, next_site)
    script = next_site / "assets" / "js" / "main.js"
    script.write_text(f"{script.read_text('utf-8')}\nglobalThis.next = true;\n", encoding="utf-8")
    (before,) = released.kept_for_ever
    served = Release(open_folder / "served", released.at, released.kept_for_ever)
    shutil.copytree(released.folder, served.folder)
    with nginx(served, open_folder / "nginx-served") as hosted:
        for page in opened(browser, hosted):
            page.goto(WORKBOOK)
            expect(
                page.get_by_role("main").locator("form").get_by_role("textbox").first
            ).to_be_visible()
            after = release(next_site, open_folder / "next", before=served.folder)
            assert len(set(after.kept_for_ever)) == 2
            shutil.rmtree(served.site)
            shutil.copytree(after.site, served.site)
            with page.expect_request(f"**/{before}/js/export/docx/docx.js"):
                got(page, "Download as Word")
            page.reload()
            page.wait_for_function("() => globalThis.next")


def test_a_page_of_a_host_without_headers_has_the_policy(
    browser: Browser, released: Release, open_folder: Path
) -> None:
    settings = released.folder / "hosts" / "nginx-site.conf"
    bare = Release(open_folder / "bare", released.at, released.kept_for_ever)
    shutil.copytree(released.folder, bare.folder)
    said = re.sub(r"(?m)^\s*add_header .*$", "", settings.read_text(encoding="utf-8"))
    (bare.folder / "hosts" / "nginx-site.conf").write_text(said, encoding="utf-8")
    with nginx(bare, open_folder / "nginx-bare") as hosted:
        guard = PageGuard(hosted.address, ("Content Security Policy",))
        with browser.new_context(base_url=hosted.address) as context:
            guard.watch(context)
            page = context.new_page()
            answer = page.goto(WORKBOOK)
            assert answer is not None
            assert "content-security-policy" not in answer.headers
            blocked = page.evaluate(
                """() => new Promise((done) => {
                  document.addEventListener('securitypolicyviolation',
                    (event) => done(event.effectiveDirective));
                  document.body.append(Object.assign(document.createElement('script'),
                    { textContent: 'window.ran = true' }));
                })"""
            )
            guard.finish()
    assert blocked == "script-src-elem"
    assert guard.faults == []
