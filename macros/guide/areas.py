"""The areas of the guide that a copy may leave out, and the addresses that belong to each."""

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
# Areas that a council's copy has only if its brand.yml asks for them.
OnRequest = Literal["hosting"]
AREAS: tuple[Area, ...] = get_args(Area)
ON_REQUEST: tuple[OnRequest, ...] = get_args(OnRequest)
WORKBOOKS: tuple[Area, ...] = ("recruiting", "developing", "self-reflection")
# The addresses of an area that is not a folder of its own name.
_ADDRESSES: dict[Area, tuple[str, ...]] = {
    "recruiting": ("workbooks/recruiting/", "workbooks/scoring/", "workbooks/panel/"),
    "developing": ("workbooks/developing/", "workbooks/profile/"),
    "self-reflection": ("workbooks/self-reflection/", "workbooks/team-session/"),
    "feedback": ("workbooks/feedback/", "workbooks/give-feedback/", "about/feedback-format/"),
    "glossary": ("about/glossary/",),
    "data": ("data/", "about/data/"),
    "whole-guide": ("about/whole-guide/",),
    "hosting": ("hosting/", "download/"),
}
# Which area needs which other: colleagues' ratings are shown beside one's own.
_NEEDS: dict[str, Area] = {"feedback": "developing"}
_IN_EVERY_COPY = "data/report.json"  # the workbooks' scripts read it to make documents


def area_of(address: str) -> Area | None:
    """Return the area of a page or file by its address from the site's root.

    None if every copy has it."""
    if address == _IN_EVERY_COPY:
        return None
    return next((area for area in AREAS if address.startswith(_addresses(area))), None)


def is_hidden(address: str, hidden: Collection[Area]) -> bool:
    """Whether a copy without the `hidden` areas leaves out this page or file."""
    area = area_of(address)
    return area is not None and lacks(hidden, area)


def lacks(hidden: Collection[Area], area: str) -> bool:
    """Whether a copy without the `hidden` areas leaves out this one, or one that it needs."""
    return area in hidden or _NEEDS.get(area) in hidden


def _addresses(area: Area) -> tuple[str, ...]:
    return _ADDRESSES.get(area, (f"{area}/",))
