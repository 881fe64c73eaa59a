"""Print a line on any stream, whatever its encoding: a character it lacks never ends a command."""

import sys
from typing import TextIO


def say(text: str, to: TextIO | None = None) -> None:
    """Write a line to `to`, or to standard output.

    A character that the stream's encoding lacks (cp1252 has no ŷ, as in Tŷ) is written as its code
    point, `T\\u0177`, as Python does for standard error."""
    stream = to or sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(f"{text}\n".encode(encoding, "backslashreplace").decode(encoding))
