"""Nothing that is typed leaves the browser, or lies in it anywhere but in the database."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.promises.conftest import Start
from tests.browser.takeaway.pages import choose
from tests.browser.workbook.records import stored, values

CANARY = "Canary7Quokka"
# The folder of a profile that has the database; no other may name what was typed.
DATABASE = "IndexedDB"
WORKBOOK = "workbooks/self-reflection/"
RATINGS = "workbooks/developing/"
MINE = "workbooks/my-workbooks/"
SAID = re.compile("^Saved")
PASSPHRASE = "Numbat4Passphrase"  # noqa: S105  it is to be found nowhere


class Watch:
    """Every request of a page's browser, and what of it could carry words."""

    def __init__(self, page: Page) -> None:
        self.methods: set[str] = set()
        self.addresses: set[str] = set()
        self.sent: list[str] = []
        page.context.on("request", self._note)

    def _note(self, request: Request) -> None:
        if request.url.startswith(("blob:", "data:")):
            return  # the page's own, which no network sees
        self.methods.add(request.method)
        self.addresses.add(request.url)
        self.sent += [request.url, str(request.headers), request.post_data or ""]


def field(page: Page) -> Locator:
    return page.locator("workbook-question textarea").first


def saved(page: Page) -> None:
    expect(page.locator("save-status").filter(has_text=SAID).first).to_be_visible()


def seen(page: Page) -> str:
    """What the page shows of itself to the browser and to other pages of the site."""
    kept: str = page.evaluate(
        """() => JSON.stringify([
            { ...localStorage }, { ...sessionStorage }, document.cookie,
            location.href, document.title, history.state, document.referrer, window.name,
        ])"""
    )
    return kept


def fill(page: Page, site_url: str) -> str:
    page.goto(site_url + WORKBOOK)
    field(page).press_sequentially(f"{CANARY} and more")
    page.keyboard.press("Enter")
    saved(page)
    page.pdf()
    return seen(page)


def rate(page: Page, site_url: str) -> str:
    page.goto(site_url + RATINGS)
    page.get_by_role("radio", name="4").first.check()
    page.keyboard.press("Enter")
    saved(page)
    return seen(page)


def export(page: Page, site_url: str, folder: Path) -> str:
    """Take the workbook away in every way; the backup becomes `folder`/backup.json."""
    page.goto(site_url + WORKBOOK)
    saved(page)
    for way in ("Download as Word", "Download as Markdown", "Download as plain text"):
        with page.expect_download() as given:
            choose(page, way)
        given.value.save_as(folder / given.value.suggested_filename)
    choose(page, "Copy answers")
    page.get_by_role("button", name="Save a backup").click()
    page.locator("#backup-passphrase").fill(PASSPHRASE)
    with page.expect_download() as given:
        page.get_by_role("button", name="Save backup").click()
    given.value.save_as(folder / "backup.json")
    page.get_by_role("button", name="Close", exact=True).click()
    return seen(page)


def erase(page: Page, site_url: str) -> str:
    page.goto(site_url + MINE)
    page.get_by_role("button", name="Delete everything …").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("has been deleted")).to_be_visible()
    return seen(page)


def restore(page: Page, site_url: str, backup: Path) -> str:
    page.goto(site_url + MINE)
    file = page.get_by_label("Backup file")
    expect(file).to_be_visible()
    file.set_input_files(backup)
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Open the backup").click()
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("The backup has been restored.")).to_be_visible()
    return seen(page)


def test_a_full_journey_asks_only_for_the_sites_own_files_and_tells_nobody_a_word(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    watch = Watch(page)
    told = [
        fill(page, site_url),
        rate(page, site_url),
        export(page, site_url, tmp_path),
        erase(page, site_url),
    ]
    assert stored(page) == {}
    told.append(restore(page, site_url, tmp_path / "backup.json"))
    assert f"{CANARY} and more\n" in values(page, "answer/")
    page.goto(site_url + WORKBOOK)
    expect(field(page)).to_have_value(f"{CANARY} and more\n")
    told.append(seen(page))
    assert watch.methods == {"GET"}
    assert [url for url in watch.addresses if not url.startswith(site_url)] == []
    for secret in (CANARY, PASSPHRASE):
        assert secret not in "".join([*told, *watch.sent])


def holding(profile: Path, secret: str) -> set[str]:
    """The browser's files, by the first part of their name, that have `secret` in them."""
    signs = (secret.encode(), secret.encode("utf-16-le"))
    folder = profile / "Default"
    return {
        file.relative_to(folder).parts[0]
        for file in folder.rglob("*")
        if file.is_file() and any(sign in file.read_bytes() for sign in signs)
    }


def test_the_browsers_own_files_have_no_word_of_it_but_the_database(
    start: Start, site_url: str, profile: Path
) -> None:
    with start() as browser:
        page = browser.page
        fill(page, site_url)
        rate(page, site_url)
        page.goto(site_url + WORKBOOK)
        field(page).press("End")
        field(page).press_sequentially(f", {CANARY}")
        saved(page)
        page.goto(f"{site_url}about/glossary/")
        page.evaluate("() => { setTimeout(() => history.back()); }")
        expect(page).to_have_url(re.compile(f"{WORKBOOK}$"))
        saved(page)
        browser.close()
    there = {file.name for file in (profile / "Default").iterdir()}
    assert {"Sessions", "Local Storage", "History", "Preferences"} <= there
    assert holding(profile, "127.0.0.1") >= {"Sessions", "History"}
    assert holding(profile, CANARY) == {DATABASE}
