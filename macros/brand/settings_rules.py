"""The rules for brand.yml alone: settings that contradict each other."""

from collections.abc import Iterator
from datetime import timedelta

from common.build_time import build_time
from common.problems import Problem, shown
from macros.brand.settings import Brand
from macros.content.located import LocatedRecord

_POSTAL = (
    ("contacts", "postal_address"),
    ("data_protection", "controller_postal_address"),
    ("data_protection", "officer_postal_address"),
)
# What was done on a day: the day cannot be in the future.
_DAYS = (
    *(("accessibility", one) for one in ("tested_on", "statement_date", "reviewed_on")),
    ("data_protection", "checked_on"),
)


def check_settings(located: LocatedRecord, brand: Brand) -> Iterator[Problem]:
    """Yield the problems of a sound brand.yml whose settings do not fit together."""
    yield from _unlike_itself(located, brand)
    yield from _joined_addresses(located)
    yield from _moves(located, brand)
    yield from _future(located, brand)


def _future(located: LocatedRecord, brand: Brand) -> Iterator[Problem]:
    """Check that nothing is said to have been done on a day that has not come yet."""
    ahead = timedelta(hours=1)  # the clocks of summer
    today = (build_time() + ahead).date().isoformat()
    for part, field in _DAYS:
        day = getattr(getattr(brand, part), field)
        if day and day > today:
            what = f"{field} is {shown(day)}, a day that has not come yet"
            yield located.problem((part, field), what, "write the day on which it was done")


def _unlike_itself(located: LocatedRecord, brand: Brand) -> Iterator[Problem]:
    """Check that settings of the drafted pages do not contradict each other."""
    said, data = brand.accessibility, brand.data_protection
    if said.compliance == "full" and said.problems_md:
        what = "compliance is 'full' and problems_md lists what is not accessible"
        hint = "write 'compliance: partial', or remove the list"
        yield located.problem(("accessibility", "compliance"), what, hint)
    if said.statement_date and not said.compliance:
        what = "the statement is dated, and compliance does not say what an assessment found"
        hint = "write 'compliance: full', 'partial' or 'none'; or 'not-assessed', if there was none"
        yield located.problem(("accessibility", "statement_date"), what, hint)
    if said.statement_date and said.reviewed_on and said.reviewed_on < said.statement_date:
        what = "reviewed_on is before statement_date, the day the statement was prepared"
        yield located.problem(("accessibility", "reviewed_on"), what, "correct one of the 2 dates")
    if data.transfer_md and not data.sent_abroad:
        what = "transfer_md describes data sent abroad, and sent_abroad is not 'true'"
        hint = "write 'sent_abroad: true', or remove transfer_md"
        yield located.problem(("data_protection", "transfer_md"), what, hint)


def _moves(located: LocatedRecord, brand: Brand) -> Iterator[Problem]:
    """Check that a copy has not moved from or to its own address."""
    if not brand.site_address:
        return
    own = f"/{brand.site_address.split('/', 3)[3]}"
    for position, path in enumerate(brand.formerly_at):
        if path == own:
            what = f"formerly_at has {shown(path)}, which is the path of site_address"
            yield located.problem(
                ("formerly_at", position), what, "write the path that it had before"
            )
    if brand.moved_to == brand.site_address:
        what = "moved_to is the copy's own address, site_address"
        hint = "write it in the copy that stays at the old address, or remove it"
        yield located.problem(("moved_to",), what, hint)


def _joined_addresses(brand: LocatedRecord) -> Iterator[Problem]:
    """Check that a postal address is written so that YAML keeps its lines."""
    for path in _POSTAL:
        place = brand.document.locations.get(path)
        lines = place.joined if place else ()
        if any(not line.endswith(",") for line in lines[:-1]):
            what = f"the lines of {path[-1]} are read as one line, {shown(' '.join(lines))}"
            hint = f"write '{path[-1]}: |' and its lines under it, each indented; or put commas"
            yield brand.problem(path, what, hint)
