"""A browser in which a release before has kept everything goes over to this one, and back again.

The pages of that release are its own, unpacked and served at the same address; a tab of it stays
open while the council puts this release in its place."""

import json
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from publish.release import Release as Published
from tests.journeys.conftest import Start
from tests.journeys.test_taking_along import KEEP, MINE, backup
from tests.journeys.workbook import (
    WORKBOOK,
    open_workbook,
    press_button,
    says,
    seen,
    settled,
    shows,
    stored,
    write,
)
from tests.releases.frozen import Release
from tests.support.engines.tab import Tab
from tests.support.server import BareHandler, serving

RECRUITING = "workbooks/recruiting/"
OF_DEVICE = ("handle/", "ledger/", "undo/", "draft/", "piece/undo/")
LOCAL = """(local) => {
    const name = `five-attributes:/${location.pathname.split("/")[1]}/`;
    for (const [key, text] of Object.entries(local)) localStorage.setItem(name + key, text);
}"""
# The number of a question that is not answered.
EMPTY = 1
PLANNED = "Sit in on the panel"
TO_ITS_END = """() => {
    const { activeElement: field } = document;
    field.setSelectionRange(field.value.length, field.value.length);
}"""
PLAN_SAVED = """() => /^Saved/.test(document.querySelector(
    "[data-action] save-status").textContent)"""
# In its field, or among the earlier questions of a release that does not ask it.
IS_SHOWN = """(text) => document.querySelector("earlier-questions")?.textContent.includes(text)
    || [...document.querySelectorAll("textarea")].some(({ value }) => value.includes(text))"""
# What is not packed with the pages: the index of the search, icons.
NOT_PACKED = "404|File not found"
IS_EMPTY = "async () => (await indexedDB.databases()).length === 0"


class Host:
    """What a council serves, and what it puts in its place."""

    def __init__(self, folder: Path, address: str, earlier: Release, released: Published) -> None:
        self.folder = folder
        self.address = address
        self.earlier = earlier
        self.released = released

    def serve_earlier(self) -> None:
        """Put the pages of the release before where they were."""
        with tarfile.open(self.earlier.site) as packed:
            packed.extractall(self.folder, filter="data")

    def serve_this(self) -> None:
        """Put this release over it, as an upload does: what it does not have stays."""
        shutil.copytree(self.released.site, self.folder, dirs_exist_ok=True)


@pytest.fixture
def host(tmp_path: Path, release: Release, released: Published) -> Iterator[Host]:
    """A host of the release before."""
    folder = tmp_path / "host"
    folder.mkdir()
    (folder / "empty.html").write_text("<!doctype html><title>Nothing</title>", encoding="utf-8")
    with serving(folder, BareHandler) as address:
        made = Host(folder, address, release, released)
        made.serve_earlier()
        yield made


def hold(tab: Tab, host: Host, release: Release) -> None:
    """Put all that the release before had kept into the browser."""
    tab.go(f"{host.address}empty.html")
    tab.run(KEEP, release.records)
    tab.run(LOCAL, release.local)


def in_file(file: Path) -> dict[str, Any]:
    """The records of a backup."""
    text = json.loads(file.read_text(encoding="utf-8"))
    file.unlink()  # the next one, of the same minute, has the same name
    return {entry["key"]: entry["record"] for entry in text["records"]}


def kept(records: dict[str, Any]) -> dict[str, Any]:
    """What goes along in a backup."""
    return {key: one for key, one in records.items() if not key.startswith(OF_DEVICE)}


def carried(key: str, one: dict[str, Any], there: dict[str, Any], texts: list[str]) -> bool:
    """Whether a text is among those that are there, or begins what is in its place."""
    text = str(one["value"])
    return text in texts or str(there.get(key, {}).get("value", "")).startswith(text or "\0")


def carried_on(tab: Tab, new: Tab, host: Host, first: str) -> None:
    """Go on in this release, and in a tab of the release before that is still open."""
    open_workbook(new, host.address + WORKBOOK)
    shows(new, 0, first)
    write(new, 0, " Carried on.")
    says(new, 0, "Saved")
    write(tab, EMPTY, "In the old tab.")
    says(tab, EMPTY, "Saved")
    shows(tab, 0, f"{first} Carried on.")
    new.go(f"{host.address}{WORKBOOK}#plan-after-self-reflection")
    settled(new)
    new.click("[data-action] textarea")
    new.run(TO_ITS_END)
    new.keys(PLANNED)
    new.until(PLAN_SAVED)
    tab.close()


@pytest.mark.page_fault(NOT_PACKED)
def test_all_is_carried_on_and_goes_back(start: Start, host: Host, release: Release) -> None:
    first = release.records["answer/live-out-your-values"]["value"]
    with start() as browser:
        tab = browser.tab()
        hold(tab, host, release)
        open_workbook(tab, host.address + WORKBOOK)
        shows(tab, 0, first)
        before = kept(stored(tab))
        host.serve_this()
        new = browser.tab()
        carried_on(tab, new, host, first)

        new.go(host.address + MINE)
        there = in_file(backup(browser, new))
        texts = [str(one.get("value", "")) for one in there.values()]
        lost = {
            key
            for key, one in before.items()
            if there.get(key) != one and ("value" not in one or not carried(key, one, there, texts))
        }
        assert lost == set()
        for words in (PLANNED, "In the old tab."):
            assert any(words in text for text in texts), words

        # Back to the release before: nothing is lost, and it says where what it does not ask is.
        host.serve_earlier()
        open_workbook(new, host.address + WORKBOOK)
        shows(new, 0, f"{first} Carried on.")
        new.until(IS_SHOWN, PLANNED)
        new.go(host.address + MINE)
        back = in_file(backup(browser, new))
        assert {key: back.get(key) for key in there} == there


@pytest.mark.page_fault(NOT_PACKED)
def test_a_backup_of_the_release_before_is_restored(
    start: Start, host: Host, release: Release, tmp_path: Path
) -> None:
    with start() as browser:
        tab = browser.tab()
        hold(tab, host, release)
        tab.go(host.address + MINE)
        file = backup(browser, tab)
    host.serve_this()
    with start(folder=tmp_path / "another") as browser:
        tab = browser.tab()
        tab.go(host.address + MINE)
        assert tab.run(IS_EMPTY)
        seen(tab, "Choose a backup file")
        tab.choose_file("#backup-file", file)
        tab.click("restore-backup [data-do='restore']")
        seen(tab, "The backup has been restored.")
        there = in_file(file)
        drafted = "incorporate-perspectives"  # what was typed last may be taken up with it
        restored = {key: one for key, one in kept(stored(tab)).items() if drafted not in key}
        assert restored == {key: one for key, one in kept(there).items() if drafted not in key}
        named = next(key.split("/")[-1] for key in there if key.startswith("shelf/"))
        open_workbook(tab, f"{host.address}{RECRUITING}?workbook={named}")
        shows(tab, 0, there[f"answer/recruit-say-what-we-value.{named}"]["value"])
        tab.go(host.address + MINE)
        press_button(tab, "Undo this restore")
        seen(tab, "The restore has been undone.")
