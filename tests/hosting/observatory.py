"""The score that Mozilla's HTTP Observatory gives a site, by its published rules.

Source: github.com/mdn/mdn-http-observatory, `src/grader/charts.js` (the modifiers),
`src/analyzer/tests/` (what earns which) and `src/scanner/index.js` (the sum), read in November
2026. Ten tests, each with one result; the sum begins at 100. What lies above counts where the sum
of the deductions alone is 90 or more. Only what a static site without cookies and without scripts
of others can get is written down; anything else fails the test that asks.

Two rules are the host's: the certificate (taken to be valid) and the list of names that browsers
carry with them (taken not to hold this one).
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from publish.html_tags import tags
from tests.support.asking import Answer

START = 100
ENOUGH_FOR_EXTRA = 90
SIX_MONTHS = 15_768_000
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
UNSAFE = BROAD | {"'unsafe-inline'", "data:"}
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


@dataclass(frozen=True)
class Seen:
    """What the Observatory sees: the answer to http, the page over https, its host."""

    http: Answer
    page: Answer
    host: str


def score(seen: Seen) -> int:
    """The score."""
    found = modifiers(seen).values()
    least = START + sum(one for one in found if one < 0)
    return max(0, START + sum(found) if least >= ENOUGH_FOR_EXTRA else least)


def modifiers(seen: Seen) -> dict[str, int]:
    """What each test adds or takes."""
    page = seen.page
    return {
        "content-security-policy": _policy(directives(page)),
        "cookies": 0 if not page["Set-Cookie"] else -40,
        "cross-origin-resource-sharing": 0 if not page["Access-Control-Allow-Origin"] else -50,
        "redirection": _redirection(seen),
        "referrer-policy": _referrer(page["Referrer-Policy"]),
        "strict-transport-security": _https_only(page["Strict-Transport-Security"]),
        "subresource-integrity": _scripts(page.body.decode(), seen.host),
        "x-content-type-options": 0 if page["X-Content-Type-Options"] == "nosniff" else -5,
        "x-frame-options": _frames(directives(page), page["X-Frame-Options"]),
        "cross-origin-resource-policy": _resource(page["Cross-Origin-Resource-Policy"]),
    }


def directives(page: Answer) -> dict[str, set[str]]:
    """The policy that the header and the page's own tag make together: what both allow is what
    the Observatory looks at; here both say the same."""
    said = [page["Content-Security-Policy"]]
    for tag in tags(page.body.decode()):
        if tag.attributes.get("http-equiv", "").lower() == "content-security-policy":
            said.append(tag.attributes["content"])
    found: dict[str, set[str]] = {}
    for one in ";".join(said).split(";"):
        name, *sources = one.lower().split() or [""]
        if name:
            found.setdefault(name, set()).update(sources)
    return found


def _policy(said: dict[str, set[str]]) -> int:
    if not said:
        return -25
    default = said.get("default-src", {"*"})
    scripts, sheets = said.get("script-src", default), said.get("style-src", default)
    sources = set().union(*said.values())
    if scripts & UNSAFE or said.get("object-src", default) & BROAD:
        return -20
    if any(source.startswith(("http:", "ftp:")) for source in sources):
        return -20
    if "'unsafe-eval'" in scripts | sheets:
        return -10
    if sheets & UNSAFE:
        return 0
    return 10 if default == {"'none'"} else 5


def _redirection(seen: Seen) -> int:
    address = urlsplit(seen.http["Location"])
    if seen.http.status not in (301, 302, 303, 307, 308):
        return -20
    if address.scheme != "https":
        return -10
    return 0 if address.hostname == seen.host else -5


def _referrer(said: str) -> int:
    last = said.split(",")[-1].strip()
    return 5 if last in PRIVATE else -5 if last else 0


def _https_only(said: str) -> int:
    age = re.search(r"max-age=(\d+)", said)
    if age is None:
        return -20
    return 0 if int(age[1]) >= SIX_MONTHS else -10


def _scripts(page: str, host: str) -> int:
    sources = [tag.attributes["src"] for tag in tags(page) if "src" in tag.attributes]
    elsewhere = [one for one in sources if urlsplit(one).netloc not in ("", host)]
    return -50 if elsewhere else 0


def _frames(said: dict[str, set[str]], header: str) -> int:
    if "frame-ancestors" in said:
        return 5
    return 0 if header.upper() in ("DENY", "SAMEORIGIN") else -20


def _resource(said: str) -> int:
    return {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}.get(said, -5)
