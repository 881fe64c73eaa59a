"""What a command says, on whatever stream: a letter that the stream has none for ends nothing."""

import sys
from typing import TextIO


def say(text: str, to: TextIO | None = None) -> None:
    """Write a line to `to`, else to standard output.

    Where the stream's encoding lacks a letter, as cp1252 lacks the ŷ of Tŷ, its number stands in
    its place (`T\\u0177`), as Python writes errors."""
    stream = to or sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(f"{text}\n".encode(encoding, "backslashreplace").decode(encoding))
