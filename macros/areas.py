"""The areas of the guide that a copy can do without, and where each of them lies."""

from collections.abc import Collection
from typing import Literal, get_args

Area = Literal[
    "quotes",
    "questions",
    "recruiting",
    "developing",
    "self-reflection",
    "evidence",
    "glossary",
    "data",
    "whole-guide",
    "hosting",
]
# What a council's copy has only where its brand.yml asks for it.
OnRequest = Literal["hosting"]
AREAS: tuple[Area, ...] = get_args(Area)
ON_REQUEST: tuple[OnRequest, ...] = get_args(OnRequest)
WORKBOOKS: tuple[Area, ...] = ("recruiting", "developing", "self-reflection")
_FOLDERS = {"evidence": "", "glossary": "about/", "data": "about/", "whole-guide": "about/"}
_DATA = "data/"
_NEEDED = "data/report.json"  # what the workbooks' scripts make files of, in every copy


def area_of(address: str) -> Area | None:
    """The area that a page or file of the site belongs to, by its address from the site's root.

    None for what every copy has."""
    if address.startswith(_DATA):
        return None if address == _NEEDED else "data"
    return next((area for area in AREAS if address.startswith(_beginning(area))), None)


def is_hidden(address: str, hidden: Collection[Area]) -> bool:
    """Whether a copy without the `hidden` areas is without this page or file."""
    return area_of(address) in hidden


def _beginning(area: Area) -> str:
    folder = "workbooks/" if area in WORKBOOKS else _FOLDERS.get(area, "")
    return f"{folder}{area}/"
