"""Join the classic scripts that follow each other in a page into one file.

Each runs whether or not the one before it failed, as it did in a file of its own."""

import re
from collections.abc import Callable
from pathlib import Path

from publish.site_address import Place

SCRIPTS = "assets/js/"
FOLDER = "assets/js/bundles"
NAME = "frame"
_ONE = r'<script src="(?P<address>[^"]+)"></script>'
_RUN = re.compile(r'<script src="[^"]+"></script>(?:\s*<script src="[^"]+"></script>)+')


def join_frame_scripts(site: Path, at: Place, shown_at: Callable[[str], str]) -> None:
    """Replace each run of classic scripts of the site, in all pages, by one that is all of them."""
    made: dict[tuple[str, ...], str] = {}
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()

        def joined(found: re.Match[str], page: str = page) -> str:
            addresses = re.findall(_ONE, found[0])
            inside = tuple(at.inside(one, shown_at(page)) or "" for one in addresses)
            if not all(one.startswith(SCRIPTS) and (site / one).is_file() for one in inside):
                return found[0]
            name = made.setdefault(inside, f"{FOLDER}/{NAME}{f'-{len(made)}' if made else ''}.js")
            base = addresses[0].removesuffix(inside[0])
            return f'<script src="{base}{name}"></script>'

        text = path.read_text(encoding="utf-8")
        path.write_text(_RUN.sub(joined, text), encoding="utf-8")
    for names, name in made.items():
        scripts = [(site / one).read_text(encoding="utf-8") for one in names]
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("".join(map(_apart, scripts)), encoding="utf-8")


def _apart(script: str) -> str:
    return f"try {{\n{script}\n}} catch (error) {{\n  reportError(error);\n}}\n"
