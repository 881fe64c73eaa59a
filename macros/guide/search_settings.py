"""What the search knows beyond the pages' own words: one JSON file for its worker.

The words that people say for the report's words come from the records; which words of a
question say little, and how much each kind of section counts, is settled here.
"""

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

# By the beginning of a section's address; the longest that fits counts.
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
    """The search's settings as JSON text: `aside` and `light` words, `words` and `records`
    with what people say (separated by commas), `weights` by address, and the `notice` of a
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
    """Behaviours count for most; an attribute's own page and its lists repeat them."""
    weights: dict[str, float] = {}
    for one in attributes:
        page = f"framework/{one.id}/"
        weights |= {page: 0.9, f"{page}#": 1.25}
        weights |= {f"{page}#{one.id}-question": 0.9, f"{page}#{one.id}-reflect": 0.5}
    return weights
