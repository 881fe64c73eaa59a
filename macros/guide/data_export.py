"""The guide's records as data for other tools: one JSON file and one CSV file."""

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Any

from macros.guide.addresses import addresses
from macros.guide.guide import Guide

DATA_FORMAT = 1
# Marks the file as UTF-8; without it Excel reads the Windows code page.
_BYTE_ORDER_MARK = "\ufeff"
# The beginning of a cell that spreadsheets run as a formula (OWASP, "CSV injection").
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def report_json(guide: Guide) -> str:
    """Return every record with its permanent id and its address, as JSON text.

    Keys are those of the YAML. Raise DATA_FORMAT, which is `format` in the file, if they change."""
    ours: dict[str, Any] = {"aliases": True, "slips": True, "attributes": {"__all__": {"in_short"}}}
    content = guide.content.model_dump(mode="json", exclude_none=True, exclude=ours)
    data: dict[str, Any] = {"format": DATA_FORMAT, **content, "addresses": addresses(guide)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as CSV (RFC 4180) that spreadsheets read correctly and safely.

    With a byte order mark, and an apostrophe before a cell that would be run as a formula."""
    text = io.StringIO()
    text.write(_BYTE_ORDER_MARK)
    table = csv.writer(text)
    for row in rows:
        table.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row])
    return text.getvalue()


def quotes_csv(guide: Guide) -> str:
    """Return the quotes as CSV text, a row each in reading order.

    Columns: id, quote, attribute, behaviour, themes (separated by spaces), address, origin."""
    places = addresses(guide)
    head = ("id", "quote", "attribute", "behaviour", "themes", "address", "origin")
    rows = (
        (
            one.quote.id,
            one.quote.text,
            one.attribute.title,
            one.behaviour.title,
            " ".join(one.quote.themes),
            places[one.quote.id],
            one.quote.origin,
        )
        for one in guide.quotes
    )
    return csv_text((head, *rows))
