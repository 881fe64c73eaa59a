"""The files that pages ask for and that are no pages: made of the records and the sheets.

They are put among the pages before a generator collects what it copies, so each
of them, whichever it is, serves them as they stand.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from macros.guide.areas import is_hidden
from macros.guide.data_export import quotes_csv, report_json
from macros.guide.guide import Guide
from macros.guide.search_settings import search_json

SHEET = "assets/css/site.css"
SECURITY_TXT = ".well-known/security.txt"
MANIFEST = "manifest.webmanifest"
# Where each stands in docs_dir, and on the site. Git ignores them.
FILES = ("data/report.json", "data/quotes.csv", "search/guide.json", MANIFEST, SHEET, SECURITY_TXT)

FAVICON = "assets/images/favicon.svg"
ICONS = [
    {"src": FAVICON, "sizes": "any", "type": "image/svg+xml"},
    {"src": "assets/images/icon-192.png", "sizes": "192x192", "type": "image/png"},
    {"src": "assets/images/icon-512.png", "sizes": "512x512", "type": "image/png"},
]
_TYPES = {"svg": "image/svg+xml", "jpg": "image/jpeg", "ico": "image/x-icon"}
THEME_COLOUR = "#0c4f5c"  # brand.css's --brand-header, which a manifest cannot read


def texts(guide: Guide, manifest: str, styles: str, security: str = "") -> dict[str, str]:
    """Each of FILES with its text; "" for one that this copy of the guide does not have."""
    records = (report_json(guide), quotes_csv(guide), search_json(guide))
    made = dict(zip(FILES, (*records, manifest, styles, security), strict=True))
    return {path: "" if is_hidden(path, guide.hidden) else text for path, text in made.items()}


def manifest(
    name: str, description: str, theme_colour: str = THEME_COLOUR, favicon: str = FAVICON
) -> str:
    """What a device is told that keeps the site among its programs, as JSON text."""
    data = {
        "name": name,
        "short_name": "Five attributes",
        "description": description,
        "lang": "en-GB",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": theme_colour,
        "icons": ICONS if favicon == FAVICON else [_icon(favicon)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _icon(picture: str) -> dict[str, str]:
    """An icon of one picture: a drawing has every size, of another the device finds out."""
    ending = picture.rpartition(".")[2]
    sizes = {"sizes": "any"} if ending == "svg" else {}
    return {"src": picture, **sizes, "type": _TYPES.get(ending, f"image/{ending}")}


def write(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write the files into `folder` where they are not as they should be; gives their paths.

    Each is there whole or not at all, whoever else reads or writes it; one without a text
    is taken away. Raises OSError where it cannot be written."""
    changed = [path for path, text in files.items() if not _holds(folder / path, text)]
    for path in changed:
        file = folder / path
        if not files[path]:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f".{file.name}.{os.getpid()}")
        unfinished.write_bytes(files[path].encode())
        unfinished.replace(file)
    return changed


def _holds(file: Path, text: str) -> bool:
    if not file.is_file():
        return not text
    return bool(text) and file.read_bytes() == text.encode()
