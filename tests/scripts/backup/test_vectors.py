"""Files that were made once and have to be read for ever, and the page that explains them.

A change that needs these files changed is a change that loses somebody's backup.
"""

import json
import re
import zlib
from pathlib import Path
from typing import Any

from tests.scripts.backup.scripts import run
from tests.support.scripts import Scripts

ROOT = Path(__file__).parents[3]
VECTORS = Path(__file__).with_name("vectors")
NAMES = ("example", "full")


def vector(name: str) -> str:
    """The text of a file as it was made."""
    return (VECTORS / f"{name}.json").read_bytes().decode()


def expected() -> Any:
    """What the files hold, and the passphrase of those that are sealed."""
    return json.loads(vector("records"))


def test_a_backup_made_once_is_read_for_ever(scripts: Scripts) -> None:
    script = """
        const { records, facts } = readBackup(encode(value));
        return [Object.fromEntries(records), facts];
    """
    for name in NAMES:
        assert run(scripts, script, vector(name)) == [expected()[name], expected()["facts"]]


def test_a_sealed_backup_made_once_is_opened_for_ever(scripts: Scripts) -> None:
    script = "return decode(await unseal(encode(value[0]), value[1]))"
    for name in NAMES:
        sealed = [vector(f"{name}-sealed"), expected()["passphrase"]]
        assert run(scripts, script, sealed) == vector(name)


def test_the_same_records_make_the_same_file_as_ever(scripts: Scripts) -> None:
    script = """
        const text = backupText(mapOf(value.records), value.facts);
        const first = { 16: 0, 12: 100 };
        const random = (n) => Uint8Array.from({ length: n }, (_, i) => first[n] + i);
        return [text, await seal(text, value.passphrase, random)];
    """
    for name in NAMES:
        made = run(scripts, script, {**expected(), "records": expected()[name]})
        assert made == [vector(name), vector(f"{name}-sealed")]


def test_every_file_has_the_checksum_that_the_page_describes() -> None:
    for name in ("example", "full", "example-sealed", "full-sealed", "workbook", "notes"):
        data = vector(name).encode()
        end = data.rindex(b',\n"check"')
        assert data[end:] == b',\n"check": "crc32:%08x"\n}\n' % zlib.crc32(data[:end])


def test_the_page_about_the_format_shows_these_files() -> None:
    page = (ROOT / "docs/about/backup-format.md").read_text(encoding="utf-8")
    shown = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert shown == [vector("example"), vector("example-sealed"), vector("notes")]
    assert expected()["passphrase"] in page


def test_a_record_that_1_0_0_backed_up_in_pieces_is_whole_again(scripts: Scripts) -> None:
    script = "return Object.fromEntries(readBackup(encode(value)).records)"
    records = run(scripts, script, vector("pieces"))
    whole = records.pop("answer/own-risk")
    assert (whole["format"], whole["value"]) == (1, "A long answer, kept in two pieces. ✓")
    assert records == {"aside/piece/answer/lost-long-ago/000000": '{"format":1'}
