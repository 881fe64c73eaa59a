"""Settings of the search as one JSON file for its worker.

The words that people say for the report's words come from the records (`aliases.yml`). Which words
of a query to set aside, and how much each kind of section counts, is decided here."""

import json
from collections.abc import Mapping

from macros.content.model.records import Attribute
from macros.guide.guide import Guide

ASIDE = """
a about all also am an and another any anyone anything are as at be been being best but by can
come could did do does each else ever every for from get getting give go had has have he her here
him his how i if in into is it its just know let like make making many may me might more most much
must my need no not of off on one only or other our out people person please put really say see
shall she should show so some someone something tell than that the their them then there these
they thing things this those to too up us use used using very want was way ways we well were what
when where which who whom whose why will with would you your
"""
LIGHT = """
ask bit day different difficult easy end feel hard happen high hold important involve job kind line
long look lot matter new part place point right share sort spend start stop sure talk think time
top try week work year
"""
NOTICE = {"showing": "Showing results for {words}.", "typed": "Search for “{words}” as typed"}

# Weight by the beginning of a section's address; the longest match counts.
WEIGHTS = {
    "": 0.8,
    "#": 0.5,
    "about/glossary/#": 1.0,
    "evidence/": 0.85,
    "evidence/#": 0.5,
    "evidence/executive-summary/#": 0.7,
    "framework/#": 0.6,
    "quotes/#": 1.0,
    "workbooks/": 0.9,
    "workbooks/#about-": 0.6,
    "workbooks/recruiting/#recruit-": 0.6,
}


def search_json(guide: Guide) -> str:
    """Return the search's settings as JSON text.

    `aside` and `light` are words to ignore and to weigh less; `words` and `records` have what
    people say instead (separated by commas); `weights` are by address; `notice` is shown with a
    corrected query."""
    aliases = guide.content.aliases
    settings = {
        "aside": " ".join(ASIDE.split()),
        "light": " ".join(LIGHT.split()),
        "words": _joined(aliases.words),
        "records": _joined(aliases.records),
        "weights": WEIGHTS | _attribute_weights(guide.attributes),
        "notice": NOTICE,
    }
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":"))


def _joined(said: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {key: ",".join(phrases) for key, phrases in said.items()}


def _attribute_weights(attributes: list[Attribute]) -> dict[str, float]:
    """Weigh behaviours most; an attribute's own page and its lists repeat them."""
    weights: dict[str, float] = {}
    for one in attributes:
        page = f"framework/{one.id}/"
        weights |= {page: 0.9, f"{page}#": 1.25}
        weights |= {f"{page}#{one.id}-question": 0.9, f"{page}#{one.id}-reflect": 0.5}
    return weights
