"""A backup, a wiped profile, a restore: what stands then is what stood before, in any writing."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.browser.standing.seeds import FIRST, HERE, RATING, SECOND, THIRD, holding
from tests.browser.workbook.records import DATABASE

Units = list[int]
Texts = dict[str, Units]

KEYS = [
    *(f"answer/{one}" for one in (FIRST, SECOND, THIRD, "no-longer-asked")),
    f"version/{FIRST}/000000001",
    f"version/{FIRST}/000000002",
    f"other/{SECOND}/000000003",
    f"draft/{THIRD}/tab-1",
]
# What breaks careless writers: halves of pairs, NUL, byte order marks, both directions, line ends.
ODD = '\0\x08\r\n\u2028\ufeff\ufffe\ufffd"\\</אב\u202e؀é\u0301'
HALVES = st.sampled_from([0xD83D, 0xDE42, 0xD800, 0xDFFF])
UNITS = st.lists(
    st.one_of(st.integers(0, 0xFFFF), HALVES, st.sampled_from([ord(one) for one in ODD])),
    max_size=40,
)
# Python's side speaks of code units, as its own texts cannot travel with halves of a pair in them.
HOLD = """async ([name, texts]) => {
    const opened = indexedDB.open(name, 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("records");
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const tx = opened.result.transaction("records", "readwrite");
    for (const [key, units] of Object.entries(texts)) {
        const value = String.fromCharCode(...units);
        const [kind, id, rev = "4"] = key.split("/");
        const at = "2026-11-21T12:00:00.000Z";
        const about = { edition: "", words: value, at };
        const question = { id, kind: "text", edition: "", words: value };
        tx.objectStore("records").put(kind === "draft"
            ? { format: 1, question, value, base: null, at }
            : { format: 1, kind: "text", value, rev: Number(rev), ...about }, key);
    }
    await new Promise((resolve) => { tx.oncomplete = resolve; });
    opened.result.close();
}"""
HELD = """async (name) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const records = opened.result.transaction("records").objectStore("records");
    const [keys, all] = [records.getAllKeys(), records.getAll()];
    await new Promise((resolve) => { records.transaction.oncomplete = resolve; });
    opened.result.close();
    const plain = (value) => typeof value === "string"
        ? [...Array(value.length).keys()].map((at) => value.charCodeAt(at))
        : value && typeof value === "object"
          ? Object.entries(value).sort().map(([name, part]) => [name, plain(part)])
          : value;
    return keys.result.map((key, at) => [key, plain(all.result[at])])
        .filter(([key]) => !key.startsWith("undo/"));
}"""
WIPE = """async (name) => {
    localStorage.clear();
    sessionStorage.clear();
    const request = indexedDB.deleteDatabase(name);
    await new Promise((resolve) => { request.onsuccess = resolve; });
}"""


def held(page: Page) -> Any:
    """All records but the undo record, in the order of their keys, texts as code units."""
    return page.evaluate(HELD, DATABASE)


def through_a_backup(page: Page, folder: Path) -> None:
    """Save a backup as a person does, wipe all that the browser has, and restore it."""
    page.get_by_role("button", name="Save a backup").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save backup").click()
    file = folder / "backup.json"
    download.value.save_as(file)
    page.goto("404.html")
    page.evaluate(WIPE, DATABASE)
    page.goto(HERE)
    expect(page.get_by_label("Backup file")).to_be_visible()
    page.get_by_label("Backup file").set_input_files(file)
    page.get_by_role("group", name="What this backup would change").get_by_role(
        "button", name="Restore"
    ).click()
    expect(page.get_by_text("The backup has been restored.")).to_be_visible()


@settings(
    max_examples=3,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, UNITS)).filter(bool))
@example(texts={key: [0xDE42, 0, 0x5D0, 0x202E, 0xD83D, place] for place, key in enumerate(KEYS)})
def test_a_wiped_browser_holds_after_a_restore_what_it_held_before(
    page: Page, tmp_path: Path, texts: Texts
) -> None:
    page.goto("404.html")
    page.evaluate(WIPE, DATABASE)
    page.evaluate(HOLD, [DATABASE, {f"answer/{RATING}-other": [0x61], **texts}])
    page.goto(HERE)
    expect(page.get_by_text("of 22 answered")).to_be_visible()
    before = held(page)
    through_a_backup(page, tmp_path)
    assert held(page) == before


def test_a_damaged_record_and_one_of_a_newer_site_come_back_too(page: Page, tmp_path: Path) -> None:
    newer = {"format": 2, "anything": ["a", {"b": None}]}
    holding(page, {"later/kind": newer, f"aside/answer/{FIRST}/t": {"format": 1, "value": 7}})
    page.goto(HERE)
    before = held(page)
    assert len(before) == 2
    through_a_backup(page, tmp_path)
    assert held(page) == before
