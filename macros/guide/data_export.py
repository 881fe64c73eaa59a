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
# By this a spreadsheet knows UTF-8; without it Excel reads Windows' own encoding.
_BYTE_ORDER_MARK = "\ufeff"
# With what a cell begins that spreadsheets take for a formula (OWASP, "CSV injection").
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def report_json(guide: Guide) -> str:
    """Every record with its permanent id and its address on the site, as JSON text.

    The keys are those of the YAML; `format` rises when they change."""
    content = guide.content.model_dump(mode="json", exclude_none=True, exclude={"aliases", "slips"})
    data: dict[str, Any] = {"format": DATA_FORMAT, **content, "addresses": addresses(guide)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """The rows as CSV text (RFC 4180) as spreadsheets read it rightly: with a byte order mark,
    and with an apostrophe before what they would run as a formula."""
    text = io.StringIO()
    text.write(_BYTE_ORDER_MARK)
    table = csv.writer(text)
    for row in rows:
        table.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row])
    return text.getvalue()


def quotes_csv(guide: Guide) -> str:
    """The quotes as CSV text, a row each in reading order.

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
