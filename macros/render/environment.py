"""The macros that pages call: one function for each template in `templates/`.

A template has its macro's name. Those in `.md` emit Markdown (their headings reach the page's table
of contents), those in `.html` emit escaped HTML; the ones in `templates/parts/` are shared
pieces."""

import os
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    select_autoescape,
)
from markdown import Markdown
from markupsafe import Markup

from macros.brand.copy_form import form_data, form_groups
from macros.brand.local_links import page_address
from macros.brand.publication_checklist import to_do
from macros.brand.reader import LOCAL
from macros.brand.settings import Brand, mail_link
from macros.brand.site_source import LOCAL_PAGE
from macros.build.build_info import Build
from macros.content.model.base import Theme
from macros.content.model.records import Question, Quote, Resource, Term
from macros.content.references import PLACE
from macros.guide.addresses import Links, every_address
from macros.guide.guide import Guide, companions, edition

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parents[2] / ".cache" / "templates"

_LINK = re.compile(r"\]\((?:ref|resource|term|behaviour|attribute):([a-z0-9-]+)\)")
_PLACE = re.compile(rf"\]\(\s*<?(?P<place>{PLACE.pattern})>?(?=[)\s])")
_LINK_TO_NOTHING = re.compile(r'<a href="hidden:">(.*?)</a>', re.DOTALL)
_MARKDOWN = re.compile(r"([\\`*_\[\]#])")
_BEGINS_LIST = re.compile(r"^(\d*)([.+-])(?=\s)")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;"})
# Inline Markdown that a record's text may not use: HTML, and links in other notations.
_REFUSED = """
    html entity reference short_reference image_link image_reference short_image_ref
    autolink automail
"""


def macros(
    guide: Guide, brand: Brand | None = None, build: Build | None = None
) -> dict[str, Callable[..., str]]:
    """Return every macro by name; each takes a page's address and its own arguments.

    The page's address is relative to the site's root; `root`, if given, replaces the path to the
    root derived from it. The macro returns the text. `brand` are the settings of the council whose
    copy it is, `build` is what pages say about the build. A macro raises jinja2.UndefinedError for
    a name that its template does not know."""
    environment = _environment()
    places = every_address(guide)
    left = {one.name: one for one in to_do(brand)} if brand else {}
    copy: dict[str, Any] = {"guide": guide, "brand": brand, "shown": guide.shows}
    copy |= {"form_groups": form_groups, "form_data": form_data, "all_themes": get_args(Theme)}
    copy |= {"credit": _credit(brand), "build": build or Build(), "to_do": left}

    def macro(template: str) -> Callable[..., str]:
        def text(page: str, *ids: str, root: str | None = None) -> str:
            links = Links(places, page, guide.hidden, root)
            inline, blocks = _inline(links), _inline(links, _blocks_html)
            found = environment.get_template(template)
            own = partial(own_address, links)
            return found.render(
                copy,
                links=links,
                to=links.to,
                inline=inline,
                blocks=blocks,
                own_address=own,
                ids=ids,
            )

        return text

    return {Path(name).stem: macro(name) for name in _macro_templates()}


def _macro_templates() -> list[str]:
    return sorted(path.name for path in TEMPLATES.glob("*.*"))


def _compiled() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept for the next build; None if nothing can be written.

    Jinja compares each with its template's text, so one that has changed is compiled again."""
    if not (COMPILED.parents[1] / "Makefile").is_file():
        return None  # installed: nothing is written there
    try:
        COMPILED.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(COMPILED)) if os.access(COMPILED, os.W_OK) else None


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=_compiled(),
        auto_reload=False,  # the environment is rebuilt with the macros
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters |= {
        "companions": companions,
        "edition": edition,
        "lower_first": _lower_first,
        "mail_link": mail_link,
        "plain": _plain,
        "theme_name": _theme_name,
        "date_words": _date_words,
        "reference_parts": _reference_parts,
        "citation_name": _citation_name,
    }
    return environment


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _plain(text: str) -> str:
    """Escape plain text, so that Markdown shows exactly that text."""
    found = _MARKDOWN.sub(r"\\\1", text).translate(_ENTITIES)
    return _BEGINS_LIST.sub(r"\1\\\2", found)


def _theme_name(theme: str) -> str:
    return theme.replace("-", " ").capitalize()


def _date_words(iso: str) -> str:
    """Write `2026-11-23` as `23 November 2026`."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _reference_parts(citation: str) -> tuple[str, str]:
    """Split a citation after its year: `Harris, A. (2009)` and `'Distributed Leadership' …`."""
    name, year, rest = citation.partition(")")
    return (name + year, rest.lstrip()) if rest else (citation, "")


def _citation_name(name: str) -> str:
    """Write `Matthew Horne` as `Horne, M.`"""
    *given, family = name.split()
    return f"{family}, {' '.join(f'{one[0]}.' for one in given)}"


def _credit(brand: Brand | None) -> Callable[[Question | Quote | Resource | Term], str]:
    """Make a function that says which organisation added or changed a record, if one did."""

    def credit(record: Question | Quote | Resource | Term) -> str:
        if brand is None or record.origin != "organisation":
            return ""
        own = brand.organisation
        return f"{'Added' if record.id.startswith(f'{own.id}-') else 'Changed'} by {own.name}"

    return credit


def own_address(links: Links, to: str) -> str:
    """Return an address of the web as it is, and that of an own page or file as a link from here.

    Such a place is given by its path: `files/policy.pdf`, `pages/help.md`, `local.md`."""
    is_file = to.startswith("files/")
    if "://" in to or not (is_file or PLACE.fullmatch(to)):
        return to
    if is_file:
        return links.page(quote(to))
    page, mark, anchor = to.partition("#")
    page = LOCAL_PAGE if page == LOCAL else page
    return links.page(f"{quote(page_address(page))}{mark}{anchor}")


def _inline(links: Links, html: Callable[[str], Markup] | None = None) -> Callable[[str], Markup]:
    """Make a filter that turns the inline Markdown of `_md` texts, with links to records, to HTML.

    A link to something that this copy leaves out becomes its words alone."""

    def address(found: re.Match[str]) -> str:
        return f"]({links.to(found[1]) if links.has(found[1]) else 'hidden:'})"

    def place(found: re.Match[str]) -> str:
        return f"]({own_address(links, found['place'])}"

    def inline(text: str) -> Markup:
        return (html or _html)(_PLACE.sub(place, _LINK.sub(address, text)))

    return inline


@lru_cache(maxsize=4096)
def _html(text: str) -> Markup:
    html = _markdown().reset().convert(text.strip())
    text = _LINK_TO_NOTHING.sub(r"\1", html.removeprefix("<p>").removesuffix("</p>"))
    return Markup(text)  # noqa: S704 (it is Markdown)


def _blocks_html(text: str) -> Markup:
    """Turn Markdown of several paragraphs to HTML; it may have lists, and no headings."""
    html = _markdown(of_blocks=True).reset().convert(text.strip())
    return Markup(_LINK_TO_NOTHING.sub(r"\1", html))  # noqa: S704 (it is Markdown)


@lru_cache(maxsize=2)
def _markdown(of_blocks: bool = False) -> Markdown:
    extensions = ["sane_lists", "nl2br"] if of_blocks else []
    converter = Markdown(output_format="html", extensions=extensions)
    for heading in ("hashheader", "setextheader", "hr") if of_blocks else ():
        converter.parser.blockprocessors.deregister(heading)
    converter.preprocessors.deregister("html_block")
    for pattern in _REFUSED.split():
        converter.inlinePatterns.deregister(pattern)
    return converter
