"""The site's sheets as the one that a page asks for."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

WHOLE = "site"  # the one sheet's own name, which stands beside the others

_COMMENT = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|/\*.*?\*/""", re.DOTALL)
_NOTHING: Mapping[str, str] = MappingProxyType({})
_SPACE = re.compile(r"\n\s*")


class SheetsDifferError(Exception):
    """The sheets that are named are not those that are there."""


def sheet(folder: Path, names: Sequence[str], more: Mapping[str, str] = _NOTHING) -> str:
    """The sheets `names` of `folder` as one text, in this order, without comments; behind a
    sheet stands what there is `more` of it.

    Raises SheetsDifferError where a named sheet is not there, or one that is there is not named."""
    files = {path.stem: path for path in sorted(folder.glob("*.css")) if path.stem != WHOLE}
    missing = [name for name in names if name not in files]
    unnamed = [name for name in files if name not in names]
    if missing or unnamed:
        raise SheetsDifferError(
            "mkdocs.yml: extra.styles: "
            + "; ".join(
                [f"{folder.name}/{name}.css is not there: fix the name" for name in missing]
                + [f"{folder.name}/{name}.css is not named: add '{name}'" for name in unnamed]
            )
        )
    texts = ((files[name].read_text(encoding="utf-8"), more.get(name, "")) for name in names)
    return "".join(f"{_bare(own)}{_bare(further)}" for own, further in texts)


def _bare(text: str) -> str:
    return _SPACE.sub("\n", _COMMENT.sub(lambda found: found[1] or "", text)).lstrip()
