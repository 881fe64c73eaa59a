"""Read a folder that was written for an earlier version of the guide.

What the guide has renamed since is read under its new id. What it has withdrawn need not be hidden
or moved any more. Neither is a problem: both are notes, so that a folder works without a change."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from common.problems import shown
from macros.content.document import Path
from macros.content.index import ContentIndex, retired
from macros.content.located import LoadedFile, all_located
from macros.content.model.base import Names, Part, Record
from macros.content.references import LINKS, mentions

_LINK = re.compile(rf"(\]\(\s*<?(?:{'|'.join(LINKS)}):)([a-z0-9-]+)")
Tell = Callable[[Path, str, str], None]


@dataclass(frozen=True)
class Followed:
    """The files of a folder with the guide's present ids, and a note for each that was renamed."""

    loaded: tuple[LoadedFile, ...]
    notes: tuple[str, ...]


def follow(guide: Iterable[LoadedFile], own: Iterable[LoadedFile]) -> Followed:
    """Return a folder's files with present ids for those that the guide has renamed."""
    records = [one.part for file in guide for one in all_located(file)]
    present = {one.id for one in records if isinstance(one, Record)}
    renamed = {old: one.id for one in records if isinstance(one, Record) for old in one.formerly}
    renamed = {old: new for old, new in renamed.items() if old not in present}
    notes: list[str] = []
    return Followed(tuple(_file(one, renamed, notes) for one in own), tuple(notes))


def _file(file: LoadedFile, renamed: Mapping[str, str], notes: list[str]) -> LoadedFile:
    def tell(path: Path, old: str, new: str) -> None:
        where = file.document.where(path)
        notes.append(f"{where}: {shown(old)} is now {shown(new)} in the guide, and was read so")

    return replace(file, part=_part(file.part, (), renamed, tell)) if renamed else file


def _part(part: Part, path: Path, renamed: Mapping[str, str], tell: Tell) -> Part:
    """Return a part with present ids in it and in the parts inside it."""
    update: dict[str, Any] = {}
    for field, info in type(part).model_fields.items():
        value = getattr(part, field)
        place = (*path, field)
        if any(isinstance(one, Names) for one in info.metadata):
            update[field] = _ids(value, place, renamed, tell)
        elif isinstance(value, Part):
            update[field] = _part(value, place, renamed, tell)
        elif field.endswith("_md") and isinstance(value, str):
            update[field] = _text(value, place, renamed, tell)
        elif isinstance(value, tuple):
            update[field] = tuple(
                _part(one, (*place, number), renamed, tell) if isinstance(one, Part) else one
                for number, one in enumerate(value)
            )
    changed = {field: value for field, value in update.items() if value != getattr(part, field)}
    return part.model_copy(update=changed) if changed else part


def _ids(value: Any, path: Path, renamed: Mapping[str, str], tell: Tell) -> Any:
    if isinstance(value, tuple):
        return tuple(_ids(one, (*path, i), renamed, tell) for i, one in enumerate(value))
    if isinstance(value, str) and value in renamed:
        tell(path, value, renamed[value])
        return renamed[value]
    return value


def _text(value: str, path: Path, renamed: Mapping[str, str], tell: Tell) -> str:
    def link(found: re.Match[str]) -> str:
        old = found[2]
        if old in renamed:
            tell(path, old, renamed[old])
        return found[1] + renamed.get(old, old)

    return _LINK.sub(link, value)


def needless(index: ContentIndex) -> Iterator[str]:
    """Yield a note for each change of something that the guide has withdrawn since."""
    for located in index.all_located:
        for mention in mentions(located.part):
            there = index.by_id.get(mention.id) if mention.may_be_gone else None
            if there and retired(there) and isinstance(there.part, mention.wanted):
                where = located.document.where((*located.path, *mention.field))
                yield f"{where}: the guide has withdrawn {there.name}: you can remove this"
