"""Write the settings for each kind of host from the templates in `hosts/`."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from publish.compress import ENDINGS
from publish.policy import (
    FOR_EVER,
    HTTPS_ONLY,
    NONE,
    NOT_KEPT,
    NOT_KEPT_FOLDERS,
    OTHER_TYPE,
    REVALIDATED,
    TYPES,
    Hashes,
    headers,
)
from publish.site_address import HTTPS, Place

TEMPLATES = Path(__file__).parent / "hosts"
IN_SITE = (".htaccess", "web.config", "staticwebapp.config.json", "_headers")
BESIDE = (
    *("nginx.conf", "nginx-site.conf", "container.conf"),
    *("apache.conf", "apache-site.conf", "README.md"),
)
# For a host name that serves only this site, so they may set headers for the whole name.
OWN_NAME = ("nginx.conf", "apache.conf")
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


def _context(at: Place, kept_for_ever: Sequence[str], hashes: Hashes) -> dict[str, Any]:
    sent = headers(hashes)
    return {
        "address": f"at {at.origin}{at.base}" if at.known else "at the top of a server",
        "azure": _azure(at, kept_for_ever, sent),
        "base": at.base,
        "compressed": ENDINGS,
        "folder": FOLDER,
        "for_ever": FOR_EVER,
        "headers": sent,
        "host": at.server or AN_EXAMPLE,
        "https_only": HTTPS_ONLY,
        "kept_for_ever": kept_for_ever,
        "not_kept": NOT_KEPT,
        "not_kept_folders": NOT_KEPT_FOLDERS,
        "other_type": OTHER_TYPE,
        "port": at.port,
        "port_said": "" if at.port == HTTPS else f":{at.port}",
        "revalidated": REVALIDATED,
        "settings": NOT_SHOWN,
        "types": TYPES,
    }


def _azure(at: Place, kept_for_ever: Sequence[str], sent: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings for Azure, which apply to a whole app.

    Below a path, where the app has other pages too, only routes of that path are set. Azure applies
    only the first route that matches."""
    types = {f".{ending}": kind for ending, kind in TYPES.items()}
    times = {
        **{f"{at.base}{name}/*": FOR_EVER for name in kept_for_ever},
        **{f"{at.base}{name}/*": NOT_KEPT for name in NOT_KEPT_FOLDERS},
    }
    if at.base == "/":
        every = {"Cache-Control": REVALIDATED, "Strict-Transport-Security": HTTPS_ONLY, **sent}
        return {
            "globalHeaders": every,
            "routes": [
                {"route": one, "headers": {"Cache-Control": time}} for one, time in times.items()
            ],
            "responseOverrides": {"404": {"rewrite": "/404.html"}},
            "mimeTypes": types,
        }
    routes = [
        {"route": one, "headers": {"Cache-Control": time, **sent}}
        for one, time in {**times, f"{at.base}*": REVALIDATED}.items()
    ]
    return {"routes": routes, "mimeTypes": types}


def settings(at: Place, kept_for_ever: Sequence[str], hashes: Hashes = NONE) -> Mapping[str, str]:
    """Return each settings file by name, for a site at this address.

    `kept_for_ever` are the folders that browsers may cache for ever, `hashes` what the policy names
    of the pages."""
    environment, context = _environment(), _context(at, kept_for_ever, hashes)
    return {
        name: environment.get_template(name).render(
            context,
            brotli=name == "container.conf",
            https_only_said=at.base == "/" or name in OWN_NAME,
        )
        for name in (*IN_SITE, *BESIDE)
    }
