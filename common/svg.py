"""What makes an SVG unsafe, in whichever way it is read: as XML or by its tags."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

SAVE_PLAIN = "save it as a plain SVG, without scripts"
# A name of the language that an SVG is in; no browser loads it.
NAMESPACE = re.compile(r"@namespace[^;]*;", re.IGNORECASE)

_SPACE = re.compile(r"[\s\x00-\x20]")


def is_script(address: str) -> bool:
    """Whether an address runs a script. Browsers skip spaces and control characters in it."""
    return _SPACE.sub("", address).lower().startswith("javascript:")


def is_utf_16(raw: bytes) -> bool:
    """Whether a file says that it is in UTF-16. Browsers read any other SVG as UTF-8."""
    return raw.startswith((BOM_UTF16_BE, BOM_UTF16_LE))
