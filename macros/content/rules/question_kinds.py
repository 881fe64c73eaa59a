"""A released question keeps its kind: what was answered in words is shown by no rating."""

from collections.abc import Iterator

from common.problems import Fault, shown
from macros.content.index import Whole, retired
from macros.content.located import Spot
from macros.content.model.records import Asked
from macros.content.released_ids import Released, kinds_of

_CALLED = {"text": "a text", "rating": "a rating"}


def changed_kinds(whole: Whole, released: Released) -> Iterator[Fault]:
    """A fault for each released question that is of another kind now and does not say so."""
    living = {own: kind for spot in whole.spots for own, kind in kinds_of(spot.part).items()}
    for own, kind in released.kinds.items():
        spot = whole.alive.get(own) or whole.formerly.get(own)
        if spot and not retired(spot):
            yield from _changed(spot, own, kind, living)


def needless_kinds(whole: Whole) -> Iterator[Fault]:
    """A fault for each `formerly_kind` that is no other than the kind."""
    living = {own: kind for spot in whole.spots for own, kind in kinds_of(spot.part).items()}
    for record, spot in whole.records:
        if isinstance(record, Asked) and record.formerly_kind:
            now = living.get(record.id)
            if now in (None, record.formerly_kind):
                what = f"{spot.name} has 'formerly_kind: {record.formerly_kind}'"
                why = f"and is {_CALLED[now]} now, too" if now else "and its answer is not kept"
                yield spot.fault(("formerly_kind",), f"{what} {why}", "take 'formerly_kind' away")


def _changed(spot: Spot, own: str, kind: str, living: dict[str, str]) -> Iterator[Fault]:
    record = spot.part
    now = living.get(getattr(record, "id", own))
    if now == kind or (isinstance(record, Asked) and record.formerly_kind == kind):
        return
    was = f"{shown(own)} was released as {_CALLED[kind]}"
    is_now = f"is {_CALLED[now]}" if now else "asks for no answer that is kept"
    what = f"{spot.name} {is_now} and {was}: what people answered would not be shown there"
    mend = "give it a new id, and keep the old question with 'retired' and the reason"
    if now:
        mend += f"; or, if it is the same question, add 'formerly_kind: {kind}'"
    field = "kind" if "kind" in type(record).model_fields else "id"
    yield spot.fault((field,), what, mend)
