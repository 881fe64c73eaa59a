"""The page that a run writes: what was measured, where, and what it was to reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bench.table import Part, table, targets_table

NOTHING: Mapping[str, str] = MappingProxyType({})
FIRST = """\
# What the site costs

The site beside plain Material: the stock theme without web fonts, with the stock search, and the
same pages as static Markdown. One run of `{command}` measured both and wrote this page."""


@dataclass(frozen=True)
class Run:
    """When, where and with what a run was made, and how long it took."""

    day: date
    command: str
    machine: str
    versions: list[str]
    seconds: float


def page(run: Run, parts: list[Part], missing: Mapping[str, str] = NOTHING) -> str:
    """The page as Markdown: the run, all targets in one table, then each part's table.

    `missing` is what could not be measured, and why."""
    facts = (
        ("date", f"{run.day.day} {run.day:%B %Y}"),
        ("machine", run.machine),
        ("versions", ", ".join(run.versions)),
        ("command", f"`{run.command}`"),
        ("took", f"{run.seconds / 60:.0f} minutes"),
    )
    targets = [target for part in parts for target in part.targets]
    met = sum(target.met for target in targets)
    said = f"{met} of {len(targets)} are met."
    blocks = [
        FIRST.format(command=run.command),
        table(("run", ""), facts),
        f"## Targets\n\n{said}\n\n{targets_table(targets)}",
        *([f"## Missing\n\n{table(('what', 'why'), missing.items())}"] if missing else []),
        *(f"## {part.title}\n\n{part.how}\n\n{table(part.columns, part.rows)}" for part in parts),
    ]
    return "\n\n".join(blocks) + "\n"
