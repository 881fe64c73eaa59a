"""A copy that has moved: what was written at its former path is offered, the old one leads over."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standing.seeds import FIRST, SECOND, answer
from tests.browser.test_access import faults_of
from tests.browser.workbook.records import DATABASE, WRITE, stored
from tests.support.brand import build_copy
from tests.support.released import released_once
from tests.support.server import serving

FORMER = "five-attributes:/leading/"
OFFER = "You wrote answers at this site’s former address"
NAMES = "async () => (await indexedDB.databases()).map(({ name }) => name).sort()"
# The names that are left once there is one store, or after many looks.
LEFT = """async () => {
    const look = async () => (await indexedDB.databases()).map(({ name }) => name);
    let left = await look();
    for (let looks = 0; left.length > 1 && looks < 200; looks += 1) {
        await new Promise((resolve) => { setTimeout(resolve, 50); });
        left = await look();
    }
    return left;
}"""
OLD = """\
organisation:
  name: Northshire Council
  id: northshire
site_name: Leading in Northshire
site_address: https://name.example.org/repository/
moved_to: https://guide.example.org/
"""


@pytest.fixture
def copy_url(brand_url: str) -> str:
    """The copy that these tests look at: it was at /leading/ before."""
    return brand_url


@pytest.fixture(scope="module")
def old_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A copy that stays at the old address."""
    folder = tmp_path_factory.mktemp("moved")
    (folder / "northshire").mkdir()
    (folder / "northshire" / "brand.yml").write_text(OLD, encoding="utf-8")
    site = build_copy(folder, folder / "northshire")
    with serving(released_once(tmp_path_factory, "moved", site).site) as address:
        yield address


def held(page: Page, copy_url: str, former: dict[str, Any], here: dict[str, Any]) -> None:
    """Have the browser hold these answers at the former path, and those here."""
    page.goto(f"{copy_url}404.html")
    page.evaluate(WRITE, [FORMER, former])
    if here:
        page.evaluate(WRITE, [DATABASE, here])


def first(page: Page) -> Any:
    return page.locator("workbook-question textarea").first


def test_answers_from_the_former_path_are_offered_and_brought_only_when_asked(
    page: Page, copy_url: str
) -> None:
    former = {f"answer/{FIRST}": answer("Written before the move"), "plan/x": {"format": 4}}
    held(page, copy_url, former, {f"answer/{SECOND}": answer("Written here")})
    page.goto(f"{copy_url}workbooks/self-reflection/")
    offer = page.get_by_role("status").filter(has_text=OFFER)
    expect(offer).to_contain_text(f"{copy_url.removesuffix('guide/')}leading/")
    assert faults_of(page) == []
    assert stored(page, FORMER) == former
    expect(first(page)).to_have_value("")
    offer.get_by_role("button", name="Move my answers here").click()
    expect(first(page)).to_have_value("Written before the move")
    expect(page.get_by_text(OFFER)).to_be_hidden()
    brought = stored(page)
    assert brought[f"answer/{SECOND}"]["value"] == "Written here"
    assert brought["plan/x"] == {"format": 4}
    assert page.evaluate(LEFT) == [DATABASE]


def test_of_two_texts_both_are_kept_and_a_second_visit_offers_nothing(
    page: Page, copy_url: str
) -> None:
    held(page, copy_url, {f"answer/{FIRST}": answer("There")}, {f"answer/{FIRST}": answer("Here")})
    page.goto(f"{copy_url}workbooks/my-workbooks/")
    page.get_by_role("button", name="Move my answers here").click()
    expect(page.get_by_text(OFFER)).to_be_hidden()
    texts = {record["value"] for record in stored(page).values()}
    assert texts == {"There", "Here"}


@pytest.mark.page_fault("Failed to load resource|Failed to fetch dynamically")
def test_where_they_cannot_be_brought_the_page_says_so_and_they_stay(
    page: Page, copy_url: str
) -> None:
    former = {f"answer/{FIRST}": answer("Written before the move")}
    held(page, copy_url, former, {})
    page.goto(f"{copy_url}workbooks/my-workbooks/")
    expect(page.get_by_text(OFFER)).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Move my answers here").click()
    expect(page.get_by_text("Your answers could not be moved here")).to_be_visible()
    assert stored(page, FORMER) == former


def test_another_copy_s_answers_on_the_same_name_are_neither_offered_nor_erased(
    page: Page, copy_url: str
) -> None:
    held(page, copy_url, {f"answer/{FIRST}": answer("Mine")}, {})
    others = "five-attributes:/leading-others/"
    page.evaluate(WRITE, [others, {f"answer/{FIRST}": answer("Theirs")}])
    page.goto(f"{copy_url}workbooks/my-workbooks/")
    page.get_by_role("button", name="Delete everything …").click()
    page.get_by_role("button", name="Delete everything", exact=True).click()
    expect(page.get_by_text("Everything that this site saved")).to_be_visible()
    assert page.evaluate(NAMES) == [others]


class TestOldAddress:
    """The copy that stays."""

    @pytest.fixture
    def copy_url(self, old_url: str) -> str:
        return old_url

    @pytest.mark.parametrize("path", ["", "workbooks/self-reflection/", "quotes/", "404.html"])
    def test_every_page_says_where_the_site_is_now(
        self, page: Page, copy_url: str, path: str
    ) -> None:
        page.goto(copy_url + path)
        said = page.get_by_text("This site has moved to").first
        expect(said).to_be_visible()
        expect(page.get_by_role("link", name="https://guide.example.org/").first).to_be_visible()
        assert faults_of(page) == []

    def test_it_leads_to_a_backup_here_and_to_restoring_there(
        self, page: Page, copy_url: str
    ) -> None:
        page.goto(f"{copy_url}workbooks/self-reflection/")
        first(page).fill("Written at the old address")
        expect(page.locator("save-status").first).to_contain_text("Saved")
        page.get_by_role("link", name="Take your answers with you").click()
        part = page.get_by_role("region", name="Take your answers to the new address")
        there = part.get_by_role("link", name="My workbooks at the new address")
        address = "https://guide.example.org/workbooks/my-workbooks/#restore"
        expect(there).to_have_attribute("href", address)
        part.get_by_role("button", name="Save a backup").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Save backup").click()
        backup = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        values = [entry["record"].get("value") for entry in backup["records"]]
        assert values == ["Written at the old address"]
