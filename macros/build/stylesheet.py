"""Join the files of docs/assets/css/ into the one stylesheet that pages load.

One request costs less than forty; the separate files remain for the people who edit them."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

WHOLE = "site"  # the joined stylesheet's own name, in the same folder

_COMMENT = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|/\*.*?\*/""", re.DOTALL)
_NOTHING: Mapping[str, str] = MappingProxyType({})
_SPACE = re.compile(r"\n\s*")


class SheetsDifferError(Exception):
    """mkdocs.yml names a stylesheet that does not exist, or does not name one that does."""


def sheet(folder: Path, names: Sequence[str], more: Mapping[str, str] = _NOTHING) -> str:
    """Join the stylesheets `names` of `folder` in this order, without comments.

    `more` has CSS to insert after a file, by that file's name. Raises SheetsDifferError if a named
    file is missing, or an existing one is not named."""
    files = {path.stem: path for path in sorted(folder.glob("*.css")) if path.stem != WHOLE}
    missing = [name for name in names if name not in files]
    unnamed = [name for name in files if name not in names]
    if missing or unnamed:
        raise SheetsDifferError(
            "mkdocs.yml: extra.styles: "
            + "; ".join(
                [f"{folder.name}/{name}.css does not exist: fix the name" for name in missing]
                + [f"{folder.name}/{name}.css is not listed: add '{name}'" for name in unnamed]
            )
        )
    texts = ((files[name].read_text(encoding="utf-8"), more.get(name, "")) for name in names)
    return "".join(f"{_bare(own)}{_bare(further)}" for own, further in texts)


def _bare(text: str) -> str:
    return _SPACE.sub("\n", _COMMENT.sub(lambda found: found[1] or "", text)).lstrip()
