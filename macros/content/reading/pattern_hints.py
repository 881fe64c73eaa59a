"""Hints for a text that does not match the pattern of its field, from what the text looks like."""

import re
from unicodedata import normalize
from urllib.parse import SplitResult, urlsplit

from common.addresses import split_address
from common.problems import shown
from macros.content.model.base import (
    ADDRESS,
    EMAIL,
    FILE_OR_ADDRESS,
    ID,
    LINK,
    PATH,
    REPORTS_TO,
    SERVER,
    SITE,
)

# Invisible characters that come in with copied text and that str.strip() leaves.
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
_SERVED = re.compile(r"[A-Za-z0-9._~/-]")
_PORTS = 65_535
_NAMED = "remove the user's name or password, which everyone could read"


def trimmed(text: str) -> str:
    """Strip white space and invisible characters from both ends."""
    found = text.strip()
    while found != (found := found.strip(_UNSEEN).strip()):
        pass
    return found


def pattern_hint(pattern: str, given: str) -> str | None:
    """Say how to fix a text that does not match `pattern`; None if only the pattern can say it."""
    ways = {ADDRESS: _address, EMAIL: _email, ID: _id, PATH: _path, SITE: _site}
    ways |= {REPORTS_TO: _reports_to, LINK: _link, FILE_OR_ADDRESS: _link}
    return ways[pattern](given) if pattern in ways else None


def _id(given: str) -> str | None:
    plain = normalize("NFD", given).encode("ascii", "ignore").decode().lower()
    found = re.sub("[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    form = "write an id in small letters, digits and hyphens, such as"
    return f"{form} {shown(found)}" if re.fullmatch(ID, found) else None


def _path(given: str) -> str | None:
    path = urlsplit(given).path if "://" in given else given
    path = f"/{path.strip('/')}/".replace("//", "/")
    return f"write only the path, from the first slash to the last: '{path}'"


def _email(given: str) -> str | None:
    scheme, _, rest = given.partition(":")
    if scheme.casefold() == "mailto":
        return f"write it without 'mailto:', as {shown(rest)}"
    if "’" in given or "‘" in given:
        straight = given.replace("’", "'").replace("‘", "'")
        return f'write it with a straight apostrophe: "{straight}"'
    if "<" in given:
        return "write only the address, without a name before it"
    if given.count("@") > 1:
        return "write one address, such as 'web@example.org'"
    return None


def _site(given: str) -> str | None:
    parts = split_address(given)
    if not parts or parts.scheme != "https" or not parts.netloc:
        return None
    if "@" in parts.netloc:
        return _NAMED
    return _server(parts) or _behind(parts, given)


def _server(parts: SplitResult) -> str | None:
    """How to fix the name of a server; None where it is sound."""
    name, _, port = parts.netloc.partition(":")
    if "[" in name:
        return "write the server's name, not its number in brackets"
    if ":" in parts.netloc and not (port.isdecimal() and 0 < int(port) <= _PORTS):
        return f"write a port from 1 to {_PORTS} after the colon, or remove both"
    if name.endswith(".") and re.fullmatch(SERVER, name[:-1]):
        return "remove the dot after the server's name"
    if not re.fullmatch(SERVER, name):
        return f"correct the server's name, {shown(name)}"
    return None


def _behind(parts: SplitResult, given: str) -> str | None:
    """How to fix what is behind a server's name; None where only its form says it."""
    odd = next((sign for sign in parts.path if not _SERVED.match(sign)), None)
    if odd:
        only = "after the server's name, only letters from a to z, digits and - . _ ~ are sure"
        what = "the space" if odd.isspace() else shown(odd)
        return f"remove {what}: {only} to work on every server"
    if "//" in parts.path:
        return "write one slash between its folders, not 2"
    if "/." in parts.path:
        return "remove folders that begin with a dot, which servers do not show"
    for sign in ("?", "#"):
        if sign in given:
            return f"remove the {shown(sign)} and what comes after it"
    plain = f"https{given[5:]}" if given.endswith("/") else f"https{given[5:]}/"
    return f"write {shown(plain)}"


def _address(given: str) -> str | None:
    parts = split_address(given)
    if parts and "@" in parts.netloc:
        return _NAMED
    if parts and parts.scheme.startswith("http") and parts.netloc and re.search(r"\s", given):
        return "write %20 for each space in it"
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/[^\s\\\"<>]*)?", given):
        return f"write 'https://{given}'"
    return None


def _link(given: str) -> str | None:
    if re.fullmatch(r"[^/:?#]+\.[A-Za-z0-9]{2,4}", given) and not given.startswith("www."):
        return f"put it into the folder 'files', and write 'files/{given}'"
    return _address(given)


def _reports_to(given: str) -> str | None:
    if re.fullmatch(EMAIL, given):
        return f"write 'mailto:{given}'"
    if given.startswith("mailto:"):
        return "write 'mailto:' and one email address, such as 'mailto:security@example.org'"
    return _address(given)
