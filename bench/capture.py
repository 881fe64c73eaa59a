"""Write a project's pages as plain Material: `python -m bench.capture PROJECT FOLDER`.

Each page's Markdown as it is after the macros have run, under the stock theme with
the stock search: the same words, with nothing of ours around them. Nothing of a page
is rendered here but its macros.
"""

import sys
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig


def capture(project: Path, folder: Path) -> None:
    """Write the plain site of the project into `folder`: its mkdocs.yml and its docs/."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder / "unused"), strict=False)
    docs = folder / "docs"

    def keep(markdown: str, page: Any, **_: Any) -> str:
        path = docs / page.file.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_meta(dict(page.meta), markdown), encoding="utf-8")
        return ""

    config.plugins.events["page_markdown"].append(keep)
    build(config)
    text = yaml.safe_dump(plain_config(config), sort_keys=False, allow_unicode=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def with_meta(meta: dict[str, Any], markdown: str) -> str:
    """A page's text with its front matter before it."""
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{markdown}"


def plain_config(config: MkDocsConfig) -> dict[str, Any]:
    """The settings of plain Material for the same pages, with what their Markdown needs."""
    return {
        "site_name": config.site_name,
        "site_url": config.site_url,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": [
            {name: dict(config.mdx_configs.get(name, {}))} for name in config.markdown_extensions
        ],
        "validation": {"links": dict.fromkeys(("not_found", "anchors"), "ignore")},
        "nav": config.nav,
    }


if __name__ == "__main__":
    capture(Path(sys.argv[1]), Path(sys.argv[2]))
