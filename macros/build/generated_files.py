"""The generated files beside the pages: data, search settings, web manifest, stylesheet.

They are written into docs/ before a generator lists what to copy, so every generator serves them
unchanged and no hook is needed."""

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
# Paths in docs_dir, and on the site. Git ignores them.
FILES = ("data/report.json", "data/quotes.csv", "search/guide.json", MANIFEST, SHEET, SECURITY_TXT)

FAVICON = "assets/images/favicon.svg"
ICONS = [
    {"src": FAVICON, "sizes": "any", "type": "image/svg+xml"},
    {"src": "assets/images/icon-192.png", "sizes": "192x192", "type": "image/png"},
    {"src": "assets/images/icon-512.png", "sizes": "512x512", "type": "image/png"},
]
_TYPES = {"svg": "image/svg+xml", "jpg": "image/jpeg", "ico": "image/x-icon"}


def texts(guide: Guide, manifest: str, styles: str, security: str = "") -> dict[str, str]:
    """Make the text of each of FILES; "" for one that this copy of the guide leaves out."""
    records = (report_json(guide), quotes_csv(guide), search_json(guide))
    made = dict(zip(FILES, (*records, manifest, styles, security), strict=True))
    return {path: "" if is_hidden(path, guide.hidden) else text for path, text in made.items()}


def manifest(name: str, description: str, theme_colour: str, favicon: str = FAVICON) -> str:
    """Return the web manifest as JSON text: name, icons and colours of a site saved to a device."""
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
    """Describe one icon; only an SVG is declared to fit any size."""
    ending = picture.rpartition(".")[2]
    sizes = {"sizes": "any"} if ending == "svg" else {}
    return {"src": picture, **sizes, "type": _TYPES.get(ending, f"image/{ending}")}


def write(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write the files that differ into `folder` and return their paths; delete those with no text.

    Unchanged files are left alone, so that a server that watches them does not rebuild for ever.
    Each is written under another name and then renamed, so that a reader never sees half a file.
    Raises OSError if one cannot be written."""
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
