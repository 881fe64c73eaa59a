"""Run the scripts of backup and restore on values from here, and make files as they do.

`file_of` follows the page about the format, and shares nothing with the scripts.
"""

import json
import zlib
from typing import Any

from tests.support.scripts import Scripts

Records = dict[str, Any]

SET_UP = """
    const at = (name) => siteModule(`backup/${name}.js`);
    const { LIMIT, REASONS, Refusal } = await at("check-records");
    const { backupText, portable, readBackup, sameRecords } = await at("format");
    const { canSeal } = await siteModule("page/secure-context.js");
    const { seal, unseal } = await at("encrypt");
    const { plan } = await at("merge");
    const { readUndo, undo, undoRecord } = await at("undo");
    const encode = (text) => new TextEncoder().encode(text);
    const decode = (bytes) => new TextDecoder().decode(bytes);
    const mapOf = (records) => new Map(Object.entries(records));
    const refusal = async (act) => {
        try {
            await act();
            return null;
        } catch (error) {
            if (!(error instanceof Refusal) || !REASONS.includes(error.reason)) throw error;
            return error.detail ? [error.reason, error.detail] : error.reason;
        }
    };
    const facts = { made: "2026-11-23T10:00:00.000Z", site: "Five", address: "https://x.example/" };
"""

HEADER = {
    "product": "five-attributes",
    "kind": "backup",
    "format": 1,
    "made": "2026-11-23T10:00:00.000Z",
    "site": "Five",
    "address": "https://x.example/",
}


def run(scripts: Scripts, script: str, value: Any = None) -> Any:
    """What `script` returns, with `value` and the modules' names at hand."""
    return scripts.run(script, value, after=SET_UP)


def answer(value: str, rev: int = 1, /, **more: Any) -> Records:
    """A text as it is stored."""
    plain = {
        "format": 1,
        "kind": "text",
        "value": value,
        "rev": rev,
        "edition": "e1",
        "words": "How do you own risk?",
        "at": "2026-11-20T10:00:00.000Z",
    }
    return {**plain, **more}


def draft(question: str, value: str, base: int | None = 1) -> Records:
    """A text that a page had unsaved when it went."""
    asked = {"id": question, "kind": "text", "edition": "e1", "words": "How do you own risk?"}
    at = "2026-11-20T10:00:00.000Z"
    return {"format": 1, "question": asked, "value": value, "base": base, "sent": None, "at": at}


def entries(records: Records) -> list[Records]:
    """The records as a file lists them."""
    return [{"key": key, "record": record} for key, record in records.items()]


def closed(head: str) -> str:
    """The file that begins with `head`, with the checksum that it should have."""
    return f'{head},\n"check": "crc32:{zlib.crc32(head.encode()):08x}"\n}}\n'


def file_of(**fields: Any) -> str:
    """A file with these fields in place of an empty backup's, and a right checksum."""
    lines = {**HEADER, "records": [], **fields}.items()
    return closed("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(of)}" for name, of in lines))
