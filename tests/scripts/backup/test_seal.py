"""A backup under a passphrase: nothing else opens it, and damage is told from a wrong one."""

from typing import Any

from tests.scripts.backup.scripts import answer, file_of, run
from tests.support.scripts import Scripts

SEALED = """
    const text = backupText(mapOf(value), facts);
    const sealed = await seal(text, "correct horse");
"""
DERIVATION = {
    "name": "PBKDF2",
    "hash": "SHA-256",
    "iterations": 600_000,
    "salt": "AAAAAAAAAAAAAAAAAAAAAA==",
}
CIPHER = {"name": "AES-256-GCM", "iv": "AAAAAAAAAAAAAAAA"}
RECORDS = {"answer/a": answer("words that only I may read")}


def sealed_file(**fields: Any) -> str:
    """A sealed file, whole, with these fields in place of right ones."""
    right = {"derivation": DERIVATION, "cipher": CIPHER, "data": "AAAA"}
    return file_of(kind="sealed-backup", **{**right, **fields})


def test_a_sealed_backup_comes_back_whole_with_its_passphrase(scripts: Scripts) -> None:
    script = f"""{SEALED}
        const bytes = await unseal(encode(sealed), "correct horse");
        return [
            canSeal(),
            decode(bytes) === text,
            await refusal(() => readBackup(encode(sealed))),
            sealed.includes("only I"),
            sealed.includes('"made": "2026-11-23T10:00:00.000Z"'),
            await seal(text, "correct horse") === sealed,
        ];
    """
    assert run(scripts, script, RECORDS) == [True, True, "sealed", False, True, False]


def test_a_wrong_passphrase_is_told_from_a_damaged_file(scripts: Scripts) -> None:
    script = f"""{SEALED}
        const bytes = encode(sealed);
        const tried = await Promise.all(
            ["Correct horse", "correct horse ", ""].map((of) => refusal(() => unseal(bytes, of))),
        );
        const damaged = new Set();
        for (let bit = 0; bit < bytes.length * 8; bit += 1) {{
            bytes[bit >> 3] ^= 1 << (bit & 7);
            damaged.add(await refusal(() => unseal(bytes, "correct horse")));
            damaged.add(await refusal(() => readBackup(bytes)));
            bytes[bit >> 3] ^= 1 << (bit & 7);
        }}
        for (let end = 1; end < bytes.length - 1; end += 1) {{
            damaged.add(await refusal(() => unseal(bytes.subarray(0, end), "correct horse")));
        }}
        return [tried, [...damaged]];
    """
    assert run(scripts, script, RECORDS) == [["wrong-passphrase"] * 3, ["damaged"]]


def test_what_the_file_says_of_itself_is_sealed_too(scripts: Scripts) -> None:
    script = f"""{SEALED}
        const {{ closed }} = await at("check-records");
        const forge = (from, to) => {{
            const [head] = sealed.replace(from, to).split(',\\n"check"');
            return refusal(() => unseal(encode(closed(head)), "correct horse"));
        }};
        const same = await forge("2026", "2026");
        return [same, await forge("2026", "2025"), await forge("600000", "600001")];
    """
    assert run(scripts, script, RECORDS) == [None, "wrong-passphrase", "wrong-passphrase"]


def test_a_passphrase_is_the_same_however_its_accents_are_typed(scripts: Scripts) -> None:
    script = """
        const text = backupText(new Map(), facts);
        const sealed = await seal(text, "caf\\u00e9 \\ud55c");
        return decode(await unseal(encode(sealed), "cafe\\u0301 \\u1112\\u1161\\u11ab")) === text;
    """
    assert run(scripts, script) is True


def test_a_sealed_file_with_absurd_values_is_refused_before_any_work(own_scripts: Scripts) -> None:
    bad: list[tuple[str, str]] = [
        *[
            ("iterations", sealed_file(derivation={**DERIVATION, "iterations": iterations}))
            for iterations in (0, 1, 99_999, 2_000_001, 4_294_967_295, 1e300, -1, 1.5e5 + 0.5)
        ],
        ("iterations", sealed_file(derivation={**DERIVATION, "iterations": "600000"})),
        ("derivation", sealed_file(derivation={**DERIVATION, "name": "none"})),
        ("derivation", sealed_file(derivation={**DERIVATION, "hash": "MD5"})),
        ("derivation", sealed_file(derivation=None)),
        ("cipher", sealed_file(cipher={**CIPHER, "name": "AES-128-CBC"})),
        ("cipher", sealed_file(cipher=[])),
        ("salt", sealed_file(derivation={**DERIVATION, "salt": "AAAA"})),
        ("salt", sealed_file(derivation={**DERIVATION, "salt": 5})),
        ("iv", sealed_file(cipher={**CIPHER, "iv": "AAAA"})),
        ("data", sealed_file(data="not Base64!")),
        ("data", sealed_file(data=None)),
        ("header", sealed_file(cipher={**CIPHER, "constructor": {}})),
        ("kind", file_of()),
    ]
    script = """
        crypto.subtle.importKey = () => { throw new Error("work was begun"); };
        return Promise.all(value.map((text) => refusal(() => unseal(encode(text), "x"))));
    """
    details, texts = zip(*bad, strict=True)
    assert run(own_scripts, script, texts) == [["bad-content", detail] for detail in details]


def test_a_sealed_file_of_a_newer_format_is_said_to_be_newer(scripts: Scripts) -> None:
    script = "return refusal(() => unseal(encode(value), 'x'))"
    assert run(scripts, script, sealed_file(format=2)) == "newer"


def test_nothing_is_sealed_without_a_passphrase(scripts: Scripts) -> None:
    script = "return seal('text', '').then(() => 'sealed', (error) => error.name)"
    assert run(scripts, script) == "RangeError"


def test_a_page_that_has_no_means_to_seal_says_so(own_scripts: Scripts) -> None:
    script = """
        Object.defineProperty(crypto, "subtle", { value: undefined });
        return canSeal();
    """
    assert run(own_scripts, script) is False


def test_a_backup_of_8_mb_is_sealed_and_opened(scripts: Scripts) -> None:
    script = """
        const text = "a ".repeat(4_000_000);
        const sealed = await seal(text, "x");
        return [sealed.length > 10_600_000, decode(await unseal(encode(sealed), "x")) === text];
    """
    assert run(scripts, script) == [True, True]
