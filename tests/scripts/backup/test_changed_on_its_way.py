"""A backup whose words are whole is read, whatever mail and editors did to its lines."""

import base64
import io
import json
import quopri
import textwrap
import zipfile
from typing import Any

import pytest

from tests.scripts.backup.scripts import answer, run
from tests.support.scripts import Scripts

RECORDS = {
    "answer/a": answer("We decide together. ✓ Tŷ Ŵyr=3D\n> quoted \\ “said”" + " and more" * 200),
    "answer/b": answer("", 3),
}
PASSPHRASE = "correct horse"  # noqa: S105
MAKE = """
    const text = backupText(mapOf(value.records), facts);
    return value.passphrase ? seal(text, value.passphrase) : text;
"""
READ = """
    const bytes = Uint8Array.from(atob(value.file), (sign) => sign.charCodeAt(0));
    try {
        const plain = value.passphrase ? await unseal(bytes, value.passphrase) : bytes;
        const { records, checked } = readBackup(plain, true);
        return [checked, Object.fromEntries(records)];
    } catch (error) {
        return [error.reason, null];
    }
"""


def zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as folder:
        folder.writestr(name, content)
    return file.getvalue()


def wrapped(text: str) -> bytes:
    """Broken at spaces into lines of 76 signs, as `format=flowed` does it, and quoted."""
    lines = []
    for line in text.splitlines():
        parts = textwrap.wrap(line, 76, drop_whitespace=False, break_on_hyphens=False)
        lines += parts or [""]
    return "\r\n".join(f"> {line}" for line in lines).encode()


def broken(text: str) -> bytes:
    """Lines of more than 998 signs broken in the middle of a word: SMTP allows none."""
    lines = []
    for line in text.splitlines():
        lines += [line[i : i + 997] for i in range(0, len(line), 997)]
    return "\r\n".join(lines).encode()


WAYS = {
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "doubled CRLF": lambda text: text.replace("\n", "\r\r\n").encode(),
    "BOM": lambda text: text.encode("utf-8-sig"),
    "2 BOMs": lambda text: b"\xef\xbb\xbf" + text.encode("utf-8-sig"),
    "BOM and CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 BE": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without BOM": lambda text: text.encode("utf-16-le"),
    "white space at the ends": lambda text: f"\n \n{text}\n\n \t".encode(),
    "white space at the ends of lines": lambda text: text.replace("\n", " \n").encode(),
    "no white space": lambda text: json.dumps(json.loads(text), separators=(",", ":")).encode(),
    "laid out anew": lambda text: json.dumps(json.loads(text), indent=4).encode(),
    "quoted-printable": lambda text: quopri.encodestring(text.encode()),
    "quoted in a reply": lambda text: ("> " + text.replace("\n", "\r\n> ")).encode(),
    "quoted twice": lambda text: (">> " + text.replace("\n", "\n>> ")).encode(),
    "within a mail": lambda text: f"Dear all,\r\n\r\n{text}\r\nSent from my phone".encode(),
    "lines broken at spaces": wrapped,
    "lines broken anywhere": broken,
}


def made(scripts: Scripts, passphrase: str = "") -> str:
    text: str = run(scripts, MAKE, {"records": RECORDS, "passphrase": passphrase})
    return text


def read(scripts: Scripts, file: bytes, passphrase: str = "") -> Any:
    given = {"file": base64.b64encode(file).decode(), "passphrase": passphrase}
    return run(scripts, READ, given)


@pytest.mark.parametrize("way", WAYS)
def test_a_backup_is_whole_after_it_was(scripts: Scripts, way: str) -> None:
    assert read(scripts, WAYS[way](made(scripts))) == [True, RECORDS]


@pytest.mark.parametrize("way", [way for way in WAYS if way != "lines broken at spaces"])
def test_a_backup_under_a_passphrase_is_whole_after_it_was(scripts: Scripts, way: str) -> None:
    assert read(scripts, WAYS[way](made(scripts, PASSPHRASE)), PASSPHRASE) == [True, RECORDS]


def test_a_backup_saved_as_ansi_is_whole_where_ansi_has_all_its_letters(scripts: Scripts) -> None:
    records = {"answer/a": answer("Café – “said”")}
    text: str = run(scripts, MAKE, {"records": records})
    assert read(scripts, text.encode("cp1252")) == [True, records]


@pytest.mark.parametrize(
    ("before", "after"), [("together", "to gether"), ("crc32:", "crc32:"), ("✓", "?")]
)
def test_a_backup_with_a_letter_changed_is_read_and_called_unchecked(
    scripts: Scripts, before: str, after: str
) -> None:
    text = made(scripts).replace(before, after)
    if before == "crc32:":
        text = text[: text.rindex("crc32:") + 6] + "00000000" + '"\n}\n'
    checked, records = read(scripts, text.encode())
    assert checked is False
    assert set(records) == set(RECORDS)


@pytest.mark.parametrize("way", WAYS)
def test_a_backup_without_its_end_is_refused_whatever_else_it_went_through(
    scripts: Scripts, way: str
) -> None:
    text = made(scripts)
    if "anew" in way or "no white" in way:
        text = text.replace("\n", "  \n")
        assert read(scripts, text[:-9].encode())[0] in {"damaged", "not-json"}
    else:
        assert read(scripts, WAYS[way](text[:-9]))[0] in {"damaged", "not-json"}


def test_a_sealed_backup_with_a_letter_changed_is_damaged_and_the_passphrase_not_blamed(
    scripts: Scripts,
) -> None:
    text = made(scripts, PASSPHRASE)
    at = text.index('"data": "') + 40
    changed = text[:at] + ("B" if text[at] == "A" else "A") + text[at + 1 :]
    assert read(scripts, changed.encode(), PASSPHRASE) == ["damaged", None]


def test_a_zip_file_is_named_as_one_and_a_document_is_not(scripts: Scripts) -> None:
    inside = zipped("five-attributes-backup.json", made(scripts).encode())
    assert read(scripts, inside) == ["zipped", None]
    assert read(scripts, zipped("[Content_Types].xml", b"<Types/>")) == ["not-text", None]
