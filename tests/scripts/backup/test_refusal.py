"""What is refused, and by which reason: the page has words for each."""

import json
from typing import Any

from tests.scripts.backup.scripts import HEADER, answer, closed, draft, entries, file_of, run
from tests.support.scripts import Scripts

READ = "return refusal(() => readBackup(encode(value)))"
READ_ALL = """
    return Promise.all(value.map((text) => refusal(() => readBackup(encode(text)))));
"""
SMALL = {"answer/a": answer("ع"), "draft/a/t": draft("a", "x")}
FILE = """
    const bytes = encode(backupText(mapOf(value), facts));
    const reasons = new Set();
"""


def of_records(*listed: Any) -> str:
    """A whole file with this list of records."""
    return file_of(records=list(listed))


def nested(levels: int, record: str = "1") -> Any:
    """A value within so many lists."""
    return json.loads("[" * levels + record + "]" * levels)


NO_BACKUPS: list[tuple[str, str]] = [
    ("empty", ""),
    ("empty", " \r\n\t"),
    ("not-json", "Dear all,"),
    ("not-json", "\0\0\0\0"),
    ("not-json", '{"version": 1'),
    ("not-a-backup", "[]"),
    ("not-a-backup", "null"),
    ("not-a-backup", '"five-attributes"'),
    ("not-a-backup", '{"records": []}'),
    ("not-a-backup", '{"product": 5}'),
    ("not-a-backup", file_of(kind="profile")),
    ("other-product", '{"product": "another", "kind": "backup", "format": 1, "records": []}'),
    ("other-product", file_of(product="another")),
    ("newer", file_of(format=2)),
    ("newer", file_of(format=2, kind="parcel", records={})),
    ("newer", json.dumps({**HEADER, "format": 2, "sum": "of another kind"})),
    ("damaged", json.dumps({**HEADER, "records": []})),
    ("damaged", file_of().replace("crc32:", "crc32:0")),
    ("damaged", file_of() + file_of()),
    ("sealed", file_of(kind="sealed-backup")),
]
BAD_FILES: list[tuple[str, str]] = [
    ("format", file_of(format="1")),
    ("format", file_of(format=0)),
    ("format", file_of(format=[2])),
    ("header", file_of(made=None)),
    ("header", file_of(site={"toString": "x"})),
    ("header", file_of(address=["https://x.example/"])),
    ("header", file_of(more=nested(65))),
    ("header", file_of(__proto__={"format": 1})),
    ("records", file_of(records={})),
    ("records", of_records(None)),
    ("records", of_records([])),
    ("records", of_records({"key": "answer/a"})),
    ("", of_records({"key": "", "record": {}})),
    ("records", of_records({"key": 1, "record": answer("a")})),
    ("records", of_records({"key": "answer/a", "record": answer("a"), "__proto__": {}})),
    ("answer/a", of_records(*entries({"answer/a": answer("a")}) * 2)),
]
BAD_RECORDS: list[tuple[str, Any]] = [
    ("answer/a", None),
    ("answer/a", []),
    ("answer/a", "text"),
    ("answer/a", answer("a", format="2")),
    ("answer/a", answer("a", format=0)),
    ("answer/a", answer("a", value=5)),
    ("answer/a", answer("a", rev="1")),
    ("answer/a", answer("a", rev=1_000_000_000)),
    ("answer/a", answer("a", rev=1.5)),
    ("answer/a", answer("a", at=5)),
    ("answer/a", answer("6", kind="rating")),
    ("answer/a", answer("a", kind="number")),
    ("version/a/000000001", draft("a", "x")),
    ("other/a/000000001", {}),
    ("draft/a/t", answer("a")),
    ("draft/a/t", draft("b", "another question's")),
    ("draft/a/t", {**draft("a", "x"), "base": "1"}),
    ("answer/", answer("a")),
    ("answer/A", answer("a")),
    ("answer/a/b", answer("a")),
    ("answer/../a", answer("a")),
    ("answer/a--b", answer("a")),
    ("version/a/1", answer("a")),
    ("version/a", answer("a")),
    ("other/a/00000000x", answer("a")),
    ("draft/a", draft("a", "x")),
    ("draft/a/T", draft("a", "x")),
    ("ledger", {}),
    ("handle/file", {}),
    ("undo/restore", {}),
    ("aside/", {}),
    ("aside/a b", {}),
    ("__proto__", {}),
    ("Snapshot/a", {}),
    ("snapshot/a", {"constructor": 1}),
    ("snapshot/a", {"list": [{"prototype": 1}]}),
    ("answer/a", answer("a", __proto__={"x": 1})),
    ("answer/a", answer("a", format=2, __proto__={"x": 1})),
    ("snapshot/a", nested(62)),
]


def test_a_file_cut_short_after_any_byte_is_damaged(scripts: Scripts) -> None:
    script = f"""{FILE}
        const read = [];
        for (let end = 1; end < bytes.length; end += 1) {{
            const reason = await refusal(() => readBackup(bytes.subarray(0, end)));
            if (reason) reasons.add(reason);
            else read.push(bytes.length - end);
        }}
        return [[...reasons], read];
    """
    only_the_last_line_end = [1]
    assert run(scripts, script, SMALL) == [["damaged"], only_the_last_line_end]


def test_a_file_with_any_one_bit_changed_is_damaged(scripts: Scripts) -> None:
    script = f"""{FILE}
        for (let bit = 0; bit < bytes.length * 8; bit += 1) {{
            bytes[bit >> 3] ^= 1 << (bit & 7);
            reasons.add(await refusal(() => readBackup(bytes)));
            bytes[bit >> 3] ^= 1 << (bit & 7);
        }}
        return [[...reasons], bytes.length];
    """
    reasons, length = run(scripts, script, SMALL)
    assert reasons == ["damaged"]
    assert length > 500


def test_of_a_file_with_one_bit_changed_what_can_be_read_is_called_unchecked(
    scripts: Scripts,
) -> None:
    script = f"""{FILE}
        const counts = {{ true: 0, false: 0 }};
        for (let bit = 0; bit < bytes.length * 8; bit += 1) {{
            bytes[bit >> 3] ^= 1 << (bit & 7);
            reasons.add(await refusal(() => {{
                counts[readBackup(bytes, true).checked] += 1;
            }}));
            bytes[bit >> 3] ^= 1 << (bit & 7);
        }}
        return [[...reasons].sort(), counts.true, counts.false > 500];
    """
    assert run(scripts, script, SMALL) == [["damaged", None], 0, True]


def test_a_file_that_is_no_backup_of_this_format_is_refused(scripts: Scripts) -> None:
    reasons, texts = zip(*NO_BACKUPS, strict=True)
    assert run(scripts, READ_ALL, texts) == list(reasons)


def test_a_whole_file_with_something_that_no_backup_has_is_refused(scripts: Scripts) -> None:
    details, texts = zip(*BAD_FILES, strict=True)
    refused = [["bad-content", detail] if detail else "bad-content" for detail in details]
    assert run(scripts, READ_ALL, texts) == refused


def test_a_record_that_is_wrong_is_refused_by_its_key(scripts: Scripts) -> None:
    good = {"answer/b": answer("b")}
    texts = [of_records(*entries({**good, key: record})) for key, record in BAD_RECORDS]
    assert run(scripts, READ_ALL, texts) == [["bad-content", key] for key, _ in BAD_RECORDS]


def test_a_number_that_no_file_of_ours_has_is_refused(scripts: Scripts) -> None:
    for number in ("-0", "1e999"):
        text = of_records({"key": "snapshot/a", "record": 7}).removesuffix("\n")
        head = text[: text.rindex(',\n"check"')].replace('"record": 7', f'"record": {number}')
        assert run(scripts, READ, closed(head)) == ["bad-content", "snapshot/a"]


def test_a_record_nested_as_deep_as_is_allowed_is_read(scripts: Scripts) -> None:
    assert run(scripts, READ, of_records({"key": "snapshot/a", "record": nested(61)})) is None


def test_a_file_nested_a_million_levels_deep_is_refused(scripts: Scripts) -> None:
    script = """
        const { closed } = await at("check-records");
        const deep = (open, close) => open.repeat(1_000_000) + "1" + close.repeat(1_000_000);
        const lists = deep("[", "]");
        const whole = (place) => closed(value.head.replace(place, () => `: ${lists}`));
        const record = whole(': "here"');
        const texts = [lists, deep('{"a":', "}"), whole(': "Five"'), whole(": 1"), record];
        const sealed = closed(value.sealed.replace(': "here"', () => `: ${lists}`));
        return [
            ...await Promise.all(texts.map((text) => refusal(() => readBackup(encode(text))))),
            await refusal(() => unseal(encode(sealed), "x")),
        ];
    """
    head = of_records({"key": "snapshot/a", "record": "here"}).partition(',\n"check"')[0]
    sealed = file_of(kind="sealed-backup", data="here").partition(',\n"check"')[0]
    assert run(scripts, script, {"head": head, "sealed": sealed}) == [
        "not-a-backup",
        "not-a-backup",
        ["bad-content", "header"],
        ["bad-content", "format"],
        ["bad-content", "snapshot/a"],
        ["bad-content", "header"],
    ]


def test_a_record_of_more_parts_than_a_browser_can_count_is_refused(scripts: Scripts) -> None:
    script = """
        const { closed } = await at("check-records");
        const many = `[${"[],".repeat(2_000_000)}[]]`;
        const text = closed(value.replace('"here"', () => many));
        return refusal(() => readBackup(encode(text)));
    """
    head = of_records({"key": "snapshot/a", "record": "here"}).partition(',\n"check"')[0]
    assert run(scripts, script, head) == ["bad-content", "snapshot/a"]


def test_a_file_of_200_mb_is_refused_by_its_size(scripts: Scripts) -> None:
    script = """
        const file = { get length() { return 200_000_000; } };
        return [LIMIT, await refusal(() => readBackup(file))];
    """
    assert run(scripts, script) == [160_000_000, "too-large"]


def test_a_file_that_is_not_text_is_refused(scripts: Scripts) -> None:
    script = """
        const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
        const utf16 = Uint8Array.of(0xff, 0xfe, 0x7b, 0x00);
        return Promise.all([picture, utf16].map((of) => refusal(() => readBackup(of))));
    """
    assert run(scripts, script) == ["not-text", "not-json"]


def test_reading_a_hostile_file_leaves_every_object_as_it_was(scripts: Scripts) -> None:
    script = """
        await refusal(() => readBackup(encode(value)));
        return [({}).polluted ?? null, Object.keys(Object.prototype)];
    """
    record = {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}
    text = of_records(*entries({"snapshot/a": record}))
    assert run(scripts, script, text) == [None, []]
