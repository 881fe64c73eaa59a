"""A backup as a file: everything in it comes back, whatever the records are."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scripts.backup.scripts import Records, answer, draft, entries, file_of, run
from tests.support.scripts import Scripts

READ_BACK = """
    const read = readBackup(encode(backupText(mapOf(value), facts)));
    return [Object.fromEntries(read.records), read.facts];
"""
ODD_SIGNS = ["\ud800", "\udc00", "\0", "\u202e", "\u2028", "\ufeff", "ع", "é", "é", "🧭", '"', "\\"]
TEXTS = st.text(st.characters() | st.sampled_from(ODD_SIGNS), max_size=40)
KEYS = st.sampled_from(
    ["answer/a", "answer/a-1", "version/a/000000001", "other/a/000000003", "version/b/000000007"]
)


@st.composite
def records_of_any_text(draw: st.DrawFn) -> Records:
    """Records with texts of any signs, one of them of a kind that is not known yet."""
    texts = draw(st.dictionaries(KEYS, TEXTS))
    records = {key: answer(text, words=draw(TEXTS)) for key, text in texts.items()}
    later: Records = {"snapshot/2026": {"title": draw(TEXTS), draw(st.sampled_from("xyz")): [1.5]}}
    return {**records, "draft/a/t-1": draft("a", draw(TEXTS)), **later}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=records_of_any_text())
def test_every_sign_of_every_text_comes_back(scripts: Scripts, records: Records) -> None:
    script = """
        const made = mapOf(value);
        const { records } = readBackup(encode(backupText(made, facts)));
        const { puts } = plan(new Map(), records);
        return [Object.fromEntries(records), Object.fromEntries(puts), sameRecords(made, puts)];
    """
    assert run(scripts, script, records) == [records, records, True]


def test_the_file_says_what_it_is_and_can_be_read_by_a_person(scripts: Scripts) -> None:
    script = "return backupText(mapOf(value), facts)"
    text = run(scripts, script, {"version/a/000000001": answer("b"), "answer/a": answer("ع\ud800")})
    lines = text.splitlines()
    assert lines[1:4] == ['"product": "five-attributes",', '"kind": "backup",', '"format": 1,']
    assert '   "value": "ع\\ud800",' in lines
    assert [entry["key"] for entry in json.loads(text)["records"]] == [
        "answer/a",
        "version/a/000000001",
    ]


def test_a_backup_of_nothing_is_read_as_nothing(scripts: Scripts) -> None:
    facts = {"made": "2026-11-23T10:00:00.000Z", "site": "Five", "address": "https://x.example/"}
    assert run(scripts, READ_BACK, {}) == [{}, facts]


def test_what_is_of_one_device_is_in_no_backup(scripts: Scripts) -> None:
    of_device = {"handle/file": 1, "undo/restore": {"format": 1}, "ledger": {}, "ledger/x": {}}
    records = {"answer/a": answer("text")}
    assert run(scripts, READ_BACK, {**of_device, **records})[0] == records


def test_a_record_of_a_newer_build_comes_back_as_it_was(scripts: Scripts) -> None:
    newer = {"format": 2, "blocks": [{"deep": [None, True, 1e300]}], "toJSON": "a word"}
    records = {"answer/a": newer, "draft/a/t": newer, "version/a/000000002": newer}
    assert run(scripts, READ_BACK, records)[0] == records


def test_a_file_is_read_with_a_byte_order_mark_and_without_its_last_line_end(
    scripts: Scripts,
) -> None:
    script = """
        const text = backupText(mapOf(value), facts);
        return ["\\ufeff" + text, text.trimEnd(), text.trimEnd() + "\\r\\n"]
            .map((file) => readBackup(encode(file)).records.get("answer/a").value);
    """
    assert run(scripts, script, {"answer/a": answer("text")}) == ["text"] * 3


def test_a_file_is_read_from_any_writer_that_follows_the_page(scripts: Scripts) -> None:
    records = {"answer/a": answer("ع🧭\0\ud800"), "aside/answer/b/1": [1, {"x": "y"}]}
    script = "return Object.fromEntries(readBackup(encode(value)).records)"
    assert run(scripts, script, file_of(records=entries(records))) == records


def test_a_damaged_record_is_put_aside_and_does_not_spoil_the_backup(scripts: Scripts) -> None:
    damaged: dict[str, Any] = {
        "answer/a": answer("text", rev=0),
        "answer/b": answer("6", kind="rating"),
        "version/a/1": answer("short key"),
        "draft/a/t": draft("b", "another question's"),
        "Weird key/": {"x": 1},
        "": "no key",
        "aside/answer/a": "was there before",
    }
    result = run(scripts, READ_BACK, damaged)[0]
    assert result == {
        "aside/answer/a": "was there before",
        "aside/answer/a/2": damaged["answer/a"],
        "aside/answer/b": damaged["answer/b"],
        "aside/version/a/1": damaged["version/a/1"],
        "aside/draft/a/t": damaged["draft/a/t"],
        "aside/Weird~20key~2f": {"x": 1},
        "aside/~": "no key",
    }


def test_what_json_cannot_hold_is_kept_as_a_text_and_nothing_of_it_is_called(
    scripts: Scripts,
) -> None:
    script = """
        let called = 0;
        const circle = { value: "words of mine" };
        circle.self = circle;
        let deep = "deepest";
        for (let i = 0; i < 100; i += 1) deep = [deep];
        const odd = {
            undefined: undefined,
            parts: { a: -0, b: NaN, c: new Date(0), d: new Date(NaN), e: 10n, f: "kept" },
            map: new Map([["k", new Set([1])]]),
            holes: [, 1],
            bytes: new Uint8Array([1, 2]),
            circle,
            deep,
            own: { toJSON: () => { called += 1; } },
            proto: JSON.parse('{"__proto__": {"constructor": "x"}}'),
            wide: new Array(4_000_000_000),
        };
        const records = new Map(Object.entries(odd).map(([name, of]) => [`aside/${name}`, of]));
        records.set("answer/a", { ...value, extra: new Date(0) });
        const text = backupText(records, facts);
        const read = readBackup(encode(text)).records;
        return [Object.fromEntries(read), sameRecords(records, read), called];
    """
    kept, same, called = run(scripts, script, answer("my words"))
    assert (same, called) == (True, 0)
    parts = (
        '{"a":"-0","b":"NaN","c":"1970-01-01T00:00:00.000Z","d":"Invalid Date","e":"10","f":"kept"}'
    )
    assert kept["aside/parts"] == parts
    assert kept["aside/map"] == '[["k",[1]]]'
    assert kept["aside/bytes"] == '"1,2"'
    assert kept["aside/circle"] == '{"value":"words of mine","self":"…"}'
    assert kept["aside/proto"] == '{"__proto__":{"constructor":"x"}}'
    assert json.loads(kept["aside/answer/a"])["value"] == "my words"
    assert len(kept) == 11


def test_a_difference_anywhere_is_seen_when_the_file_is_compared(scripts: Scripts) -> None:
    script = """
        const map = mapOf(value);
        const compare = (change) => {
            const other = structuredClone(map);
            change(other);
            return sameRecords(map, other);
        };
        return [
            compare(() => {}),
            compare((other) => { other.get("answer/a").value += " "; }),
            compare((other) => { delete other.get("answer/a").at; }),
            compare((other) => { other.get("answer/a").extra = null; }),
            compare((other) => { other.get("snapshot/a").list.push(0); }),
            compare((other) => { other.get("snapshot/a").list = { 0: 1 }; }),
            compare((other) => other.delete("snapshot/a")),
            compare((other) => other.set("snapshot/b", 1)),
        ];
    """
    records = {"answer/a": answer("text"), "snapshot/a": {"list": [1]}}
    assert run(scripts, script, records) == [True] + [False] * 7
