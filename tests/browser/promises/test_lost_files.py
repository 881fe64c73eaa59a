"""A record whose file the browser cannot read hides no other: files lost on a real profile."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.promises.conftest import Start
from tests.browser.standing.seeds import backup
from tests.browser.workbook.records import store, stored

WORKBOOK = "workbooks/self-reflection/"
STANDING = "workbooks/my-workbooks/"
SAID = re.compile("^Saved")
CANNOT = "This browser cannot read one of your answers"
# A value above 64 KB has a file of its own. This one cannot be compressed below that.
CHANCE = random.Random(1)  # noqa: S311  no secret
LARGE = "".join(chr(CHANCE.randrange(0x4E00, 0x9E00)) for _ in range(100_000))


def lose(file: Path) -> None:
    """Take the file away, as antivirus software does."""
    file.unlink()


def cut(file: Path) -> None:
    """Leave half of the file, as a power cut does."""
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def empty(file: Path) -> None:
    """Leave the file with nothing in it, as a synchronised profile does."""
    file.write_bytes(b"")


def answer(value: str) -> dict[str, Any]:
    facts = {"edition": "00000000", "words": "As it was", "at": "2026-11-20T09:00:00.000Z"}
    return {"format": 1, "kind": "text", "value": value, "rev": 1, **facts}


def files(profile: Path) -> list[Path]:
    """The files of large values."""
    return [file for file in profile.glob("**/*.indexeddb.blob/**/*") if file.is_file()]


def questions(page: Page, address: str) -> list[str]:
    page.goto(address)
    found: list[str] = page.locator("workbook-question:has(textarea)").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('question'))"
    )
    return found


def with_one_file(start: Start, profile: Path, address: str) -> list[str]:
    """Leave answers as release 1.0.0 kept them: the second so large that it has a file."""
    with start() as browser:
        ids = questions(browser.page, address)
        texts = {one: f"Answer to {one}" for one in ids} | {ids[1]: LARGE}
        store(browser.page, {f"answer/{one}": answer(text) for one, text in texts.items()})
        browser.close()
    assert len(files(profile)) == 1
    return ids


@pytest.mark.parametrize("harm", [lose, cut, empty])
def test_an_answer_whose_file_is_damaged_hides_no_other_and_can_be_answered_again(
    start: Start, profile: Path, site_url: str, harm: Callable[[Path], None]
) -> None:
    ids = with_one_file(start, profile, site_url + WORKBOOK)
    harm(files(profile)[0])
    with start() as browser:
        page = browser.page
        page.goto(site_url + WORKBOOK)
        fields = page.locator("workbook-question textarea")
        expect(fields.last).to_have_value(f"Answer to {ids[-1]}")
        shown = fields.evaluate_all("(fields) => fields.map(({ value }) => value)")
        assert shown == [f"Answer to {one}" if one != ids[1] else "" for one in ids]
        expect(page.get_by_text(CANNOT)).to_be_visible()
        status = page.locator("workbook-question save-status").nth(1)
        expect(status).to_have_text(re.compile("cannot read your saved answer"))
        fields.nth(1).fill("answered again")
        expect(status).to_have_text(SAID)
        expect(page.get_by_text(CANNOT)).to_be_hidden()
        page.reload()
        expect(fields.nth(1)).to_have_value("answered again")
        expect(fields.first).to_have_value(f"Answer to {ids[0]}")
        browser.close()


def test_a_backup_holds_what_can_be_read_and_names_what_cannot(
    start: Start, profile: Path, site_url: str, tmp_path: Path
) -> None:
    ids = with_one_file(start, profile, site_url + WORKBOOK)
    files(profile)[0].unlink()
    with start() as browser:
        page = browser.page
        page.goto(site_url + STANDING)
        expect(page.get_by_text("This browser cannot read 1 saved item")).to_be_visible()
        session = page.context.new_cdp_session(page)
        session.send(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
        )
        page.get_by_role("button", name="Save a backup", exact=True).click()
        page.get_by_role("button", name="Save backup", exact=True).click()
        said = page.get_by_role("dialog").get_by_role("status")
        expect(said).to_contain_text("1 saved item is not in it")
        expect(said).not_to_contain_text("only the answers")
        [file] = tmp_path.glob("five-attributes-backup-*.json")
        kept = {entry["key"] for entry in json.loads(file.read_text("utf-8"))["records"]}
        assert kept == {f"answer/{one}" for one in ids if one != ids[1]}
        browser.close()


def test_a_large_backup_is_restored_into_no_file_of_its_own_and_can_be_undone(
    start: Start, profile: Path, site_url: str
) -> None:
    with start() as browser:
        page = browser.page
        ids = questions(page, site_url + WORKBOOK)
        page.goto(site_url + STANDING)
        restored = backup(page, {f"answer/{ids[0]}": answer(LARGE)})
        page.get_by_label("Backup file").set_input_files(restored)
        page.get_by_role("group", name="What this backup").get_by_role(
            "button", name="Restore"
        ).click()
        expect(page.get_by_text("The backup has been restored.")).to_be_visible()
        browser.close()
    assert files(profile) == []
    with start() as browser:
        page = browser.page
        page.goto(site_url + WORKBOOK)
        field = page.locator("workbook-question textarea").first
        expect(field).to_have_value(LARGE)
        page.goto(site_url + STANDING)
        page.get_by_role("button", name="Undo").first.click()
        expect(page.get_by_text("undone").first).to_be_visible()
        assert not [key for key in stored(page) if key.startswith(("answer/", "piece/"))]
        browser.close()
