"""The store, tried on its own: what it promises to everything above it."""

from typing import Any

import pytest
from playwright.sync_api import Page

SET_UP = """
    const { Store } = await siteModule("storage/store.js");
    const put = (key, record) => () => ({ outcome: key, puts: new Map([[key, record]]) });
    const names = async () => (await indexedDB.databases()).map(({ name }) => name);
"""


@pytest.fixture
def blank(page: Page) -> Page:
    """A page of the site without any script."""
    page.goto("harness/blank.html")
    return page


def run(page: Page, script: str) -> Any:
    """What `script` returns, with `Store`, `put` and `names` at hand."""
    return page.evaluate(f"async () => {{ {SET_UP} {script} }}")


def test_reading_makes_no_database_and_leaves_no_trace(blank: Page) -> None:
    script = """
        const store = new Store("tried");
        const found = [...await store.read(["answer/a"]), ...await store.read(["answer/"])];
        return [found, await names(), (await navigator.storage.estimate()).usage];
    """
    assert run(blank, script) == [[], [], 0]


def test_reading_makes_no_database_where_the_browser_cannot_list_them(blank: Page) -> None:
    script = """
        const factory = { open: (...of) => indexedDB.open(...of) };
        const store = new Store("tried", () => factory);
        const found = [...await store.read(["answer/a"])];
        await store.update([], put("answer/a", 1));
        return [found, [...await store.read(["answer/a"])], await names()];
    """
    assert run(blank, script) == [[], [["answer/a", 1]], ["tried"]]


def test_what_was_written_is_read_and_listed_in_the_order_of_its_keys(blank: Page) -> None:
    script = """
        const store = new Store("tried");
        for (const key of ["b/2", "a/1", "b/1", "c/1"]) await store.update([], put(key, { key }));
        const read = await new Store("tried").read(["c/1", "none", "a/1"]);
        return [[...read.keys()], [...await store.read(["b/"])]];
    """
    listed = [["b/1", {"key": "b/1"}], ["b/2", {"key": "b/2"}]]
    assert run(blank, script) == [["c/1", "a/1"], listed]


def test_no_other_tab_comes_between_reading_and_writing(blank: Page) -> None:
    script = """
        const tabs = [new Store("tried"), new Store("tried")];
        const raise = (found) => put("count", (found.get("count") ?? 0) + 1)();
        const raised = Array.from({ length: 40 }, (_, i) => tabs[i % 2].update(["count"], raise));
        await Promise.all(raised);
        return (await tabs[0].read(["count"])).get("count");
    """
    assert run(blank, script) == 40


def test_a_write_is_strict_committed_and_done_only_when_complete(blank: Page) -> None:
    script = """
        const log = [];
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (...of) {
            const tx = transaction.apply(this, of);
            log.push(tx.mode, tx.durability);
            const { commit } = tx;
            tx.commit = () => { log.push("commit"); commit.call(tx); };
            tx.addEventListener("complete", () => log.push("complete"));
            return tx;
        };
        await new Store("tried").update([], put("a", 1));
        log.push("done");
        return log;
    """
    assert run(blank, script) == ["readwrite", "strict", "commit", "complete", "done"]


def test_a_write_that_fails_changes_nothing_and_the_next_one_works(blank: Page) -> None:
    script = """
        const store = new Store("tried");
        await store.update([], put("a", "before"));
        const both = new Map([["a", "after"], ["b", () => "no record can hold a function"]]);
        const written = store.update([], () => ({ outcome: 0, puts: both }));
        const fault = await written.catch(({ name }) => name);
        const left = [...await store.read([""])];
        await store.update([], put("a", "later"));
        return [fault, left, [...await store.read([""])]];
    """
    assert run(blank, script) == ["DataCloneError", [["a", "before"]], [["a", "later"]]]


def test_a_database_that_is_cleared_away_in_between_is_made_anew(blank: Page) -> None:
    script = """
        const store = new Store("tried");
        await store.update([], put("a", 1));
        const cleared = indexedDB.deleteDatabase("tried");
        await new Promise((resolve) => { cleared.onsuccess = resolve; });
        await store.update([], put("b", 2));
        return [...await store.read([""])];
    """
    assert run(blank, script) == [["b", 2]]


def test_a_connection_closed_under_the_page_is_opened_again(blank: Page) -> None:
    script = """
        const { transaction } = IDBDatabase.prototype;
        const store = new Store("tried");
        await store.update([], put("a", 1));
        IDBDatabase.prototype.transaction = function (...of) {
            IDBDatabase.prototype.transaction = transaction;
            this.close();
            return transaction.apply(this, of);
        };
        await store.update([], put("b", 2));
        return [...(await store.read([""])).keys()];
    """
    assert run(blank, script) == ["a", "b"]


def test_the_last_write_of_a_page_does_not_wait_for_one_under_way(blank: Page) -> None:
    script = """
        const store = new Store("tried");
        await store.update([], put("a", "first"));
        const order = [];
        const under_way = store.update(["a"], put("a", "dropped"))
            .then(() => order.push("written"), ({ name }) => order.push(name));
        await new Promise((resolve) => setTimeout(resolve));
        const left = store.leave(new Map([["draft/a/tab", "last"]])).then(() => order.push("left"));
        await Promise.all([under_way, left]);
        return [order.at(-1), (await store.read(["draft/a/tab"])).get("draft/a/tab")];
    """
    assert run(blank, script) == ["left", "last"]


@pytest.mark.parametrize("key", ["__proto__", "constructor", "answer/__proto__"])
def test_a_key_that_objects_have_by_nature_is_a_key_like_any_other(blank: Page, key: str) -> None:
    script = f"""
        const store = new Store("tried");
        await store.update([], put("{key}", {{ polluted: true }}));
        const found = await store.read(["{key}"]);
        return [found.get("{key}").polluted, {{}}.polluted ?? null];
    """
    assert run(blank, script) == [True, None]
