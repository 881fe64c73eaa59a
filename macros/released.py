"""The lock file of released ids: one id a line, `#` starts a comment."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .faults import ContentFaults, Fault, shown
from .part import ID

NAME = "released-ids.txt"
HEADER = """\
# The ids that have been released. Saved answers and links hang on them, so none is
# ever taken out of this file: a record is renamed with `formerly` or withdrawn with
# `retired`. Written by `python -m macros release-ids`.
"""


@dataclass(frozen=True)
class Released:
    """The released ids, each with its line in `file`."""

    file: str
    lines: Mapping[str, int] = field(default_factory=dict)


def parse_released(text: str, file: str) -> Released:
    """The ids in the text of the file. Raises ContentFaults for a line that is no id."""
    lines = {line.strip(): number for number, line in enumerate(text.split("\n"), 1)}
    ids = {own: number for own, number in lines.items() if own and not own.startswith("#")}
    odd = [own for own in ids if not re.fullmatch(ID, own)]
    if odd:
        mend = "write one id a line, and '#' before a comment"
        raise ContentFaults(Fault(file, ids[own], f"{shown(own)} is no id", mend) for own in odd)
    return Released(file, ids)


def released_text(text: str, living: Iterable[str]) -> str:
    """The text of the file with the living ids added: its comments, then all ids sorted."""
    lines = [line.strip() for line in text.split("\n")]
    comments = [line for line in lines if line.startswith("#")]
    ids = {line for line in lines if line and not line.startswith("#")} | set(living)
    return "\n".join([*(comments or HEADER.splitlines()), *sorted(ids), ""])
