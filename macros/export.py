"""The guide's records as data for other tools: one JSON file and one CSV file."""

import csv
import io
import json
from typing import Any

from .addresses import addresses
from .guide import Guide

DATA_FORMAT = 1


def report_json(guide: Guide) -> str:
    """Every record with its permanent id and its address on the site, as JSON text.

    The keys are those of the YAML; `format` rises when they change."""
    content = guide.content.model_dump(mode="json", exclude_none=True, exclude={"aliases", "slips"})
    data: dict[str, Any] = {"format": DATA_FORMAT, **content, "addresses": addresses(guide)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def quotes_csv(guide: Guide) -> str:
    """The quotes as CSV text (RFC 4180), a row each in reading order.

    Columns: id, quote, attribute, behaviour, themes (separated by spaces), address, origin."""
    places = addresses(guide)
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(["id", "quote", "attribute", "behaviour", "themes", "address", "origin"])
    for one in guide.quotes:
        quote = one.quote
        table.writerow(
            [
                quote.id,
                quote.text,
                one.attribute.title,
                one.behaviour.title,
                " ".join(quote.themes),
                places[quote.id],
                quote.origin,
            ]
        )
    return text.getvalue()
