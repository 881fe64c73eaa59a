"""The areas of the guide that a copy can do without, and where each of them lies."""

from collections.abc import Collection
from typing import Literal, get_args

Area = Literal[
    "quotes",
    "questions",
    "recruiting",
    "developing",
    "self-reflection",
    "feedback",
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
# The addresses of an area that is not a folder of its own name.
_ADDRESSES: dict[Area, tuple[str, ...]] = {
    "recruiting": ("workbooks/recruiting/",),
    "developing": ("workbooks/developing/", "workbooks/profile/"),
    "self-reflection": ("workbooks/self-reflection/",),
    "feedback": ("workbooks/feedback/", "workbooks/give-feedback/", "about/feedback-format/"),
    "glossary": ("about/glossary/",),
    "data": ("data/", "about/data/"),
    "whole-guide": ("about/whole-guide/",),
}
# What an area cannot do without: others' ratings are shown beside one's own.
_NEEDS: dict[str, Area] = {"feedback": "developing"}
_IN_EVERY_COPY = "data/report.json"  # the workbooks' scripts make files of it


def area_of(address: str) -> Area | None:
    """The area that a page or file of the site belongs to, by its address from the site's root.

    None for what every copy has."""
    if address == _IN_EVERY_COPY:
        return None
    return next((area for area in AREAS if address.startswith(_addresses(area))), None)


def is_hidden(address: str, hidden: Collection[Area]) -> bool:
    """Whether a copy without the `hidden` areas is without this page or file."""
    area = area_of(address)
    return area is not None and lacks(hidden, area)


def lacks(hidden: Collection[Area], area: str) -> bool:
    """Whether a copy without the `hidden` areas lacks this one, or what it needs."""
    return area in hidden or _NEEDS.get(area) in hidden


def _addresses(area: Area) -> tuple[str, ...]:
    return _ADDRESSES.get(area, (f"{area}/",))
