"""Read an iCalendar file as RFC 5545 says."""

import re


def unfolded(text: str) -> dict[str, str]:
    """The file's lines by their names, each put together again (RFC 5545, 3.1)."""
    whole = text.removesuffix("\r\n").replace("\r\n ", "")
    return {name: value for name, _, value in (line.partition(":") for line in whole.split("\r\n"))}


def unescaped(value: str) -> str:
    """The text that a value stands for (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
