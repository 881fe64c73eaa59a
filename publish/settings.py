"""The settings that each kind of host takes, written from the templates in `hosts/`."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from publish.compress import ENDINGS
from publish.place import HTTPS, Place
from publish.policy import FOR_EVER, HTTPS_ONLY, OTHER_TYPE, REVALIDATED, TYPES, headers

TEMPLATES = Path(__file__).parent / "hosts"
IN_SITE = (".htaccess", "web.config", "staticwebapp.config.json", "_headers")
BESIDE = ("nginx.conf", "nginx-site.conf", "container.conf", "apache.conf", "README.md")
NOT_SHOWN = ("_headers", "staticwebapp.config.json", "web.config")
FOLDER = "/srv/five-attributes"
AN_EXAMPLE = "guide.example.gov.uk"


def _escaped(text: str) -> str:
    return re.sub(r"([.^$*+?()\[\]{}|\\])", r"\\\1", text)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["config"], default=False),
        keep_trailing_newline=True,
    )
    environment.filters["escaped"] = _escaped
    environment.filters["code"] = lambda text: f"`{text}/`"
    environment.filters["json"] = lambda value: json.dumps(value, indent=2)
    return environment


def _context(at: Place, kept_for_ever: Sequence[str]) -> dict[str, Any]:
    return {
        "address": f"at {at.origin}{at.base}" if at.known else "at the top of a server",
        "azure_routes": [
            {"route": f"{at.base}{name}/*", "headers": {"Cache-Control": FOR_EVER}}
            for name in kept_for_ever
        ],
        "azure_types": {f".{ending}": kind for ending, kind in TYPES.items()},
        "base": at.base,
        "brotli": False,
        "compressed": ENDINGS,
        "folder": FOLDER,
        "for_ever": FOR_EVER,
        "headers": headers(),
        "host": at.server or AN_EXAMPLE,
        "https_only": HTTPS_ONLY,
        "kept_for_ever": kept_for_ever,
        "other_type": OTHER_TYPE,
        "port": at.port,
        "port_said": "" if at.port == HTTPS else f":{at.port}",
        "revalidated": REVALIDATED,
        "settings": NOT_SHOWN,
        "types": TYPES,
    }


def settings(at: Place, kept_for_ever: Sequence[str]) -> Mapping[str, str]:
    """Each host's file by its name: for a site that stands `at` this place, whose folders
    `kept_for_ever` may be kept so."""
    environment, context = _environment(), _context(at, kept_for_ever)
    brotli = {"container.conf": {"brotli": True}}
    return {
        name: environment.get_template(name).render(context | brotli.get(name, {}))
        for name in (*IN_SITE, *BESIDE)
    }
