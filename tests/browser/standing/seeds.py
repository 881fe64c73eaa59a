"""What a browser may hold when a test begins, and backup files to bring to it."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Page

from tests.browser.workbook.records import store

HERE = "workbooks/my-workbooks/"
WORKBOOK = "workbooks/self-reflection/"
FIRST = "live-out-your-values"
SECOND = "align-values-with-work"
THIRD = "choices-aligned-with-values"
RATING = "rate-values"
LEDGER = "five-attributes:/guide/"

BACKUP = """async ([address, records, passphrase]) => {
    const [{ backupText }, { seal }] = await Promise.all(
        ["format", "encrypt"].map((name) => siteModule(`backup/${name}.js`)));
    const facts = { made: "2026-11-20T09:05:00.000Z", site: "Five attributes", address };
    const text = backupText(new Map(Object.entries(records)), facts);
    return passphrase ? seal(text, passphrase) : text;
}"""


def answer(value: str, day: int = 21, rev: int = 1, words: str = "") -> dict[str, Any]:
    """The record of an answer, given at noon on a day of November 2026."""
    kind = "rating" if len(value) == 1 else "text"
    at = f"2026-11-{day:02}T12:00:00.000Z"
    about = {"edition": "", "words": words or f"The question about {value}", "at": at}
    return {"format": 1, "kind": kind, "value": value, "rev": rev, **about}


def holding(page: Page, held: dict[str, Any], /, **ledger: Any) -> None:
    """Open a page of the site, and have the browser hold these records, and a ledger if need be."""
    page.goto("404.html")
    store(page, held)
    if ledger:
        note(page, **ledger)


def note(page: Page, **ledger: Any) -> None:
    """Have the browser hold a ledger."""
    whole = {"format": 1, "records": 0, "answers": 0, "saved": "2026-11-21T12:00:00.000Z"}
    text = json.dumps({**whole, "since": None, "backup": None, "last": None, **ledger})
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [LEDGER, text])


def backup(page: Page, records: dict[str, Any], passphrase: str = "") -> FilePayload:
    """A backup file with `records`, made by the site's own scripts on a page of the site."""
    address = page.url.partition("/guide/")[0] + "/guide/"
    text: str = page.evaluate(BACKUP, [address, records, passphrase])
    return file(text)


def file(text: str, name: str = "five-attributes-backup-2026-11-20-0905.json") -> FilePayload:
    """A file as a person chooses one."""
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def on_disk(folder: Path, payload: FilePayload) -> Path:
    """The file, written into `folder`."""
    path = folder / payload["name"]
    path.write_bytes(payload["buffer"])
    return path
