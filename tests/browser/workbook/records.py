"""Look into the database of the site, and put things there, as no page of it would."""

import json
from typing import Any

from playwright.sync_api import Page

DATABASE = "five-attributes:/guide/"

READ = """async (name) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === name)) return {};
    const opened = indexedDB.open(name);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("records").objectStore("records");
    const [keys, records] = [store.getAllKeys(), store.getAll()];
    await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
    opened.result.close();
    return Object.fromEntries(keys.result.map((key, i) => [key, records.result[i]]));
}"""

WRITE = """async ([name, records]) => {
    const opened = indexedDB.open(name, 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("records");
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("records", "readwrite").objectStore("records");
    for (const [key, record] of Object.entries(records)) store.put(record, key);
    await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
    opened.result.close();
}"""


def stored(page: Page, database: str = DATABASE) -> dict[str, Any]:
    """All records by their key, those in pieces put together; empty where there is no database."""
    records: dict[str, Any] = page.evaluate(READ, database)
    pieces = {key: records.pop(key) for key in list(records) if key.startswith("piece/")}
    for key, record in records.items():
        parts = [pieces.pop(part) for part in sorted(pieces) if part.startswith(f"piece/{key}/")]
        if parts:
            assert record == {
                "format": 2,
                "pieces": len(parts),
                "characters": sum(len(part.encode("utf-16-le")) // 2 for part in parts),
            }
            records[key] = json.loads("".join(parts))
    assert not pieces, f"pieces of no record: {sorted(pieces)}"
    return records


def values(page: Page, prefix: str, database: str = DATABASE) -> set[str]:
    """The texts of all records whose key begins with `prefix`."""
    records = stored(page, database).items()
    return {record["value"] for key, record in records if key.startswith(prefix)}


def store(page: Page, records: dict[str, Any]) -> None:
    """Write `records`, by their keys, into the database, which is made if need be."""
    page.evaluate(WRITE, [DATABASE, records])
