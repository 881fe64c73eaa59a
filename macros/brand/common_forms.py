"""Bring what people commonly write into the form that the settings have.

What cannot be read stays as it is; the setting's own pattern then refuses it."""

import re

from pydantic import BeforeValidator
from tinycss2.color3 import parse_color  # type: ignore[import-untyped]

from macros.content.document import Location
from macros.content.model.base import SITE
from macros.content.reading.pattern_hints import pattern_hint

_HOST = r"[\w-]+(?:\.[\w-]+)+"
_BARE = re.compile(rf"{_HOST}(?::\d+)?(?:/\S*)?")
# A page or a file of the folder, not a website of Moldova.
_FILE = re.compile(
    r"^[^/]*\.(?:md|html?|pdf|docx?|xlsx?|pptx?|odt|txt|rtf|zip|png|jpe?g|gif|svg|webp|ico|mp4)(?:#|$)",
    re.IGNORECASE,
)
_INDEX = re.compile(r"(?<=/)index\.html?$", re.IGNORECASE)
_PHONE_WORDS = re.compile(r"^\s*(?:tel|phone|telephone)\s*(?:no)?\s*[:.]\s*", re.IGNORECASE)
_NUMBER_WORDS = re.compile(r"(?:ICO|REGISTRATION|REFERENCE|REG|REF|NUMBER|NO|:)*", re.IGNORECASE)
_WHOLE = 255


def hex_of(colour: str) -> str | None:
    """Return a colour of CSS as `#aabbcc`; None if it is not one, or can be seen through."""
    found = parse_color(colour)
    if not isinstance(found, tuple) or found[3] != 1:  # "currentColor" is a text
        return None
    return "#" + "".join(f"{round(part * _WHOLE):02x}" for part in found[:3])


def address_hint(given: str) -> str | None:
    """Return what to change in what is no address of a copy; None where that is not known."""
    return pattern_hint(SITE, given)


def _colour(value: object) -> object:
    """Turn `#abc`, a name such as teal, or rgb(12, 79, 92) into `#aabbcc`."""
    return (hex_of(value) or value) if isinstance(value, str) else value


def _web_address(value: object) -> object:
    """Put https:// before an address that has none, such as www.example.org."""
    is_bare = isinstance(value, str) and _BARE.fullmatch(value.strip())
    if isinstance(value, str) and is_bare and not _FILE.search(value.strip()):
        return f"https://{value.strip()}"
    return value


def _site_address(value: object) -> object:
    """Bring the address of a copy into the form https://name/path/."""
    found = _web_address(value)
    if not isinstance(found, str) or not re.match(r"https://[^\s?#]+$", found, re.IGNORECASE):
        return value
    name, _, path = _INDEX.sub("", found)[len("https://") :].partition("/")
    slash = "/" if path and not path.endswith("/") else ""
    whole = f"https://{name.lower()}/{path}{slash}"
    return whole if re.search(SITE, whole) else value


def _phone(value: object) -> object:
    """Take away "tel:" or "Phone:" before a number; one that YAML reads as a number is its text."""
    if isinstance(value, Location) and value.kind == "number":
        return value.written
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _PHONE_WORDS.sub("", value, count=1) if isinstance(value, str) else value


def _registration(value: object) -> object:
    """Turn "za 123 456" or "ICO no: ZA123456" into ZA123456."""
    if not isinstance(value, str):
        return value
    bare = re.sub(r"[\s.–-]", "", value.upper())
    return _NUMBER_WORDS.sub("", bare, count=1)


ANY_COLOUR = BeforeValidator(_colour)
ANY_WEB_ADDRESS = BeforeValidator(_web_address)
ANY_SITE_ADDRESS = BeforeValidator(_site_address)
ANY_PHONE = BeforeValidator(_phone)
ANY_REGISTRATION = BeforeValidator(_registration)
