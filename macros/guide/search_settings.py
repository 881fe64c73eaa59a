"""Settings of the search as one JSON file for its script.

The words that people say for the report's words come from the content (`aliases.yml`). Which words
of a query to set aside, how much each kind of section counts, and what the search says, is decided
here."""

import json
from collections.abc import Mapping

from macros.content.model.records import Attribute
from macros.guide.areas import is_hidden
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
long look lot matter new part place point quote right share sort spend start stop sure talk think
time top try week work year
"""
# What the search says. What is between braces is filled in.
SAYS = {
    "one": "1 result",
    "many": "{count} results",
    "none": "Nothing found for “{words}”.",
    "showing": "Showing results for {words}.",
    "typed": "Search for “{words}” as typed",
    "near": "Did you mean:",
    "offers": "Suggested searches",
    "hosts": "For people who host",
    "all": "Show all results",
    "otherwise": "You can also look in:",
    "glossary": "the glossary",
    "questions": "all questions",
    "about": "who made this guide, and who to contact",
    "whole": "the whole guide on one page",
}
# Where to go on when nothing is found, by the name of its words in SAYS.
OTHERWISE = {
    "glossary": "about/glossary/",
    "questions": "questions/",
    "whole": "about/whole-guide/",
    "about": "about/",
}
# The beginnings of the addresses of what only those who host the guide look for.
HOSTS = (
    "hosting/",
    "about/backup-format/",
    "about/data-protection/",
    "about/data/",
    "about/feedback-format/",
)

# Weight by the beginning of a section's address; the longest match counts.
WEIGHTS = {
    "": 0.6,
    "#": 0.5,
    "about/glossary/#": 0.5,
    "evidence/": 0.85,
    "evidence/#": 0.5,
    "evidence/executive-summary/#": 0.7,
    "evidence/references/": 0.6,
    "framework/#": 0.6,
    "quotes/#": 1.0,
    "workbooks/": 0.9,
    "workbooks/#about-": 0.6,
    "workbooks/profile/#profile-": 0.4,
    "workbooks/self-reflection/#": 0.7,
    "workbooks/recruiting/#recruit-": 0.6,
}


def search_json(guide: Guide) -> str:
    """Return the search's settings as JSON text.

    `aside` and `light` are words to ignore and to weigh less, `names` count as one word; `words`
    and `records` have what people say instead (separated by commas), by word and by id or address;
    `weights` and `hosts` are beginnings of addresses; `offers` and `otherwise` are titles and
    addresses; `says` are the words around the results."""
    aliases = guide.content.aliases
    settings = {
        "aside": " ".join(ASIDE.split()),
        "light": " ".join(LIGHT.split()),
        "names": aliases.names,
        "words": _joined(aliases.words),
        "records": _joined({**aliases.records, **aliases.pages}),
        "weights": WEIGHTS | _attribute_weights(guide.attributes),
        "hosts": HOSTS,
        "offers": _shown(guide, aliases.offers),
        "otherwise": _shown(guide, {SAYS[name]: to for name, to in OTHERWISE.items()}),
        "says": SAYS,
    }
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":"))


def _shown(guide: Guide, places: Mapping[str, str]) -> dict[str, str]:
    """Leave out what this copy of the guide leaves out."""
    return {title: to for title, to in places.items() if not is_hidden(to, guide.hidden)}


def _joined(said: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {key: ",".join(phrases) for key, phrases in said.items()}


def _attribute_weights(attributes: list[Attribute]) -> dict[str, float]:
    """Weigh behaviours most; an attribute's own page and its lists repeat them."""
    weights: dict[str, float] = {}
    for one in attributes:
        page = f"framework/{one.id}/"
        weights |= {page: 0.9, f"{page}#": 1.4}
        weights |= {f"{page}#{one.id}-question": 0.9, f"{page}#{one.id}-reflect": 0.5}
    return weights
