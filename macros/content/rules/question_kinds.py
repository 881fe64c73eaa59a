"""Rules for a question's kind: a release fixes it, as a rating's field cannot show a text."""

from collections.abc import Iterator

from common.problems import Problem, shown
from macros.content.index import ContentIndex, retired
from macros.content.located import LocatedRecord
from macros.content.model.records import Asked
from macros.content.released_ids import Released, kinds_of

_CALLED = {"text": "a text", "rating": "a rating"}


def changed_kinds(index: ContentIndex, released: Released) -> Iterator[Problem]:
    """Yield a problem for each released question whose kind has changed without `formerly_kind`."""
    living = {
        own: kind for located in index.all_located for own, kind in kinds_of(located.part).items()
    }
    for own, kind in released.kinds.items():
        located = index.by_id.get(own) or index.formerly.get(own)
        if located and not retired(located):
            yield from _changed(located, own, kind, living)


def needless_kinds(index: ContentIndex) -> Iterator[Problem]:
    """Yield a problem for each `formerly_kind` that is the same as the kind, or has no use."""
    living = {
        own: kind for located in index.all_located for own, kind in kinds_of(located.part).items()
    }
    for record, located in index.records:
        if isinstance(record, Asked) and record.formerly_kind:
            now = living.get(record.id)
            if now in (None, record.formerly_kind):
                what = f"{located.name} has 'formerly_kind: {record.formerly_kind}'"
                why = f"and is {_CALLED[now]} now, too" if now else "and its answer is not saved"
                yield located.problem(("formerly_kind",), f"{what} {why}", "remove 'formerly_kind'")


def _changed(
    located: LocatedRecord, own: str, kind: str, living: dict[str, str]
) -> Iterator[Problem]:
    record = located.part
    now = living.get(getattr(record, "id", own))
    if now == kind or (isinstance(record, Asked) and record.formerly_kind == kind):
        return
    was = f"{shown(own)} was released as {_CALLED[kind]}"
    is_now = f"is {_CALLED[now]}" if now else "asks for no answer that is saved"
    what = f"{located.name} {is_now} and {was}: what people answered would not be shown there"
    hint = "give it a new id, and keep the old question with 'retired' and the reason"
    if now:
        hint += f"; or, if it is the same question, add 'formerly_kind: {kind}'"
    field = "kind" if "kind" in type(record).model_fields else "id"
    yield located.problem((field,), what, hint)
